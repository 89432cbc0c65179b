import type { Pool } from "./database.ts";

/** Workers' names by their numbers in the store: a name stands in the rows of thousands of passages. Each is asked for once. */
export class WorkerNames {
  readonly #pool: Pool;
  readonly #known = new Map<string, number>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async numbersOf(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const fresh = [...new Set(names)].filter((name) => !this.#known.has(name)).sort();
    if (fresh.length > 0) {
      const { rows } = await this.#pool.query<{ name: string; number: number }>(
        `insert into worker_name (name) select unnest($1::text[])
         on conflict (name) do update set name = excluded.name returning name, number`,
        [fresh],
      );
      for (const { name, number } of rows) this.#known.set(name, number);
    }
    return this.#known;
  }
}
