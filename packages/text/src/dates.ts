import type { Span } from "@wirefold/core";
import { english } from "./languages/en/index.ts";
import { type CalendarUnit, type LanguageWords, rolesOf, wordRole } from "./languages/language-words.ts";
import { readNumber } from "./numbers/read-number.ts";
import { WordScan } from "./word-scan.ts";

/** What a date expression says, before it is counted from any day. Months count from 1, weekdays from Monday = 1. */
export type DateMeaning =
  | {
      readonly kind: "day";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly endDay: number | null;
    }
  | {
      readonly kind: "month";
      readonly year: number | null;
      readonly month: number;
      readonly part: PartOfPeriod | null;
      readonly which: number | null;
    }
  | { readonly kind: "year"; readonly year: number; readonly part: PartOfPeriod | null }
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: number | null; readonly week: number | null }
  /** So many units before (negative) or after the day spoken on. */
  | {
      readonly kind: "offset";
      readonly unit: CalendarUnit;
      readonly low: number;
      readonly high: number;
      readonly isVague: boolean;
    }
  /** last week, this weekend, next month */
  | { readonly kind: "period"; readonly unit: CalendarUnit; readonly which: number }
  /** A clock time alone. */
  | { readonly kind: "time" };

export type PartOfPeriod = "start" | "middle" | "end";

export interface DateExpression {
  readonly span: Span;
  readonly text: string;
  readonly meaning: DateMeaning;
  /** HH:MM, where the expression gives a time. */
  readonly time: string | null;
}

const isYear = (raw: string): boolean => /^(?:1[6-9]|20)\d\d$/.test(raw);
const isDayNumber = (raw: string): boolean => /^(?:0?[1-9]|[12]\d|3[01])$/.test(raw);
const dash = (code: number): boolean => code === 0x2d || code === 0x2013;

interface Reading {
  readonly from: number;
  readonly next: number;
  readonly meaning: DateMeaning;
  readonly time?: string;
}

class DateReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly roles: ReadonlyMap<string, number>;

  constructor(scan: WordScan, words: LanguageWords) {
    this.scan = scan;
    this.words = words;
    this.roles = rolesOf(words);
  }

  readAt(at: number): Reading | null {
    const { scan, words } = this;
    if (scan.isNumber(at)) return this.numeric(at) ?? this.clock(at) ?? this.dayFirst(at) ?? this.amountAgo(at) ?? this.year(at);
    if (!scan.isWord(at)) return null;
    const lower = scan.lower(at);
    if (((this.roles.get(lower) ?? 0) & wordRole.date) === 0 && words.compoundCardinal?.(lower) === undefined) return null;
    if (words.months.has(lower)) return this.monthFirst(at);
    if (words.weekdays.has(lower) || words.shortWeekdays.has(lower)) return this.weekday(at);
    if (words.dayWords.has(lower)) return this.dayWord(at, lower);
    const which = words.which.get(lower);
    if (which !== undefined) return this.whichPeriod(at, which);
    if (words.articles.has(lower)) return this.articleLed(at);
    const part = words.partsOfPeriod.get(lower);
    if (part !== undefined) return this.partLed(at, part);
    if (words.before.has(lower)) return this.amountAfterBefore(at);
    if (words.cardinals.has(lower) || words.compoundCardinal?.(lower) !== undefined) return this.amountAgo(at);
    return null;
  }

  /** 2022-09-27, 09/27/2022 2:29 p.m., 27.9.2022 */
  private numeric(at: number): Reading | null {
    const { scan, words } = this;
    const raw = scan.raw(at);
    const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(raw);
    if (dotted) return this.dayOf(at, at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
    const separator = scan.mark(at + 1);
    if ((separator !== 0x2f && separator !== 0x2d) || !scan.isGlued(at + 1) || !scan.isGlued(at + 2)) return null;
    if (scan.mark(at + 3) !== separator || !scan.isNumber(at + 2) || !scan.isNumber(at + 4) || !scan.isGlued(at + 4)) return null;
    const middle = scan.raw(at + 2);
    const last = scan.raw(at + 4);
    if (isYear(raw) && isDayNumber(middle) && isDayNumber(last))
      return this.dayOf(at, at + 5, Number(raw), Number(middle), Number(last));
    if (!isDayNumber(raw) || !isDayNumber(middle) || !(isYear(last) || (last.length === 2 && separator === 0x2f))) return null;
    const year = last.length === 2 ? 2000 + Number(last) : Number(last);
    const [first, second] = [Number(raw), Number(middle)];
    const monthLeads = second > 12 || (first <= 12 && words.monthFirst);
    return this.dayOf(at, at + 5, year, monthLeads ? first : second, monthLeads ? second : first);
  }

  private dayOf(
    from: number,
    next: number,
    year: number | null,
    month: number,
    day: number,
    endDay: number | null = null,
  ): Reading | null {
    if (month < 1 || month > 12 || day < 1 || day > (monthLengths[month - 1] as number)) return null;
    const clock = year === null ? null : this.clockAfter(next);
    const meaning: DateMeaning = { kind: "day", year, month, day, endDay };
    return clock ? { from, next: clock.next, meaning, time: clock.time } : { from, next, meaning };
  }

  /** A clock time right behind a date, over a comma, a T or “at”. */
  private clockAfter(at: number): { next: number; time: string } | null {
    const { scan } = this;
    let from = at;
    if (scan.mark(from) === 0x2c || /^(?:t|at|um)$/.test(scan.lower(from))) from++;
    if (scan.isWord(from) && /^T\d\d$/.test(scan.raw(from)) && scan.mark(from + 1) === 0x3a && scan.isNumber(from + 2)) {
      return { next: from + 3, time: `${scan.raw(from).slice(1)}:${scan.raw(from + 2).slice(0, 2)}` };
    }
    const read = this.clock(from);
    return read?.time === undefined ? null : { next: read.next, time: read.time };
  }

  /** 2:29 p.m., 14:29, 9 a.m. */
  private clock(at: number): Reading | null {
    const { scan } = this;
    const hourRaw = scan.raw(at);
    if (!/^\d{1,2}(?:\.\d\d)?$/.test(hourRaw)) return null;
    let hour = Number(hourRaw.split(".")[0]);
    let minute = hourRaw.includes(".") ? Number(hourRaw.slice(-2)) : 0;
    let next = at + 1;
    let isClock = false;
    if (
      !hourRaw.includes(".") &&
      scan.mark(next) === 0x3a &&
      scan.isGlued(next) &&
      scan.isGlued(next + 1) &&
      /^\d\d$/.test(scan.raw(next + 1))
    ) {
      minute = Number(scan.raw(next + 1));
      next += 2;
      if (scan.mark(next) === 0x3a && scan.isGlued(next) && /^\d\d$/.test(scan.raw(next + 1))) next += 2;
      isClock = true;
    }
    const half = /^([ap])\.?m\.?$/.exec(scan.lower(next));
    if (half) {
      hour = (hour % 12) + (half[1] === "p" ? 12 : 0);
      next++;
      isClock = true;
    } else if (scan.lower(next) === "uhr") {
      next++;
      isClock = true;
    }
    if (!isClock || hour > 24 || minute > 59) return null;
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    return { from: at, next, meaning: { kind: "time" }, time };
  }

  /** 27 September 2022, 27. September, 27th of September */
  private dayFirst(at: number): Reading | null {
    const { scan, words } = this;
    if (!isDayNumber(scan.raw(at))) return null;
    let next = at + 1;
    if (scan.mark(next) === 0x2e && scan.isGlued(next)) next++;
    else if (/^(?:st|nd|rd|th)$/.test(scan.lower(next)) && scan.isGlued(next)) next++;
    if (words.of.has(scan.lower(next))) next++;
    const month = words.months.get(scan.lower(next));
    if (month === undefined || !scan.isCapital(next)) return null;
    next++;
    if (scan.mark(next) === 0x2e && scan.isGlued(next) && scan.isNumber(next + 1)) next++;
    const year = this.yearAt(scan.mark(next) === 0x2c ? next + 1 : next);
    if (year === null) return this.dayOf(at, next, null, month, Number(scan.raw(at)));
    return this.dayOf(at, (scan.mark(next) === 0x2c ? next + 1 : next) + 1, year, month, Number(scan.raw(at)));
  }

  private yearAt(at: number): number | null {
    const raw = this.scan.isNumber(at) ? this.scan.raw(at) : "";
    // “the 1990s” are a decade.
    const isDecade = this.scan.isGlued(at + 1) && this.scan.lower(at + 1) === "s";
    return isYear(raw) && !isDecade ? Number(raw) : null;
  }

  /** September 27, 2022; Sept. 21; September 2022; since March */
  private monthFirst(at: number): Reading | null {
    const { scan, words } = this;
    if (!scan.isCapital(at)) return null;
    const month = words.months.get(scan.lower(at)) as number;
    let next = at + 1;
    if (scan.mark(next) === 0x2e && scan.isGlued(next) && scan.raw(at).length <= 5) next++;
    const dayRaw = scan.isNumber(next) ? scan.raw(next) : "";
    if (isDayNumber(dayRaw) && !(scan.mark(next + 1) === 0x3a && scan.isGlued(next + 1))) {
      let end = next + 1;
      if (/^(?:st|nd|rd|th)$/.test(scan.lower(end)) && scan.isGlued(end)) end++;
      let endDay: number | null = null;
      if (dash(scan.mark(end)) && scan.isNumber(end + 1) && isDayNumber(scan.raw(end + 1))) {
        endDay = Number(scan.raw(end + 1));
        end += 2;
      }
      const comma = scan.mark(end) === 0x2c ? end + 1 : end;
      const year = this.yearAt(comma);
      // A percentage or a count right after the month is not its day.
      if (year === null && scan.mark(end) === 0x25) return null;
      return year === null
        ? this.dayOf(at, end, null, month, Number(dayRaw), endDay)
        : this.dayOf(at, comma + 1, year, month, Number(dayRaw), endDay);
    }
    const comma = scan.mark(next) === 0x2c ? next + 1 : next;
    const year = this.yearAt(comma);
    if (year !== null) return { from: at, next: comma + 1, meaning: { kind: "month", year, month, part: null, which: null } };
    const previous = scan.lower(at - 1);
    if (words.doubtfulMonths.has(scan.lower(at)) && scan.isCapital(at + 1)) return null;
    if (!words.datePrepositions.has(previous)) return null;
    return { from: at, next: at + 1, meaning: { kind: "month", year: null, month, part: null, which: null } };
  }

  private year(at: number): Reading | null {
    const { scan, words } = this;
    const year = this.yearAt(at);
    if (year === null) return null;
    const next = scan.mark(at + 1);
    if (next === 0x25 || (scan.isGlued(at + 1) && (next === 0x2d || scan.isWord(at + 1)))) return null;
    const previous = scan.lower(at - 1);
    const inBrackets = scan.mark(at - 1) === 0x28 && next === 0x29;
    if (!inBrackets && !words.datePrepositions.has(previous)) return null;
    if (
      scan.isWord(at + 1) &&
      !scan.isCapital(at + 1) &&
      /(?:people|men|women|troops|.{3}[^s]s)$/.test(scan.lower(at + 1)) &&
      !inBrackets &&
      previous !== "in" &&
      previous !== "since"
    )
      return null;
    return { from: at, next: at + 1, meaning: { kind: "year", year, part: null } };
  }

  /** Tuesday; Saturday morning; Tuesday, Sept. 27, 2022; Wednesday last week */
  private weekday(at: number): Reading | null {
    const { scan, words } = this;
    if (!scan.isCapital(at)) return null;
    const lower = scan.lower(at);
    const isShort = !words.weekdays.has(lower);
    const weekday = (words.weekdays.get(lower) ?? words.shortWeekdays.get(lower)) as number;
    let next = at + 1;
    if (isShort && scan.mark(next) === 0x2e) next++;
    if (words.weekdayEpithets.has(scan.lower(at - 1)) && scan.isCapital(at - 1)) return null;
    // A date behind the weekday says more than the weekday does.
    let ahead = next;
    const bracket = scan.mark(ahead) === 0x28;
    if (scan.mark(ahead) === 0x2c || bracket) ahead++;
    if (words.articles.has(scan.lower(ahead))) ahead++;
    if (scan.isNumber(ahead) || (scan.isWord(ahead) && words.months.has(scan.lower(ahead)))) {
      const dated = scan.isNumber(ahead) ? (this.numeric(ahead) ?? this.dayFirst(ahead)) : this.monthFirst(ahead);
      if (dated?.meaning.kind === "day") {
        if (bracket) return scan.mark(dated.next) === 0x29 ? { ...dated, from: at } : null;
        return { ...dated, from: at };
      }
    }
    if (isShort) return null;
    if (scan.isWord(next) && words.partsOfDay.has(scan.lower(next))) next++;
    const which = words.which.get(scan.lower(next));
    if (which !== undefined && words.calendarUnits.get(scan.lower(next + 1)) === "week") {
      return { from: at, next: next + 2, meaning: { kind: "weekday", weekday, which: null, week: which } };
    }
    return { from: at, next, meaning: { kind: "weekday", weekday, which: null, week: null } };
  }

  private dayWord(at: number, lower: string): Reading | null {
    const { scan, words } = this;
    // “Sorrel Today” is a newspaper.
    if (scan.isCapital(at) && scan.isCapital(at - 1)) return null;
    // German “Morgen” is the morning; “morgen” is tomorrow.
    if (words.language === "de" && scan.isCapital(at) && lower === "morgen") return null;
    let next = at + 1;
    if (words.partsOfDay.has(scan.lower(next))) next++;
    const days = words.dayWords.get(lower) as number;
    return { from: at, next, meaning: { kind: "offset", unit: "day", low: days, high: days, isVague: false } };
  }

  /** last Tuesday, last week, next month, last September, this weekend */
  private whichPeriod(at: number, which: number): Reading | null {
    const { scan, words } = this;
    const next = scan.lower(at + 1);
    const weekday = words.weekdays.get(next);
    if (weekday !== undefined && scan.isCapital(at + 1)) {
      const end = words.partsOfDay.has(scan.lower(at + 2)) ? at + 3 : at + 2;
      return { from: at, next: end, meaning: { kind: "weekday", weekday, which, week: null } };
    }
    const month = words.months.get(next);
    if (month !== undefined && scan.isCapital(at + 1)) {
      const dated = this.monthFirst(at + 1);
      if (dated)
        return dated.meaning.kind === "month"
          ? { ...dated, from: at, meaning: { ...dated.meaning, which } }
          : { ...dated, from: at };
    }
    const unit = words.calendarUnits.get(next);
    // “the past three years”, “these days”: spans without a place in the calendar.
    if (unit === undefined || unit === "day" || (next.endsWith("s") && words.language === "en")) return null;
    const isFuzzy = /^(?:past|previous|coming)$/.test(scan.lower(at)) && words.articles.has(scan.lower(at - 1));
    if (isFuzzy && unit !== "weekend" && unit !== "week") return null;
    return { from: at, next: at + 2, meaning: { kind: "period", unit, which } };
  }

  /** the weekend; a week ago; the beginning of April */
  private articleLed(at: number): Reading | null {
    const { scan, words } = this;
    const next = scan.lower(at + 1);
    if (
      words.calendarUnits.get(next) === "weekend" &&
      !words.of.has(scan.lower(at + 2)) &&
      !/^(?:that|when|before|after)$/.test(scan.lower(at + 2))
    ) {
      return { from: at, next: at + 2, meaning: { kind: "period", unit: "weekend", which: -1 } };
    }
    const part = words.partsOfPeriod.get(next);
    if (part !== undefined && words.of.has(scan.lower(at + 2))) {
      const read = this.partOf(at, at + 3, part);
      if (read) return read;
    }
    const unit = words.calendarUnits.get(next);
    if (unit !== undefined && words.ago.has(scan.lower(at + 2)) && scan.lower(at + 2) === "ago") {
      return { from: at, next: at + 3, meaning: { kind: "offset", unit, low: -1, high: -1, isVague: this.isApproximate(at) } };
    }
    return null;
  }

  private isApproximate(at: number): boolean {
    return /^(?:about|almost|nearly|roughly|over|than|around|fast|etwa|knapp|rund)$/.test(this.scan.lower(at - 1));
  }

  /** early May, Anfang April, late 2021, mid-June */
  private partLed(at: number, part: PartOfPeriod): Reading | null {
    const { scan, words } = this;
    let next = at + 1;
    if (dash(scan.mark(next)) && scan.isGlued(next)) next++;
    else if (words.of.has(scan.lower(next))) next++;
    return this.partOf(at, next, part);
  }

  private partOf(from: number, at: number, part: PartOfPeriod): Reading | null {
    const { scan, words } = this;
    if (words.months.has(scan.lower(at)) && scan.isCapital(at)) {
      const dated = this.monthFirst(at);
      if (dated?.meaning.kind === "month") return { from, next: dated.next, meaning: { ...dated.meaning, part } };
      if (dated) return dated;
      return {
        from,
        next: at + 1,
        meaning: { kind: "month", year: null, month: words.months.get(scan.lower(at)) as number, part, which: null },
      };
    }
    const year = this.yearAt(at);
    return year === null ? null : { from, next: at + 1, meaning: { kind: "year", year, part } };
  }

  /** three days ago; four to five days ago */
  private amountAgo(at: number): Reading | null {
    const read = this.amount(at);
    if (!read || this.scan.lower(read.next) !== "ago") return null;
    return {
      from: at,
      next: read.next + 1,
      meaning: {
        kind: "offset",
        unit: read.unit,
        low: -read.high,
        high: -read.low,
        isVague: read.isVague || this.isApproximate(at),
      },
    };
  }

  /** vor drei Tagen */
  private amountAfterBefore(at: number): Reading | null {
    const { scan, words } = this;
    const unit = words.calendarUnits.get(scan.lower(at + 2));
    if (unit !== undefined && words.articles.has(scan.lower(at + 1)) && /^ein/.test(scan.lower(at + 1))) {
      return { from: at, next: at + 3, meaning: { kind: "offset", unit, low: -1, high: -1, isVague: false } };
    }
    const read = this.amount(at + 1);
    if (!read) return null;
    return {
      from: at,
      next: read.next,
      meaning: { kind: "offset", unit: read.unit, low: -read.high, high: -read.low, isVague: read.isVague },
    };
  }

  private amount(at: number): { next: number; low: number; high: number; unit: CalendarUnit; isVague: boolean } | null {
    const { scan, words } = this;
    const first = readNumber(scan, at, words);
    if (!first) return null;
    let next = first.next;
    let high = first.high;
    if (words.to.has(scan.lower(next)) || words.or.has(scan.lower(next)) || dash(scan.mark(next))) {
      const second = readNumber(scan, next + 1, words);
      if (second && second.low > first.low) {
        high = second.high;
        next = second.next;
      }
    }
    const unit = words.calendarUnits.get(scan.lower(next));
    return unit === undefined || unit === "weekend" || high > 5000
      ? null
      : { next: next + 1, low: first.low, high, unit, isVague: first.isVague };
  }
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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
    const span: Span = [scan.starts[read.from] as number, scan.ends[read.next - 1] as number];
    out.push({ span, text: scan.text.slice(...span), meaning: read.meaning, time: read.time ?? null });
    at = read.next;
  }
  return out;
}

/** The date expressions of a text, absolute and relative, in order and disjoint. One pass, linear in the text's length. */
export function findDates(text: string, words: LanguageWords = english): DateExpression[] {
  return findDatesIn(new WordScan(text), words);
}
