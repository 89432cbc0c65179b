import type { Ledger, Priority, StageName, WorkQueue } from "@wirefold/core";
import type { Log } from "./define-stage.ts";
import { batchLimit } from "./run-batch.ts";

/**
 * Sends again what the ledger says is owed and no job carries. Run by every worker for its own stage; safe to race.
 * @returns how many subjects were sent.
 */
export async function sweep(stage: StageName, ledger: Ledger, queue: WorkQueue, log: Log): Promise<number> {
  let sent = 0;
  for (;;) {
    const lost = await ledger.takeLost(stage, await queue.lostBefore(stage), 1000);
    for (const priority of ["live", "backfill"] satisfies Priority[]) {
      const subjects = lost.filter((work) => work.priority === priority).map((work) => work.subject);
      for (let from = 0; from < subjects.length; from += batchLimit) {
        await queue.send(stage, subjects.slice(from, from + batchLimit), { priority });
      }
    }
    sent += lost.length;
    if (lost.length > 0) log.info({ stage, documents: lost.length }, "lost-work-sent-again");
    if (lost.length < 1000) return sent;
  }
}
