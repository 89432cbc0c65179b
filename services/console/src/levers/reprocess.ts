import { setTimeout as sleep } from "node:timers/promises";
import type { BullWorkQueue } from "@wirefold/queue";
import type { PostgresReprocess, Reprocess } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";

/** Documents taken in one step: a job's worth. */
const STEP = 100;
/** Live work that waits longer than this is being held up: the run then lets the queue run dry before it goes on. */
const LIVE_WAIT_SECONDS_MAX = 5;
const HOLD_MS = 500;
/** @default of reprocessed documents that may wait at once */
export const WAITING_MAX = 2000;

export interface ReprocessDriving {
  readonly waitingMax?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (run: Reprocess) => void;
  /** Told why nothing is sent for now. */
  readonly onHold?: (run: Reprocess, why: string) => void;
}

/**
 * Sends what a run takes, step by step, until it is done, paused or cancelled, and stands back while live work waits. Several may drive
 * one run: its steps are transactions, and what waits is counted over all.
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
  while (!signal?.aborted) {
    const { liveWaitSeconds, backfill } = await runs.load();
    if (backfill >= waitingMax || (liveWaitSeconds > LIVE_WAIT_SECONDS_MAX && backfill > 0)) {
      onHold?.(run, liveWaitSeconds > LIVE_WAIT_SECONDS_MAX ? "live work first" : `${backfill.toLocaleString("en")} waiting`);
      await sleep(HOLD_MS, undefined, signal ? { signal } : {}).catch(() => {});
      continue;
    }
    const step = await runs.step(run.id, STEP);
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
