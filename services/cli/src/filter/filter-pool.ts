import { Piscina } from "piscina";
import type { FilterSetup } from "./filter.ts";
import { type BatchResult, type BatchTask, failBatch } from "./run-lines.ts";

export interface PoolOptions {
  readonly workers: number;
  /** A document that takes longer is given up, and its worker with it. */
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
 * Worker threads that run one filter. A batch whose worker died (out of memory, or out of time) is run again line by
 * line, so that the one line at fault is named and its neighbours are answered.
 */
export class FilterPool {
  readonly #pool: Piscina<BatchTask, BatchResult>;
  readonly #documentTimeoutMs: number;
  readonly #heapMb: number;

  constructor(setup: FilterSetup, options: PoolOptions) {
    this.#documentTimeoutMs = options.documentTimeoutMs;
    this.#heapMb = options.heapMb ?? 2048;
    this.#pool = new Piscina<BatchTask, BatchResult>({
      filename: (options.worker ?? WORKER).href,
      workerData: setup,
      minThreads: 1,
      maxThreads: options.workers,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: this.#heapMb },
    });
    // What fails in a task is told by its promise. A thread that dies between tasks is replaced; it must not end the process.
    this.#pool.on("error", () => {});
  }

  async run(task: BatchTask): Promise<BatchResult> {
    try {
      return await this.#runOnce(task);
    } catch (error) {
      if (task.lines.length === 1) return this.#giveUp(task, error);
      const parts: BatchResult[] = [];
      for (const line of task.lines) parts.push(await this.run({ ...task, lines: [line] }));
      return {
        bytes: Buffer.concat(parts.map((part) => part.bytes)),
        lines: task.lines.length,
        failed: parts.reduce((sum, part) => sum + part.failed, 0),
      };
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #runOnce(task: BatchTask): Promise<BatchResult> {
    const controller = new AbortController();
    // Counted from when it is queued; a batch waits for at most one other, hence twice.
    const timer = setTimeout(() => controller.abort(), 2 * this.#documentTimeoutMs * task.lines.length);
    try {
      return await this.#pool.run(task, { signal: controller.signal });
    } finally {
      // Not AbortSignal.timeout: its timer would keep the batch in memory long after the answer.
      clearTimeout(timer);
    }
  }

  #giveUp(task: BatchTask, error: unknown): BatchResult {
    const isTimeout = (error as Error | null)?.name === "AbortError";
    if (isTimeout) {
      const seconds = Math.round((2 * this.#documentTimeoutMs) / 1000);
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
