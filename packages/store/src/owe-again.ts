import { type StageName, stageBefore, stageNames } from "@wirefold/core";
import { uncount } from "./books.ts";
import type { Client } from "./database.ts";
import { emittedUpTo, RECORDED_OF_DOCUMENT } from "./stage-sql.ts";

/**
 * Makes documents owe a stage again, from the input it last had: those that are done with it, and those a worker has in hand, whose
 * answer then counts for nothing. Documents that owe an earlier stage are left out: they come by anyway. What the stages decided
 * before stands (articles, facts, stories) until they have decided again. The owed work gets a name never used before, so no
 * answer decided earlier can be taken for it. A sweeper sends it.
 *
 * @returns the documents that owe the stage now and did not before
 */
export async function oweAgain(
  client: Client,
  stage: Exclude<StageName, "fetch">,
  documentIds: readonly string[],
): Promise<string[]> {
  if (documentIds.length === 0) return [];
  const place = stageNames.indexOf(stage);
  // What they owe later stages is of an answer that may change. Taken away first, so that a worker that disposes of it meanwhile has
  // done so, and is seen below, or finds nothing owed. Rows in one order, as every writer locks them.
  await client.query(
    `delete from owed o using (
       select subject, stage from owed where subject = any ($1) and stage = any ($2) order by subject, stage for update
     ) held where o.subject = held.subject and o.stage = held.stage`,
    [documentIds, stageNames.slice(place + 1)],
  );
  await client.query(
    `with held as (
       select subject from owed where stage = $2 and subject = any ($1) order by subject for update
     )
     update owed o set input_hash = 'again-' || gen_random_uuid(), enqueued_at = now()
     from held h where o.stage = $2 and o.subject = h.subject`,
    [documentIds, stage],
  );
  // A statement of its own: it sees the results of those whose work was disposed of while the first ones waited.
  const { rows } = await client.query<{ subject: string }>(
    `insert into owed (subject, stage, locator_id, input, input_hash, priority)
     select d.id, $2, d.locator_id, given.event, 'again-' || gen_random_uuid(), 'backfill'
     from document d cross join lateral (${stage === "clean" ? FETCHED : emittedBefore(stage)}) given
     where d.id = any ($1) and d.removed_at is null
       and not exists (select from owed o where o.subject = d.id and o.stage = any ($3))
     order by d.id
     on conflict (subject, stage) do nothing
     returning subject`,
    [documentIds, stage, stageNames.slice(0, place), ...(stage === "clean" ? [] : [stageBefore(stage)])],
  );
  const subjects = rows.map((row) => row.subject);
  await uncount(client, subjects, stage);
  return subjects;
}

/** What fetch made of the document's place: one place (a feed, an archive) may have given several documents. */
const FETCHED = `
  select ${RECORDED_OF_DOCUMENT} || e.event as event from result r cross join lateral jsonb_array_elements(r.outputs) e (event)
  where r.subject = d.locator_id and r.stage = 'fetch' and r.disposition = 'emitted' and e.event ->> 'documentId' = d.id
  order by r.finished_at desc limit 1`;

/** What the stage before said of it last. */
function emittedBefore(stage: StageName): string {
  return `
  select ${emittedUpTo(stageBefore(stage) ?? stage)} as event from result r
  where r.subject = d.id and r.disposition = 'emitted' and r.counted
    and r.stage = $4
  order by r.finished_at desc limit 1`;
}
