import type { Client } from "./database.ts";

/** What clean adds to the event it is given. */
const learnedByClean = ["articleHash", "title", "url", "outlet", "publishedAt", "language", "wireCredit"];

/**
 * Makes documents owe clean again: those that are done with it, and those a worker has in hand, whose answer then counts for nothing.
 * The owed work gets a name never used before, so no answer decided earlier can be taken for it. A sweeper sends it.
 */
export async function oweCleaning(client: Client, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  // Rows in one order, so two that turn lines do not lock each other's crosswise.
  await client.query(
    `with held as (
       select subject from owed where stage = 'clean' and subject = any ($1) order by subject for update
     )
     update owed o set input_hash = 'again-' || gen_random_uuid(), enqueued_at = now()
     from held h where o.stage = 'clean' and o.subject = h.subject`,
    [documentIds],
  );
  // A statement of its own: it sees the results of those whose work was disposed of while the first one waited.
  await client.query(
    `insert into owed (subject, stage, locator_id, input, input_hash, priority)
     select distinct on (r.subject) r.subject, 'clean', r.locator_id, (r.outputs -> 0) - $2::text[], 'again-' || gen_random_uuid(), 'backfill'
     from result r join document d on d.id = r.subject
     where r.subject = any ($1) and r.stage = 'clean' and r.disposition = 'emitted' and d.removed_at is null
     order by r.subject, r.finished_at desc
     on conflict (subject, stage) do nothing`,
    [documentIds, learnedByClean],
  );
}
