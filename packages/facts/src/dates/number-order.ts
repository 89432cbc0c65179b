import { type DateExpression, type DayMeaning, traitsOf } from "@wirefold/text";
import { type DayNumber, dayNumber, parseIsoDay } from "./calendar.ts";
import type { Direction } from "./direction.ts";

type Order = "day-first" | "month-first";

/** Regions that write the month first; others of such a language write the day first. */
const monthFirstRegions = new Set(["us", "ph", "pr", "gu", "fm", "mh", "pw", "vi"]);
/** A date this near the publication is likely the one meant, in days; the other reading must lie farther than the second. */
const nearDays = 7;
const farDays = 20;

/**
 * Settles in which order a document writes day and month in numbers: by its own dates that can be read in one way only, by the
 * locale's region, by the day it went out, by the tense they stand with, by a twelve-hour clock behind the date, by how it writes months in
 * words. Dates that
 * nothing settles stay unordered, and so without an answer.
 */
export function inOrder(
  expressions: readonly DateExpression[],
  publishedAt: string | null,
  locale: string | null,
  directionOf: (expression: DateExpression) => Direction,
): readonly DateExpression[] {
  if (!expressions.some(({ meaning }) => isUnordered(meaning))) return expressions;
  const order =
    byOtherDates(expressions) ??
    byRegion(locale) ??
    byPublication(expressions, publishedAt === null ? null : parseIsoDay(publishedAt)) ??
    byTense(expressions, publishedAt === null ? null : parseIsoDay(publishedAt), directionOf) ??
    byClock(expressions) ??
    byMonthNames(expressions);
  if (order === null) return expressions;
  return expressions.map((expression) => {
    const { meaning } = expression;
    if (!isUnordered(meaning)) return expression;
    const { isUnordered: _, ...day } = meaning;
    return { ...expression, meaning: order === "month-first" ? day : swapped(day) };
  });
}

const isUnordered = (meaning: DateExpression["meaning"]): meaning is DayMeaning =>
  meaning.kind === "day" && meaning.isUnordered === true;
const swapped = (day: DayMeaning): DayMeaning => ({ ...day, month: day.day, day: day.month });

/** Numbers with a part above twelve: all of them in one order, or no answer. */
function byOtherDates(expressions: readonly DateExpression[]): Order | null {
  const orders = new Set<Order>();
  for (const { text, meaning } of expressions) {
    const parts = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(text);
    if (parts === null || meaning.kind !== "day") continue;
    if (Number(parts[1]) > 12) orders.add("day-first");
    else if (Number(parts[2]) > 12) orders.add("month-first");
  }
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}

function byRegion(locale: string | null): Order | null {
  const [language, ...rest] = (locale ?? "").toLowerCase().split(/[-_]/);
  const region = rest.find((part) => /^[a-z]{2}$/.test(part));
  if (region === undefined || !traitsOf(language ?? null).ordersDatesByRegion) return null;
  return monthFirstRegions.has(region) ? "month-first" : "day-first";
}

/** One reading is the day the document went out, or near it, and the other far from it. */
function byPublication(expressions: readonly DateExpression[], published: DayNumber | null): Order | null {
  if (published === null) return null;
  const orders = new Set<Order>();
  for (const { meaning } of expressions) {
    if (!isUnordered(meaning) || meaning.year === null) continue;
    const monthFirst = Math.abs(dayNumber(meaning.year, meaning.month, meaning.day) - published);
    const dayFirst = Math.abs(dayNumber(meaning.year, meaning.day, meaning.month) - published);
    if (monthFirst <= nearDays && dayFirst > farDays) orders.add("month-first");
    if (dayFirst <= nearDays && monthFirst > farDays) orders.add("day-first");
  }
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}

/** “was found on 07/03”, told in June: one reading lies on the side of the day of publication that the sentence speaks of, the other does not. */
function byTense(
  expressions: readonly DateExpression[],
  published: DayNumber | null,
  directionOf: (expression: DateExpression) => Direction,
): Order | null {
  if (published === null) return null;
  const orders = new Set<Order>();
  for (const expression of expressions) {
    const { meaning } = expression;
    if (!isUnordered(meaning) || meaning.year === null) continue;
    const direction = directionOf(expression);
    if (direction === null) continue;
    const fits = (month: number, day: number): boolean => {
      const read = dayNumber(meaning.year ?? 0, month, day);
      return direction === "back" ? read <= published : read >= published;
    };
    const monthFirst = fits(meaning.month, meaning.day);
    if (monthFirst !== fits(meaning.day, meaning.month)) orders.add(monthFirst ? "month-first" : "day-first");
  }
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}

const byClock = (expressions: readonly DateExpression[]): Order | null =>
  expressions.some(({ text, meaning }) => isUnordered(meaning) && /\d\s*[ap]\.?m\b/i.test(text)) ? "month-first" : null;

/** “March 5, 2024” or “5 March 2024”: whichever the document writes, and only that. */
function byMonthNames(expressions: readonly DateExpression[]): Order | null {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const { text, meaning } of expressions) {
    if (meaning.kind !== "day" || meaning.year === null) continue;
    if (/^\p{L}{3,9}\.? \d{1,2},? \d{4}/u.test(text)) monthFirst++;
    else if (/^\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? \d{4}/u.test(text)) dayFirst++;
  }
  if (monthFirst > 0 === dayFirst > 0) return null;
  return monthFirst > 0 ? "month-first" : "day-first";
}
