import type { Pool } from "./database.ts";

/** One version of a page or file that was stored. */
export interface PageVersion {
  readonly id: string;
  readonly locator: string;
  readonly storedAt: Date;
  readonly title: string | null;
  /** Null until it is cleaned. */
  readonly articleHash: string | null;
}

/** Versions of one page that are looked at. */
const versionsMax = 200;

/** Every version stored of these pages, oldest first; pages of one version are left out. Versions taken down are none. */
export async function readVersions(pool: Pick<Pool, "query">, locators: readonly string[]): Promise<PageVersion[]> {
  const { rows } = await pool.query<PageVersion>(
    `select id, locator, "storedAt", title, "articleHash" from (
       select id, locator, created_at as "storedAt", title, article_hash as "articleHash", count(*) over (partition by locator) as versions,
         row_number() over (partition by locator order by created_at, id) as number
       from document where locator = any ($1) and removed_at is null
     ) v where versions > 1 and number <= ${versionsMax} order by locator, number`,
    [locators],
  );
  return rows;
}
