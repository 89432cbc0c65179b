import type { Pool } from "./database.ts";

/** Encoded features of documents, made once by dedupe and read whenever a candidate must be compared. */
export class PostgresFeatures {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async save(rows: readonly { readonly id: string; readonly bytes: Uint8Array }[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#pool.query({
      name: "save-features",
      text: `insert into features (document_id, bytes) select * from unnest($1::text[], $2::bytea[])
             on conflict (document_id) do update set bytes = excluded.bytes`,
      values: [rows.map((row) => row.id), rows.map((row) => Buffer.from(row.bytes))],
    });
  }

  async load(ids: readonly string[]): Promise<{ id: string; bytes: Uint8Array }[]> {
    const { rows } = await this.#pool.query<{ id: string; bytes: Buffer }>(
      "select document_id as id, bytes from features where document_id = any ($1) order by document_id",
      [ids],
    );
    return rows;
  }
}
