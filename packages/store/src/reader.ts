import { type StageName, type StoryRecord, stageNames } from "@wirefold/core";
import { countStories, type DispositionCount, readBalance, readDispositions, type StageBalance } from "./books.ts";
import type { Pool } from "./database.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
import { idRange } from "./id-range.ts";
import { unpackRecord } from "./packed-record.ts";
import { readTrace, type Trace } from "./trace.ts";

export interface StorySummary {
  readonly id: string;
  readonly version: number;
  readonly headline: string | null;
  readonly members: number;
  readonly lineages: number;
  readonly updatedAt: Date;
}

/** A subject that left the pipeline before its end, and why. */
export interface UnfinishedRow {
  readonly subject: string;
  readonly locator: string;
  readonly stage: StageName;
  readonly disposition: "dropped" | "quarantined";
  /** The drop reason, or the error's code. */
  readonly reason: string;
  /** The error's message; empty for a drop. */
  readonly message: string;
  readonly at: Date;
}

/** Which of those that left before the end are meant; what is left out is not asked about. */
export interface UnfinishedFilter {
  readonly disposition?: "dropped" | "quarantined";
  readonly stage?: StageName;
  readonly reason?: string;
  /** @default 1000 */
  readonly limit?: number;
}

const storyColumns = `s.id, s.version, s.headline, s.members, s.lineages, s.updated_at as "updatedAt"`;

/** Read-only questions people ask of the store: where is this document, what happened in this run, which stories are there. */
export class StoreReader {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Documents of a run (or all), by id. */
  async documents(
    options: { readonly runId?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<DocumentRow[]> {
    const { runId, after = "", limit = 100_000 } = options;
    const { rows } = await (runId === undefined
      ? this.#pool.query<DocumentRow>(
          `select ${documentColumns} from document d where d.removed_at is null and d.id > $1 order by d.id limit $2`,
          [after, limit],
        )
      : this.#pool.query<DocumentRow>(
          `select ${documentColumns} from run_locator r join document d on d.locator_id = r.locator_id
           where r.run_id = $3 and d.removed_at is null and d.id > $1 order by d.id limit $2`,
          [after, limit, runId],
        ));
    return rows;
  }

  async stories(
    options: { readonly runId?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<StorySummary[]> {
    const { runId, after = "", limit = 100_000 } = options;
    const { rows } = await (runId === undefined
      ? this.#pool.query<StorySummary>(`select ${storyColumns} from story s where s.id > $1 order by s.id limit $2`, [
          after,
          limit,
        ])
      : this.#pool.query<StorySummary>(
          `select ${storyColumns} from story s
           where s.id > $1 and s.id in (
             select a.story_id from run_locator r join document d on d.locator_id = r.locator_id join assignment a on a.document_id = d.id
             where r.run_id = $3)
           order by s.id limit $2`,
          [after, limit, runId],
        ));
    return rows;
  }

  /** How many stories there are. */
  countStories(): Promise<number> {
    return countStories(this.#pool);
  }

  /** Whether a run of this name was ever started. */
  async hasRun(id: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query("select from run where id = $1", [id]);
    return rowCount === 1;
  }

  /** The records of these stories, in their order; those that are not there are left out. */
  async records(ids: readonly string[]): Promise<StoryRecord[]> {
    const { rows } = await this.#pool.query<{ id: string; record: Buffer | null }>(
      "select id, record from story where id = any ($1)",
      [ids],
    );
    const packed = new Map(rows.map((row) => [row.id, row.record]));
    const records = await Promise.all(ids.map((id) => unpackRecord(packed.get(id) ?? null)));
    return records.filter((record) => record !== null);
  }

  /** The same one after another, for more than memory holds. */
  async *eachRecord(ids: readonly string[]): AsyncGenerator<StoryRecord> {
    const together = 50;
    for (let from = 0; from < ids.length; from += together) yield* await this.records(ids.slice(from, from + together));
  }

  async story(id: string): Promise<StoryRecord | null> {
    const { rows } = await this.#pool.query<{ record: Buffer | null }>("select record from story where id = $1", [id]);
    return unpackRecord(rows[0]?.record ?? null);
  }

  /** Stories whose id, headline or member matches: an id or its beginning, a document id, or words of the headline or their beginnings. */
  async findStories(query: string, limit = 20): Promise<StorySummary[]> {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const [from, to] = idRange(query);
    const { rows } = await this.#pool.query<StorySummary>(
      `with found as (
         (select id from story where id >= $1 and id < $2 order by id limit $4)
         union (select story_id from assignment where document_id >= $1 and document_id < $2 limit $4)
         union (select id from story
                where to_tsvector('simple', coalesce(headline, '')) @@ to_tsquery('simple', $3) order by id limit $4)
       )
       select ${storyColumns} from found join story s using (id) order by s.id limit $4`,
      [from, to, words.map((word) => `'${word}':*`).join(" & "), limit],
    );
    return rows;
  }

  /** Everything known of one document, found by id (or its beginning), URL, path, or locator id. */
  trace(query: string): Promise<Trace | null> {
    return readTrace(this.#pool, query);
  }

  /** How subjects left each stage the last time, by reason. */
  dispositions(runId?: string): Promise<DispositionCount[]> {
    return readDispositions(this.#pool, runId);
  }

  /** Each stage's books, in the order of the line. */
  balance(): Promise<StageBalance[]> {
    return readBalance(this.#pool);
  }

  /** When the job for what has waited longest was sent, by stage; stages that owe nothing are not in it. */
  async oldestOwed(): Promise<Map<StageName, Date>> {
    const { rows } = await this.#pool.query<{ stage: StageName; at: Date }>(
      `select s.stage, o.at from unnest($1::text[]) as s (stage)
       cross join lateral (select enqueued_at as at from owed where stage = s.stage order by enqueued_at limit 1) o`,
      [stageNames],
    );
    return new Map(rows.map(({ stage, at }) => [stage, at]));
  }

  /** Subjects that were dropped or quarantined, newest first. */
  async unfinished(runId?: string, filter: UnfinishedFilter = {}): Promise<UnfinishedRow[]> {
    const { disposition = null, stage = null, reason = null, limit = 1000 } = filter;
    const columns = `select r.subject, coalesce(d.locator, l.locator) as locator, r.stage, r.disposition, coalesce(r.reason, '') as reason,
        coalesce(r.detail ->> 'message', '') as message, r.finished_at as at`;
    const wanted = `r.counted and r.disposition <> 'emitted' and ($2::text is null or r.disposition = $2)
        and ($3::text is null or r.stage = $3) and ($4::text is null or r.reason = $4)`;
    // One look-up a row: how many there are is not known when the plan is made, and a hash of the tables would be chosen.
    const places = `cross join lateral (select locator from locator where id = r.locator_id offset 0) l
      left join lateral (select locator from document where id = r.subject offset 0) d on true`;
    const newest = "order by r.finished_at desc, r.subject limit $1";
    const { rows } = await (runId === undefined
      ? this.#pool.query<UnfinishedRow>(`${columns} from result r ${places} where ${wanted} ${newest}`, [
          limit,
          disposition,
          stage,
          reason,
        ])
      : this.#pool.query<UnfinishedRow>(
          `with subject as (
             select locator_id as id from run_locator where run_id = $5
             union all select d.id from run_locator l join document d on d.locator_id = l.locator_id where l.run_id = $5
           )
           ${columns} from subject s join result r on r.subject = s.id ${places} where ${wanted} ${newest}`,
          [limit, disposition, stage, reason, runId],
        ));
    return rows;
  }
}
