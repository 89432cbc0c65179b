import type { Priority, StageName } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";

/** Rows looked at in one statement. */
const PAGE = 5000;

/** Work owed about a document that was taken down or is not there: nobody can do it. */
export async function workOfNobody(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ subject: string }>(
    `select distinct subject from owed o where case when o.stage = 'fetch'
       then not exists (select from locator l where l.id = o.subject)
       else not exists (select from document d where d.id = o.subject and d.removed_at is null) end
     order by subject`,
  );
  return rows.map(({ subject }) => subject);
}

/** Takes work of nobody out of what is owed. Asked again in the statement itself: somebody may have come meanwhile. */
export async function dropWorkOfNobody(pool: Pool, subjects: readonly string[]): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from owed o where o.subject = any ($1) and case when o.stage = 'fetch'
       then not exists (select from locator l where l.id = o.subject)
       else not exists (select from document d where d.id = o.subject and d.removed_at is null) end`,
    [subjects],
  );
  return rowCount ?? 0;
}

/**
 * Documents that were taken down and are still somewhere: in a comparison, a story, the words learned of their site, or quoted
 * by a result or the timeline. What a takedown that was killed leaves behind.
 */
export async function unfinishedTakedowns(pool: Pool): Promise<string[]> {
  const holding = [
    ...["features", "changed_article", "assignment", "document_group", "line_document"].map((table) => [table, "document_id"]),
    ["similarity_document", "id"],
    ["owed", "subject"],
    ["edge", "a"],
    ["edge", "b"],
    ["override", "a_document"],
    ["override", "b_document"],
  ]
    .map(([table, column]) => `exists (select from ${table} x where x.${column} = d.id)`)
    .join(" or ");
  const { rows } = await pool.query<{ id: string }>(
    `select d.id from document d where d.removed_at is not null and (
       d.title is not null or d.article_hash is not null or d.facts_hash is not null or ${holding}
       or exists (select from result r where r.subject = d.id and (r.counted or r.detail is not null or r.input is not null))
       or exists (select from timeline t where t.subject = d.id and t.detail is not null))
     order by d.id`,
  );
  return rows.map(({ id }) => id);
}

export interface OwedSubject {
  readonly subject: string;
  readonly priority: Priority;
}

/** Work of a stage that has been owed for some seconds, by subject: what a job must carry. */
export async function* longOwed(pool: Pool, stage: StageName, seconds: number): AsyncGenerator<readonly OwedSubject[]> {
  for (let after = ""; ; ) {
    const { rows } = await pool.query<OwedSubject>(
      `select subject, priority from owed
       where stage = $1 and subject > $2 and enqueued_at < now() - $3 * interval '1 second' order by subject limit $4`,
      [stage, after, seconds, PAGE],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.subject ?? after;
  }
}

/** Which of these subjects owe a stage. */
export async function owingAmong(pool: Pool, stage: StageName, subjects: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ subject: string }>("select subject from owed where stage = $1 and subject = any ($2)", [
    stage,
    subjects,
  ]);
  return new Set(rows.map(({ subject }) => subject));
}

/** Notes that work is being sent now. Answers with what is still owed: that is to be sent. */
export async function noteSent(pool: Pool, stage: StageName, subjects: readonly string[]): Promise<OwedSubject[]> {
  const { rows } = await pool.query<OwedSubject>(
    "update owed set enqueued_at = now() where stage = $1 and subject = any ($2) returning subject, priority",
    [stage, subjects],
  );
  return rows;
}

/** The bodies, articles and facts of standing documents, a page of documents at a time. */
export async function* namedBlobs(
  pool: Pool,
): AsyncGenerator<readonly { readonly id: string; readonly hashes: readonly string[] }[]> {
  for (let after = ""; ; ) {
    const { rows } = await pool.query<{ id: string; hashes: string[] }>(
      `select id, array_remove(array[body_hash, article_hash, facts_hash], null) as hashes from document
       where removed_at is null and id > $1 order by id limit $2`,
      [after, PAGE],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}

/** A line of the books that differs from what is counted row by row. */
export interface WrongLine {
  /** Of all documents what is counted, or the run whose books they are. */
  readonly what: string;
  readonly stage: string | null;
  readonly disposition: string | null;
  readonly reason: string | null;
  /** What the books say, and what there is. */
  readonly kept: number;
  readonly counted: number;
}

const COUNTED = `
  select 'result' as what, stage, disposition, reason, count(*) as n from result where counted group by stage, disposition, reason
  union all select 'owed', stage, null, null, count(*) from owed group by stage
  union all select 'locator', null, null, null, count(*) from locator
  union all select 'document', null, null, null, count(*) from document where removed_at is null
  union all select 'story', null, null, null, count(*) from story`;

/** The same of each run; its places are the line without a stage. */
const COUNTED_OF_RUNS = `
  select run_id, '' as stage, '' as disposition, '' as reason, count(*) as n from run_locator group by run_id
  union all select l.run_id, r.stage, r.disposition, coalesce(r.reason, ''), count(*)
    from result r left join document d on d.id = r.subject join run_locator l on l.locator_id = coalesce(r.locator_id, d.locator_id)
    where r.counted group by 1, 2, 3, 4`;

/** Compares the books with the rows themselves: a scan of every table. */
export async function wrongBooks(db: Pick<Client, "query">): Promise<WrongLine[]> {
  const { rows } = await db.query<Omit<WrongLine, "kept" | "counted"> & { kept: string; counted: string }>(
    `with line as (
       select what, stage, disposition, reason, sum(n) as kept, 0::bigint as counted from tally group by 1, 2, 3, 4
       union all select what, stage, disposition, reason, 0, n from (${COUNTED}) c
       union all select run_id, stage, disposition, reason, sum(n), 0 from run_tally group by 1, 2, 3, 4
       union all select run_id, stage, disposition, reason, 0, n from (${COUNTED_OF_RUNS}) c
     )
     select what, stage, disposition, reason, sum(kept) as kept, sum(counted) as counted from line group by 1, 2, 3, 4
     having sum(kept) <> sum(counted) order by 1, 2, 3, 4`,
  );
  return rows.map((row) => ({ ...row, kept: Number(row.kept), counted: Number(row.counted) }));
}

/** Counts everything again. Writers wait meanwhile. */
export async function recountBooks(pool: Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      "lock table locator, run_locator, document, owed, result, story, tally, run_tally in share row exclusive mode",
    );
    await client.query("delete from tally");
    await client.query(`insert into tally ${COUNTED}`);
    await client.query("delete from run_tally");
    await client.query(
      `insert into run_tally (run_id, stage, disposition, reason, n, folded) select c.*, true from (${COUNTED_OF_RUNS}) c`,
    );
  });
}
