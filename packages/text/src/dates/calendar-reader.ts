import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { readNumber } from "../numbers/read-number.ts";
import { readingWords } from "../reading-words.ts";
import { stopWords } from "../stop-words.ts";
import { englishNoun } from "../tables/english-words.ts";
import type { WordScan } from "../word-scan.ts";
import { clockAfter, clockAt } from "./clock.ts";
import type { Dated, DateReading, DayMeaning } from "./date-expression.ts";
import { isBefore, isYearBehind, withYear, yearOf } from "./date-order.ts";

const behindEndDay = contextWords("behindEndDay");
const decadeSuffix = contextWords("decadeSuffix");
const verbMonth = contextWords("verbMonth");
const seasonNoun = contextWords("seasonNoun");
const inYear = contextWords("inYear");
const the = contextWords("the");
const one = contextWords("one");
const dayLead = contextWords("dayLead");
const putOffTo = contextWords("putOffTo");
const ofThe = contextWords("ofThe");
const fortnight = contextWords("fortnight");

const isYear = (raw: string): boolean => /^(?:1[6-9]|20)\d\d$/.test(raw);
const isDayNumber = (raw: string): boolean => /^(?:0?[1-9]|[12]\d|3[01])$/.test(raw);
export const isDash = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2014;
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Behind a day's number: 27th, 1er. */
const daySuffix = contextWords("ordinalSuffix");
/** Most days in one list: “3, 5 and 9 January”. */
const listMax = 8;

/** Months that are short already: a stop behind them ends the sentence. */
const shortMonths = new Set(readingWords("shortMonth"));
const isShortened = (month: string): boolean => month.length <= 4 && !shortMonths.has(month);

