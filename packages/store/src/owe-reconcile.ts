import { uncount } from "./books.ts";
import type { Client } from "./database.ts";
import { STORY_ANCHOR } from "./packed-layers.ts";
import { BEFORE_RECONCILE, emittedUpTo, ON_THE_WAY, STAGE_BEFORE_RECONCILE } from "./stage-sql.ts";

/**
 * Makes documents owe reconcile again, those that came so far. Work in hand gets a new name, so that an answer decided before
 * this counts for nothing; a sweeper sends it. Documents that owe an earlier stage again are left out: they come by anyway, and would
 * stand in the books of two stages.
 */
export async function oweReconcile(client: Client, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const { rows } = await client.query<{ subject: string }>(
    `insert into owed (subject, stage, locator_id, input, input_hash, priority, enqueued_at)
     select distinct on (r.subject) r.subject, 'reconcile', d.locator_id, ${emittedUpTo(STAGE_BEFORE_RECONCILE)}, 'again-' || gen_random_uuid(), 'live', now()
     from result r join document d on d.id = r.subject
     where r.subject = any ($1) and r.stage = ${BEFORE_RECONCILE} and r.disposition = 'emitted' and d.removed_at is null
       and not exists (select from owed o where o.subject = r.subject and o.stage in (${ON_THE_WAY}))
     order by r.subject, r.finished_at desc
     on conflict (subject, stage) do update set input_hash = excluded.input_hash, enqueued_at = excluded.enqueued_at
     returning subject`,
    [documentIds],
  );
  await uncount(
    client,
    rows.map((row) => row.subject),
    "reconcile",
  );
}

/**
 * Makes the neighbours of documents that will never reach reconcile owe it again, and one of their stories: they may have
 * finished while waiting for exactly these.
 */
export async function oweNeighbours(client: Client, documentIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>({
    name: "neighbours",
    text: `select b as id from edge where a = any ($1) union select a from edge where b = any ($1)
           union (select distinct on (${STORY_ANCHOR("other")}) other.document_id from document_group own
                    join document_group other on ${STORY_ANCHOR("other")} = ${STORY_ANCHOR("own")} and other.document_id <> own.document_id
                  where own.document_id = any ($1) order by ${STORY_ANCHOR("other")}, other.document_id)`,
    values: [documentIds],
  });
  await oweReconcile(
    client,
    rows.map((row) => row.id),
  );
}
