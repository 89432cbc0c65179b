import { type Priority, type StageName, stageNames } from "@wirefold/core";
import { inTransaction, type Pool } from "./database.ts";

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
  readonly examples: readonly { readonly subject: string; readonly locator: string }[];
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

/** What in a message differs from document to document: figures (a line's number, a size; an HTTP status is the cause itself) and quoted values. */
const figures = String.raw`'(?<!HTTP )\m\d[\d.,]*'`;
const quotedValues = `'"[^"]*"|“[^”]*”'`;

/** The first line of an error's message without the document's place and id, in terms of `r`, `l` and `d` below. */
const messageOf = `regexp_replace(
  replace(replace(replace(replace(regexp_replace(split_part(coalesce(r.detail ->> 'message', ''), E'\\n', 1), '^\\w*Error: ', ''),
    coalesce(d.locator, l.locator), '…'), l.locator, '…'),
    regexp_replace(l.locator, '^file://|#.*$', '', 'g'), '…'), r.subject, '…'),
  '\\mbytes \\d+-\\d+', 'bytes …')`;
const causeOf = (message: string) =>
  `regexp_replace(regexp_replace(${message}, ${quotedValues}, '“…”', 'g'), ${figures}, '…', 'g')`;

/**
 * A subject is quarantined at a stage when that is the last the stage decided about it and it does not owe the stage
 * or an earlier one again: when that result counts. ("<> 'emitted'" is what the index of the unfinished is made with.) `$1` code, `$2` stages, `$3` document, `$4` before, `$5` cause.
 */
const quarantined = `
  from result r
    join locator l on l.id = r.locator_id
    left join document d on d.id = r.subject
  where r.counted and r.disposition <> 'emitted' and r.disposition = 'quarantined' and r.stage = any ($2) and ($1::text is null or r.reason = $1)
    and ($4::timestamptz is null or r.finished_at < $4) and ($5::text is null or ${causeOf(messageOf)} = $5)
    and d.removed_at is null
    and ($3::text is null or starts_with(r.subject, $3)
      or $3 in (l.locator, d.locator, d.url) or 'file://' || $3 in (l.locator, d.locator))`;

/** What was given up, by cause, and the way back. */
export class PostgresQuarantine {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The database's clock: a `before` for this moment. */
  async now(): Promise<Date> {
    const { rows } = await this.#pool.query<{ now: Date }>("select clock_timestamp() as now");
    return rows[0]!.now;
  }

  /** The quarantined by cause, the most frequent first. */
  async groups(filter: QuarantineFilter = {}): Promise<QuarantineGroup[]> {
    const { rows } = await this.#pool.query<QuarantineGroup & { count: string; replayable: string }>(
      `with one as materialized (
         select r.subject, r.stage, coalesce(r.reason, '') as code, r.finished_at, coalesce(d.locator, l.locator) as locator,
           r.input is not null as replayable, ${messageOf} as message
         ${quarantined}
       ), caused as materialized (
         select *, ${causeOf("message")} as cause from one
       )
       select code, cause, case when count(distinct message) = 1 then min(message) else cause end as message, array_agg(distinct stage) as stages,
         count(*), count(*) filter (where replayable) as replayable, min(finished_at) as first, max(finished_at) as last,
         (array_agg(json_build_object('subject', subject, 'locator', locator) order by finished_at desc, subject))[1:${examplesMax}] as examples
       from caused group by code, cause order by count(*) desc, code, cause`,
      valuesOf(filter),
    );
    return rows.map((row) => ({
      ...row,
      count: Number(row.count),
      replayable: Number(row.replayable),
      stages: stageNames.filter((stage) => row.stages.includes(stage)),
    }));
  }

  /** How many a replay with this filter would take, by stage. */
  async count(filter: QuarantineFilter = {}): Promise<{ stage: StageName; count: number }[]> {
    const { rows } = await this.#pool.query<{ stage: StageName; count: string }>(
      `select r.stage, count(*) ${quarantined} and r.input is not null group by r.stage`,
      valuesOf(filter),
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
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<Replayed>(
        `with chosen as (
           select r.subject, r.stage, r.locator_id, r.input, r.input_hash ${quarantined} and r.input is not null
           order by r.finished_at, r.subject limit $6
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
        [...valuesOf(filter), limit],
      );
      return rows.sort((a, b) => (a.subject < b.subject ? -1 : 1));
    });
  }
}

function valuesOf({ code, stage, document, before, cause }: QuarantineFilter): unknown[] {
  return [code ?? null, stage === undefined ? stageNames : [stage], document || null, before ?? null, cause ?? null];
}
