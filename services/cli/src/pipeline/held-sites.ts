import type { Pool } from "@wirefold/store";

/** A site that a run waits for. */
export interface HeldSite {
  readonly site: string;
  /** `asked`: it said how long to stay away; `silent`: it does not answer. */
  readonly why: string;
  readonly documents: number;
  /** When it is asked again. */
  readonly until: Date;
}

/** Documents looked at; where so many are held, the rest are as well or will show when these are done. */
const sampleMax = 2000;

/**
 * The sites a run waits for, when it waits for nothing else; an empty list while anything of it can go on. Waiting for
 * an ordinary turn is no hold, since turns come; but once a site is put aside, so are those who wait for their turn with it.
 */
export async function heldSites(database: Pool, runId: string): Promise<HeldSite[]> {
  const { rows } = await database.query<{
    site: string | null;
    why: string | null;
    documents: string;
    until: Date | null;
    waits: boolean;
  }>(
    `with waiting as (
       select o.subject, o.stage from owed o join run_locator r using (locator_id) where r.run_id = $1 limit ${sampleMax}
     ), last as (
       select w.stage, t.reason, t.detail ->> 'site' as site, t.detail ->> 'why' as why, (t.detail ->> 'until')::timestamptz as until
       from waiting w
       left join lateral (
         select reason, detail from timeline where subject = w.subject and stage = w.stage order by started_at desc limit 1
       ) t on true
       -- While anything is beyond fetch nothing is held: asked every second, thousands of look-ups would be a part of each document's cost.
       where not exists (select from waiting where stage <> 'fetch')
     )
     select site, count(*) as documents, coalesce(bool_and(stage = 'fetch' and reason = 'throttled'), false) as waits,
       max(why) filter (where why in ('asked', 'silent') and until > now()) as why,
       max(until) filter (where why in ('asked', 'silent') and until > now()) as until
     from last group by site`,
    [runId],
  );
  const held = rows.flatMap(({ site, why, documents, until, waits }) =>
    waits && site !== null && why !== null && until !== null ? [{ site, why, documents: Number(documents), until }] : [],
  );
  return held.length === rows.length ? held : [];
}

/** `18:40`, with the day where it is another one. */
export function clockTime(at: Date, now: Date): string {
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return at.toDateString() === now.toDateString() ? time : `${at.toLocaleDateString("en-CA")} ${time}`;
}

/** A held site in words: who, why, until when, and how much hangs on it. */
export function heldLine({ site, why, documents, until }: HeldSite, now: Date): string {
  const of = `${documents} document${documents === 1 ? "" : "s"}`;
  const reason = why === "asked" ? "asks to wait" : "does not answer and is put aside";
  return `${site} ${reason} until ${clockTime(until, now)}; ${of} of it ${documents === 1 ? "stays" : "stay"} owed`;
}
