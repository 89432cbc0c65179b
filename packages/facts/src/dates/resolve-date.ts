import type { DateExpression, DateMeaning } from "@wirefold/text";
import { type DayNumber, dayNumber, isoDay, isoMonth, lastDayOfMonth, partsOfDay } from "./calendar.ts";
import type { Direction } from "./direction.ts";

/** What a date expression comes to. `isRelative` says the reference day was needed. */
export interface ResolvedDate {
  readonly iso: string | null;
  readonly isRelative: boolean;
}

/** A day named without its year lies in the past unless it comes within this many days. */
const aheadDaysMax = 62;

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
      const year = meaning.year ?? (reference === null ? null : yearOf(meaning.month, meaning.day, reference, direction));
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
  }
}

function yearOf(month: number, day: number, reference: DayNumber, direction: Direction): number {
  const { year } = partsOfDay(reference);
  const same = dayNumber(year, month, day);
  if (direction === "back") return same > reference ? year - 1 : year;
  // What is to come and lies long behind this year is next year's; what lies just behind, the sentence got wrong.
  if (direction === "ahead") return same < reference - aheadDaysMax ? year + 1 : year;
  if (same - reference > aheadDaysMax) return year - 1;
  if (same < reference && dayNumber(year + 1, month, day) - reference <= aheadDaysMax) return year + 1;
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

function partOfMonth(year: number, month: number, part: "start" | "middle" | "end" | null, text: string): string {
  if (part === null) return isoMonth(year, month);
  const isLoose = /^(?:early|mid|late)/i.test(text);
  const last = lastDayOfMonth(year, month);
  if (part === "start")
    return isLoose ? interval(dayNumber(year, month, 1), dayNumber(year, month, 10)) : isoDay(dayNumber(year, month, 1));
  if (part === "end") return isLoose ? interval(dayNumber(year, month, 21), last) : isoDay(last);
  return isLoose ? interval(dayNumber(year, month, 11), dayNumber(year, month, 20)) : isoDay(dayNumber(year, month, 15));
}

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
