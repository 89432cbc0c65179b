import { type StageName, type StoryRecord, stageNames } from "@wirefold/core";
import type { Pool } from "./database.ts";
import { unpackRecord } from "./packed-record.ts";
import type { DocumentRow } from "./stories.ts";

export interface DispositionCount {
  readonly stage: StageName;
  readonly disposition: string;
  readonly reason: string | null;
  readonly count: number;
}

export interface TimelineRow {
  readonly stage: StageName;
  readonly stageVersion: number | null;
  readonly attempt: number;
  readonly worker: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly disposition: string;
  readonly reason: string | null;
  readonly detail: Record<string, unknown> | null;
}

export interface Trace {
  readonly document: DocumentRow | null;
  /** The locator a document came from, or the locator itself when it never became one. */
  readonly locator: string;
  readonly timeline: readonly TimelineRow[];
  /** The stages still owed. */
  readonly owes: readonly { readonly stage: StageName; readonly attempts: number; readonly enqueuedAt: Date }[];
  readonly story: string | null;
  readonly lineage: string | null;
  readonly copy: string | null;
  readonly role: string | null;
}

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

/** One stage's books. They balance when `entered` equals the sum of the rest. */
export interface StageBalance {
  readonly stage: StageName;
  readonly entered: number;
  readonly emitted: number;
  readonly dropped: number;
  readonly quarantined: number;
  readonly pending: number;
}

