import { setMaxListeners } from "node:events";
import { newBoard, StuckError, ThreadPool } from "@wirefold/worker/threads";
import type { FilterSetup } from "./filter.ts";
import { type BatchResult, type BatchTask, failBatch } from "./run-lines.ts";

export interface PoolOptions {
  readonly workers: number;
  /** A document that takes longer is given up, and its worker with it. Waiting for a worker does not count. */
  readonly documentTimeoutMs: number;
  /** Memory of one worker thread. @default 2048: a page of the largest accepted size parses within it */
  readonly heapMb?: number;
  /** What a thread runs. @default the worker of the filters */
  readonly worker?: URL;
}

/** The built file, also when this one runs from source (as under test): a thread has no loader for TypeScript. */
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/filter/filter-worker.js" : "./filter-worker.js",
  import.meta.url,
);

/**
 * Worker threads that run one filter. The line a thread was caught in is named and left out, and the others of its batch are run
 * again; a batch whose worker died without a word (out of memory) is run again line by line.
 */
export class FilterPool {
  readonly #threads: ThreadPool;
  readonly #worker: URL;
  readonly #documentTimeoutMs: number;
  readonly #heapMb: number;
  readonly #closing = new AbortController();

  constructor(setup: FilterSetup, options: PoolOptions) {
    this.#documentTimeoutMs = options.documentTimeoutMs;
    this.#heapMb = options.heapMb ?? 2048;
    this.#worker = options.worker ?? WORKER;
    this.#threads = new ThreadPool({ threads: options.workers, workerData: setup, heapMb: this.#heapMb });
    // Every batch in hand listens.
    setMaxListeners(0, this.#closing.signal);
  }

  async run(task: BatchTask): Promise<BatchResult> {
    const board = newBoard(task.lines.length);
    const watched = { board, documentMs: this.#documentTimeoutMs, signal: this.#closing.signal };
    try {
      return await this.#threads.watched<BatchResult>(this.#worker, "default", { ...task, board }, [], watched);
    } catch (error) {
      if (task.lines.length === 1) return this.#giveUp(task, error);
      const at = error instanceof StuckError ? error.suspects[0] : undefined;
      const groups = at === undefined ? task.lines.map((line) => [line]) : [task.lines.slice(0, at), task.lines.slice(at + 1)];
      const parts: BatchResult[] = [];
      for (const [n, lines] of groups.entries()) {
        if (n === 1 && at !== undefined) parts.push(this.#giveUp({ ...task, lines: task.lines.slice(at, at + 1) }, error));
        if (lines.length > 0) parts.push(await this.run({ ...task, lines }));
      }
      return {
        bytes: Buffer.concat(parts.map((part) => part.bytes)),
        lines: task.lines.length,
        failed: parts.reduce((sum, part) => sum + part.failed, 0),
      };
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#threads.close();
  }

  #giveUp(task: BatchTask, error: unknown): BatchResult {
    if (error instanceof StuckError) {
      const seconds = Math.round(this.#documentTimeoutMs / 1000);
      return failBatch(task, "WIREFOLD_DOCUMENT_TIMEOUT", `the document took longer than ${seconds} s and was given up`);
    }
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (code === "ERR_WORKER_OUT_OF_MEMORY") {
      return failBatch(
        task,
        "WIREFOLD_DOCUMENT_MEMORY",
        `the document needs more than ${this.#heapMb} MB of memory and was given up`,
      );
    }
    const message = error instanceof Error ? error.message : String(error);
    return failBatch(task, "WIREFOLD_INTERNAL", `the worker ended: ${message}`);
  }
}
