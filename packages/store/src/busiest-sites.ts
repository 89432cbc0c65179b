import type { Pool } from "./database.ts";

/** What a site brought lately, and what it has waiting. */
export interface SiteActivity {
  readonly site: string;
  /** Documents recorded within the last five minutes. */
  readonly recorded: number;
  /** Places that owe fetch. */
  readonly waiting: number;
}

/** The newest documents and the places that wait longest: more would be read for a ranking that stays the same. */
const SAMPLE = 5000;

/** The sites that bring most now, by a bounded sample of each. Documents of files have no site and are left out. */
export async function busiestSites(pool: Pool, limit: number): Promise<SiteActivity[]> {
  const { rows } = await pool.query<SiteActivity>(
    `with newest as (
       select locator from document where created_at > now() - interval '5 minutes' order by created_at desc limit $2
     ), waiting as (
       select locator_id from owed where stage = 'fetch' order by enqueued_at limit $2
     ), place as (
       select locator, 1 as recorded, 0 as waiting from newest
       union all select l.locator, 0, 1 from waiting w join locator l on l.id = w.locator_id
     )
     select substring(locator from '^https?://([^/?#]+)') as site, sum(recorded)::int as recorded, sum(waiting)::int as waiting
     from place where locator ~ '^https?://' group by 1 order by sum(recorded) + sum(waiting) desc, 1 limit $1`,
    [limit, SAMPLE],
  );
  return rows;
}
