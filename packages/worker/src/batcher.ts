import type { Priority, StageName, WorkQueue } from "@wirefold/core";
import { batchLimit } from "./run-batch.ts";

export interface BatcherOptions {
  /** With fewer jobs waiting than this, subjects go at once: a worker is likely idle. @default 8 */
  readonly busyFrom?: number;
  /** Longest a subject waits for company, in milliseconds. @default 100 */
  readonly ageMsMax?: number;
}

interface Held {
  readonly stage: StageName;
  readonly priority: Priority;
  subjects: string[];
  timer: NodeJS.Timeout | null;
}

/** A backlog is read at most this often per stage. */
const readingMsMax = 250;

/**
 * Chooses how many subjects a job carries. While the next stage is idle each goes at once, so a live document waits for
 * nobody; while it is busy, subjects wait up to a tenth of a second for company, up to a hundred a job, where the queue's
 * share of the cost is smallest. What a dying process held is owed in the ledger, and swept up.
 */
export class Batcher {
  readonly #queue: Pick<WorkQueue, "send" | "backlog">;
  readonly #options: Required<BatcherOptions>;
  readonly #held = new Map<string, Held>();
  readonly #readings = new Map<StageName, { at: number; backlog: Promise<number> }>();
  readonly #onError: (error: Error) => void;

  constructor(queue: Pick<WorkQueue, "send" | "backlog">, onError: (error: Error) => void, options: BatcherOptions = {}) {
    this.#queue = queue;
    this.#onError = onError;
    this.#options = { busyFrom: 8, ageMsMax: 100, ...options };
  }

  async add(stage: StageName, subjects: readonly string[], priority: Priority): Promise<void> {
    if (subjects.length === 0) return;
    const key = `${stage} ${priority}`;
    const held = this.#held.get(key) ?? { stage, priority, subjects: [], timer: null };
    this.#held.set(key, held);
    held.subjects.push(...subjects);
    while (held.subjects.length >= batchLimit) {
      await this.#queue.send(stage, held.subjects.splice(0, batchLimit), { priority });
    }
    if (held.subjects.length === 0) return;
    if ((await this.#backlog(stage)) < this.#options.busyFrom) await this.#flush(held);
    else held.timer ??= setTimeout(() => void this.#flush(held).catch(this.#onError), this.#options.ageMsMax);
  }

  /** Sends all that is held. */
  async close(): Promise<void> {
    await Promise.all([...this.#held.values()].map((held) => this.#flush(held)));
  }

  async #flush(held: Held): Promise<void> {
    if (held.timer !== null) clearTimeout(held.timer);
    held.timer = null;
    const subjects = held.subjects.splice(0);
    for (let from = 0; from < subjects.length; from += batchLimit) {
      await this.#queue.send(held.stage, subjects.slice(from, from + batchLimit), { priority: held.priority });
    }
  }

  #backlog(stage: StageName): Promise<number> {
    const now = Date.now();
    const reading = this.#readings.get(stage);
    if (reading !== undefined && now - reading.at < readingMsMax) return reading.backlog;
    const backlog = this.#queue.backlog(stage);
    this.#readings.set(stage, { at: now, backlog });
    return backlog;
  }
}
