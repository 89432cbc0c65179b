import type { Blobs, Facts } from "@wirefold/core";
import { claimRows } from "@wirefold/report";
import { inTransaction, type Pool, readCleaned, readFacts, StoreReader } from "@wirefold/store";

/** Stories or documents unpacked in one transaction. */
const TOGETHER = 50;

/**
 * Brings the tables of the schema `data` up to date: what changed since the last time is unpacked again, what is gone is taken out.
 * Each step is one transaction, so a kill leaves tables that are whole and a little older.
 *
 * @param onProgress Called with how many stories and documents were unpacked so far.
 */
export async function unpackData(database: Pool, blobs: Blobs, onProgress: (done: number) => void = () => {}): Promise<void> {
  let done = 0;
  await dropWhatIsGone(database);
  const reader = new StoreReader(database);
  for (;;) {
    const { rows } = await database.query<{ id: string; version: string }>(
      `select s.id, s.version::text as version from story s left join data.unpacked u on u.kind = 'story' and u.id = s.id
       where u.version is distinct from s.version::text order by s.id limit $1`,
      [TOGETHER],
    );
    if (rows.length === 0) break;
    const records = await reader.records(rows.map(({ id }) => id));
    await replace(database, "story", rows, { claim: [...claimRows(records)] });
    done += rows.length;
    onProgress(done);
  }
  for (;;) {
    const { rows } = await database.query<{ id: string; version: string; article: string | null }>(
      `select d.id, d.facts_hash as version, d.article_hash as article from document d left join data.unpacked u on u.kind = 'document' and u.id = d.id
       where d.facts_hash is not null and d.removed_at is null and u.version is distinct from d.facts_hash order by d.id limit $1`,
      [TOGETHER],
    );
    if (rows.length === 0) break;
    const read = await Promise.all(
      rows.map(async ({ id, version, article }) => {
        const { text } = article === null ? { text: "" } : await readCleaned(blobs, article);
        return { id, facts: await readFacts(blobs, version, text) };
      }),
    );
    // Facts of an article that has changed since have none to show until they are read again.
    const facts = read.flatMap(({ id, facts }) => (facts === null ? [] : [{ id, facts }]));
    await replace(database, "document", rows, { quote: facts.flatMap(quoteRows), figure: facts.flatMap(figureRows) });
    done += rows.length;
    onProgress(done);
  }
}

export interface Read {
  readonly id: string;
  readonly facts: Facts;
}

/** A document's quotations, direct and indirect. */
export function quoteRows({ id, facts }: Read) {
  return [...facts.quotes, ...facts.indirect_quotes].map(({ kind, text, speaker, cue, span }) => ({
    document: id,
    kind,
    text,
    speaker,
    cue: cue?.text ?? null,
    span_start: span[0],
    span_end: span[1],
  }));
}

function figureRows({ id, facts }: Read): object[] {
  return facts.numeric_mentions.map(
    ({ text, number, value, range, unit, modifier, subject, predicate, place, period, ...one }) => ({
      document: id,
      text,
      number: number.text,
      value: value ?? null,
      value_low: range?.[0] ?? null,
      value_high: range?.[1] ?? null,
      unit,
      modifier,
      subject,
      predicate,
      place,
      period,
      attributed_to: one.attributed_to,
      span_start: one.span[0],
      span_end: one.span[1],
    }),
  );
}

async function dropWhatIsGone(database: Pool): Promise<void> {
  await database.query(
    `with gone as (
       delete from data.unpacked u where (kind = 'story' and not exists (select from story s where s.id = u.id))
         or (kind = 'document' and not exists (select from document d where d.id = u.id and d.removed_at is null))
       returning kind, id
     ), claims as (delete from data.claim c using gone g where g.kind = 'story' and c.story = g.id),
     quotes as (delete from data.quote q using gone g where g.kind = 'document' and q.document = g.id)
     delete from data.figure f using gone g where g.kind = 'document' and f.document = g.id`,
  );
}

/** Replaces the rows of these stories or documents, and remembers which version they are of. */
async function replace(
  database: Pool,
  kind: "story" | "document",
  versions: readonly { readonly id: string; readonly version: string }[],
  tables: Readonly<Partial<Record<"claim" | "quote" | "figure", readonly object[]>>>,
): Promise<void> {
  const ids = versions.map(({ id }) => id);
  await inTransaction(database, async (client) => {
    for (const [table, rows] of Object.entries(tables)) {
      await client.query(`delete from data.${table} where ${kind} = any ($1)`, [ids]);
      await client.query(`insert into data.${table} select * from jsonb_populate_recordset(null::data.${table}, $1::jsonb)`, [
        JSON.stringify(rows),
      ]);
    }
    await client.query(
      `insert into data.unpacked (kind, id, version) select $1, * from unnest($2::text[], $3::text[])
       on conflict (kind, id) do update set version = excluded.version`,
      [kind, ids, versions.map(({ version }) => version)],
    );
  });
}
