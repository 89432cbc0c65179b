import type { DateExpression, DateMeaning, DayMeaning, MonthMeaning, WeekdayMeaning, YearMeaning } from "@wirefold/text";
import { anyReadingWord } from "@wirefold/text/grammar";
import { type DayNumber, dayNumber, isoDay, isoMonth, lastDayOfMonth, parseIsoDay, partsOfDay } from "./calendar.ts";
import type { Direction } from "./direction.ts";

/** What a date expression comes to. `isRelative` says the reference day was needed. */
export interface ResolvedDate {
  readonly iso: string | null;
  readonly isRelative: boolean;
}

/** A day named without its year lies in the past unless it comes within this many days. */
const aheadDaysMax = 62;

/** The same where nothing tells the time of the sentence: a day that a year has nearly gone by since is named with its year. */
const openDaysMax = 100;

const interval = (from: DayNumber, to: DayNumber): string => (from === to ? isoDay(from) : `${isoDay(from)}/${isoDay(to)}`);

/**
 * Counts a date expression from a reference day; without one, only what names its year has an answer.
 * `direction` says which way the sentence points: what it speaks of as past lies behind the reference, what is to come ahead.
 */
export function resolveDate(expression: DateExpression, reference: DayNumber | null, direction: Direction): ResolvedDate {
  const resolved = resolveMeaning(expression.meaning, expression.text, reference, direction);
  if (resolved.iso === null || expression.time === null || !/^\d{4}-\d\d-\d\d$/.test(resolved.iso)) return resolved;
  return { ...resolved, iso: `${resolved.iso}T${expression.time}` };
}

function resolveMeaning(meaning: DateMeaning, text: string, reference: DayNumber | null, direction: Direction): ResolvedDate {
  const unresolved = { iso: null, isRelative: true };
  switch (meaning.kind) {
    case "time":
      return unresolved;
    case "year":
      return { iso: String(meaning.year), isRelative: false };
    case "day": {
      // Day and month in an order that nothing settles: no answer beats the wrong one.
      if (meaning.isUnordered) return { iso: null, isRelative: false };
      const year =
        meaning.year ??
        yearBy(meaning.yearOffset, reference) ??
        (reference === null ? null : yearOf(meaning.month, meaning.day, reference, direction));
      if (year === null) return unresolved;
      const day = dayNumber(year, meaning.month, meaning.day);
      // February 29th of a common year: no such day.
      if (partsOfDay(day).month !== meaning.month) return { iso: null, isRelative: meaning.year === null };
      const end = meaning.endDay !== null && meaning.endDay > meaning.day ? day + meaning.endDay - meaning.day : day;
      return { iso: interval(day, end), isRelative: meaning.year === null };
    }
    case "month": {
      const year = meaning.year ?? (reference === null ? null : yearOfMonth(meaning.month, meaning.which, reference, direction));
      if (year === null) return unresolved;
      return { iso: partOfMonth(year, meaning.month, meaning.part, text), isRelative: meaning.year === null };
    }
    case "weekday": {
      if (reference === null) return unresolved;
      return { iso: isoDay(weekdayOf(meaning.weekday, meaning.which, meaning.week, reference, direction)), isRelative: true };
    }
    case "offset": {
      if (reference === null) return unresolved;
      return { iso: offsetFrom(reference, meaning), isRelative: true };
    }
    case "period": {
      if (reference === null) return unresolved;
      return { iso: periodOf(reference, meaning), isRelative: true };
    }
    case "range":
      return rangeOf(meaning.from, meaning.to, reference, direction);
    case "months":
      return monthsOf(meaning, reference);
    case "decade":
      return { iso: partOfDecade(meaning.start, meaning.part), isRelative: false };
    case "shift": {
      const day = dayOf(
        meaning.base,
        reference,
        meaning.base.kind === "weekday" && meaning.base.which === 1 ? "ahead" : direction,
      );
      return day === null ? unresolved : { iso: isoDay(day + meaning.days), isRelative: true };
    }
    case "lately":
      return reference === null ? unresolved : { iso: interval(reference - meaning.days, reference), isRelative: true };
    case "within":
      return reference === null ? unresolved : { iso: sideOf(reference, meaning), isRelative: true };
  }
}

