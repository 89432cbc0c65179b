import { stageNames } from "@wirefold/core";
import type { Pool } from "./database.ts";

/** One `run` or `ingest`, and how far its documents are. */
export interface RunRow {
  readonly id: string;
  readonly createdAt: Date;
  /** Places it named. */
  readonly places: number;
  /** Documents of these that reached a story, were dropped, and were given up. */
  readonly finished: number;
  readonly dropped: number;
  readonly quarantined: number;
}

/** A file or archive that an ingest was stopped in. */
export interface UnfinishedFile {
  readonly path: string;
  readonly bytes: number;
  readonly records: number;
  readonly updatedAt: Date;
}

/** Runs, the newest first. */
export async function listRuns(pool: Pool, limit = 50): Promise<RunRow[]> {
  const { rows } = await pool.query<Record<keyof RunRow, string> & Pick<RunRow, "createdAt">>(
    `select r.id, r.created_at as "createdAt", n.*
     from (select id, created_at from run order by created_at desc, id limit $1) r
     cross join lateral (
       select coalesce(sum(n) filter (where stage = ''), 0) as places,
         coalesce(sum(n) filter (where stage = $2 and disposition = 'emitted'), 0) as finished,
         coalesce(sum(n) filter (where disposition = 'dropped'), 0) as dropped,
         coalesce(sum(n) filter (where disposition = 'quarantined'), 0) as quarantined
       from run_tally where run_id = r.id
     ) n
     order by r.created_at desc, r.id`,
    [Math.min(limit, 200), stageNames.at(-1)],
  );
  return rows.map(({ id, createdAt, ...counts }) => ({
    id,
    createdAt,
    places: Number(counts.places),
    finished: Number(counts.finished),
    dropped: Number(counts.dropped),
    quarantined: Number(counts.quarantined),
  }));
}

/** Files that an ingest was stopped in, the last touched first; it goes on when it is given them again. */
export async function listUnfinishedFiles(pool: Pool, limit = 100): Promise<UnfinishedFile[]> {
  const { rows } = await pool.query<{ path: string; bytes: string; records: string; updatedAt: Date }>(
    `select path, bytes, records, updated_at as "updatedAt" from ingest_progress order by updated_at desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes), records: Number(row.records) }));
}
