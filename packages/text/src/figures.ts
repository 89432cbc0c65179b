import type { Span } from "@wirefold/core";
import { type DateExpression, findDatesIn } from "./dates.ts";
import { type LanguageWords, rolesOf, wordRole } from "./language-words.ts";
import { english } from "./languages/en.ts";
import { type NumberReading, readNumber } from "./read-number.ts";
import { WordScan } from "./word-scan.ts";

export type FigureKind = "count" | "money" | "percent" | "measure" | "age" | "factor" | "fraction";

/** A number with its unit, as the text writes it. A range or a vague plural has `range`, anything else `value`. */
export interface Figure {
  /** The number and, where one stands beside it, its unit of measure: “98,000”, “four days”, “five-kilometre”, “$6”. */
  readonly span: Span;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  /** Singular and plain: kilometer, percent, USD, year; null for a bare count. */
  readonly unit: string | null;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
  /** First token and the token after the last, in the scan the figure was read from. */
  readonly tokens: readonly [number, number];
}

const currencySigns = new Map([
  [0x24, "USD"],
  [0x20ac, "EUR"],
  [0xa3, "GBP"],
  [0xa5, "JPY"],
  [0x20b9, "INR"],
  [0x20bd, "RUB"],
  [0x20b4, "UAH"],
  [0x20aa, "ILS"],
  [0x20a9, "KRW"],
]);
/** What stands before a dollar sign to say whose dollars they are. */
const dollarPrefixes = new Map([
  ["us", "USD"],
  ["u.s", "USD"],
  ["u.s.", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["hk", "HKD"],
  ["nz", "NZD"],
  ["s", "SGD"],
]);

const isDash = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2010 || code === 0x2011;

interface Draft {
  readonly from: number;
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
  readonly currency: string | null;
}

class FigureReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly roles: ReadonlyMap<string, number>;

  constructor(scan: WordScan, words: LanguageWords) {
    this.scan = scan;
    this.words = words;
    this.roles = rolesOf(words);
  }

  readAt(at: number): Figure | null {
    const { scan, words } = this;
    const currency = currencySigns.get(scan.mark(at)) ?? null;
    if (currency !== null && scan.isNumber(at + 1)) return this.money(at, currency);
    if (scan.isNumber(at)) {
      if (!this.isFreeStanding(at)) return null;
    } else {
      if (!scan.isWord(at)) return null;
      const lower = scan.lower(at);
      if (((this.roles.get(lower) ?? 0) & wordRole.figure) === 0 && words.compoundCardinal?.(lower) === undefined) return null;
      const factor = words.factors.get(scan.lower(at));
      if (factor !== undefined) return this.factor(at, factor);
      const fraction = this.fraction(at);
      if (fraction) return fraction;
    }
    const duration = this.articleDuration(at);
    if (duration) return duration;
    const reading = readNumber(scan, at, words);
    if (!reading || (reading.hasDigits && this.isNamed(at, reading))) return null;
    return this.withUnit(this.ranged(at, reading, null));
  }

  /** Digits glued to letters, signs or other digits are codes, scores, clock times and addresses. */
  private isFreeStanding(at: number): boolean {
    const { scan } = this;
    if (scan.isGlued(at)) {
      const before = scan.mark(at - 1);
      if (
        before === 0 ||
        before === 0x2f ||
        before === 0x3a ||
        before === 0x23 ||
        before === 0x40 ||
        before === 0x5f ||
        before === 0x2e ||
        before === 0x3d ||
        before === 0x26
      )
        return false;
      if (isDash(before) && scan.isGlued(at - 1)) return false;
    }
    const next = scan.mark(at + 1);
    if (scan.isGlued(at + 1) && (next === 0x3a || next === 0x2f || next === 0x40 || next === 0x5f) && scan.isGlued(at + 2))
      return false;
    // “1 / 7”, “3 of 12” as counters have a slash between them.
    if (next === 0x2f && scan.isNumber(at + 2)) return false;
    if (scan.mark(at - 1) === 0x2f && scan.isNumber(at - 2)) return false;
    // 24th; 3-2 and 555-0101 (a range of digits is read from its first number, which must be the smaller).
    if (scan.isGlued(at + 1) && /^(?:st|nd|rd|th|s|er|ers|x|d|g)$/.test(scan.lower(at + 1))) return false;
    return true;
  }

  /** “Article 5”, “Boeing 737”, a bare year: digits that name a thing instead of counting. */
  private isNamed(at: number, reading: NumberReading): boolean {
    const { scan, words } = this;
    const raw = scan.raw(at);
    if (reading.next === at + 1 && /^(?:1[5-9]|20)\d\d$/.test(raw)) {
      const following = scan.lower(at + 1);
      const isCounted =
        scan.isWord(at + 1) &&
        (words.units.has(following) ||
          words.percent.has(following) ||
          words.currencies.has(following) ||
          this.isPluralNoun(at + 1)) &&
        scan.mark(at + 1) === 0;
      if (!isCounted) return true;
      const before = scan.lower(at - 1);
      if (words.datePrepositions.has(before) && !words.units.has(following)) return true;
    }
    let previous = at - 1;
    // A day of a month that is no date of the calendar is no figure either.
    if (scan.isCapital(previous) && words.months.has(scan.lower(previous)) && /^\d{1,2}$/.test(raw)) return true;
    if (scan.mark(previous) === 0x2e && scan.isGlued(previous)) previous--;
    if (scan.mark(previous) === 0x2d && scan.isGlued(previous)) previous--;
    if (
      scan.isWord(previous) &&
      words.designators.has(scan.lower(previous)) &&
      (scan.isCapital(previous) ||
        /^(?:no|nr|number|page|part|step|chapter|section|article|room|lot|question|version|option|phase|stage|level|grade|type)$/.test(
          scan.lower(previous),
        ))
    ) {
      // “in question 40 people”? A plural noun behind the digits is counted all the same.
      return !this.isPluralNoun(reading.next) || /^no|^nr/.test(scan.lower(previous));
    }
    return false;
  }

  private isPluralNoun(at: number): boolean {
    const lower = this.scan.lower(at);
    return (
      this.scan.isWord(at) &&
      (lower === "people" ||
        lower === "men" ||
        lower === "women" ||
        lower === "children" ||
        lower === "troops" ||
        (lower.length > 3 &&
          lower.endsWith("s") &&
          !lower.endsWith("ss") &&
          !/^(?:was|has|does|says|this|thus|years|is|as)$/.test(lower)))
    );
  }

  private money(at: number, sign: string): Figure | null {
    const { scan, words } = this;
    const prefix = scan.isGlued(at) ? dollarPrefixes.get(scan.lower(at - 1)) : undefined;
    const reading = readNumber(scan, at + 1, words);
    if (!reading) return null;
    const currency = sign === "USD" && prefix !== undefined ? prefix : sign;
    return this.withUnit(this.ranged(prefix !== undefined ? at - 1 : at, reading, currency));
  }

  /** “double”, “nearly doubled”, “tenfold”, “three times” */
  private factor(at: number, factor: number): Figure | null {
    const { scan, words } = this;
    const lower = scan.lower(at);
    // “double standard”, “double-digit”: an adjective names no factor.
    if (isDash(scan.mark(at + 1))) return null;
    if (/^(?:double|triple|doppelt)$/.test(lower)) {
      const next = scan.lower(at + 1);
      if (
        !/^(?:the|what|that|its|his|her|their|last|to|in|from|since|by|so|wie|der)$/.test(next) &&
        !scan.isNewline(at + 1) &&
        scan.mark(at + 1) === 0
      )
        return null;
    }
    void words;
    return this.build(
      { from: at, next: at + 1, low: factor, high: factor, isRange: false, isVague: false, hasDigits: false, currency: null },
      "factor",
      "factor",
      at + 1,
    );
  }

  /** “a third of”, “two-thirds”, “half of the”, “three quarters” */
  private fraction(at: number): Figure | null {
    const { scan, words } = this;
    const lower = scan.lower(at);
    let from = at;
    let count = 1;
    if (words.articles.has(lower)) from = at + 1;
    else {
      const cardinal = words.cardinals.get(lower);
      if (cardinal !== undefined && cardinal < 10) {
        count = cardinal;
        from = isDash(scan.mark(at + 1)) ? at + 2 : at + 1;
      }
    }
    const unit = words.fractions.get(scan.lower(from));
    if (unit === undefined) return null;
    const next = scan.lower(from + 1);
    const isHalf = unit === 0.5;
    const follows =
      words.of.has(next) ||
      (isHalf && from === at && (words.articles.has(next) || /^(?:its|their|his|her)$/.test(next))) ||
      (count > 1 && !isHalf);
    if (!follows || (from === at && !isHalf)) return null;
    if (isHalf && words.multipliers.has(scan.lower(from + 2))) return null;
    return this.build(
      {
        from: at,
        next: from + 1,
        low: count * unit,
        high: count * unit,
        isRange: false,
        isVague: false,
        hasDigits: false,
        currency: null,
      },
      "fraction",
      "fraction",
      from + 1,
    );
  }

  /** “for a year”, “an hour” where the article counts. */
  private articleDuration(at: number): Figure | null {
    const { scan, words } = this;
    if (words.language !== "en" || !words.articles.has(scan.lower(at)) || scan.lower(at) === "the") return null;
    const unit = words.units.get(scan.lower(at + 1));
    if (unit === undefined || !/^(?:second|minute|hour|day|week|month|year|decade|century|mile|kilometer)$/.test(unit))
      return null;
    const before = scan.lower(at - 1);
    if (!/^(?:for|within|than|nearly|almost|about|over|in|takes|took|lasted|spent|least|half)$/.test(before)) return null;
    // “in a year”, “more than a week after”: when, not how long; “$6 a month” is a rate.
    const after = scan.lower(at + 2);
    if (/^(?:ago|after|before|later|earlier|that|since|when|or|of)$/.test(after)) return null;
    if (before === "in" || before === "half") return null;
    return this.build(
      { from: at, next: at + 1, low: 1, high: 1, isRange: false, isVague: false, hasDigits: false, currency: null },
      "measure",
      unit,
      at + 2,
    );
  }

  /** Carries on over “to”, “–” or, after “between”, “and” to the upper end of a range. */
  private ranged(from: number, first: NumberReading, currency: string | null): Draft {
    const { scan, words } = this;
    const draft: Draft = {
      from,
      next: first.next,
      low: first.low,
      high: first.high,
      isRange: false,
      isVague: first.isVague,
      hasDigits: first.hasDigits,
      currency,
    };
    if (first.isVague) return draft;
    const link = scan.lower(first.next);
    const linkMark = scan.mark(first.next);
    const joins =
      words.to.has(link) ||
      words.or.has(link) ||
      isDash(linkMark) ||
      (words.and.has(link) && /^(?:between|zwischen)$/.test(scan.lower(from - 1)));
    if (!joins) return draft;
    let at = first.next + 1;
    if (currencySigns.has(scan.mark(at))) at++;
    const second = readNumber(scan, at, words);
    if (
      !second ||
      second.isVague ||
      second.hasDigits !== first.hasDigits ||
      (scan.isGlued(second.next) && scan.isNumber(second.next))
    )
      return draft;
    let low = first.low;
    // “5 to 6 million”: the multiplier covers both ends.
    if (second.low >= 1000 && low < 1000 && second.next > at + 1) {
      const factor = 10 ** (3 * Math.floor(Math.log10(second.low) / 3));
      if (low * factor < second.low) low *= factor;
    }
    if (!(second.low > low)) return draft;
    // “two or three” is a range, “one or more” never parses, “5 or 500” hardly is one.
    if (words.or.has(link) && second.low > low * 3) return draft;
    if (isDash(linkMark) && scan.isGlued(first.next) && (scan.mark(second.next) === linkMark || second.low > low * 1000))
      return draft;
    return { ...draft, next: second.next, low, high: second.low, isRange: true };
  }

  /** Reads the unit behind the number: a sign, a word, or an adjective (“five-day”, “24-year-old”). */
  private withUnit(draft: Draft): Figure {
    const { scan, words } = this;
    let at = draft.next;
    if (scan.mark(at) === 0x25) return this.build(draft, "percent", "percent", at + 1);
    if ((scan.mark(at) === 0xba || scan.mark(at) === 0xb0) && scan.isGlued(at)) {
      const scale = /^[fc]$/.test(scan.lower(at + 1)) && scan.isGlued(at + 1);
      return this.build(draft, "measure", "degree", scale ? at + 2 : at + 1);
    }
    if (draft.currency !== null) return this.build(draft, "money", draft.currency, at);
    if (currencySigns.has(scan.mark(at)) && draft.hasDigits && words.grouping === "stop")
      return this.build(draft, "money", currencySigns.get(scan.mark(at)) as string, at + 1);
    const hyphen = isDash(scan.mark(at)) && scan.isGlued(at) && scan.isGlued(at + 1);
    if (hyphen) at++;
    // “15-plus years”
    if (hyphen && scan.lower(at) === "plus") at++;
    const word = scan.lower(at);
    if (!scan.isWord(at)) return this.build(draft, "count", null, draft.next);
    if (words.percent.has(word))
      return this.build(draft, "percent", "percent", /^points?$/.test(scan.lower(at + 1)) ? at + 2 : at + 1);
    if (word === "per" && /^cent(?:age)?$/.test(scan.lower(at + 1))) return this.build(draft, "percent", "percent", at + 2);
    if (word === "percentage" && /^points?$/.test(scan.lower(at + 1))) return this.build(draft, "percent", "percent", at + 2);
    const age = this.ageEnd(at, hyphen, words);
    if (age > 0) return this.build(draft, "age", "year", age);
    const currency =
      words.currencies.get(word) ??
      (/^(?:us|u\.s\.?|american|canadian|australian)$/.test(word) ? words.currencies.get(scan.lower(at + 1)) : undefined);
    if (currency !== undefined && !(word === "pounds" && /^of$/.test(scan.lower(at + 1)))) {
      return this.build(draft, "money", currency, words.currencies.has(word) ? at + 1 : at + 2);
    }
    const power = /^(?:square|sq|cubic|nautical|light|metric)$/.test(word);
    const unit = words.units.get(power ? scan.lower(at + (isDash(scan.mark(at + 1)) ? 2 : 1)) : word);
    if (unit !== undefined && !this.isOtherWord(at, word)) {
      if (!power) return this.build(draft, "measure", unit, at + 1);
      return this.build(
        draft,
        "measure",
        word === "metric" ? unit : `${word === "sq" ? "square" : word} ${unit}`,
        at + (isDash(scan.mark(at + 1)) ? 3 : 2),
      );
    }
    return this.build(draft, "count", null, draft.next);
  }

  /** “in”, “t”, “l” and other one-letter units count only when glued to the number; “5 in the room” is no length. */
  private isOtherWord(at: number, word: string): boolean {
    if (word === "in") return true;
    return (
      word.length <= 2 && !this.scan.isGlued(at) && !/^(?:km|kg|cm|mm|ml|mg|ft|lb|oz|mw|gw|kw|gb|mb|tb|ha|mi|hr|yd)$/.test(word)
    );
  }

  /** The token after “24-year-old” or “24 years old”, “47-jährige”; 0 if it is no age. */
  private ageEnd(at: number, hyphen: boolean, words: LanguageWords): number {
    const { scan } = this;
    if (hyphen && words.old.has(scan.lower(at))) return at + 1;
    if (words.units.get(scan.lower(at)) !== "year") return 0;
    const next = isDash(scan.mark(at + 1)) ? at + 2 : at + 1;
    return words.old.has(scan.lower(next)) || scan.lower(next) === "alt" ? next + 1 : 0;
  }

  private build(draft: Draft, kind: FigureKind, unit: string | null, next: number): Figure {
    const { scan } = this;
    const span: Span = [scan.starts[draft.from] as number, scan.ends[next - 1] as number];
    const isRange = draft.isRange || draft.isVague;
    return {
      span,
      text: scan.text.slice(...span),
      kind,
      value: isRange ? null : draft.low,
      range: isRange ? [draft.low, draft.high] : null,
      unit,
      isVague: draft.isVague,
      hasDigits: draft.hasDigits,
      tokens: [draft.from, next],
    };
  }
}

/** {@link findFigures} over a text that is scanned already; `dates` are places where digits tell time. */
export function findFiguresIn(
  scan: WordScan,
  words: LanguageWords = english,
  dates: readonly DateExpression[] = findDatesIn(scan, words),
): Figure[] {
  const out: Figure[] = [];
  const reader = new FigureReader(scan, words);
  let date = 0;
  for (let at = 0; at < scan.count; ) {
    const start = scan.starts[at] as number;
    while (date < dates.length && (dates[date] as DateExpression).span[1] <= start) date++;
    const current = dates[date];
    if (current && current.span[0] <= start) {
      at++;
      continue;
    }
    const figure = reader.readAt(at);
    if (!figure || (current && figure.span[1] > current.span[0])) {
      at++;
      continue;
    }
    out.push(figure);
    at = Math.max(figure.tokens[1], at + 1);
  }
  return out;
}

/**
 * The figures of a text: counts, sums of money, percentages, measures, ages, factors and fractions, in digits and words,
 * in order and disjoint. Dates, clock times, ordinals, years and numbers that only name a thing are left out.
 * One pass, linear in the text's length.
 */
export function findFigures(text: string, words: LanguageWords = english): Figure[] {
  return findFiguresIn(new WordScan(text), words);
}
