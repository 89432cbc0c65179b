import type { Pool } from "@wirefold/store";

/** A site that a run waits for. */
export interface HeldSite {
  readonly site: string;
  /** `asked`: it said how long to stay away; `silent`: it does not answer. */
  readonly why: string;
  readonly documents: number;
  /** When the first of its documents is tried again. */
  readonly until: Date;
}

/** Documents looked at; where so many are held, the rest are as well or will show when these are done. */
const sampleMax = 2000;

/**
 * The sites a run waits for, when it waits for nothing else; an empty list while anything of it can go on. Waiting for
 * an ordinary turn is no hold: turns come.
 */
export async function heldSites(database: Pool, runId: string): Promise<HeldSite[]> {
  const { rows } = await database.query<{
    site: string | null;
    why: string | null;
    documents: string;
    until: Date;
    held: boolean;
  }>(
    `with waiting as (
       select o.subject, o.stage, o.enqueued_at from owed o join run_locator r using (locator_id) where r.run_id = $1 limit ${sampleMax}
     )
     select last.detail ->> 'site' as site, last.detail ->> 'why' as why, count(*) as documents, min(w.enqueued_at) as until,
       bool_and(w.stage = 'fetch' and last.reason = 'throttled' and w.enqueued_at > now()) as held
     from waiting w
     left join lateral (
       select reason, detail from timeline where subject = w.subject and stage = w.stage order by id desc limit 1
     ) last on true
     group by 1, 2`,
    [runId],
  );
  const held = rows.every((row) => row.held && row.site !== null && (row.why === "asked" || row.why === "silent"));
  if (!held) return [];
  return rows.map(({ site, why, documents, until }) => ({
    site: site ?? "",
    why: why ?? "",
    documents: Number(documents),
    until,
  }));
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
