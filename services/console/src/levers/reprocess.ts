import { setTimeout as sleep } from "node:timers/promises";
import type { BullWorkQueue } from "@wirefold/queue";
import type { PostgresReprocess, Reprocess } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import { LivePace } from "./live-pace.ts";

/** Documents taken in one step: a job's worth. */
const STEP = 100;
/** @default of reprocessed documents that may wait at once */
export const WAITING_MAX = 2000;
/** While live documents come in, their times are looked at so often, over the last so many seconds. */
const PACE_LOOK_MS = 3000;
const PACE_SECONDS = 20;
/** Live work that was seen so short a time ago is expected to go on coming. */
const LIVE_SEEN_MS = 30_000;
/** A run begins as if live work had been seen a while ago: for so long it looks before it takes full steps. */
const FIRST_LOOK_MS = 5_000;
/** Where live work never ends, a step is sent all the same after so long; not while it waits longer than it may. */
const GENTLE_HOLD_MS = 2000;
const LIVE_WAIT_SECONDS_MAX = 5;
const HOLD_MS = 500;
const GENTLE_LOOK_MS = 100;

export interface ReprocessDriving {
  readonly waitingMax?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (run: Reprocess) => void;
  /** Told why nothing is sent for now. */
  readonly onHold?: (run: Reprocess, why: string) => void;
}

/**
 * Sends what a run takes, step by step, until it is done, paused or cancelled, and stands back while live work waits: while live
 * documents come in, as much is kept in hand as leaves them about as quick as they were before the run. Several may drive one run: its steps are transactions, and what waits is counted over all.
 *
 * @returns the run as it then stands
 */
export async function driveReprocess(
  runs: PostgresReprocess,
  queue: Pick<BullWorkQueue, "send">,
  begun: Reprocess,
  { waitingMax = WAITING_MAX, signal, onStep, onHold }: ReprocessDriving = {},
): Promise<Reprocess> {
  let run = begun;
  let liveSeenAt = performance.now() - (LIVE_SEEN_MS - FIRST_LOOK_MS);
  let sentAt = Number.NEGATIVE_INFINITY;
  let pacedAt = performance.now();
  const pace = new LivePace(await runs.liveSeconds({ before: begun.createdAt }), waitingMax);
  while (!signal?.aborted) {
    const { liveWaitSeconds, backfill } = await runs.load(waitingMax);
    const now = performance.now();
    if (liveWaitSeconds > 0) liveSeenAt = now;
    const isGentle = now - liveSeenAt < LIVE_SEEN_MS;
    const isLate = liveWaitSeconds > LIVE_WAIT_SECONDS_MAX && backfill > 0;
    const standsBack = isLate || (liveWaitSeconds > 0 && now - sentAt < GENTLE_HOLD_MS);
    if (isGentle && now - pacedAt >= PACE_LOOK_MS) {
      pacedAt = now;
      pace.look(await runs.liveSeconds({ withinSeconds: PACE_SECONDS }));
    }
    // A job of several documents costs little more than a job of one: as soon as half is through, as much is sent.
    const most = isGentle ? pace.inHand : waitingMax;
    const gentleStep = Math.ceil(most / 2);
    if (backfill > most - gentleStep || (!isGentle && backfill >= most) || standsBack) {
      onHold?.(run, standsBack ? "live work first" : `${backfill.toLocaleString("en")} waiting`);
      await sleep(isGentle ? GENTLE_LOOK_MS : HOLD_MS, undefined, signal ? { signal } : {}).catch(() => {});
      continue;
    }
    sentAt = now;
    const step = await runs.step(run.id, isGentle ? gentleStep : STEP);
    if (step === null) break;
    run = step.reprocess;
    await queue.send(run.stage, step.subjects, { priority: "backfill" });
    onStep?.(run);
  }
  return (await runs.get(run.id)) ?? run;
}

/** Drives the runs that were begun or resumed from the console; the command line drives its own. */
export class ReprocessDriver {
  readonly #runs: PostgresReprocess;
  readonly #queue: Pick<BullWorkQueue, "send">;
  readonly #log: Log;
  readonly #stop = new AbortController();
  readonly #driven = new Map<string, Promise<unknown>>();

  constructor(runs: PostgresReprocess, queue: Pick<BullWorkQueue, "send">, log: Log) {
    this.#runs = runs;
    this.#queue = queue;
    this.#log = log;
  }

  drive(run: Reprocess): void {
    if (this.#driven.has(run.id)) return;
    const driving = driveReprocess(this.#runs, this.#queue, run, { signal: this.#stop.signal })
      .catch((error: Error) => this.#log.error({ error: error.message, run: run.id }, "reprocess-stopped"))
      .finally(() => this.#driven.delete(run.id));
    this.#driven.set(run.id, driving);
  }

  /** Whether this process drives it. A run nobody drives stands still until it is resumed. */
  drives(id: string): boolean {
    return this.#driven.has(id);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#driven.values());
  }
}
