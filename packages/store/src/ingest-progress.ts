import type { Pool } from "./database.ts";

export interface FilePosition {
  readonly bytes: number;
  readonly records: number;
}

/** How far an ingest has come within each file, so that one that was killed goes on from there. */
export class IngestProgress {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Unfinished files by path, with the fingerprint they had. */
  async unfinished(): Promise<ReadonlyMap<string, FilePosition & { readonly fingerprint: string }>> {
    const { rows } = await this.#pool.query<{ path: string; fingerprint: string; bytes: string; records: string }>(
      "select path, fingerprint, bytes, records from ingest_progress",
    );
    return new Map(
      rows.map((row) => [row.path, { fingerprint: row.fingerprint, bytes: Number(row.bytes), records: Number(row.records) }]),
    );
  }

  /** To be called once everything before the position is recorded. */
  async reached(path: string, fingerprint: string, { bytes, records }: FilePosition): Promise<void> {
    await this.#pool.query(
      `insert into ingest_progress (path, fingerprint, bytes, records) values ($1, $2, $3, $4)
       on conflict (path) do update set fingerprint = excluded.fingerprint, bytes = excluded.bytes, records = excluded.records, updated_at = now()`,
      [path, fingerprint, bytes, records],
    );
  }

  async finished(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await this.#pool.query("delete from ingest_progress where path = any ($1)", [paths]);
  }
}
