import type { Blobs } from "@wirefold/core";
import type { Pool } from "./database.ts";

/** Blobs looked at in one statement. */
const TOGETHER = 500;
/**
 * Blobs that are no document's body or article, held until they are looked for among facts, in what is owed and in what no longer
 * counts: a scan of each. Some 20 MB; a third of all blobs are facts.
 */
const HELD_MAX = 100_000;

/** How long a blob may lie unnamed: between the writing of a body and the recording of what names it, seconds as a rule. */
export const UNNAMED_MS = 24 * 3_600_000;

export interface UnusedBlob {
  readonly hash: string;
  /** As stored. */
  readonly bytes: number;
}

/**
 * Blobs that nothing names: no standing document, nothing owed, no result that is kept. They are left by takedowns cut short, by results
 * that were pruned, and by processes killed between writing a body and recording it. Memory is bounded: blobs are looked at by the
 * hundred.
 *
 * @param putBefore younger ones may be about to be named, see {@link UNNAMED_MS}
 */
export async function* unusedBlobs(pool: Pool, blobs: Blobs, putBefore: Date): AsyncGenerator<UnusedBlob> {
  let listed: UnusedBlob[] = [];
  let held: UnusedBlob[] = [];
  const unnamed = async () => {
    const names = await ofDocuments(pool, listed);
    held.push(...listed.filter(({ hash }) => !names.has(hash)));
    listed = [];
  };
  const settled = async () => {
    const names = await ofWork(pool, held);
    const found = held.filter(({ hash }) => !names.has(hash));
    held = [];
    return found;
  };
  for await (const { hash, bytes, putAt } of blobs.list()) {
    if (putAt < putBefore) listed.push({ hash, bytes });
    if (listed.length >= TOGETHER) await unnamed();
    if (held.length >= HELD_MAX) yield* await settled();
  }
  await unnamed();
  yield* await settled();
}

/** Which of these a standing document names as its body or its article. */
async function ofDocuments(pool: Pool, blobs: readonly UnusedBlob[]): Promise<Set<string>> {
  if (blobs.length === 0) return new Set();
  // One look-up each: the planner would hash the whole table.
  const { rows } = await pool.query<{ hash: string }>(
    `select hash from unnest($1::text[]) as g (hash)
     where exists (select from document d where d.body_hash = g.hash and d.removed_at is null offset 0)
        or exists (select from document d where d.article_hash = g.hash and d.removed_at is null offset 0)`,
    [blobs.map(({ hash }) => hash)],
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Which of these are a document's facts, or are named by what is owed, by what was quarantined, or by a result that no longer counts and is still kept. */
async function ofWork(pool: Pool, blobs: readonly UnusedBlob[]): Promise<Set<string>> {
  if (blobs.length === 0) return new Set();
  const { rows } = await pool.query<{ hash: string }>(
    `with event as (
       select input as e from owed
       union all select input from result where counted and disposition <> 'emitted' and input is not null
       union all select o from result cross join jsonb_array_elements(outputs) o
         where not counted and not exists (select from document x where x.id = subject and x.removed_at is not null)
     )
     select d.facts_hash as hash from document d where d.removed_at is null and d.facts_hash = any ($1)
     union select named.hash from event
       cross join lateral (values (e ->> 'bodyHash'), (e ->> 'articleHash'), (e ->> 'factsHash'), (e -> 'record' ->> 'bodyHash')) named (hash)
     where named.hash = any ($1)`,
    [blobs.map(({ hash }) => hash)],
  );
  return new Set(rows.map(({ hash }) => hash));
}
