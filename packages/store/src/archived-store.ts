import type { Pool } from "./database.ts";

/** A body as it stands in a WARC archive. */
export interface ArchivedBody {
  readonly digest: string;
  readonly recordId: string;
  readonly at: Date;
}

/** The bodies all fetch workers wrote to their archives last, by the hash of the address. */
export class ArchivedStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async find(addressHash: string): Promise<ArchivedBody | null> {
    const { rows } = await this.#pool.query<ArchivedBody>({
      name: "archived-find",
      text: `select digest, record_id as "recordId", record_at as at from archived where address_hash = $1`,
      values: [addressHash],
    });
    return rows[0] ?? null;
  }

  async keep(addressHash: string, { digest, recordId, at }: ArchivedBody): Promise<void> {
    await this.#pool.query({
      name: "archived-keep",
      text: `insert into archived (address_hash, digest, record_id, record_at) values ($1, $2, $3, $4)
             on conflict (address_hash) do update set digest = excluded.digest, record_id = excluded.record_id, record_at = excluded.record_at`,
      values: [addressHash, digest, recordId, at],
    });
  }
}
