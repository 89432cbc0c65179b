import { stageNames } from "@wirefold/core";
import { uncount } from "./books.ts";
import type { Client } from "./database.ts";

/** What clean adds to the event it is given. */
const learnedByClean = ["articleHash", "title", "url", "outlet", "publishedAt", "language", "wireCredit"];

/**
 * Makes documents owe clean again: those that are done with it, and those a worker has in hand, whose answer then counts for nothing.
 * The owed work gets a name never used before, so no answer decided earlier can be taken for it. A sweeper sends it.
 */
export async function oweCleaning(client: Client, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  // What they owe later stages is of an article that may change: clean owes it anew. Taken away first, so that whoever
  // disposes of it meanwhile has done so, and is seen below, or finds nothing owed. Rows in one order, as every writer locks them.
  await client.query(
    `delete from owed o using (
       select subject, stage from owed where subject = any ($1) and stage = any ($2) order by subject, stage for update
     ) held where o.subject = held.subject and o.stage = held.stage`,
    [documentIds, stageNames.slice(stageNames.indexOf("clean") + 1)],
  );
  await client.query(
    `with held as (
       select subject from owed where stage = 'clean' and subject = any ($1) order by subject for update
     )
     update owed o set input_hash = 'again-' || gen_random_uuid(), enqueued_at = now()
     from held h where o.stage = 'clean' and o.subject = h.subject`,
    [documentIds],
  );
  // A statement of its own: it sees the results of those whose work was disposed of while the first one waited.
  const { rows } = await client.query<{ subject: string }>(
    `insert into owed (subject, stage, locator_id, input, input_hash, priority)
     select distinct on (r.subject) r.subject, 'clean', r.locator_id, (r.outputs -> 0) - $2::text[], 'again-' || gen_random_uuid(), 'backfill'
     from result r join document d on d.id = r.subject
     where r.subject = any ($1) and r.stage = 'clean' and r.disposition = 'emitted' and d.removed_at is null
     order by r.subject, r.finished_at desc
     on conflict (subject, stage) do nothing
     returning subject`,
    [documentIds, learnedByClean],
  );
  await uncount(
    client,
    rows.map((row) => row.subject),
    "clean",
  );
}