/** Reads dates of the calendar: in digits, with a month's name, and from one to another. */
export class CalendarReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;

  constructor(scan: WordScan, words: LanguageWords) {
    this.scan = scan;
    this.words = words;
  }

  /** A date that begins with a number: 2022-09-27, 27 September 2022, 3 to 7 March, 1994 to 1996. */
  numberLed(at: number): DateReading | null {
    return (
      this.ranged(this.numeric(at) ?? clockAt(this.scan, at) ?? this.dayFirst(at)) ??
      this.listedDay(at) ??
      this.ranged(this.year(at))
    );
  }

  /** A date that begins with a month's name, to its end where it goes on to another. */
  monthLed(at: number): DateReading | null {
    return this.ranged(this.monthFirst(at));
  }

  /** Goes on over “to”, “until”, a dash or, after “between”, “and” to a later date. The year of the end is the start's too. */
  private ranged(first: DateReading | null): DateReading | null {
    if (first === null || first.time !== undefined) return first;
    const { scan, words } = this;
    const { meaning } = first;
    if ((meaning.kind !== "day" || meaning.endDay !== null) && meaning.kind !== "month" && meaning.kind !== "year") return first;
    // “Dec. 30, 2030, to Jan. 2, 2031”
    const isSetOff = scan.mark(first.next) === 0x2c && meaning.year !== null && words.until.has(scan.lower(first.next + 1));
    const link = this.linkEnd(isSetOff ? first.next + 1 : first.next, first.from);
    if (link === 0) return first;
    const second = this.single(link, meaning);
    if (second === null) return first;
    const from = withYear(meaning, second.meaning);
    if (!isBefore(from, second.meaning)) return first;
    return { from: first.from, next: second.next, meaning: { kind: "range", from, to: second.meaning } };
  }

  /** The token behind a word or a mark that leads from one date to another; 0 where none stands there. */
  private linkEnd(at: number, from: number): number {
    const { scan, words } = this;
    const lower = scan.lower(at);
    const isLink = words.until.has(lower) || isDash(scan.mark(at)) || (words.and.has(lower) && this.isBetween(from));
    if (!isLink) return 0;
    const next = words.articles.has(scan.lower(at + 1)) ? at + 2 : at + 1;
    return scan.isNewline(at + 1) ? 0 : next;
  }

  /** “between 5 and 9”, “zwischen dem 5. und dem 9.” */
  private isBetween(from: number): boolean {
    const { scan, words } = this;
    return words.between.has(scan.lower(words.articles.has(scan.lower(from - 1)) ? from - 2 : from - 1));
  }

  /** One date of the kind the first was. */
  private single(at: number, first: Dated): { next: number; meaning: Dated } | null {
    const { scan, words } = this;
    const read = words.months.has(scan.lower(at))
      ? first.kind === "year"
        ? null
        : (this.monthFirst(at) ?? this.bareMonth(at))
      : scan.isNumber(at)
        ? (this.numeric(at) ?? this.dayFirst(at) ?? this.endNumber(at, first))
        : null;
    if (read === null) return null;
    const { meaning } = read;
    if (meaning.kind !== first.kind || (meaning.kind !== "day" && meaning.kind !== "month" && meaning.kind !== "year"))
      return null;
    return { next: read.next, meaning };
  }

  private bareMonth(at: number): DateReading | null {
    const month = this.monthAt(at);
    return month === null
      ? null
      : { from: at, next: at + 1, meaning: { kind: "month", year: null, month, part: null, which: null } };
  }

  /** The second number of “February 5 to 9, 2031” and “2019–21”: a day of the same month, a year of the same century. */
  private endNumber(at: number, first: Dated): DateReading | null {
    const { scan } = this;
    const raw = scan.raw(at);
    if (first.kind === "year") {
      const isShort = /^\d\d$/.test(raw) && isDash(scan.mark(at - 1)) && scan.isGlued(at);
      const year = isYear(raw) ? Number(raw) : isShort ? first.year - (first.year % 100) + Number(raw) : 0;
      if (year <= first.year || (scan.isGlued(at + 1) && scan.isWord(at + 1))) return null;
      return { from: at, next: at + 1, meaning: { kind: "year", year, part: null } };
    }
    if (first.kind !== "day" || !isDayNumber(raw)) return null;
    let next = at + 1;
    if (daySuffix.has(scan.lower(next)) && scan.isGlued(next)) next++;
    // “July 26 to 40 people”, “on March 5 to 9 states”: only what a stop, a comma or a year follows is a day.
    const comma = scan.mark(next) === 0x2c ? next + 1 : next;
    const year = this.yearAt(comma);
    if (year === null && scan.isWord(next) && !behindEndDay.has(scan.lower(next))) return null;
    return {
      from: at,
      next: year === null ? next : comma + 1,
      meaning: { kind: "day", year: year ?? first.year, month: first.month, day: Number(raw), endDay: null },
    };
  }

  /** “3 to 7 March”, “3 and 4 January 2031”, “3, 5 and 9 January”: days that share a month behind the last of them. */
  private listedDay(at: number): DateReading | null {
    const { scan, words } = this;
    if (!isDayNumber(scan.raw(at))) return null;
    const days: number[] = [];
    let isRange = false;
    let i = at;
    for (let step = 0; step < listMax; step++) {
      if (!scan.isNumber(i) || !isDayNumber(scan.raw(i))) return null;
      const full = step > 0 ? this.dayFirst(i) : null;
      if (full !== null && full.meaning.kind === "day") {
        const { meaning } = full;
        const first = days[0] ?? meaning.day;
        const last = meaning.day;
        if (!days.every((day) => day < last)) return null;
        const isRun = isRange || (days.length === 1 && last === first + 1);
        if (isRun)
          return { from: at, next: full.next, meaning: { kind: "range", from: { ...meaning, day: first }, to: meaning } };
        return { from: at, next: at + 1, meaning: { ...meaning, day: first } };
      }
      days.push(Number(scan.raw(i)));
      let link = i + 1;
      if (daySuffix.has(scan.lower(link)) && scan.isGlued(link)) link++;
      else if (scan.mark(link) === 0x2e && scan.isGlued(link) && words.stopsOrdinals === true) link++;
      const lower = scan.lower(link);
      if (words.until.has(lower) || isDash(scan.mark(link)) || (words.and.has(lower) && this.isBetween(at))) isRange = true;
      else if (!words.and.has(lower) && !words.or.has(lower) && scan.mark(link) !== 0x2c) return null;
      i = words.articles.has(scan.lower(link + 1)) ? link + 2 : link + 1;
      // “Monday 12 to Friday 16 May”
      if (words.weekdays.has(scan.lower(i))) i = scan.mark(i + 1) === 0x2c ? i + 2 : i + 1;
    }
    return null;
  }

  /** 2031-10-14, 10/14/2031 4:05 p.m., 14.10.2031 */
  private numeric(at: number): DateReading | null {
    const { scan, words } = this;
    const raw = scan.raw(at);
    const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(raw) ?? this.shortDotted(at);
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
    const read = this.dayOf(at, at + 5, year, monthLeads ? first : second, monthLeads ? second : first);
    // Where the language leaves the order open, the document has to settle it.
    const isOpen = words.monthFirst && first <= 12 && second <= 12 && first !== second;
    return read?.meaning.kind === "day" && isOpen ? { ...read, meaning: { ...read.meaning, isUnordered: true } } : read;
  }

  /** “am 4.6.35”: in two digits only behind a word that leads to a day. */
  private shortDotted(at: number): readonly string[] | null {
    const { scan, words } = this;
    if (words.stopsOrdinals !== true || !(words.datePrepositions.has(scan.lower(at - 1)) || dayLead.has(scan.lower(at - 1))))
      return null;
    const read = /^(\d{1,2})\.(\d{1,2})\.(\d\d)$/.exec(scan.raw(at));
    return read && [read[0], read[1] ?? "", read[2] ?? "", `20${read[3]}`];
  }

  private dayOf(
    from: number,
    next: number,
    year: number | null,
    month: number,
    day: number,
    endDay: number | null = null,
  ): DateReading | null {
    if (month < 1 || month > 12 || day < 1 || day > (monthLengths[month - 1] ?? 0)) return null;
    const clock = year === null ? null : clockAfter(this.scan, next);
    const meaning: DayMeaning = { kind: "day", year, month, day, endDay };
    return clock ? { from, next: clock.next, meaning, time: clock.time } : { from, next, meaning };
  }

  /** The month a token names as a date would write it; null for a person's name and for a common word. */
  private monthAt(at: number): number | null {
    const { scan, words } = this;
    const month = words.months.get(scan.lower(at));
    if (month === undefined) return null;
    return scan.isCapital(at) || !words.capitalMonths ? month : null;
  }

  /** 27 September 2022, 27. September, 27th of September, 3 de marzo de 2031 */
  private dayFirst(at: number): DateReading | null {
    const { scan, words } = this;
    if (!isDayNumber(scan.raw(at))) return null;
    let next = at + 1;
    if (scan.mark(next) === 0x2e && scan.isGlued(next)) next++;
    else if (daySuffix.has(scan.lower(next)) && scan.isGlued(next)) next++;
    if (isDash(scan.mark(next)) && scan.isGlued(next) && words.months.has(scan.lower(next + 1))) next++;
    if (words.of.has(scan.lower(next))) next++;
    const month = this.monthAt(next);
    if (month === null) return null;
    next++;
    if (scan.mark(next) === 0x2e && scan.isGlued(next) && isShortened(scan.lower(next - 1))) next++;
    if (isDash(scan.mark(next)) && scan.isGlued(next) && this.yearAt(next + 1) !== null) next++;
    const ahead = scan.mark(next) === 0x2c || words.of.has(scan.lower(next)) ? next + 1 : next;
    const year = this.yearAt(ahead);
    if (year === null) return this.withWhichYear(this.dayOf(at, next, null, month, Number(scan.raw(at))));
    return this.dayOf(at, ahead + 1, year, month, Number(scan.raw(at)));
  }

  yearAt(at: number): number | null {
    const raw = this.scan.isNumber(at) ? this.scan.raw(at) : "";
    // “the 1990s” are a decade.
    const isDecade = this.scan.isGlued(at + 1) && decadeSuffix.has(this.scan.lower(at + 1));
    return isYear(raw) && !isDecade ? Number(raw) : null;
  }

  /** “March 5 last year”, “3 March next year”: the year is named by its distance. */
  private withWhichYear(read: DateReading | null): DateReading | null {
    const { scan, words } = this;
    if (read === null || read.meaning.kind !== "day") return read;
    let at = words.of.has(scan.lower(read.next)) || ofThe.has(scan.lower(read.next)) ? read.next + 1 : read.next;
    // “5 mars de l'an dernier”, “5 de marzo del año pasado”
    if (words.whichBehind && words.articles.has(scan.lower(at))) at++;
    if (words.whichBehind && words.calendarUnits.get(scan.lower(at)) === "year") {
      const which = words.which.get(scan.lower(at + 1));
      return which === undefined ? read : { ...read, next: at + 2, meaning: { ...read.meaning, yearOffset: which } };
    }
    const which = words.which.get(scan.lower(at));
    if (which !== undefined && words.calendarUnits.get(scan.lower(at + 1)) === "year")
      return { ...read, next: at + 2, meaning: { ...read.meaning, yearOffset: which } };
    return read;
  }

  /** September 27, 2022; Sept. 21; September 2022; since March */
  private monthFirst(at: number): DateReading | null {
    const { scan, words } = this;
    const month = this.monthAt(at);
    if (month === null) return null;
    let next = at + 1;
    if (scan.mark(next) === 0x2e && scan.isGlued(next) && isShortened(scan.lower(at))) next++;
    const dayRaw = scan.isNumber(next) ? scan.raw(next) : "";
    if (words.monthFirst && isDayNumber(dayRaw) && !(scan.mark(next + 1) === 0x3a && scan.isGlued(next + 1))) {
      let end = next + 1;
      if (daySuffix.has(scan.lower(end)) && scan.isGlued(end)) end++;
      let endDay: number | null = null;
      const isEnd = isDash(scan.mark(end)) && scan.isNumber(end + 1) && isDayNumber(scan.raw(end + 1));
      if (isEnd && Number(scan.raw(end + 1)) > Number(dayRaw)) {
        endDay = Number(scan.raw(end + 1));
        end += 2;
        if (daySuffix.has(scan.lower(end)) && scan.isGlued(end)) end++;
      } else if (words.and.has(scan.lower(end)) && Number(scan.raw(end + 1)) === Number(dayRaw) + 1 && !scan.isWord(end + 2)) {
        // “January 3 and 4”
        endDay = Number(dayRaw) + 1;
        end += 2;
      }
      const comma = scan.mark(end) === 0x2c ? end + 1 : end;
      const year = this.yearAt(comma);
      // A percentage or a count right after the month is not its day.
      if (year === null && scan.mark(end) === 0x25) return null;
      return year === null
        ? this.withWhichYear(this.dayOf(at, end, null, month, Number(dayRaw), endDay))
        : this.dayOf(at, comma + 1, year, month, Number(dayRaw), endDay);
    }
    const comma = scan.mark(next) === 0x2c || words.of.has(scan.lower(next)) ? next + 1 : next;
    const year = this.yearAt(comma);
    if (year !== null) return { from: at, next: comma + 1, meaning: { kind: "month", year, month, part: null, which: null } };
    const which = words.which.get(scan.lower(comma));
    if (which !== undefined && words.calendarUnits.get(scan.lower(comma + 1)) === "year" && !words.whichBehind)
      return { from: at, next: comma + 2, meaning: { kind: "month", year: null, month, part: null, which } };
    return this.isMonthAlone(at)
      ? { from: at, next: at + 1, meaning: { kind: "month", year: null, month, part: null, which: null } }
      : null;
  }

  /**
   * A month without day or year: behind a preposition of time, or with a capital inside a sentence (“the February report”), unless it
   * is somebody's name: “June Park”, “by April Stone”, “April said”. Months that are everyday words need the preposition or an article.
   */
  private isMonthAlone(at: number): boolean {
    const { scan, words } = this;
    const before = scan.lower(at - 1);
    const lower = scan.lower(at);
    // “entre mars et juin” joins months, “Avril Dumas et Juin Martel” names.
    const isJoint = words.and.has(before) && !words.months.has(scan.lower(at - 2)) && !scan.isNumber(at - 2);
    const leads = (words.datePrepositions.has(before) && !isJoint) || (putOffTo.has(before) && !scan.isCapital(at + 1));
    if (words.datesQualify !== true)
      return leads && !(isJoint || (!words.capitalMonths && scan.isCapital(at) && scan.isCapital(at + 1)));
    const isNamed = scan.isCapital(at + 1) && !words.weekdays.has(scan.lower(at + 1));
    if (isNamed) return leads && !words.doubtfulMonths.has(lower) && surePrepositions.has(before);
    if (leads) return true;
    if (lower.length < 4 || personVerbs.has(scan.lower(at + 1))) return false;
    if (verbMonth.has(lower)) return words.articles.has(before) && scan.isWord(at + 1);
    // “While March sales rose”, “in the end, February sales”, “January sales rose”: it qualifies a noun.
    const isOpening = !scan.isWord(at - 1) && scan.mark(at - 1) !== 0x25;
    const isBehindOpener = scan.isCapital(at - 1) && !scan.isWord(at - 2) && isPlainWord(before);
    if (isOpening || isBehindOpener) {
      if (scan.isGenitive(at + 1)) return true;
      const isHeading = scan.mark(at - 1) !== 0x2c && !isBehindOpener;
      return isPlainNoun(scan, at + 1) && !(isHeading && words.doubtfulMonths.has(lower));
    }
    return !scan.isCapital(at - 1) && !notTime.has(before);
  }

  /** in 2008, (2019), early 2021 */
  private year(at: number): DateReading | null {
    const { scan, words } = this;
    const year = this.yearAt(at);
    if (year === null) return null;
    const next = scan.mark(at + 1);
    const goesOn = isDash(next) && scan.isNumber(at + 2);
    if (next === 0x25 || (scan.isGlued(at + 1) && ((next === 0x2d && !goesOn) || scan.isWord(at + 1)))) return null;
    const previous = scan.lower(at - 1);
    // “the 2034/35 season”
    if (next === 0x2f && scan.isGlued(at + 1) && scan.isGlued(at + 2) && isYearBehind(year, scan.raw(at + 2)))
      return { from: at, next: at + 3, meaning: { kind: "range", from: yearOf(year), to: yearOf(year + 1) } };
    const inBrackets = scan.mark(at - 1) === 0x28 && (next === 0x29 || goesOn);
    const isSeason = goesOn && seasonNoun.has(scan.lower(at + 3));
    if (isSeason) return { from: at, next: at + 1, meaning: { kind: "year", year, part: null } };
    if (this.isYearOfThing(at)) return { from: at, next: at + 1, meaning: { kind: "year", year, part: null } };
    if (!inBrackets && !words.datePrepositions.has(previous)) return null;
    // “von 2000 Euro”
    const following = scan.lower(at + 1);
    if ((words.currencies.has(following) || words.percent.has(following)) && !inYear.has(previous)) return null;
    if (
      scan.isWord(at + 1) &&
      !scan.isCapital(at + 1) &&
      /(?:people|men|women|troops|.{3}[^s]s)$/.test(scan.lower(at + 1)) &&
      !inBrackets &&
      !inYear.has(previous)
    )
      return null;
    return { from: at, next: at + 1, meaning: { kind: "year", year, part: null } };
  }

  /** “the 2016 election”, “a 2012 study”, “2017's storm”: a year that says which. A plural behind it may be counted instead. */
  private isYearOfThing(at: number): boolean {
    const { scan, words } = this;
    if (words.datesQualify !== true || Number(scan.raw(at)) < 1900) return false;
    if (scan.isGenitive(at + 1)) return scan.isWord(at + 2);
    if (!words.articles.has(scan.lower(at - 1)) || !scan.isWord(at + 1) || scan.isGlued(at + 1)) return false;
    const next = scan.lower(at + 1);
    return !words.units.has(next) && !words.currencies.has(next) && (!/[^s]s$/.test(next) || the.has(scan.lower(at - 1)));
  }

  /** early May, Anfang April, late 2021, mid-June */
  partOf(from: number, at: number, part: "start" | "middle" | "end"): DateReading | null {
    const month = this.monthAt(at);
    if (month !== null) {
      const dated = this.monthFirst(at);
      if (dated?.meaning.kind === "month") return { from, next: dated.next, meaning: { ...dated.meaning, part } };
      if (dated) return dated;
      return { from, next: at + 1, meaning: { kind: "month", year: null, month, part, which: null } };
    }
    const year = this.yearAt(at);
    return year === null ? null : { from, next: at + 1, meaning: { kind: "year", year, part } };
  }

  /** A number of units: “three days”, “four to five weeks”, “a fortnight”. */
  amount(at: number): { next: number; low: number; high: number; unit: Unit; isVague: boolean } | null {
    const { scan, words } = this;
    const lower = scan.lower(at);
    const isArticle = words.articles.has(lower);
    if (isArticle || one.has(lower)) {
      const unit = this.unitAt(at + 1);
      if (unit !== null) return { next: at + 2, low: unit.factor, high: unit.factor, unit: unit.unit, isVague: false };
      if (isArticle) return null;
    }
    const first = readNumber(scan, at, words);
    if (!first) return null;
    let next = first.next;
    let high = first.high;
    if (words.to.has(scan.lower(next)) || words.or.has(scan.lower(next)) || isDash(scan.mark(next))) {
      const second = readNumber(scan, next + 1, words);
      if (second && second.low > first.low) {
        high = second.high;
        next = second.next;
      }
    }
    const unit = this.unitAt(next);
    if (unit === null || high > 5000 || !Number.isInteger(first.low * unit.factor)) return null;
    return { next: next + 1, low: first.low * unit.factor, high: high * unit.factor, unit: unit.unit, isVague: first.isVague };
  }

  private unitAt(at: number): { unit: Unit; factor: number } | null {
    const lower = this.scan.lower(at);
    if (fortnight.has(lower)) return { unit: "day", factor: 14 };
    const unit = this.words.calendarUnits.get(lower);
    return unit === undefined || unit === "weekend" ? null : { unit, factor: 1 };
  }
}

type Unit = "day" | "week" | "month" | "year";

/** A noun in lower case, or what is done: “sales”, “hiring”. */
const isPlainNoun = (scan: WordScan, at: number): boolean =>
  scan.isWord(at) &&
  !scan.isCapital(at) &&
  !scan.isGlued(at) &&
  (scan.lower(at).endsWith("ing") || englishNoun(scan.lower(at)) !== null);

/** A word that no name begins with: “While”, “But”. */
const isPlainWord = (lower: string): boolean => stopWords.get("en")?.has(lower) === true;

/** Behind a month's name these make it the name of a person. */
const personVerbs = contextWords("verbOfPerson");
/** Before a month's name these make it the name of a person or a thing. */
const notTime = contextWords("leadOfPerson");

/** Prepositions that lead to a time and hardly ever to a person. */
const surePrepositions = contextWords("sureMonthLead");