const documentColumns = `d.id, d.locator, d.body_hash as "bodyHash", d.article_hash as "articleHash", d.facts_hash as "factsHash", d.title, d.outlet,
  d.url, d.published_at as "publishedAt", d.language, d.wire_credit as "wireCredit"`;

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
    const { rows } = await this.#pool.query<DocumentRow>(
      `select ${documentColumns} from document d
       where d.removed_at is null and d.id > $2
         and ($1::text is null or exists (select from run_locator r where r.locator_id = d.locator_id and r.run_id = $1))
       order by d.id limit $3`,
      [options.runId ?? null, options.after ?? "", options.limit ?? 100_000],
    );
    return rows;
  }

  async stories(
    options: { readonly runId?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<StorySummary[]> {
    const { rows } = await this.#pool.query<StorySummary>(
      `select s.id, s.version, s.headline, s.members, s.lineages, s.updated_at as "updatedAt" from story s
       where s.id > $2 and ($1::text is null or exists (
         select from assignment a join document d on d.id = a.document_id join run_locator r on r.locator_id = d.locator_id
         where a.story_id = s.id and r.run_id = $1))
       order by s.id limit $3`,
      [options.runId ?? null, options.after ?? "", options.limit ?? 100_000],
    );
    return rows;
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

  /** Stories whose id, headline or member matches: an id or its beginning, a document id, or words of the headline. */
  async findStories(query: string, limit = 20): Promise<StorySummary[]> {
    const { rows } = await this.#pool.query<StorySummary>(
      `select s.id, s.version, s.headline, s.members, s.lineages, s.updated_at as "updatedAt" from story s
       where starts_with(s.id, $1) or s.headline ilike '%' || replace(replace($1, '%', '\\%'), '_', '\\_') || '%'
          or s.id in (select story_id from assignment where starts_with(document_id, $1))
       order by s.id limit $2`,
      [query, limit],
    );
    return rows;
  }

  /** Everything known of one document, found by id (or its beginning), URL, path, or locator id. */
  async trace(query: string): Promise<Trace | null> {
    const found = await this.#pool.query<DocumentRow & { locator_id: string }>(
      `select ${documentColumns}, d.locator_id from document d
       where d.id = $1 or d.url = $1 or d.locator = $1 or d.locator = 'file://' || $1 or starts_with(d.id, $1)
       order by (d.id = $1) desc, d.created_at desc limit 1`,
      [query],
    );
    const document = found.rows[0] ?? null;
    let locatorId = document?.locator_id ?? null;
    let locator = document?.locator ?? null;
    if (document === null) {
      const { rows } = await this.#pool.query<{ id: string; locator: string }>(
        "select id, locator from locator where id = $1 or locator = $1 or locator = 'file://' || $1 limit 1",
        [query],
      );
      if (rows[0] === undefined) return null;
      locatorId = rows[0].id;
      locator = rows[0].locator;
    }
    const subjects = document === null ? [locatorId] : [locatorId, document.id];
    const timeline = await this.#pool.query<TimelineRow>(
      `select stage, stage_version as "stageVersion", attempt, worker, started_at as "startedAt", duration_ms as "durationMs", disposition, reason, detail
       from timeline where subject = any ($1) order by id`,
      [subjects],
    );
    const owes = await this.#pool.query<Trace["owes"][number]>(
      `select stage, attempts, enqueued_at as "enqueuedAt" from owed where subject = any ($1)`,
      [subjects],
    );
    const place = await this.#pool.query<{ story: string; lineage: string; copy: string; role: string }>(
      "select story_id as story, lineage_id as lineage, copy_id as copy, role from assignment where document_id = $1",
      [document?.id ?? null],
    );
    const { story = null, lineage = null, copy = null, role = null } = place.rows[0] ?? {};
    return { document, locator: locator!, timeline: timeline.rows, owes: owes.rows, story, lineage, copy, role };
  }

  /** How subjects left each stage the last time, by reason. */
  async dispositions(runId?: string): Promise<DispositionCount[]> {
    const { rows } = await this.#pool.query<DispositionCount & { count: string }>(
      `select r.stage, r.disposition, r.reason, count(*) from (
         select distinct on (subject, stage) stage, disposition, reason from result r
         where ($1::text is null or exists (select from run_locator l where l.locator_id = r.locator_id and l.run_id = $1))
         order by subject, stage, finished_at desc
       ) r group by r.stage, r.disposition, r.reason order by r.stage, r.disposition, r.reason`,
      [runId ?? null],
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** Subjects that were dropped or quarantined, newest first. */
  async unfinished(
    runId?: string,
    options: { readonly disposition?: "dropped" | "quarantined"; readonly limit?: number } = {},
  ): Promise<UnfinishedRow[]> {
    const { rows } = await this.#pool.query<UnfinishedRow>(
      `select r.subject, coalesce(d.locator, l.locator) as locator, r.stage, r.disposition, coalesce(r.reason, '') as reason,
              coalesce(r.detail ->> 'message', '') as message, r.finished_at as at
       from result r join locator l on l.id = r.locator_id left join document d on d.id = r.subject
       where r.disposition <> 'emitted' and ($3::text is null or r.disposition = $3)
         and ($1::text is null or exists (select from run_locator x where x.locator_id = r.locator_id and x.run_id = $1))
       order by r.finished_at desc, r.subject limit $2`,
      [runId ?? null, options.limit ?? 1000, options.disposition ?? null],
    );
    return rows;
  }

  /**
   * Each stage's books: what entered it (what the stage before emitted, or was submitted) against how it left. Counted in
   * one statement, so the books are of one moment. Documents taken down stand on neither side; one that owes a stage again is
   * pending there, and has not entered the stages after it.
   */
  async balance(): Promise<StageBalance[]> {
    const { rows } = await this.#pool.query<{
      stage: StageName;
      emitted: string;
      dropped: string;
      quarantined: string;
      pending: string;
      outputs: string;
    }>(
      `with latest as (
         select distinct on (subject, stage) subject, stage, disposition, outputs from result
         where not exists (select from document d where d.id = subject and d.removed_at is not null)
         order by subject, stage, finished_at desc
       ), ended as (
         select l.stage, l.disposition, count(*) as n, sum(jsonb_array_length(l.outputs)) as outputs
         from latest l where not exists (
           select from owed o where o.subject = l.subject
             and array_position($1::text[], o.stage) <= array_position($1::text[], l.stage))
         group by l.stage, l.disposition
       ), waiting as (select stage, count(*) as n from owed group by stage),
       stages as (select stage from ended union select stage from waiting)
       select s.stage,
         coalesce(sum(e.n) filter (where e.disposition = 'emitted'), 0) as emitted,
         coalesce(sum(e.n) filter (where e.disposition = 'dropped'), 0) as dropped,
         coalesce(sum(e.n) filter (where e.disposition = 'quarantined'), 0) as quarantined,
         coalesce(max(w.n), 0) as pending,
         coalesce(sum(e.outputs), 0) as outputs
       from stages s left join ended e using (stage) left join waiting w using (stage) group by s.stage`,
      [stageNames],
    );
    const { rows: subjects } = await this.#pool.query<{ locators: string; documents: string }>(
      "select (select count(*) from locator) as locators, (select count(*) from document where removed_at is null) as documents",
    );
    const order: StageName[] = ["fetch", "clean", "dedupe", "extract", "reconcile"];
    let entered = Number(subjects[0]!.locators);
    return order.map((stage) => {
      const row = rows.find((candidate) => candidate.stage === stage);
      const balance = {
        stage,
        entered,
        emitted: Number(row?.emitted ?? 0),
        dropped: Number(row?.dropped ?? 0),
        quarantined: Number(row?.quarantined ?? 0),
        pending: Number(row?.pending ?? 0),
      };
      entered = stage === "fetch" ? Number(subjects[0]!.documents) : balance.emitted;
      return balance;
    });
  }
}
