import type { DateMention, Span } from "@wirefold/core";
import { type DateExpression, findDatesIn } from "@wirefold/text";
import { anyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { type DayNumber, isoDay, parseIsoDay } from "./calendar.ts";
import { type Direction, directionOf } from "./direction.ts";
import { inOrder } from "./number-order.ts";
import { resolveDate } from "./resolve-date.ts";

/** The dates of a document and the day they were counted from. */
export interface DatesRead {
  readonly expressions: readonly DateExpression[];
  readonly mentions: readonly DateMention[];
  readonly reference: DayNumber | null;
  /** Stated by the document itself as the time it went out. */
  readonly publicationDate: string | null;
  readonly eventDate: string | null;
  readonly eventEvidence: { readonly text: string; readonly span: Span } | null;
}

/** A line that opens with one of these words states when the document was published. */
const timestampLabel = new RegExp(`^${anyReadingWord("timestamp")}\\b`, "i");

/** @param locale BCP 47 tag of the text as given: its region settles the order of day and month where the text does not. */
export function readDates(document: Document, publishedAt: string | null, locale: string | null = null): DatesRead {
  const found = findDatesIn(document.scan, document.language.words).filter((expression) => isAhead(document, expression));
  const order = inOrder(found, publishedAt, locale, (expression) => directionOf(document, expression));
  const expressions = inTheirWeeks(document, order);
  const directions = expressions.map((expression) => directionOf(document, expression));
  const stated = publishedAt === null ? findTimestamp(document, expressions) : null;
  const publicationDate = stated?.iso ?? null;
  const reference =
    (publishedAt === null ? null : parseIsoDay(publishedAt)) ??
    (stated ? parseIsoDay(stated.iso) : null) ??
    latestFullDay(expressions, directions);
  const resolved = expressions.map((expression, index) => resolveDate(expression, reference, directions[index] ?? null));
  const days = explicitDays(expressions, resolved);
  const mentions: DateMention[] = [];
  expressions.forEach((expression, index) => {
    if (!isMention(expression)) return;
    const { iso, isRelative } = resolved[index] as (typeof resolved)[number];
    mentions.push({
      id: `d${mentions.length + 1}`,
      span: expression.span,
      text: expression.text,
      iso: narrowed(expression, iso, days),
      resolved_against: iso !== null && isRelative && reference !== null ? isoDay(reference) : null,
    });
  });
  const event = eventDay(mentions, reference);
  return { expressions, mentions, reference, publicationDate, ...event };
}

/** “leaves in three days” tells a time, “was built in three days” how long it took. */
const isAhead = (document: Document, expression: DateExpression): boolean =>
  expression.meaning.kind !== "offset" || !expression.meaning.needsFuture || directionOf(document, expression) === "ahead";

/** “Tuesday of last week”: the weekday is one of that week. */
function inTheirWeeks(document: Document, expressions: readonly DateExpression[]): readonly DateExpression[] {
  return expressions.map((expression, index) => {
    const { meaning, span } = expression;
    const next = expressions[index + 1];
    if (meaning.kind !== "weekday" || meaning.which !== null || meaning.week !== null) return expression;
    if (next?.meaning.kind !== "period" || next.meaning.unit !== "week" || next.span[0] - span[1] > 5) return expression;
    if (!document.language.words.of.has(document.text.slice(span[1], next.span[0]).trim().toLowerCase())) return expression;
    return { ...expression, meaning: { ...meaning, week: next.meaning.which } };
  });
}

/** “this week”, “almost a year ago” and clock times say too little to be recorded as dates. */
function isMention({ meaning }: DateExpression): boolean {
  if (meaning.kind === "time") return false;
  if (meaning.kind === "period" && meaning.which === 0 && meaning.unit !== "weekend") return false;
  return !(meaning.kind === "offset" && meaning.isVague);
}

/** The document's own time stamp: a full date on a short line of its own near the top. */
function findTimestamp(document: Document, expressions: readonly DateExpression[]): { iso: string } | null {
  const { text } = document;
  for (const expression of expressions) {
    const [start, end] = expression.span;
    if (start > 1500) return null;
    if (expression.meaning.kind !== "day" || expression.meaning.year === null) continue;
    const lineStart = text.lastIndexOf("\n", start) + 1;
    const lineEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
    const lead = text.slice(lineStart, start).trim();
    const rest = text.slice(end, lineEnd).trim();
    if (lead.length > 40 || rest.length > 30) continue;
    if (!timestampLabel.test(lead) && lead.replace(/[^\p{L}]/gu, "").length > 0) continue;
    const { iso } = resolveDate(expression, null, null);
    if (iso !== null) return { iso };
  }
  return null;
}

/**
 * Without a time stamp, the last day the text names in full, and not as one to come, is the nearest one can say; nothing can be said
 * where it tells of a later month (“from May 2030 to June 2031”, said behind a day of 2029).
 */
function latestFullDay(expressions: readonly DateExpression[], directions: readonly Direction[]): DayNumber | null {
  let latest: DayNumber | null = null;
  for (const [index, expression] of expressions.entries()) {
    if (expression.meaning.kind !== "day" || expression.meaning.year === null || directions[index] === "ahead") continue;
    const { iso } = resolveDate(expression, null, null);
    const day = iso === null ? null : parseIsoDay(iso);
    if (day !== null && (latest === null || day > latest)) latest = day;
  }
  return latest === null || tellsOfLater(isoDay(latest), expressions, directions) ? null : latest;
}

function tellsOfLater(day: string, expressions: readonly DateExpression[], directions: readonly Direction[]): boolean {
  return expressions.some((expression, index) => {
    const { kind } = expression.meaning;
    if ((kind !== "month" && kind !== "range") || directions[index] === "ahead") return false;
    const end = resolveDate(expression, null, null).iso?.split("/").at(-1) ?? "";
    return end > day.slice(0, end.length);
  });
}

function explicitDays(expressions: readonly DateExpression[], resolved: readonly { readonly iso: string | null }[]): DayNumber[] {
  const days = new Set<DayNumber>();
  expressions.forEach(({ meaning }, index) => {
    const iso = resolved[index]?.iso ?? null;
    const isNamed = (meaning.kind === "day" && meaning.year === null) || (meaning.kind === "weekday" && meaning.week !== null);
    const day = isNamed && iso !== null ? parseIsoDay(iso) : null;
    if (day !== null) days.add(day);
  });
  return [...days];
}

/** Days before a week in which another day that is told of makes it one of several. */
const nearDays = 21;

/** “last week” is the one day of that week the article names elsewhere, where it names no other of the weeks around it. */
function narrowed({ meaning }: DateExpression, iso: string | null, days: readonly DayNumber[]): string | null {
  if (iso === null || meaning.kind !== "period" || meaning.unit !== "week") return iso;
  const [from, to] = iso.split("/").map((each) => parseIsoDay(each));
  if (from == null || to == null) return iso;
  const near = days.filter((day) => day >= from - nearDays && day <= to);
  const [day] = near;
  return near.length === 1 && day !== undefined && day >= from ? isoDay(day) : iso;
}

/** The day the article is about: the one it speaks of most in the week up to its own date. */
export function eventDay(
  mentions: readonly DateMention[],
  reference: DayNumber | null,
): { eventDate: string | null; eventEvidence: { text: string; span: Span } | null } {
  if (reference === null) return { eventDate: null, eventEvidence: null };
  const counts = new Map<DayNumber, { count: number; first: DateMention }>();
  for (const mention of mentions) {
    const day = mention.iso === null ? null : parseIsoDay(mention.iso);
    if (day === null || mention.iso?.includes("/") || day > reference || reference - day > 6) continue;
    const known = counts.get(day);
    if (known) known.count++;
    else counts.set(day, { count: 1, first: mention });
  }
  let best: DayNumber | null = null;
  for (const [day, { count }] of counts) {
    const bestCount = best === null ? 0 : (counts.get(best)?.count ?? 0);
    if (count > bestCount || (count === bestCount && best !== null && day > best)) best = day;
  }
  if (best === null) return { eventDate: isoDay(reference), eventEvidence: null };
  const first = counts.get(best)?.first as DateMention;
  return { eventDate: isoDay(best), eventEvidence: { text: first.text, span: first.span } };
}
