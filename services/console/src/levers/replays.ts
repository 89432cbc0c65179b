import { randomBytes } from "node:crypto";
import type { BullWorkQueue } from "@wirefold/queue";
import type { PostgresQuarantine, QuarantineFilter } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import { replayQuarantined } from "./replay.ts";

export type ReplayState = "running" | "done" | "cancelled" | "failed";

/** A replay that was asked for and how far it is. */
export interface ReplayRun {
  readonly id: string;
  readonly state: ReplayState;
  readonly filter: Omit<QuarantineFilter, "before">;
  readonly perSecond: number | null;
  /** Documents it found, and moved so far. */
  readonly documents: number;
  readonly moved: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly error: string | null;
}

/** Remembered of those that ended. */
const KEPT = 50;

/**
 * Replays that run in this process. One that is cut off by its end has lost nothing: what it had not moved is still quarantined, and the
 * same replay takes it up.
 */
export class Replays {
  readonly #quarantine: PostgresQuarantine;
  readonly #queue: Pick<BullWorkQueue, "send">;
  readonly #log: Log;
  readonly #runs = new Map<string, { run: ReplayRun; readonly stop: AbortController; ended: Promise<void> }>();

  constructor(quarantine: PostgresQuarantine, queue: Pick<BullWorkQueue, "send">, log: Log) {
    this.#quarantine = quarantine;
    this.#queue = queue;
    this.#log = log;
  }

  async begin(filter: Omit<QuarantineFilter, "before">, perSecond: number | undefined, startedBy: string): Promise<ReplayRun> {
    const before = await this.#quarantine.now();
    const counts = await this.#quarantine.count({ ...filter, before });
    const stop = new AbortController();
    const run: ReplayRun = {
      id: `replay-${randomBytes(5).toString("hex")}`,
      state: "running",
      filter,
      perSecond: perSecond ?? null,
      documents: counts.reduce((sum, { count }) => sum + count, 0),
      moved: 0,
      startedAt: new Date(),
      startedBy,
      error: null,
    };
    const entry = { run, stop, ended: Promise.resolve() };
    const change = (part: Partial<ReplayRun>) => {
      entry.run = { ...entry.run, ...part };
    };
    entry.ended = replayQuarantined(this.#quarantine, this.#queue, {
      filter: { ...filter, before },
      ...(perSecond === undefined ? {} : { perSecond }),
      signal: stop.signal,
      onProgress: (moved) => change({ moved }),
    }).then(
      () => {
        change({ state: stop.signal.aborted ? "cancelled" : "done" });
        this.#log.info({ documents: entry.run.moved, code: filter.code ?? null }, "quarantine-replayed");
      },
      (error: Error) => change({ state: "failed", error: error.message }),
    );
    this.#runs.set(run.id, entry);
    for (const id of [...this.#runs]
      .filter(([, one]) => one.run.state !== "running")
      .map(([id]) => id)
      .slice(0, -KEPT))
      this.#runs.delete(id);
    return run;
  }

  /** The newest first. */
  list(): ReplayRun[] {
    return [...this.#runs.values()].map(({ run }) => run).reverse();
  }

  get(id: string): ReplayRun | null {
    return this.#runs.get(id)?.run ?? null;
  }

  /** False where there is none of this id, or it has ended. */
  cancel(id: string): boolean {
    const entry = this.#runs.get(id);
    if (entry?.run.state !== "running") return false;
    entry.stop.abort();
    return true;
  }

  /** Resolves when this replay has ended, or after `ms`. */
  async settle(id: string, ms: number): Promise<void> {
    const entry = this.#runs.get(id);
    if (entry !== undefined) await Promise.race([entry.ended, new Promise((later) => setTimeout(later, ms).unref())]);
  }

  async stop(): Promise<void> {
    for (const { stop } of this.#runs.values()) stop.abort();
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended));
  }
}
