import type { Dated, DayMeaning, MonthMeaning, YearMeaning } from "./date-expression.ts";

/** The start of a range with its end's year, or the year before where that would put it behind its end. */
export function withYear(from: Dated, to: Dated): Dated {
  if (from.kind === "year" || to.kind === "year" || from.year !== null || to.year === null) return from;
  const isLater =
    from.kind === "day" && to.kind === "day" ? from.month * 32 + from.day > to.month * 32 + to.day : from.month > to.month;
  return { ...from, year: isLater ? to.year - 1 : to.year };
}

/** Whether a range's end can come behind its start; across a turn of the year the bare months say nothing against it. */
export function isBefore(from: Dated, to: Dated): boolean {
  if (from.kind === "year" || to.kind === "year") return from.kind === to.kind && (from.year ?? 0) < (to.year ?? 0);
  if (from.kind !== to.kind) return false;
  if (from.year !== null && to.year !== null && from.year !== to.year) return from.year < to.year;
  const rank = (date: DayMeaning | MonthMeaning): number => date.month * 32 + (date.kind === "day" ? date.day : 0);
  return from.year === null && to.year === null ? rank(from) !== rank(to) : rank(from) < rank(to);
}

export const yearOf = (year: number): YearMeaning => ({ kind: "year", year, part: null });
/** “35” or “2035” behind 2034. */
export const isYearBehind = (year: number, raw: string): boolean => raw === String(year + 1) || raw === String(year + 1).slice(2);
