import { randomBytes } from "node:crypto";
import { type StageName, stageNames } from "@wirefold/core";
import { inTransaction, type Pool } from "./database.ts";
import { oweAgain } from "./owe-again.ts";

/** Which documents go through a stage again. All that is given must hold. */
export interface ReprocessFilter {
  /** `stale`: decided by an older version of the stage. `failed`: dropped or given up by it. `all`: whatever has been through it. */
  readonly which: "stale" | "failed" | "all";
  /** The stage's version now; results of older ones are stale. */
  readonly version: number;
  readonly outlet?: string;
  readonly language?: string;
  /** Part of the URL. */
  readonly url?: string;
  readonly runId?: string;
  /** Recorded at or after, before: ISO times. */
  readonly since?: string;
  readonly until?: string;
}

export type ReprocessState = "running" | "paused" | "cancelled" | "done";

export interface Reprocess {
  readonly id: string;
  readonly stage: Exclude<StageName, "fetch">;
  readonly filter: ReprocessFilter;
  readonly state: ReprocessState;
  /** Documents in the store when it began, looked at so far, and made to owe the stage so far. */
  readonly documents: number;
  readonly lookedAt: number;
  readonly moved: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface Row extends Omit<Reprocess, "documents" | "lookedAt" | "moved"> {
  readonly cursor: string;
  readonly documents: string;
  readonly lookedAt: string;
  readonly moved: string;
}

const COLUMNS = `id, from_stage as stage, filter, state, cursor, documents, looked_at as "lookedAt", moved, created_at as "createdAt", updated_at as "updatedAt"`;

/** Documents looked at in one step, whether or not they match: what bounds a step where few do. */
const LOOKED_AT_MAX = 2000;

/** Live documents whose times are looked at. */
const LIVE_SEEN_MAX = 60;

/**
 * Sends documents through a stage again, a step at a time. Each step is one transaction that moves the cursor with what it owes, so a
 * kill anywhere repeats nothing and skips nothing; two that work on one run take turns.
 */
export class PostgresReprocess {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async begin(stage: Exclude<StageName, "fetch">, filter: ReprocessFilter): Promise<Reprocess> {
    const { rows } = await this.#pool.query<Row>(
      `insert into reprocess (id, from_stage, filter, documents)
       values ($1, $2, $3, (select coalesce(sum(n), 0) from tally where what = 'document')) returning ${COLUMNS}`,
      [`again-${randomBytes(6).toString("hex")}`, stage, filter],
    );
    return reprocessOf(rows[0]);
  }

