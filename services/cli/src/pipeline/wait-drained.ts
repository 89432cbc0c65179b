import { setTimeout as sleep } from "node:timers/promises";
import { type StageName, stageNames } from "@wirefold/core";
import type { Platform } from "@wirefold/worker";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatCount } from "../format.ts";
import type { Progress } from "../progress.ts";

const POLL_MS = 500;

export interface WaitOptions {
  /** Waits for the documents of this run alone. */
  readonly runId?: string;
  /** Gives up after so many seconds. */
  readonly timeoutS: number | null;
  /** Counts documents' worth of work, over all stages. */
  readonly progress: Progress;
  /** How many documents there are, where it is known; otherwise what is owed at first is the whole. */
  readonly documents?: number;
}

/**
 * Waits until nothing is owed. Running workers do the work; this does none of it.
 *
 * @throws CliError with exit code `notDrained` when the time is over, or what is owed waits for paused stages alone
 */
export async function waitDrained({ ledger, queue }: Platform, options: WaitOptions): Promise<void> {
  const until = options.timeoutS === null ? Number.POSITIVE_INFINITY : performance.now() + options.timeoutS * 1000;
  let most = options.documents ?? 0;
  for (;;) {
    const [owed, paused] = await Promise.all([
      ledger.countOwed(options.runId),
      Promise.all(stageNames.map((stage) => queue.isPaused(stage))),
    ]);
    const owing = stageNames.filter((stage) => owed[stage] > 0);
    if (owing.length === 0) return;
    const total = owing.reduce((sum, stage) => sum + owed[stage], 0);
    most = Math.max(most, total);
    options.progress.setTotal(most);
    options.progress.update(documentsDone(most, owed), owing.map((stage) => `${stage} ${formatCount(owed[stage])}`).join(" · "));
    // What a paused stage owes nobody will do. The stages before it may still work; only their rest is worth waiting for.
    const stuck = owing.every((stage) => paused[stageNames.indexOf(stage)]);
    if (stuck || performance.now() > until) {
      const why = stuck ? `${owing.join(" and ")} paused` : `not drained within ${options.timeoutS} s`;
      throw new CliError("WIREFOLD_NOT_DRAINED", `${counted(total, "document")} still owed: ${why}`, {
        exitCode: EXIT.notDrained,
        remedy: stuck ? "'wirefold resume' lets a stage go on" : "'wirefold status' shows where they wait",
      });
    }
    await sleep(POLL_MS);
  }
}

/**
 * How many documents' worth of work is done: a document owed to the third of five stages counts two fifths. Counting only those
 * through all stages would say 0 for as long as the first stages of a large run take.
 */
export function documentsDone(found: number, owed: Readonly<Record<StageName, number>>): number {
  const left = stageNames.reduce((sum, stage, place) => sum + owed[stage] * (1 - place / stageNames.length), 0);
  return Math.max(0, Math.floor(found - left));
}
