import type { Figure } from "./figures.ts";

/** ISO dates and intervals compare as strings; a year or month covers its days. */
export function periodsOverlap(a: string, b: string): boolean {
  const ends = (period: string): [string, string] => {
    const [from = "", to = from] = period.split("/");
    return [from, `${to}\uffff`];
  };
  const [aFrom, aTo] = ends(a);
  const [bFrom, bTo] = ends(b);
  return aFrom <= bTo && bFrom <= aTo;
}

/** Dated by its own words to another year than the report: "a blaze there killed four people in 1998". */
export function isDatedBack({ ownPeriod, member }: Figure): boolean {
  if (ownPeriod === null) return false;
  const day = member.published_at ?? member.facts?.event_date;
  return day ? !periodsOverlap(day.slice(0, 4), ownPeriod) : /^\d{4}$/.test(ownPeriod);
}

/** Reports of one event give the day it happened, the day it was told or the day after. */
export const NEAR_DAYS = 3;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Days between two days; infinite where either is a longer period. */
export function daysApart(a: string, b: string): number {
  if (!DAY.test(a) || !DAY.test(b) || a.includes("/") || b.includes("/")) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS;
}
