import { availableParallelism } from "node:os";
import { Piscina } from "piscina";

/**
 * Runs CPU-heavy work away from the event loop that renews job locks. One pool serves a process; each task names the
 * module it runs (a `file:` URL whose exports are the tasks).
 */
export class ThreadPool {
  readonly #pool: Piscina;

  /** @param threads @default the number of cores. */
  constructor(options: { readonly threads?: number; readonly workerData?: unknown; readonly heapMb?: number } = {}) {
    this.#pool = new Piscina({
      minThreads: 1,
      maxThreads: options.threads ?? availableParallelism(),
      idleTimeout: 30_000,
      workerData: options.workerData,
      // A page that needs more than this is hostile; the thread dies, the document fails, the process lives.
      // Decisions make much short-lived garbage; a roomy nursery lets it die there instead of being copied.
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb ?? 1024, maxYoungGenerationSizeMb: 64 },
    });
  }

  /** Runs `task` of `module`. Aborting stops the thread, and with it any endless loop. */
  run<T>(module: URL, task: string, input: unknown, signal?: AbortSignal): Promise<T> {
    return this.#pool.run(input, { filename: module.href, name: task, signal }) as Promise<T>;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
