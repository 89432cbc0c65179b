import { randomBytes } from "node:crypto";
import type { BullWorkQueue } from "@wirefold/queue";
import type { PostgresQuarantine, QuarantineFilter, ReplayRun, ReplayRuns } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import { replayQuarantined } from "./replay.ts";

/** Shown of those that were ordered. */
const SHOWN = 50;
/** How often it is written down how far a replay is. */
const NOTE_MS = 1000;
/** How often it is looked whether a console left a replay behind. */
const LOOK_MS = 10_000;

interface Driven {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Replays that are driven from this process. One that is cut off by its end has lost nothing: what it had not moved is still quarantined,
 * and the next console goes on with it.
 */
export class Replays {
  readonly #quarantine: PostgresQuarantine;
  readonly #queue: Pick<BullWorkQueue, "send">;
  readonly #runs: ReplayRuns;
  readonly #log: Log;
  readonly #driven = new Map<string, Driven>();
  #looking: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(quarantine: PostgresQuarantine, queue: Pick<BullWorkQueue, "send">, runs: ReplayRuns, log: Log) {
    this.#quarantine = quarantine;
    this.#queue = queue;
    this.#runs = runs;
    this.#log = log;
  }

  /** Goes on with what consoles that ended have left, now and from now on. */
  start(): void {
    const look = () => this.#takeUp().catch((error: Error) => this.#log.warn({ error: error.message }, "replay-not-taken-up"));
    void look();
    this.#looking = setInterval(() => void look(), LOOK_MS).unref();
  }

  async begin(filter: Omit<QuarantineFilter, "before">, perSecond: number | undefined, startedBy: string): Promise<ReplayRun> {
    const before = await this.#quarantine.now();
    const id = `replay-${randomBytes(5).toString("hex")}`;
    const documents = await this.#left(filter, before);
    const run = await this.#runs.add({ id, filter, before, perSecond: perSecond ?? null, documents, startedBy });
    this.#drive(run);
    return run;
  }

  /** The newest first. */
  list(): Promise<ReplayRun[]> {
    return this.#runs.list(SHOWN);
  }

  get(id: string): Promise<ReplayRun | null> {
    return this.#runs.get(id);
  }

  /** False where there is none of this id, or it has ended. */
  async cancel(id: string): Promise<boolean> {
    if (!(await this.#runs.end(id, "cancelled"))) return false;
    this.#driven.get(id)?.stop.abort();
    return true;
  }

  /** Resolves when this replay has ended, or after `ms`. */
  async settle(id: string, ms: number): Promise<void> {
    const driven = this.#driven.get(id);
    if (driven !== undefined) await Promise.race([driven.ended, new Promise((later) => setTimeout(later, ms).unref())]);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#looking);
    for (const { stop } of this.#driven.values()) stop.abort();
    await Promise.all([...this.#driven.values()].map(({ ended }) => ended));
  }

  async #takeUp(): Promise<void> {
    if (this.#isStopping) return;
    for (const run of await this.#runs.takeUp()) {
      // One that was killed had moved more than it could write down.
      const moved = Math.max(run.moved, run.documents - (await this.#left(run.filter, run.before)));
      this.#log.info({ replay: run.id, moved, of: run.documents }, "replay-taken-up");
      this.#drive({ ...run, moved });
    }
  }

  async #left(filter: Omit<QuarantineFilter, "before">, before: Date): Promise<number> {
    return (await this.#quarantine.count({ ...filter, before })).reduce((sum, { count }) => sum + count, 0);
  }

  #drive(run: ReplayRun): void {
    const stop = new AbortController();
    const ended = this.#work(run, stop).finally(() => this.#driven.delete(run.id));
    this.#driven.set(run.id, { stop, ended });
  }

  async #work({ id, filter, before, perSecond, moved: movedBefore }: ReplayRun, stop: AbortController): Promise<void> {
    let moved = movedBefore;
    const note = async () => {
      // Somebody cancelled it at another console.
      if (!(await this.#runs.drive(id, moved))) stop.abort();
    };
    const noting = setInterval(() => void note().catch(() => {}), NOTE_MS);
    try {
      await replayQuarantined(this.#quarantine, this.#queue, {
        filter: { ...filter, before },
        ...(perSecond === null ? {} : { perSecond }),
        signal: stop.signal,
        onProgress: (now) => {
          moved = movedBefore + now;
        },
      });
      await note();
      if (this.#isStopping && stop.signal.aborted) await this.#runs.leave(id);
      else if (await this.#runs.end(id, "done"))
        this.#log.info({ documents: moved, code: filter.code ?? null }, "quarantine-replayed");
    } catch (error) {
      const message = (error as Error).message;
      this.#log.warn({ replay: id, error: message }, "replay-failed");
      await this.#runs.end(id, "failed", message).catch(() => {});
    } finally {
      clearInterval(noting);
    }
  }
}