const yearBy = (offset: number | undefined, reference: DayNumber | null): number | null =>
  offset === undefined || reference === null ? null : partsOfDay(reference).year + offset;

/** The one day a weekday or a date without a range comes to. */
function dayOf(meaning: DayMeaning | WeekdayMeaning, reference: DayNumber | null, direction: Direction): DayNumber | null {
  const { iso } = resolveMeaning(meaning, "", reference, direction);
  return iso === null ? null : parseIsoDay(iso);
}

type Dated = DayMeaning | MonthMeaning | YearMeaning;

/** Both ends of a range; a start that would lie behind its end is of the year before. */
function rangeOf(from: Dated, to: Dated, reference: DayNumber | null, direction: Direction): ResolvedDate {
  const end = resolveMeaning(to, "", reference, direction);
  if (end.iso === null) return end;
  const year = Number(end.iso.slice(0, 4));
  const dated = from.kind !== "year" && from.year === null ? { ...from, year } : from;
  let start = resolveMeaning(dated, "", reference, direction);
  if (start.iso !== null && start.iso > end.iso && dated.kind !== "year" && from.year === null)
    start = resolveMeaning({ ...dated, year: year - 1 }, "", reference, direction);
  if (start.iso === null || start.iso > end.iso) return { iso: null, isRelative: end.isRelative };
  return { iso: `${start.iso}/${end.iso}`, isRelative: end.isRelative };
}

/** Quarters, halves and seasons from their first month to their last. */
function monthsOf(
  { year, fromMonth, toMonth, which }: Extract<DateMeaning, { kind: "months" }>,
  reference: DayNumber | null,
): ResolvedDate {
  const span = (of: number, first: number, last: number): string =>
    `${isoMonth(of, first)}/${last > 12 ? isoMonth(of + 1, last - 12) : isoMonth(of, last)}`;
  if (year !== null) return { iso: span(year, fromMonth, toMonth), isRelative: false };
  if (reference === null) return { iso: null, isRelative: true };
  const now = partsOfDay(reference);
  // “last quarter”, counted from the running one
  if (fromMonth === 0) {
    const index = now.year * 4 + Math.floor((now.month - 1) / 3) + (which ?? 0);
    const first = (((index % 4) + 4) % 4) * 3 + 1;
    return { iso: span(Math.floor(index / 4), first, first + 2), isRelative: true };
  }
  if (which === 0 || which === 10 || which === -10)
    return { iso: span(now.year + which / 10, fromMonth, toMonth), isRelative: true };
  // A part of a year that has not begun yet is the last one, unless it is said to come.
  const hasBegun = fromMonth <= now.month;
  const isRunning = hasBegun && toMonth >= now.month;
  const years = which === 1 ? (hasBegun ? 1 : 0) : which === -1 ? (hasBegun && !isRunning ? 0 : -1) : hasBegun ? 0 : -1;
  return { iso: span(now.year + years, fromMonth, toMonth), isRelative: true };
}

function partOfDecade(start: number, part: "start" | "middle" | "end" | null): string {
  if (part === "start") return `${start}/${start + 3}`;
  if (part === "middle") return `${start + 4}/${start + 6}`;
  return part === "end" ? `${start + 7}/${start + 9}` : `${start}/${start + 9}`;
}

/** “earlier this week”: from its first day up to the day spoken on; “later this week”: from there to its last. Of a longer period, all of it. */
function sideOf(reference: DayNumber, { unit, side }: Extract<DateMeaning, { kind: "within" }>): string {
  const now = partsOfDay(reference);
  if (unit === "year") return String(now.year);
  if (unit === "month") return isoMonth(now.year, now.month);
  const week = reference - now.weekday + 1;
  const [first, last] = unit === "week" ? [week, week + 6] : [week + 5, week + 6];
  return side === "before" ? interval(Math.min(first, reference), reference) : interval(reference, Math.max(last, reference));
}

