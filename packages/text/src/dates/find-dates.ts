import type { Span } from "@wirefold/core";
import { contextWords } from "../context-words.ts";
import { english } from "../languages/en/index.ts";
import { type LanguageWords, tokenRoles, wordRole } from "../languages/language-words.ts";
import { WordScan } from "../word-scan.ts";
import { CalendarReader } from "./calendar-reader.ts";
import type { DateExpression, DateReading } from "./date-expression.ts";
import { DistanceReader } from "./distance-reader.ts";
import { PeriodReader } from "./period-reader.ts";
import { RelativeReader } from "./relative-reader.ts";

const earlier = contextWords("earlier");
const later = contextWords("later");
const notTime = contextWords("leadOfPerson");

class DateReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly roles: Uint8Array;
  private readonly calendar: CalendarReader;
  private readonly periods: PeriodReader;
  private readonly relative: RelativeReader;
  private readonly distances: DistanceReader;

  constructor(scan: WordScan, words: LanguageWords) {
    this.scan = scan;
    this.words = words;
    this.roles = tokenRoles(scan, words);
    this.calendar = new CalendarReader(scan, words);
    this.periods = new PeriodReader(scan, words, this.calendar);
    this.relative = new RelativeReader(scan, words, this.calendar, this.periods);
    this.distances = new DistanceReader(scan, words, this.calendar);
  }

  readAt(at: number): DateReading | null {
    const { scan, words } = this;
    if (scan.isNumber(at))
      return (
        this.calendar.numberLed(at) ??
        this.periods.decade(at, at, null) ??
        this.periods.monthsTo(at) ??
        this.relative.amountLed(at)
      );
    if (!scan.isWord(at)) return null;
    if (((this.roles[at] ?? 0) & wordRole.date) === 0) return null;
    const lower = scan.lower(at);
    if (words.months.has(lower)) return this.twoMonths(at) ?? this.calendar.monthLed(at);
    if (words.weekdays.has(lower) || words.shortWeekdays.has(lower)) return this.relative.weekday(at);
    if (words.dayWords.has(lower)) return this.relative.dayWord(at, lower);
    if (earlier.has(lower) || later.has(lower)) return this.relative.sideLed(at);
    const which = words.which.get(lower);
    if (which !== undefined) {
      const read = this.relative.whichLed(at, which) ?? (words.quarters.has(lower) ? this.periods.ordinalLed(at, at) : null);
      if (read !== null) return read;
    }
    if (words.articles.has(lower)) {
      const read = this.relative.articleLed(at);
      if (read !== null || !words.cardinals.has(lower)) return read;
    }
    const distance = this.distances.readAt(at);
    if (distance !== null) return distance;
    const part = words.partsOfPeriod.get(lower);
    if (part !== undefined) return this.relative.partLed(at, part);
    if (words.before.has(lower)) return this.relative.behindBefore(at);
    if (words.seasons.has(lower)) return this.periods.season(at, at, null);
    if (words.quarters.has(lower)) return this.periods.ordinalLed(at, at);
    if (lower.length === 2) return this.periods.coded(at);
    const spoken = words.decadeOf.has(scan.lower(at - 1)) ? this.periods.decade(at, at, null) : null;
    return spoken ?? this.periods.monthsTo(at) ?? this.relative.amountLed(at);
  }

  /** “for May and June 2031”: a month and the next are the two of them, behind a word that leads to no person. */
  private twoMonths(at: number): DateReading | null {
    const { scan, words } = this;
    const [first, second] = [words.months.get(scan.lower(at)), words.months.get(scan.lower(at + 2))];
    if (first === undefined || second !== first + 1 || !words.and.has(scan.lower(at + 1))) return null;
    if (!scan.isWord(at - 1) || scan.isCapital(at - 1) || notTime.has(scan.lower(at - 1))) return null;
    if (words.capitalMonths && !(scan.isCapital(at) && scan.isCapital(at + 2))) return null;
    const read = this.calendar.monthLed(at + 2);
    if (read?.meaning.kind !== "month" || words.between.has(scan.lower(at - 1))) return null;
    const { meaning: to } = read;
    return { ...read, from: at, meaning: { kind: "range", from: { ...to, month: first }, to } };
  }
}

/** {@link findDates} over a text that is scanned already. */
export function findDatesIn(scan: WordScan, words: LanguageWords = english): DateExpression[] {
  const out: DateExpression[] = [];
  const reader = new DateReader(scan, words);
  for (let at = 0; at < scan.count; ) {
    const read = reader.readAt(at);
    if (!read || read.next <= at) {
      at++;
      continue;
    }
    const span: Span = [scan.starts[read.from] ?? 0, scan.ends[read.next - 1] ?? 0];
    out.push({ span, text: scan.text.slice(...span), meaning: read.meaning, time: read.time ?? null });
    at = read.next;
  }
  return out;
}

/** The date expressions of a text, absolute and relative, in order and disjoint. One pass, linear in the text's length. */
export function findDates(text: string, words: LanguageWords = english): DateExpression[] {
  return findDatesIn(new WordScan(text), words);
}
