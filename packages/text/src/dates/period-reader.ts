import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { readNumber } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";
import type { CalendarReader } from "./calendar-reader.ts";
import { isDash } from "./calendar-reader.ts";
import type { DateReading, PartOfPeriod } from "./date-expression.ts";

const inWord = contextWords("in");
const the = contextWords("the");
const endedWord = contextWords("endedWord");
const accountYear = contextWords("accountYear");
const calendarYear = contextWords("calendarYear");

/** First month of each season in the northern half of the world; winter runs into the year after. */
const seasonMonths = [3, 6, 9, 12] as const;

/** Reads parts of the year and of the century: quarters, halves, seasons, decades. */
export class PeriodReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly calendar: CalendarReader;

  constructor(scan: WordScan, words: LanguageWords, calendar: CalendarReader) {
    this.scan = scan;
    this.words = words;
    this.calendar = calendar;
  }

  /** “Q1 2031”, “H2 2030”, “Q3” alone: the letter is a word with its digit. */
  coded(at: number): DateReading | null {
    const read = /^([qhts])([1-4])$/.exec(this.scan.lower(at));
    if (read === null || !this.scan.isCapital(at)) return null;
    const length = read[1] === "q" ? 3 : read[1] === "h" && Number(read[2]) <= 2 ? 6 : 0;
    return length === 0 ? null : this.inYear(at, at + 1, (Number(read[2]) - 1) * length + 1, length, null, read[1] === "h");
  }

  /** “the third quarter of 2030”, “the second half of the year”, “ersten Halbjahr 2030”: from the ordinal on. */
  ordinalLed(from: number, at: number): DateReading | null {
    const { scan, words } = this;
    const number = words.quarters.get(scan.lower(at));
    if (number === undefined) return null;
    const tied = isDash(scan.mark(at + 1)) && scan.isGlued(at + 1) ? at + 2 : at + 1;
    const unit = scan.lower(tied);
    // “the first nine months of 2030”
    const months = number === 1 ? this.calendar.amount(at + 1) : null;
    if (months !== null && months.unit === "month" && months.low === months.high && months.low > 1 && months.low < 12)
      return this.inYear(from, months.next, 1, months.low, null, true);
    if (words.quarterWords.has(unit)) return this.inYear(from, tied + 1, number * 3 - 2, 3, null, false);
    if (!words.halfWords.has(unit) || number > 2) return null;
    // A half without its year is one of a match, of a century, of a film.
    return this.inYear(from, tied + 1, number * 6 - 5, 6, null, true);
  }

  /** “the three months to March”: from the amount on. */
  monthsTo(at: number): DateReading | null {
    const { scan, words } = this;
    if (!the.has(scan.lower(at - 1))) return null;
    const read = this.calendar.amount(at);
    if (read === null || read.unit !== "month" || read.low !== read.high || read.low < 2 || read.low > 12) return null;
    if (!words.until.has(scan.lower(read.next)) && !endedWord.has(scan.lower(read.next))) return null;
    const month = words.months.get(scan.lower(read.next + 1));
    if (month === undefined) return null;
    const dated = this.calendar.monthLed(read.next + 1);
    const meaning = dated?.meaning;
    const year = meaning !== undefined && (meaning.kind === "month" || meaning.kind === "day") ? meaning.year : null;
    const first = month - read.low + 1;
    const shift = first < 1 ? 12 : 0;
    return {
      from: at,
      next: dated?.next ?? read.next + 2,
      meaning: {
        kind: "months",
        year: year === null ? null : year - shift / 12,
        fromMonth: first + shift,
        toMonth: month + shift,
        which: null,
      },
    };
  }

  /** “spring 2030”, “summer of 2030”, “last winter”, “this autumn” */
  season(from: number, at: number, which: number | null): DateReading | null {
    const { scan, words } = this;
    const number = words.seasons.get(scan.lower(at));
    const first = number === undefined ? undefined : seasonMonths[number - 1];
    return first === undefined ? null : this.inYear(from, at + 1, first, 3, which, which === null);
  }

  /** “the 1990s”, “mid-1990s”, “the early 2000s”, “les années 1990”, “die 1990er Jahre” */
  decade(from: number, at: number, part: PartOfPeriod | null): DateReading | null {
    const { scan, words } = this;
    const spoken = this.spokenDecade(from, at, part);
    if (spoken !== null) return spoken;
    const raw = scan.raw(at);
    // “the ’90s”: an apostrophe stands for the century; of the decades after 2000 none is written so yet.
    if (
      /^[3-9]0$/.test(raw) &&
      /^['’‘]$/.test(scan.raw(at - 1)) &&
      scan.isGlued(at) &&
      scan.lower(at + 1) === "s" &&
      scan.isGlued(at + 1)
    )
      return { from, next: at + 2, meaning: { kind: "decade", start: 1900 + Number(raw), part } };
    const suffix = scan.lower(at + 1);
    const isMarked = scan.isGlued(at + 1) && (suffix === "s" || suffix === "er");
    if (!scan.isNumber(at) || !/^(?:1[6-9]|20)\d0$/.test(raw) || !(isMarked || words.decadeOf.has(scan.lower(at - 1))))
      return null;
    let next = isMarked ? at + 2 : at + 1;
    if (suffix === "er") {
      const tied = isDash(scan.mark(next)) ? next + 1 : next;
      if (!/^jahre?n?$/.test(scan.lower(tied))) return null;
      next = tied + 1;
    }
    // The first decade of a century and the century itself are written alike: “the 1900s” is left open.
    if (raw.endsWith("00") && raw !== "2000") return null;
    return { from, next, meaning: { kind: "decade", start: Number(raw), part } };
  }

  /** “los años setenta”, “les années soixante-dix”: tens of the century gone, in words. */
  private spokenDecade(from: number, at: number, part: PartOfPeriod | null): DateReading | null {
    const { scan, words } = this;
    if (!words.decadeOf.has(scan.lower(at - 1)) || !scan.isWord(at)) return null;
    const read = readNumber(scan, at, words);
    if (read === null || read.low !== read.high || read.low % 10 !== 0 || read.low < 20 || read.low > 90) return null;
    // “20 años treinta” counts.
    if (scan.isNumber(at - 2) || words.cardinals.has(scan.lower(at - 2)) || words.units.has(scan.lower(read.next))) return null;
    return { from, next: read.next, meaning: { kind: "decade", start: 1900 + read.low, part } };
  }

  /** Takes the year behind a part of it: “of 2030”, “2030”, “last year”, “of the year”. */
  private inYear(
    from: number,
    at: number,
    fromMonth: number,
    length: number,
    which: number | null,
    needsYear: boolean,
  ): DateReading | null {
    const { scan, words } = this;
    const toMonth = fromMonth + length - 1;
    let next = at;
    if (scan.mark(next) === 0x2c || words.of.has(scan.lower(next)) || inWord.has(scan.lower(next))) next++;
    if (words.articles.has(scan.lower(next))) next++;
    if (accountYear.has(scan.lower(next))) {
      if (!calendarYear.has(scan.lower(next))) return null;
      next++;
    }
    const year = this.calendar.yearAt(next);
    // “winter 2030” begins in one of two years; “winter 2030-31” says which.
    const end =
      isDash(scan.mark(next + 1)) && scan.isGlued(next + 1) && /^\d\d(?:\d\d)?$/.test(scan.raw(next + 2)) ? next + 3 : 0;
    if (year !== null && toMonth > 12 && end === 0) return null;
    if (year !== null)
      return { from, next: end > 0 ? end : next + 1, meaning: { kind: "months", year, fromMonth, toMonth, which: null } };
    const offset = words.which.get(scan.lower(next));
    if (offset !== undefined && words.calendarUnits.get(scan.lower(next + 1)) === "year")
      return { from, next: next + 2, meaning: { kind: "months", year: null, fromMonth, toMonth, which: offset * 10 } };
    if (next > at && words.calendarUnits.get(scan.lower(next)) === "year")
      return { from, next: next + 1, meaning: { kind: "months", year: null, fromMonth, toMonth, which: 0 } };
    return needsYear ? null : { from, next: at, meaning: { kind: "months", year: null, fromMonth, toMonth, which } };
  }
}
