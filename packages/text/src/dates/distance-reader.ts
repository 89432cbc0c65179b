import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { WordScan } from "../word-scan.ts";
import type { CalendarReader } from "./calendar-reader.ts";
import type { DateReading } from "./date-expression.ts";

const ofWord = contextWords("ofAmount");
const single = contextWords("indefinite");
const timeNoun = contextWords("timeNoun");

/** Reads times told by a distance that words before it place: “il y a trois jours”, “hace tres días”, “dans une semaine”, “in three days”. */
export class DistanceReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly calendar: CalendarReader;

  constructor(scan: WordScan, words: LanguageWords, calendar: CalendarReader) {
    this.scan = scan;
    this.words = words;
    this.calendar = calendar;
  }

  /** The time that the words at a token lead to; null where they lead to none. */
  readAt(at: number): DateReading | null {
    const { agoLeads = [], aheadLeads = [], aheadIfFuture } = this.words;
    for (const lead of agoLeads) if (this.scan.reads(lead, at)) return this.distance(at, at + lead.length, -1, false);
    for (const lead of aheadLeads) if (this.scan.reads(lead, at)) return this.distance(at, at + lead.length, 1, false);
    return aheadIfFuture?.has(this.scan.lower(at)) ? this.distance(at, at + 1, 1, true) : null;
  }

  private distance(from: number, at: number, sign: 1 | -1, needsFuture: boolean): DateReading | null {
    const { scan } = this;
    // “in the week”, “dans les années”: an article that counts nothing.
    if (this.words.articles.has(scan.lower(at)) && !single.has(scan.lower(at)) && !this.words.cardinals.has(scan.lower(at)))
      return null;
    const read = this.calendar.amount(at);
    // “reaches the planet in seven years”: how long, and no day. “il y a trois jours de congé”: there are.
    if (read === null || (sign > 0 && (read.unit === "year" || read.isVague)) || ofWord.has(scan.lower(read.next))) return null;
    const { low, high, unit, isVague } = read;
    // “in two weeks' time” lies ahead whatever is done then.
    const quote = /^['’]s?$/.test(scan.raw(read.next)) || scan.isGenitive(read.next) ? read.next + 1 : read.next;
    const isTime = timeNoun.has(scan.lower(quote));
    const meaning =
      sign < 0
        ? { kind: "offset" as const, unit, low: -high, high: -low, isVague }
        : {
            kind: "offset" as const,
            unit,
            low,
            high,
            isVague,
            ...(needsFuture && !isTime ? { needsFuture: true as const } : {}),
          };
    return { from, next: isTime ? quote + 1 : read.next, meaning };
  }
}
