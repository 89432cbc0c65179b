import type { Blobs } from "@wirefold/core";
import type { Pool } from "./database.ts";
import { idRange } from "./id-range.ts";
import { unpackRecord } from "./packed-record.ts";
import { PostgresRecurringLines } from "./recurring-lines.ts";
import { PostgresSimilarityIndex } from "./similarity-index.ts";
import { PostgresStories } from "./stories.ts";

/** What a takedown did. */
export interface Takedown {
  /** False when it had been taken down before; what was left of it is then cleared away. */
  readonly removed: boolean;
  /** Documents it had edges to: they owe reconcile, which writes their stories without it. */
  readonly neighbours: readonly string[];
  readonly blobsDeleted: number;
  /** Bodies kept because another document has the same. */
  readonly blobsShared: number;
}

/** A document a query may mean. */
export interface RemovableDocument {
  readonly id: string;
  readonly locator: string;
  readonly title: string | null;
  readonly removed: boolean;
}

/** Documents by id or its beginning, URL, or path; also those taken down before. An exact id means that document alone. */
export async function findRemovable(pool: Pool, query: string): Promise<RemovableDocument[]> {
  if (query === "") return [];
  const { rows } = await pool.query<RemovableDocument>(
    `with named as (
       select id from document where id >= $2 and id < $3
       union select id from document where url = $1
       union select id from document where locator = $1
       union select id from document where locator = 'file://' || $1
     )
     select id, locator, title, removed_at is not null as removed from named join document using (id) order by id`,
    [query, ...idRange(query)],
  );
  const exact = rows.filter((row) => row.id === query);
  return exact.length > 0 ? exact : rows;
}

/**
 * Takes a document down: out of stories, edges and the similarity index; its words out of bodies, features, results and
 * timeline. Lines that recurred over its site with its help alone are owed back to the documents that hold them. Its row stays as a mark, so the same bytes from the same place are not taken in again. Every step may be
 * repeated, so one that was cut short is finished by calling this again.
 */
export async function takeDown(pool: Pool, blobs: Blobs, documentId: string): Promise<Takedown | null> {
  const known = await pool.query("select from document where id = $1", [documentId]);
  if (known.rowCount === 0) return null;
  const { rows: neighbours } = await pool.query<{ id: string }>(
    "select b as id from edge where a = $1 union select a from edge where b = $1 order by id",
    [documentId],
  );
  const removed = await new PostgresStories(pool).remove(documentId);
  await new PostgresSimilarityIndex(pool).remove([documentId]);
  await pool.query("delete from features where document_id = $1", [documentId]);
  await pool.query("delete from changed_article where document_id = $1", [documentId]);
  await pool.query("delete from override where $1 in (a_document, b_document)", [documentId]);
  await new PostgresRecurringLines(pool).remove([documentId]);
  const { own, shared } = await bodiesOf(pool, documentId);
  let blobsDeleted = 0;
  for (const hash of own) {
    if (!(await blobs.has(hash))) continue;
    await blobs.delete(hash);
    blobsDeleted += 1;
  }
  await forgetWords(pool, documentId);
  return { removed, neighbours: neighbours.map((row) => row.id), blobsDeleted, blobsShared: shared.length };
}

/**
 * Whether a story of these neighbours still names one of these documents: it does while a member is on its way, which
 * will have the story written again when it arrives.
 */
export async function stillNamed(pool: Pool, documentIds: readonly string[], neighbours: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ record: Buffer | null }>(
    "select record from story where id in (select story_id from assignment where document_id = any ($1))",
    [neighbours],
  );
  const gone = new Set(documentIds);
  for (const { record } of rows) {
    const members = (await unpackRecord(record))?.members ?? [];
    if (members.some((member) => gone.has(member.id))) return true;
  }
  return false;
}

/**
 * The bodies of a document, from all versions of its results: those only it has, and those another has as well. Facts hold the id of
 * their document: no other has the same.
 */
async function bodiesOf(pool: Pool, documentId: string): Promise<{ own: string[]; shared: string[] }> {
  const { rows } = await pool.query<{ hash: string; shared: boolean }>(
    `with mine as (
       select body_hash as hash from document where id = $1
       union select article_hash from document where id = $1
       union select facts_hash from document where id = $1
       union select o ->> name from result r cross join jsonb_array_elements(r.outputs) o
         cross join unnest(array['articleHash', 'factsHash']) name where r.subject = $1
     ), theirs as (
       select m.hash from mine m join document d on d.body_hash = m.hash where d.id <> $1 and d.removed_at is null
       union select m.hash from mine m join document d on d.article_hash = m.hash where d.id <> $1 and d.removed_at is null
     )
     select hash, hash in (select hash from theirs) as shared from mine where hash is not null order by hash`,
    [documentId],
  );
  const hashes = (shared: boolean) => rows.filter((row) => row.shared === shared).map((row) => row.hash);
  return { own: hashes(false), shared: hashes(true) };
}

/** Titles, removed lines and error messages quote a document. When, where and how it went through the stages is kept. */
async function forgetWords(pool: Pool, documentId: string): Promise<void> {
  await pool.query(
    "update document set title = null, article_hash = null, facts_hash = null where id = $1 and removed_at is not null",
    [documentId],
  );
  await pool.query(
    `update result set detail = null, input = null, outputs = case
       when outputs #> '{0,title}' is null then outputs else jsonb_set(outputs, '{0,title}', 'null') end
     where subject = $1`,
    [documentId],
  );
  await pool.query("update attempt set detail = null where subject = $1", [documentId]);
}