function yearOf(month: number, day: number, reference: DayNumber, direction: Direction): number {
  const { year } = partsOfDay(reference);
  const same = dayNumber(year, month, day);
  if (direction === "back") return same > reference ? year - 1 : year;
  // What is to come and lies long behind this year is next year's; what lies just behind, the sentence got wrong.
  if (direction === "ahead") return same < reference - aheadDaysMax ? year + 1 : year;
  if (same - reference > openDaysMax) return year - 1;
  if (same < reference && dayNumber(year + 1, month, day) - reference <= openDaysMax) return year + 1;
  return year;
}

function yearOfMonth(month: number, which: number | null, reference: DayNumber, direction: Direction): number {
  const now = partsOfDay(reference);
  if (which === null && direction === "back") return month > now.month ? now.year - 1 : now.year;
  if (which === null && direction === "ahead") return month < now.month ? now.year + 1 : now.year;
  if (which === -1) return month < now.month ? now.year : now.year - 1;
  if (which === 1) return month > now.month ? now.year : now.year + 1;
  return month > now.month + 2 ? now.year - 1 : now.year;
}

/** “The end of May” is a day; “early May”, “mid-May”, “Anfang Mai” say no more for sure than the month. */
function partOfMonth(year: number, month: number, part: "start" | "middle" | "end" | null, text: string): string {
  if (part === null || part === "middle" || !boundOfMonth.test(text)) return isoMonth(year, month);
  return isoDay(part === "start" ? dayNumber(year, month, 1) : lastDayOfMonth(year, month));
}

const boundOfMonth = new RegExp(`^${anyReadingWord("boundOfMonth")}`, "i");

function weekdayOf(
  weekday: number,
  which: number | null,
  week: number | null,
  reference: DayNumber,
  direction: Direction,
): DayNumber {
  const today = partsOfDay(reference).weekday;
  if (week !== null) return reference - today + 1 + week * 7 + (weekday - 1);
  // “this Saturday” is the one of this week.
  if (which === 0) return reference - today + weekday;
  const back = (today - weekday + 7) % 7;
  if (which === -1) return reference - (back === 0 ? 7 : back);
  if (which === 1 || direction === "ahead") return reference + ((weekday - today + 7) % 7 || (which === 1 ? 7 : 0));
  return reference - back;
}

function offsetFrom(
  reference: DayNumber,
  meaning: { readonly unit: string; readonly low: number; readonly high: number },
): string {
  const { low, high } = meaning;
  if (meaning.unit === "day") return interval(reference + low, reference + high);
  if (meaning.unit === "week") return interval(reference + low * 7, reference + high * 7);
  const now = partsOfDay(reference);
  if (meaning.unit === "month") {
    const months = (by: number): string => {
      const index = now.year * 12 + now.month - 1 + by;
      return isoMonth(Math.floor(index / 12), (index % 12) + 1);
    };
    return low === high ? months(low) : `${months(low)}/${months(high)}`;
  }
  if (now.year + low < 1) return String(now.year);
  const year = (by: number): string => String(now.year + by).padStart(4, "0");
  return low === high ? year(low) : `${year(low)}/${year(high)}`;
}

function periodOf(reference: DayNumber, meaning: { readonly unit: string; readonly which: number }): string {
  const now = partsOfDay(reference);
  switch (meaning.unit) {
    case "weekend": {
      const saturday = reference - now.weekday + 6;
      // On a Saturday or Sunday “the weekend” is this one, on other days the last.
      const shift = meaning.which === -1 ? (now.weekday >= 6 ? 0 : -7) : meaning.which * 7;
      return interval(saturday + shift, saturday + shift + 1);
    }
    case "week": {
      const monday = reference - now.weekday + 1 + meaning.which * 7;
      return interval(monday, monday + 6);
    }
    case "month": {
      const index = now.year * 12 + now.month - 1 + meaning.which;
      return isoMonth(Math.floor(index / 12), (index % 12) + 1);
    }
    case "year":
      return String(now.year + meaning.which);
    default:
      return isoDay(reference + meaning.which);
  }
}
