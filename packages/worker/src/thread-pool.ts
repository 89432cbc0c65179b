import { availableParallelism } from "node:os";
import type { EventLoopUtilization } from "node:perf_hooks";
import { Piscina } from "piscina";
import type { Answer } from "./batch-work.ts";
import { compileLater } from "./compiler.ts";
import type { ThreadTask } from "./define-stage.ts";
import { StuckError } from "./stuck-error.ts";
import { type Board, newBoard, signsOn, suspectsOn } from "./watch.ts";

export interface ThreadPoolOptions {
  /** @default the number of cores */
  readonly threads?: number;
  readonly workerData?: unknown;
  /** Heap of one thread, in MB. @default 1024 */
  readonly heapMb?: number;
}

/** A thread that is busy for less than this share of the time waits for others. */
const computingFrom = 0.5;

/**
 * A thread ends when it had nothing to do for this long. Documents of a few feeds come minutes apart, and a new thread costs each of them
 * a second of CPU to load the stages' modules, before any of their code is compiled.
 */
const idleMs = 5 * 60_000;

/** Subjects whose last thread is remembered: some ten megabytes. */
const placesMax = 100_000;

interface Thread {
  readonly pool: Piscina;
  /** Those it works on and those that wait for it. */
  tasks: number;
}

/**
 * Runs CPU-heavy work away from the event loop that renews job locks. One pool serves a process; each task names the
 * module it runs (a `file:` URL whose exports are the tasks).
 *
 * Work goes where its subjects were worked on last, while that thread is not the busier one by more than a task: what the
 * stage before wrote is then still in memory there, parsed.
 */
export class ThreadPool {
  // A pool of one thread each, since a shared queue could not hold a task for one of its threads.
  readonly #threads: readonly Thread[];
  /** The thread each subject was worked on last. */
  readonly #places = new Map<string, Thread>();

  constructor(options: ThreadPoolOptions = {}) {
    compileLater();
    this.#threads = Array.from({ length: options.threads ?? availableParallelism() }, () => ({
      tasks: 0,
      pool: new Piscina({
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: idleMs,
        workerData: options.workerData,
        // A page that needs more than this is hostile; the thread dies, the document fails, the process lives.
        // Decisions make much short-lived garbage, while a batch's documents live for as long as the batch: a roomy nursery lets the garbage
        // die there instead of being copied with them. V8 makes two halves of a third of it each, rounded up to a power of two: 64 MB.
        resourceLimits: { maxOldGenerationSizeMb: options.heapMb ?? 1024, maxYoungGenerationSizeMb: 192 },
      }),
    }));
    // What fails in a task is told by its promise. A thread that dies between tasks is replaced; it must not end the process.
    for (const { pool } of this.#threads) pool.on("error", () => {});
  }

  /**
   * Runs `task` of `module`. Aborting stops the thread, and with it any endless loop.
   *
   * @param subjects What the task is about, by id.
   */
  async run<T>(module: URL, task: string, input: unknown, subjects: readonly string[], signal?: AbortSignal): Promise<T> {
    return this.#runAt<T>(this.#threadFor(subjects), module, task, input, subjects, signal);
  }

  /**
   * Decides a batch in a thread of this process. The default export of the task's module is the stage.
   *
   * @param documentMs The longest one document may take, from when its thread begins it.
   * @param spent Told of the CPU time it took, in milliseconds.
   * @throws StuckError when one takes longer; its thread is stopped then.
   */
  async decide(
    task: Omit<ThreadTask, "board" | "cpu">,
    documentMs: number,
    signal: AbortSignal,
    spent?: (cpuMs: number) => void,
  ): Promise<readonly Answer<unknown>[]> {
    const board = newBoard(task.inputs.length);
    const cpu = new Float64Array(new SharedArrayBuffer(8));
    const whole: ThreadTask = { ...task, module: builtModule(task.module), board, cpu };
    const watched = { board, documentMs, signal };
    try {
      return await this.watched<readonly Answer<unknown>[]>(
        stageModule,
        "decide",
        whole,
        task.inputs.flatMap(subjectOf),
        watched,
      );
    } finally {
      spent?.(cpu[0] ?? 0);
    }
  }

  /**
   * Runs a task that gives signs of life, and stops its thread when none comes for as long as one document may take. Time counts
   * from when the thread begins: what waits for a thread is not late.
   *
   * @throws StuckError naming whom the thread was caught in, and whether it computed or waited.
   */
  async watched<T>(
    module: URL,
    task: string,
    input: unknown,
    subjects: readonly string[],
    { board, documentMs, signal }: { readonly board: Board; readonly documentMs: number; readonly signal: AbortSignal },
  ): Promise<T> {
    const thread = this.#threadFor(subjects);
    const stop = new AbortController();
    const onAbort = () => stop.abort(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    let stuck: StuckError | null = null;
    let seen = 0;
    let since = performance.now();
    let busySince: EventLoopUtilization | undefined;
    const look = () => {
      const signs = signsOn(board);
      if (signs !== seen) {
        seen = signs;
        since = performance.now();
        busySince = utilizationOf(thread);
      } else if (seen > 0 && performance.now() - since > documentMs) {
        const busy = utilizationOf(thread, busySince);
        stuck = new StuckError(suspectsOn(board), documentMs, busy !== undefined && busy.utilization < computingFrom);
        stop.abort(stuck);
      }
    };
    const timer = setInterval(look, Math.min(250, Math.max(10, documentMs / 8)));
    try {
      if (signal.aborted) onAbort();
      return await this.#runAt<T>(thread, module, task, input, subjects, stop.signal);
    } catch (error) {
      throw stuck ?? error;
    } finally {
      clearInterval(timer);
      signal.removeEventListener("abort", onAbort);
    }
  }

  async #runAt<T>(
    thread: Thread,
    module: URL,
    task: string,
    input: unknown,
    subjects: readonly string[],
    signal?: AbortSignal,
  ): Promise<T> {
    for (const subject of subjects) this.#places.set(subject, thread);
    for (const oldest of this.#places.keys()) {
      if (this.#places.size <= placesMax) break;
      this.#places.delete(oldest);
    }
    thread.tasks += 1;
    try {
      return (await thread.pool.run(input, { filename: module.href, name: task, signal: signal ?? null })) as T;
    } finally {
      thread.tasks -= 1;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ pool }) => pool.destroy()));
  }

  #threadFor(subjects: readonly string[]): Thread {
    const idlest = this.#threads.reduce((best, thread) => (thread.tasks < best.tasks ? thread : best));
    for (const subject of subjects) {
      const last = this.#places.get(subject);
      if (last !== undefined) return last.tasks <= idlest.tasks + 1 ? last : idlest;
    }
    return idlest;
  }
}

/** How busy a thread was since then; undefined where it has not begun. */
function utilizationOf({ pool }: Thread, since?: EventLoopUtilization): EventLoopUtilization | undefined {
  const [worker] = pool.threads;
  return worker?.performance.eventLoopUtilization(since);
}

/** What every thread runs: `decide` of define-stage. */
const stageModule = new URL(builtModule(import.meta.url).replace(/[^/]+$/, "define-stage.js"));

/** A thread has no loader for TypeScript: where this process runs from source, as under test, it takes what was built of it. */
function builtModule(url: string): string {
  return url.endsWith(".ts") ? url.replace(/\/src\/(.*)\.ts$/, "/dist/$1.js") : url;
}

/** What an input is about, so that it goes where its document was worked on last. */
function subjectOf(input: unknown): readonly string[] {
  const id = (input as { readonly documentId?: unknown } | null)?.documentId;
  return typeof id === "string" ? [id] : [];
}
