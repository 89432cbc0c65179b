import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { WordScan } from "../word-scan.ts";
import { type CalendarReader, isDash } from "./calendar-reader.ts";
import type { DateReading, WeekdayMeaning } from "./date-expression.ts";
import type { PeriodReader } from "./period-reader.ts";

const closedWeek = contextWords("closedWeek");
const week = contextWords("week");
const fortnight = contextWords("fortnight");
const before = contextWords("before");
const last = contextWords("last");
const morningNoun = contextWords("morningNoun");
const nightPart = contextWords("nightPart");
const night = contextWords("night");
const wholeNight = contextWords("wholeNight");
const looseWhich = contextWords("looseWhich");
const clauseOfTime = contextWords("clauseOfTime");
const earlier = contextWords("earlier");
const ago = contextWords("ago");
const awayFrom = contextWords("awayFrom");
const now = contextWords("now");
const after = contextWords("after");
const on = contextWords("on");
const notTomorrow = contextWords("notTomorrow");
const articleBehindBefore = contextWords("articleBehindBefore");
const approximately = contextWords("approximately");

const indefinite = contextWords("indefinite");
const repeated = contextWords("repeated");

const daysOf = { day: 1, week: 7, month: 0, year: 0 } as const;

/** Behind “Tuesday week” comes no noun or number that the week would be part of. */
const isClosed = (scan: WordScan, at: number): boolean =>
  !scan.isNumber(at) && (!scan.isWord(at) || closedWeek.has(scan.lower(at)));

