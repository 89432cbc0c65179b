import type { LocatorSubmitted, Priority, SubmittedLocator } from "@wirefold/core";
import type { Platform } from "@wirefold/worker";

/** Locators recorded in one transaction, and sent in one job. */
const chunkSize = 100;
/** Runs that may still be waiting for a list's documents; older ones have ended. */
const runsMax = 3;

/**
 * Records what a list (a feed, a sitemap) names, under the runs the list belongs to and before the list itself is done
 * with: a run that counts what is owed never sees nothing owed in between. Repeating it changes nothing.
 */
export async function submitFound(
  { ledger, queue, database }: Pick<Platform, "ledger" | "queue" | "database">,
  parent: LocatorSubmitted,
  locators: readonly SubmittedLocator[],
): Promise<number> {
  const { rows } = await database.query<{ id: string; priority: Priority | null }>(
    `select r.id, (select priority from owed where subject = $1 and stage = 'fetch') as priority
     from run_locator rl join run r on r.id = rl.run_id where rl.locator_id = $1 order by r.created_at desc limit ${runsMax}`,
    [parent.locatorId],
  );
  const runs = rows.length > 0 ? rows.map((row) => row.id) : [`found-${parent.locatorId}`];
  const priority = rows[0]?.priority ?? "live";
  let fresh = 0;
  for (let from = 0; from < locators.length; from += chunkSize) {
    const chunk = locators.slice(from, from + chunkSize);
    const owing = new Set<string>();
    for (const run of runs) for (const id of await ledger.submit(run, chunk, priority)) owing.add(id);
    fresh += owing.size;
    if (owing.size > 0) await queue.send("fetch", [...owing], { priority });
  }
  return fresh;
}
