import { comparisonWords, hashFront, hashStem, monthNames, weekdayNames } from "@wirefold/text";
import { CAPITAL, DIGITS, FIGURE } from "./features.ts";
import { hashFigure } from "./figure-tokens.ts";
import { isTranslated } from "./language-of.ts";

/** Calendar words as tokens: which day of which month a text names, which weekdays, which years. */

const stemOf = (word: string): number => hashStem(word, 0, word.length);
const months = new Map<number, number>();
const weekdays = new Map<number, number>();
const days = new Map<number, number>();
const years = new Map<number, number>();

for (const [word, month] of comparisonWords("months")) months.set(stemOf(word), month);
for (const [word, day] of comparisonWords("weekdays")) weekdays.set(stemOf(word), day);
for (let day = 1; day <= 31; day++) days.set(hashFigure(day), day);
for (let year = 1800; year <= 2100; year++) years.set(hashFigure(year), year);

/** What a document says of the calendar, as numbers small enough to compare at once. */
export interface CalendarMentions {
  /** Days of months, as month × 32 + day, ascending. */
  readonly monthDays: readonly number[];
  /** Bit n: weekday n (Monday is 1) is named. */
  readonly weekdays: number;
  /** The latest year named up to the present century's end, 0 where none is: reports name their own year, if any. */
  readonly lastYear: number;
}

interface CalendarWords {
  readonly months: ReadonlyMap<number, number>;
  readonly weekdays: ReadonlyMap<number, number>;
}

/** The words above, of English and of texts whose language is not known; of other languages those of CLDR. */
const common: CalendarWords = { months, weekdays };
const byLanguage = new Map<string, CalendarWords>();

function calendarWordsOf(language: string | null): CalendarWords {
  if (!isTranslated(language)) return common;
  let words = byLanguage.get(language);
  if (words === undefined) {
    const fronts = (names: Iterable<readonly [string, number]>): Map<number, number> =>
      new Map(Array.from(names, ([name, number]) => [hashFront(name, 0, name.length), number]));
    const known = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
    words = known ? { months: fronts(monthNames(language)), weekdays: fronts(weekdayNames(language, "long")) } : common;
    if (byLanguage.size < 256) byLanguage.set(language, words);
  }
  return words;
}

/** Chinese and Japanese write months and days as figures before these. */
const MONTH_SIGN = hashFront("月", 0, 1);
const DAY_SIGNS = new Set(["日", "号"].map((sign) => hashFront(sign, 0, 1)));
const monthFigures = new Map(Array.from({ length: 12 }, (_, month) => [hashFigure(month + 1), month + 1]));

/** Reads the calendar mentions of a token sequence, in the words of a language (ISO 639, null where unknown). */
export function calendarOf(tokens: Uint32Array, flags: Uint8Array, language: string | null): CalendarMentions {
  const { months, weekdays } = calendarWordsOf(language);
  const isFigure = (at: number): boolean => ((flags[at] ?? 0) & FIGURE) !== 0;
  const found = new Set<number>();
  let weekdayBits = 0;
  let lastYear = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (isFigure(i)) {
      const year = years.get(tokens[i] ?? 0);
      if (year !== undefined && year > lastYear) lastYear = year;
      continue;
    }
    if (tokens[i] === MONTH_SIGN && i > 0 && i + 2 < tokens.length && DAY_SIGNS.has(tokens[i + 2] ?? 0)) {
      const month = monthFigures.get(tokens[i - 1] ?? 0);
      const day = days.get(tokens[i + 1] ?? 0);
      if (month !== undefined && day !== undefined && found.size < 64) found.add(month * 32 + day);
      continue;
    }
    // Names of days and months have capitals, or a figure next to them where the language writes them small.
    if (((flags[i] ?? 0) & CAPITAL) === 0 && !(i > 0 && isFigure(i - 1))) continue;
    const weekday = weekdays.get(tokens[i] ?? 0);
    if (weekday !== undefined) {
      weekdayBits |= 1 << weekday;
      continue;
    }
    const month = months.get(tokens[i] ?? 0);
    if (month === undefined || found.size >= 64) continue;
    for (const at of [i + 1, i - 1]) {
      const day = at >= 0 && at < tokens.length && isFigure(at) ? days.get(tokens[at] ?? 0) : undefined;
      if (day === undefined) continue;
      found.add(month * 32 + day);
      break;
    }
  }
  return { monthDays: [...found].sort((a, b) => a - b), weekdays: weekdayBits, lastYear };
}

/**
 * Marks the sentences that tell of an earlier year than the document's own, and the ones right behind them: background,
 * almanacs, retrospectives. The own year is that of publication, else the latest named.
 */
export function backgroundSentences(
  features: { readonly tokens: Uint32Array; readonly flags: Uint8Array; readonly publishedDay: number | null },
  sentenceFrom: Uint16Array,
  sentences: number,
  lastYear: number,
): Uint8Array {
  const { tokens, flags, publishedDay } = features;
  const own = publishedDay === null ? lastYear : new Date(publishedDay * 86_400_000).getUTCFullYear();
  const background = new Uint8Array(sentences);
  let before = false;
  for (let s = 0; s < sentences; s++) {
    let earlier = false;
    let current = false;
    for (let t = sentenceFrom[s] ?? 0; t < (sentenceFrom[s + 1] ?? 0); t++) {
      if (((flags[t] ?? 0) & DIGITS) === 0) continue;
      const year = years.get(tokens[t] ?? 0);
      if (year === undefined) continue;
      if (year < own) earlier = true;
      else current = true;
    }
    if (!current && (earlier || before)) background[s] = 1;
    before = earlier && !current;
  }
  return background;
}