/** Reads dates that are counted from the day spoken on: weekdays, “last week”, “three days ago”, “the day before yesterday”. */
export class RelativeReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly calendar: CalendarReader;
  private readonly periods: PeriodReader;

  constructor(scan: WordScan, words: LanguageWords, calendar: CalendarReader, periods: PeriodReader) {
    this.scan = scan;
    this.words = words;
    this.calendar = calendar;
    this.periods = periods;
  }

  /** Tuesday; Saturday morning; Tuesday, Oct. 14, 2031; Wednesday last week; Tuesday week; the Sunday before last */
  weekday(at: number): DateReading | null {
    const { scan, words } = this;
    if (words.capitalMonths && !scan.isCapital(at)) return null;
    const lower = scan.lower(at);
    const isShort = !words.weekdays.has(lower);
    const weekday = words.weekdays.get(lower) ?? words.shortWeekdays.get(lower);
    if (weekday === undefined) return null;
    let next = at + 1;
    if (isShort && scan.mark(next) === 0x2e) next++;
    if (words.weekdayEpithets.has(scan.lower(at - 1)) && scan.isCapital(at - 1)) return null;
    // A date behind the weekday says more than the weekday does.
    let ahead = next;
    const bracket = scan.mark(ahead) === 0x28;
    if (scan.mark(ahead) === 0x2c || bracket) ahead++;
    if (words.articles.has(scan.lower(ahead))) ahead++;
    if (scan.isNumber(ahead) || words.months.has(scan.lower(ahead))) {
      const dated = scan.isNumber(ahead) ? this.calendar.numberLed(ahead) : this.calendar.monthLed(ahead);
      if (dated?.meaning.kind === "day" || dated?.meaning.kind === "range") {
        if (bracket) return scan.mark(dated.next) === 0x29 ? { ...dated, from: at } : null;
        return { ...dated, from: at };
      }
    }
    if (isShort || this.isAnyDay(at, next)) return null;
    // “Monday to Wednesday”: the end is counted from the start.
    const start = words.until.has(scan.lower(at - 1)) ? words.weekdays.get(scan.lower(at - 2)) : undefined;
    if (start !== undefined && start !== weekday) {
      const base: WeekdayMeaning = { kind: "weekday", weekday: start, which: null, week: null };
      return { from: at, next, meaning: { kind: "shift", days: (weekday - start + 7) % 7, base } };
    }
    const plain: WeekdayMeaning = { kind: "weekday", weekday, which: null, week: null };
    if (words.partsOfDay.has(scan.lower(next))) next++;
    const behind = scan.lower(next);
    // “Tuesday week”, “Friday fortnight”
    if (words.weeksBehind === true && (week.has(behind) || fortnight.has(behind)) && isClosed(scan, next + 1))
      return {
        from: at,
        next: next + 1,
        meaning: { kind: "shift", days: week.has(behind) ? 7 : 14, base: { ...plain, which: 1 } },
      };
    if (before.has(behind) && last.has(scan.lower(next + 1)))
      return { from: at, next: next + 2, meaning: { kind: "shift", days: -7, base: { ...plain, which: -1 } } };
    // “Freitag in einer Woche”
    const weeks = words.aheadIfFuture?.has(behind) ? this.calendar.amount(next + 1) : null;
    if (weeks !== null && weeks.unit === "week" && weeks.low === weeks.high)
      return { from: at, next: weeks.next, meaning: { kind: "shift", days: 7 * weeks.low, base: { ...plain, which: 1 } } };
    // “Monday of next week”
    const ofWeek = words.of.has(behind) ? words.which.get(scan.lower(next + 1)) : undefined;
    if (ofWeek !== undefined && words.calendarUnits.get(scan.lower(next + 2)) === "week")
      return { from: at, next: next + 3, meaning: { ...plain, week: ofWeek } };
    const which = words.which.get(behind);
    if (which !== undefined && words.calendarUnits.get(scan.lower(next + 1)) === "week")
      return { from: at, next: next + 2, meaning: { ...plain, week: which } };
    if (which !== undefined && words.whichBehind) return { from: at, next: next + 1, meaning: { ...plain, which } };
    return { from: at, next, meaning: plain };
  }

  /** “was a Saturday”, “every Friday”: no one day of the calendar. “a Friday hearing” is on one. */
  private isAnyDay(at: number, next: number): boolean {
    const lead = this.scan.lower(at - 1);
    return repeated.has(lead) || (indefinite.has(lead) && !this.scan.isWord(next));
  }

  /** yesterday, tomorrow morning, heute Abend */
  dayWord(at: number, lower: string): DateReading | null {
    const { scan, words } = this;
    if (notTomorrow.has(scan.lower(at - 1)) && morningNoun.has(lower)) return null;
    // “Sorrel Today” is a newspaper.
    if (scan.isCapital(at) && scan.isCapital(at - 1)) return null;
    // German “Morgen” is the morning; “morgen” is tomorrow. Spanish “mañana” is both.
    if (words.capitalisesNouns && scan.isCapital(at) && morningNoun.has(lower)) return null;
    // “avant-hier”
    const isTied = isDash(scan.mark(at - 1)) && scan.isGlued(at) && scan.isGlued(at - 1);
    const tied = isTied ? words.dayWords.get(`${scan.lower(at - 2)}-${lower}`) : undefined;
    if (tied !== undefined)
      return { from: at - 2, next: at + 1, meaning: { kind: "offset", unit: "day", low: tied, high: tied, isVague: false } };
    const days = words.dayWords.get(lower);
    if (days === undefined) return null;
    // “heute in einer Woche”
    const ahead = days === 0 && words.aheadIfFuture?.has(scan.lower(at + 1)) ? this.calendar.amount(at + 2) : null;
    if (ahead !== null && ahead.low === ahead.high)
      return this.offset(at, ahead.next, ahead.low, ahead.low, ahead.unit, ahead.isVague);
    // “heute vor einer Woche”
    const back = days === 0 && words.before.has(scan.lower(at + 1)) ? this.behindBefore(at + 1) : null;
    if (back !== null) return { ...back, from: at };
    const next = words.partsOfDay.has(scan.lower(at + 1)) ? at + 2 : at + 1;
    return { from: at, next, meaning: { kind: "offset", unit: "day", low: days, high: days, isVague: false } };
  }

  /** last Tuesday, last night, this morning, last week, next month, last September, this weekend, the past three days */
  whichLed(at: number, which: number): DateReading | null {
    const { scan, words } = this;
    const next = scan.lower(at + 1);
    // “pasado mañana”
    const joined = words.dayWords.get(`${scan.lower(at)}-${next}`);
    if (joined !== undefined) return this.offset(at, at + 2, joined, joined, "day", false);
    if (words.placesPartsOfDay === true && words.partsOfDay.has(next) && !(which === -1 && !nightPart.has(next)) && which !== 1) {
      // “last night” is yesterday's, “this morning” today's. “this night” is a night somebody tells of.
      if (which === 0 && night.has(next)) return null;
      return { from: at, next: at + 2, meaning: { kind: "offset", unit: "day", low: which, high: which, isVague: false } };
    }
    if (which === -1 && wholeNight.has(next))
      return { from: at, next: at + 2, meaning: { kind: "offset", unit: "day", low: -1, high: -1, isVague: false } };
    const weekday = words.weekdays.get(next);
    const isNoun = scan.isCapital(at + 1) || !words.capitalMonths;
    if (weekday !== undefined && isNoun) {
      const end = words.partsOfDay.has(scan.lower(at + 2)) ? at + 3 : at + 2;
      const sign = Math.sign(which);
      const meaning: WeekdayMeaning = { kind: "weekday", weekday, which: sign, week: null };
      // “vorletzten Montag”
      return { from: at, next: end, meaning: sign === which ? meaning : { kind: "shift", days: 7 * sign, base: meaning } };
    }
    if (words.months.has(next) && isNoun) {
      const dated = this.calendar.monthLed(at + 1);
      if (dated?.meaning.kind === "month") return { ...dated, from: at, meaning: { ...dated.meaning, which } };
      if (dated !== null) return { ...dated, from: at };
    }
    const season = words.seasons.has(next) ? this.periods.season(at, at + 1, which) : null;
    if (season !== null) return season;
    if (words.quarterWords.has(next) && !next.endsWith("s"))
      return { from: at, next: at + 2, meaning: { kind: "months", year: null, fromMonth: 0, toMonth: 0, which } };
    const unit = words.calendarUnits.get(next);
    if (unit === undefined) return this.lately(at, which);
    // “these days”, “the past years”: spans without a place in the calendar.
    if (unit === "day" || words.pluralUnit?.test(next) === true) return null;
    const isFuzzy = looseWhich.has(scan.lower(at)) && words.articles.has(scan.lower(at - 1));
    // “the last month and a half” is how long.
    if (words.and.has(scan.lower(at + 2)) && words.articles.has(scan.lower(at + 3)) && words.fractions.has(scan.lower(at + 4)))
      return null;
    if (isFuzzy && unit !== "weekend" && unit !== "week") return null;
    return { from: at, next: at + 2, meaning: { kind: "period", unit, which } };
  }

  /** “over the past three days”, “in den vergangenen zwei Wochen”: the days up to today, where they can be counted. */
  private lately(at: number, which: number): DateReading | null {
    const { scan, words } = this;
    if (which !== -1 || !words.articles.has(scan.lower(at - 1)) || words.calendarUnits.size === 0) return null;
    const read = this.calendar.amount(at + 1);
    if (read === null || read.isVague || read.low !== read.high || read.low < 2) return null;
    const days = read.low * daysOf[read.unit];
    return days > 0 && days <= 31 ? { from: at - 1, next: read.next, meaning: { kind: "lately", days } } : null;
  }

  /** the weekend; a week ago; the beginning of June; the day before yesterday; the week before last; the third quarter of 2030 */
  articleLed(at: number): DateReading | null {
    const { scan, words } = this;
    const next = scan.lower(at + 1);
    const behind = scan.lower(at + 2);
    const unit = words.calendarUnits.get(next);
    if (unit === "weekend" && !words.of.has(behind) && !clauseOfTime.has(behind))
      return { from: at, next: at + 2, meaning: { kind: "period", unit: "weekend", which: -1 } };
    if (unit !== undefined && before.has(behind) && last.has(scan.lower(at + 3)))
      return { from: at, next: at + 4, meaning: { kind: "period", unit, which: -2 } };
    if (unit !== undefined && after.has(behind) && words.which.get(scan.lower(at + 3)) === 1)
      return { from: at, next: at + 4, meaning: { kind: "period", unit, which: 2 } };
    // “la semaine dernière”, “el mes pasado”
    const side = words.whichBehind && unit !== undefined && unit !== "day" ? words.which.get(behind) : undefined;
    if (unit !== undefined && side !== undefined && words.pluralUnit?.test(next) !== true)
      return { from: at, next: at + 3, meaning: { kind: "period", unit, which: side } };
    // “the night before last”
    if (night.has(next) && before.has(behind) && last.has(scan.lower(at + 3)))
      return this.offset(at, at + 4, -2, -2, "day", false);
    const part = words.partsOfPeriod.get(next);
    if (part !== undefined) {
      const read = words.of.has(behind) ? this.calendar.partOf(at, at + 3, part) : null;
      if (read !== null) return read;
      const gap = isDash(scan.mark(at + 2)) ? at + 3 : at + 2;
      const decade = this.periods.decade(at, gap, part);
      if (decade !== null) return decade;
    }
    if (words.quarters.has(next)) return this.periods.ordinalLed(at, at + 1);
    const which = words.which.get(next);
    // “the last quarter” and “the past three days” begin at their second word.
    if (which !== undefined) return null;
    return this.amountLed(at);
  }

  /** early May, Anfang April, late 2021, mid-June, mid-1990s, earlier this week */
  partLed(at: number, part: "start" | "middle" | "end"): DateReading | null {
    const { scan, words } = this;
    let next = at + 1;
    if (isDash(scan.mark(next)) && scan.isGlued(next)) next++;
    else if (words.of.has(scan.lower(next))) next++;
    return this.periods.decade(at, next, part) ?? this.calendar.partOf(at, next, part);
  }

  /** “earlier this week”, “later this year” */
  sideLed(at: number): DateReading | null {
    const { scan, words } = this;
    const side = earlier.has(scan.lower(at)) ? "before" : "after";
    const unit = words.calendarUnits.get(scan.lower(at + 2));
    if (unit === undefined || unit === "day" || words.which.get(scan.lower(at + 1)) !== 0) return null;
    return { from: at, next: at + 3, meaning: { kind: "within", unit, side } };
  }

  /** three days ago; a week from Friday; the day after tomorrow; two days before Christmas is left open */
  amountLed(at: number): DateReading | null {
    const { scan, words } = this;
    const read = this.calendar.amount(at);
    if (read === null) return null;
    const link = scan.lower(read.next);
    if (ago.has(link)) {
      // “a week ago Friday”, “a week ago on Friday”
      const base = this.base(on.has(scan.lower(read.next + 1)) ? read.next + 2 : read.next + 1, -1);
      const days = read.low * daysOf[read.unit];
      if (base !== null && base.meaning.kind === "weekday" && days > 0 && read.low === read.high)
        return { from: at, next: base.next, meaning: { kind: "shift", days: -days, base: base.meaning } };
      // “a week ago today”
      if (base !== null && base.meaning.kind === "offset" && days > 0 && read.low === read.high)
        return this.offset(at, base.next, base.meaning.low - days, base.meaning.low - days, "day", false);
      return this.offset(at, read.next + 1, -read.high, -read.low, read.unit, read.isVague || this.isApproximate(at));
    }
    if (awayFrom.has(link) && now.has(scan.lower(read.next + 1)))
      return this.offset(at, read.next + 2, read.low, read.high, read.unit, read.isVague || this.isApproximate(at));
    // “a week today”, “a week tomorrow”
    const from = words.weeksBehind === true && read.unit === "week" ? words.dayWords.get(link) : undefined;
    if (from !== undefined && from >= 0 && read.low === read.high)
      return this.offset(at, read.next + 1, from + read.low * 7, from + read.low * 7, "day", false);
    const sign = before.has(link) ? -1 : awayFrom.has(link) || after.has(link) || on.has(link) ? 1 : 0;
    const days = read.low * daysOf[read.unit] * sign;
    if (days === 0 || read.low !== read.high || read.isVague) return null;
    const base = this.base(read.next + 1, awayFrom.has(link) || on.has(link) ? 1 : null);
    if (base === null) return null;
    const { meaning } = base;
    if (meaning.kind === "offset") return this.offset(at, base.next, meaning.low + days, meaning.low + days, "day", false);
    return { from: at, next: base.next, meaning: { kind: "shift", days, base: meaning } };
  }

  /** The day that an amount is counted from: a weekday, a full date, yesterday or tomorrow. */
  private base(at: number, which: number | null) {
    const { scan, words } = this;
    const lower = scan.lower(at);
    const read = words.weekdays.has(lower)
      ? this.weekday(at)
      : words.dayWords.has(lower)
        ? this.dayWord(at, lower)
        : words.months.has(lower)
          ? this.calendar.monthLed(at)
          : scan.isNumber(at)
            ? this.calendar.numberLed(at)
            : null;
    if (read === null) return null;
    const { meaning, next } = read;
    if (meaning.kind === "weekday") return { next, meaning: { ...meaning, which } };
    if (meaning.kind === "day" && meaning.endDay === null) return { next, meaning };
    return meaning.kind === "offset" && meaning.unit === "day" ? { next, meaning } : null;
  }

  /** vor drei Tagen, vor einer Woche */
  behindBefore(at: number): DateReading | null {
    const read = this.calendar.amount(at + 1);
    if (read === null || articleBehindBefore.has(this.scan.lower(at + 1))) return null;
    return this.offset(at, read.next, -read.high, -read.low, read.unit, read.isVague);
  }

  private offset(
    from: number,
    next: number,
    low: number,
    high: number,
    unit: "day" | "week" | "month" | "year",
    isVague: boolean,
  ): DateReading {
    return { from, next, meaning: { kind: "offset", unit, low, high, isVague } };
  }

  private isApproximate(at: number): boolean {
    return approximately.has(this.scan.lower(at - 1));
  }
}
