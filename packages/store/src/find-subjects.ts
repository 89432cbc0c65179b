import type { StageName } from "@wirefold/core";
import type { Pool } from "./database.ts";
import { documentText, escaped, holdsAll, PLACE_TEXT, type WayIn, waysIn, wordsOf } from "./find-ways.ts";

/** What is looked for. All that is given must hold; at least `text` or one of the others is needed. */
export interface FindFilter {
  /** Parts of an id, path, URL, title, outlet, or of what the input said of it (the id of a JSONL line); every one must occur, in any case. */
  readonly text?: string;
  /** The stage it left last, or still owes. */
  readonly stage?: StageName;
  readonly disposition?: "emitted" | "dropped" | "quarantined" | "pending";
  /** A drop reason or an error's code. */
  readonly reason?: string;
  /** Part of an error's message. */
  readonly message?: string;
  readonly runId?: string;
  readonly since?: Date;
  readonly until?: Date;
}

/** A document, or a place that never became one, as a list shows it. */
export interface FoundSubject {
  readonly id: string;
  readonly isDocument: boolean;
  readonly locator: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly createdAt: Date;
  /** Taken down at; null while it stands. */
  readonly removedAt: Date | null;
  /** The stage it owes, else the one it left last; null before anything happened. */
  readonly stage: StageName | null;
  readonly disposition: "emitted" | "dropped" | "quarantined" | "pending" | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly story: string | null;
}

export interface FindOptions {
  /** @default 50, at most 1000 */
  readonly limit?: number;
}

const columns = "id, locator, title, outlet, url, created_at, removed_at, locator_id";

/**
 * Finds documents, and places that never became one. Newest first. Each way in has an index: words by trigrams, ids by their
 * beginning, dispositions and reasons by what left the line before its end, runs by their places. What finds enough among the newest
 * looks no further.
 */
export async function findSubjects(pool: Pool, filter: FindFilter, { limit = 50 }: FindOptions = {}): Promise<FoundSubject[]> {
  const most = Math.min(limit, 1000);
  const ways = waysIn(filter, most);
  let found: FoundSubject[] = [];
  for (let way = ways.first(); way !== null; way = ways.next(found.length)) {
    found = await find(pool, filter, way, most);
    if (found.length >= most) break;
  }
  return found;
}

async function find(pool: Pool, filter: FindFilter, way: WayIn, most: number): Promise<FoundSubject[]> {
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const matches = way.matches(param);
  // What a row of `subject` tells by itself is asked first; the rest needs a look at what became of each.
  const own: string[] = [];
  if (filter.since !== undefined) own.push(`s.created_at >= ${param(filter.since)}`);
  if (filter.until !== undefined) own.push(`s.created_at < ${param(filter.until)}`);
  if (filter.runId !== undefined)
    own.push(`exists (select from run_locator n where n.run_id = ${param(filter.runId)} and n.locator_id = s.locator_id)`);
  if (way.asksWords) {
    const all = holdsAll(wordsOf(filter), param);
    own.push(`(${all(documentText("s"))} or exists (select from locator where id = s.locator_id and ${all(PLACE_TEXT)}))`);
  }
  const conditions: string[] = [];
  if (filter.stage !== undefined) conditions.push(`stage = ${param(filter.stage)}`);
  if (filter.disposition !== undefined) conditions.push(`disposition = ${param(filter.disposition)}`);
  if (filter.reason !== undefined) conditions.push(`reason = ${param(filter.reason)}`);
  if (filter.message !== undefined) conditions.push(`message ilike ${param(`%${escaped(filter.message)}%`)}`);
  const { rows } = await pool.query<FoundSubject>(
    `with matched as (${matches}),
     -- A place and its documents are one answer: the documents, where there are any.
     -- One look-up a row: how many there are is not known when the plan is made, and whole tables would be hashed.
     subject as (
       select d.*, true as "isDocument" from matched m cross join lateral (select ${columns} from document where id = m.id offset 0) d
       union
       select d.*, true from matched m cross join lateral (select ${columns} from document where locator_id = m.id offset 0) d
       union
       select l.id, l.locator, null, null, null, l.created_at, null, l.id, false
       from matched m
         cross join lateral (select id, locator, created_at from locator where id = m.id offset 0) l
         left join lateral (select true as found from document where locator_id = l.id limit 1) d on true
       where d.found is null
     ),
     chosen as (
       select s.* from subject s ${own.length === 0 ? "" : `where ${own.join(" and ")}`}
       order by s.created_at desc, s.id limit ${param(way.lookedAt)}
     ),
     placed as (
       select s.id, s."isDocument", s.locator, s.title, s.outlet, s.url, s.created_at as "createdAt", s.removed_at as "removedAt",
         coalesce(o.stage, r.stage) as stage,
         case when o.stage is null then r.disposition else 'pending' end as disposition,
         case when o.stage is null then r.reason end as reason,
         case when o.stage is null then r.detail ->> 'message' end as message,
         a.story_id as story, s.locator_id
       from chosen s
         left join lateral (select stage from owed where subject in (s.id, s.locator_id) limit 1) o on true
         left join lateral (
           select stage, disposition, reason, detail from result where subject in (s.id, s.locator_id) and counted
           order by (subject = s.id) desc, finished_at desc limit 1
         ) r on true
         left join assignment a on a.document_id = s.id
     )
     select id, "isDocument", locator, title, outlet, url, "createdAt", "removedAt", stage, disposition, reason, message, story
     from placed ${conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`}
     order by "createdAt" desc, id limit ${param(most)}`,
    values,
  );
  return rows;
}
