import { mustAt, type Priority, type StageName, stageNames } from "@wirefold/core";
import { inTransaction, type Pool } from "./database.ts";
import { idRange } from "./id-range.ts";

/** Quarantined subjects that failed for one cause. */
export interface QuarantineGroup {
  readonly code: string;
  /**
   * First line of the error's message. What differs between documents (their place and id, and in a group of several messages
   * figures and quoted values) is written as `…`, so one cause is one group.
   */
  readonly message: string;
  /** The message with all that may differ left out: with the code, what the group is known by. */
  readonly cause: string;
  readonly stages: readonly StageName[];
  readonly count: number;
  /** Those of them that a replay takes; the others' input is gone, so they have to be ingested again. */
  readonly replayable: number;
  readonly first: Date;
  readonly last: Date;
  /** Some of them, newest first. */
  readonly examples: readonly {
    readonly subject: string;
    readonly locator: string;
    /** First line of its own message: with the line number, value or host that the group leaves out. */
    readonly message: string | null;
  }[];
}

/** Which of the quarantined are meant; what is left out is not asked about. */
export interface QuarantineFilter {
  readonly code?: string;
  /** A group's `cause`. */
  readonly cause?: string;
  readonly stage?: StageName;
  /** An id or the beginning of one, a URL, or a path: of a document or of the locator it was to come from. */
  readonly document?: string;
  /** Only what was quarantined before this moment, so that what fails again is not taken up again. */
  readonly before?: Date;
}

export interface Replayed {
  readonly subject: string;
  readonly stage: StageName;
  readonly priority: Priority;
}

const examplesMax = 3;

/**
 * A subject is quarantined at a stage when that is the last the stage decided about it and it does not owe the stage
 * or an earlier one again: when that result counts. The order and words are those of the indexes `result_quarantined…`.
 */
const QUARANTINED = "r.counted and r.disposition = 'quarantined'";

/** What a filter asks of `result r`; each part is met by an index. */
function wanted({ code, cause, stage, document, before }: QuarantineFilter, param: (value: unknown) => string): string {
  const conditions = [QUARANTINED];
  if (code !== undefined) conditions.push(`r.reason = ${param(code)}`);
  if (cause !== undefined) conditions.push(`r.cause = ${param(cause)}`);
  if (stage !== undefined) conditions.push(`r.stage = ${param(stage)}`);
  if (before !== undefined) conditions.push(`r.finished_at < ${param(before)}`);
  if (document) {
    const [from, to] = idRange(document).map(param);
    const [named, file] = [param(document), param(`file://${document}`)];
    conditions.push(`r.subject in (
      select id from document where id >= ${from} and id < ${to} union select id from locator where id >= ${from} and id < ${to}
      union select id from document where url = ${named} union select id from document where locator in (${named}, ${file})
      union select l.id from locator l where l.locator in (${named}, ${file})
      union select d.id from locator l join document d on d.locator_id = l.id where l.locator in (${named}, ${file}))`);
  }
  return conditions.join(" and ");
}

/** What was given up, by cause, and the way back. */
export class PostgresQuarantine {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The database's clock: a `before` for this moment. */
  async now(): Promise<Date> {
    const { rows } = await this.#pool.query<{ now: Date }>("select clock_timestamp() as now");
    return mustAt(rows, 0).now;
  }

  /** The quarantined by cause, the most frequent first. */
  async groups(filter: QuarantineFilter = {}): Promise<QuarantineGroup[]> {
    const { values, param } = parameters();
    const which = wanted(filter, param);
    const { rows } = await this.#pool.query<QuarantineGroup & { count: string; replayable: string }>(
      `with part as (
         select r.reason, r.cause, r.stage, count(*) as n, min(r.finished_at) as first, max(r.finished_at) as last,
           min(r.message_key) as least, max(r.message_key) as most
         from result r where ${which} group by r.reason, r.cause, r.stage
       ), gone as (
         select r.reason, r.cause, count(*) as n from result r where ${which} and r.input is null group by r.reason, r.cause
       ), grouped as (
         select reason, cause, array_agg(stage) as stages, sum(n) as count, min(first) as first, max(last) as last, min(least) = max(most) as alike
         from part group by reason, cause
       )
       select g.reason as code, g.cause, case when g.alike then newest.message else g.cause end as message, g.stages, g.count,
         g.count - coalesce(gone.n, 0) as replayable, g.first, g.last, newest.examples
       from grouped g left join gone using (reason, cause)
         cross join lateral (
           select json_agg(json_build_object('subject', e.subject, 'locator', coalesce(d.locator, l.locator),
             'message', split_part(e.detail ->> 'message', E'\\n', 1)) order by e.finished_at desc, e.subject) as examples,
             min(quarantine_message(e.detail, e.subject, l.locator, d.locator)) as message
           from (
             select r.* from result r where ${which} and r.reason = g.reason and r.cause = g.cause order by r.finished_at desc limit ${examplesMax}
           ) e join locator l on l.id = e.locator_id left join document d on d.id = e.subject
         ) newest
       order by g.count desc, g.reason, g.cause`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      // The place an error began with is told with each example.
      message: row.message.replace(/^…[,:]?\s+/u, ""),
      count: Number(row.count),
      replayable: Number(row.replayable),
      stages: stageNames.filter((stage) => row.stages.includes(stage)),
    }));
  }

  /** How many a replay with this filter would take, by stage. */
  async count(filter: QuarantineFilter = {}): Promise<{ stage: StageName; count: number }[]> {
    const { values, param } = parameters();
    const { rows } = await this.#pool.query<{ stage: StageName; count: string }>(
      `select r.stage, count(*) from result r where ${wanted(filter, param)} and r.input is not null group by r.stage`,
      values,
    );
    return stageNames.flatMap((stage) => {
      const row = rows.find((candidate) => candidate.stage === stage);
      return row === undefined ? [] : [{ stage, count: Number(row.count) }];
    });
  }

  /**
   * Moves quarantined subjects back to what is owed, oldest first, with all their attempts before them. The timeline keeps
   * how they failed; their results go, since a subject is either done with a stage or owes it. Safe to race and to stop:
   * what was moved is owed, and a sweeper sends what the caller does not.
   */
  async replay(filter: QuarantineFilter, limit: number): Promise<Replayed[]> {
    const { values, param } = parameters();
    const which = wanted(filter, param);
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<Replayed>(
        `with chosen as (
           select r.subject, r.stage, r.locator_id, r.input, r.input_hash from result r where ${which} and r.input is not null
           order by r.finished_at, r.subject limit ${param(limit)}
           for update of r skip locked
         ), moved as (
           insert into owed (subject, stage, locator_id, input, input_hash, priority)
           select subject, stage, locator_id, input, input_hash, 'backfill' from chosen
           on conflict (subject, stage) do nothing
           returning subject, stage, priority
         ), gone as (
           delete from result r using moved m where r.subject = m.subject and r.stage = m.stage and r.disposition = 'quarantined'
         )
         select subject, stage, priority from moved`,
        values,
      );
      return rows.sort((a, b) => (a.subject < b.subject ? -1 : 1));
    });
  }
}

/** Values of a statement, and the names they go by in it. */
function parameters(): { values: unknown[]; param: (value: unknown) => string } {
  const values: unknown[] = [];
  return { values, param: (value) => `$${values.push(value)}` };
}