  async get(id: string): Promise<Reprocess | null> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from reprocess where id = $1`, [id]);
    return rows[0] === undefined ? null : reprocessOf(rows[0]);
  }

  /** All of them, the newest first. */
  async list(limit = 100): Promise<Reprocess[]> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from reprocess order by created_at desc, id limit $1`, [
      limit,
    ]);
    return rows.map(reprocessOf);
  }

  /** Pauses, resumes or cancels. What is owed already stays owed. False where there is none, or it has ended. */
  async setState(id: string, state: "running" | "paused" | "cancelled"): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      "update reprocess set state = $2, updated_at = now() where id = $1 and state in ('running', 'paused')",
      [id, state],
    );
    return rowCount === 1;
  }

  /** Documents this filter takes, up to a limit, without taking them: the sample of a dry run. In the order of their ids. */
  async sample(stage: Exclude<StageName, "fetch">, filter: ReprocessFilter, limit: number): Promise<string[]> {
    const found: string[] = [];
    let cursor = "";
    while (found.length < limit) {
      const step = await this.#match(this.#pool, stage, filter, cursor, limit - found.length);
      found.push(...step.ids);
      if (step.lookedAt === 0) break;
      cursor = step.cursor;
    }
    return found;
  }

  /**
   * Takes the next documents, at most `limit`. Null when the run is not running (paused, cancelled, done, unknown).
   */
  async step(id: string, limit: number): Promise<{ readonly reprocess: Reprocess; readonly subjects: readonly string[] } | null> {
    return inTransaction(this.#pool, async (client) => {
      const held = await client.query<Row>(`select ${COLUMNS} from reprocess where id = $1 for update`, [id]);
      const run = held.rows[0];
      if (run === undefined || run.state !== "running") return null;
      const { ids, cursor, lookedAt } = await this.#match(client, run.stage, run.filter, run.cursor, limit);
      const subjects = await oweAgain(client, run.stage, ids);
      const { rows } = await client.query<Row>(
        `update reprocess set cursor = $2, looked_at = looked_at + $3, moved = moved + $4, updated_at = now(),
           state = case when $3 = 0 then 'done' else state end
         where id = $1 returning ${COLUMNS}`,
        [id, cursor, lookedAt, subjects.length],
      );
      return { reprocess: reprocessOf(rows[0]), subjects };
    });
  }

  /**
   * How long the live document that has waited longest has waited, in seconds, and how much reprocessed work is waiting, counted up to
   * `most`.
   */
  async load(most: number): Promise<{ readonly liveWaitSeconds: number; readonly backfill: number }> {
    const { rows } = await this.#pool.query<{ wait: number | null; backfill: number }>(
      `select (
           select extract(epoch from now() - min(first.enqueued_at))::float8 from unnest($2::text[]) as s (stage), lateral (
             select enqueued_at from owed where stage = s.stage and priority = 'live' order by enqueued_at limit 1
           ) as first
         ) as wait,
         (select count(*) from (select from owed where priority = 'backfill' limit $1) as waiting)::int as backfill`,
      [most, stageNames],
    );
    return { liveWaitSeconds: rows[0]?.wait ?? 0, backfill: rows[0]?.backfill ?? 0 };
  }

  /**
   * Seconds from the arrival of live documents to their story, or how long they have waited so far: of those recorded within the last
   * seconds, or of the newest before a time. Those that ended on the way tell nothing.
   */
  async liveSeconds(
    when: { readonly withinSeconds: number } | { readonly before: Date },
    most = LIVE_SEEN_MAX,
  ): Promise<number[]> {
    const [condition, value] =
      "before" in when
        ? ["created_at < $1::timestamptz", when.before]
        : ["created_at > now() - $1::float8 * interval '1 second'", when.withinSeconds];
    const { rows } = await this.#pool.query<{ seconds: number }>(
      `select extract(epoch from coalesce(done.at, now()) - l.created_at)::float8 as seconds
       from (select id, created_at from locator where ${condition} order by created_at desc limit $2) l
         left join lateral (select id from document where locator_id = l.id order by id limit 1) d on true
         left join lateral (
           select min(started_at + duration_ms * interval '1 millisecond') as at from timeline
           where subject = d.id and stage = 'reconcile' and disposition = 'emitted'
         ) done on true
       where done.at is not null or exists (select from owed o where o.subject in (l.id, d.id) and o.priority = 'live')`,
      [value, most],
    );
    return rows.map(({ seconds }) => seconds);
  }

  async #match(
    db: Pick<Pool, "query">,
    stage: StageName,
    filter: ReprocessFilter,
    cursor: string,
    limit: number,
  ): Promise<{ ids: string[]; cursor: string; lookedAt: number }> {
    const { which, version, outlet, language, url, runId, since, until } = filter;
    const { rows } = await db.query<{ id: string; matches: boolean }>(
      `select d.id,
         ($3::text is null or d.outlet = $3) and ($4::text is null or d.language = $4)
           and ($5::text is null or position(lower($5) in lower(d.url)) > 0)
           and ($6::timestamptz is null or d.created_at >= $6) and ($7::timestamptz is null or d.created_at < $7)
           and ($8::text is null or exists (select from run_locator l where l.run_id = $8 and l.locator_id = d.locator_id offset 0))
           and exists (
             select from result r where r.subject = d.id and r.stage = $9 and r.counted
               and case $10 when 'stale' then r.stage_version < $11 when 'failed' then r.disposition <> 'emitted' else true end
             -- One look-up each: the planner would hash the whole table.
             offset 0
           ) as matches
       from (select * from document where id > $1 and removed_at is null order by id limit $2) d order by d.id`,
      [
        cursor,
        LOOKED_AT_MAX,
        outlet ?? null,
        language ?? null,
        url ?? null,
        since ?? null,
        until ?? null,
        runId ?? null,
        stage,
        which,
        version,
      ],
    );
    const ids: string[] = [];
    let last = cursor;
    let lookedAt = 0;
    for (const { id, matches } of rows) {
      if (matches && ids.length === limit) break;
      if (matches) ids.push(id);
      last = id;
      lookedAt += 1;
    }
    return { ids, cursor: last, lookedAt };
  }
}

function reprocessOf(row: Row | undefined): Reprocess {
  if (row === undefined) throw new Error("a statement that returns the run returned none");
  const { cursor: _, ...rest } = row;
  return { ...rest, documents: Number(row.documents), lookedAt: Number(row.lookedAt), moved: Number(row.moved) };
}
