import type { Pool } from "./database.ts";

/** Names by their numbers in the store, of those that stand in the rows of thousands: a worker's, a list of measures. Each is asked for once. */
export class NumberedNames {
  readonly #pool: Pool;
  readonly #table: "worker_name" | "measure_names";
  readonly #known = new Map<string, number>();

  constructor(pool: Pool, table: "worker_name" | "measure_names") {
    this.#pool = pool;
    this.#table = table;
  }

  async numbersOf(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const fresh = [...new Set(names)].filter((name) => !this.#known.has(name)).sort();
    if (fresh.length > 0) {
      const { rows } = await this.#pool.query<{ name: string; number: number }>(
        `insert into ${this.#table} (name) select unnest($1::text[])
         on conflict (name) do update set name = excluded.name returning name, number`,
        [fresh],
      );
      for (const { name, number } of rows) this.#known.set(name, number);
    }
    return this.#known;
  }
}
