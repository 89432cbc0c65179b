import type { Pool } from "./database.ts";

/** One `run` or `ingest`. */
export interface RunRow {
  readonly id: string;
  readonly createdAt: Date;
  /** Places it named, at most {@link RUN_COUNT_MAX}: counting more would take longer than anybody looks. */
  readonly places: number;
}

/** A file or archive that an ingest was stopped in. */
export interface UnfinishedFile {
  readonly path: string;
  readonly bytes: number;
  readonly records: number;
  readonly updatedAt: Date;
}

export const RUN_COUNT_MAX = 100_000;

/** Runs, the newest first. */
export async function listRuns(pool: Pool, limit = 50): Promise<RunRow[]> {
  const { rows } = await pool.query<Omit<RunRow, "places"> & { places: string }>(
    `select r.id, r.created_at as "createdAt", n.places
     from (select id, created_at from run order by created_at desc, id limit $1) r
     cross join lateral (select count(*) as places from (select from run_locator where run_id = r.id limit $2) l) n
     order by r.created_at desc, r.id`,
    [Math.min(limit, 200), RUN_COUNT_MAX],
  );
  return rows.map((row) => ({ ...row, places: Number(row.places) }));
}

/** Files that an ingest was stopped in, the last touched first; it goes on when it is given them again. */
export async function listUnfinishedFiles(pool: Pool, limit = 100): Promise<UnfinishedFile[]> {
  const { rows } = await pool.query<{ path: string; bytes: string; records: string; updatedAt: Date }>(
    `select path, bytes, records, updated_at as "updatedAt" from ingest_progress order by updated_at desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes), records: Number(row.records) }));
}
