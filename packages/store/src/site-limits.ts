import type { Pool } from "./database.ts";

/** How one site is visited, set by hand while the pipeline runs. */
export interface SiteLimit {
  /** A host, with its port where it is not the usual one. */
  readonly site: string;
  /** Visits at one time; null: as for all sites. */
  readonly places: number | null;
  /** Least milliseconds between the starts of two; null: as for all sites. */
  readonly delayMs: number | null;
  readonly setBy: string;
  readonly setAt: Date;
}

/** Limits of single sites; every fetch worker reads them within seconds. */
export class SiteLimits {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async list(): Promise<SiteLimit[]> {
    const { rows } = await this.#pool.query<SiteLimit>(
      `select site, places, delay_ms as "delayMs", set_by as "setBy", set_at as "setAt" from site_limit order by site`,
    );
    return rows;
  }

  /** Sets a site's limit; with neither number it is lifted. */
  async set(site: string, { places, delayMs }: Pick<SiteLimit, "places" | "delayMs">, setBy: string): Promise<void> {
    const name = site.toLowerCase();
    if (places === null && delayMs === null) {
      await this.#pool.query("delete from site_limit where site = $1", [name]);
      return;
    }
    await this.#pool.query(
      `insert into site_limit (site, places, delay_ms, set_by) values ($1, $2, $3, $4)
       on conflict (site) do update set places = excluded.places, delay_ms = excluded.delay_ms, set_by = excluded.set_by, set_at = now()`,
      [name, places, delayMs, setBy],
    );
  }
}
