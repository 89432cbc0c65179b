import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { overHyphen, readNumber } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";

/** Wholes that a share is told of: “one in four”, “7 in 10”, “3 in 100”. Others count things inside things. */
const roundWholes = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000]);
const timeWords = /^(?:second|minute|hour|day|week|month|year|decade|century|night|fortnight)$/;

/** A share of a whole: “one in four”, “3 out of 5”, “1 in every 20”, “3.2 per 1,000”, “one-in-three”. */
export interface Ratio {
  readonly next: number;
  readonly value: number;
}

/**
 * Reads the share that begins with the number ending before `next`: its link and its whole. Null where the words are no share, as
 * before a time (“two in 24 hours”) or a year.
 */
export function ratioBehind(scan: WordScan, part: number, next: number, words: LanguageWords): Ratio | null {
  const joined = overHyphen(scan, next);
  const link = scan.lower(joined);
  let at = overHyphen(scan, joined + 1);
  let isOut = false;
  if (words.outOf.has(link) && words.of.has(scan.lower(at))) {
    isOut = true;
    at = overHyphen(scan, at + 1);
    // “three out of every eight”
    if (words.every.has(scan.lower(at))) at++;
  } else if (words.ratioIn.has(link) || words.of.has(link)) {
    if (words.every.has(scan.lower(at))) {
      isOut = true;
      at++;
    } else if (!words.ratioIn.has(link)) return null;
  } else if (!words.per.has(link) || words.percent.has(`${link} ${scan.lower(at)}`)) return null;
  // “4,2 por cada 1.000”
  if (words.per.has(link) && words.every.has(scan.lower(at))) at++;
  const whole = readNumber(scan, at, words);
  if (whole === null || whole.isVague || whole.low !== whole.high || !Number.isInteger(whole.low) || whole.low < 2) return null;
  if (words.per.has(link))
    return whole.low >= 100 && Math.log10(whole.low) % 1 === 0 ? { next: whole.next, value: part / whole.low } : null;
  // “30 out of 30” are all of them.
  if (!(part > 0) || part > whole.low || (part === whole.low && !isOut) || !Number.isInteger(part)) return null;
  const behind = overHyphen(scan, whole.next);
  const unit = words.units.get(scan.lower(behind));
  if (unit !== undefined && timeWords.test(unit) && !isOut) return null;
  if (scan.mark(whole.next) === 0x25 || words.percent.has(scan.lower(behind))) return null;
  if (!isOut) {
    if (!roundWholes.has(whole.low)) return null;
    const isYear = /^(?:1[5-9]|20)\d\d$/.test(scan.raw(at));
    const isDay = words.months.has(scan.lower(whole.next));
    if (isYear || isDay) return null;
  }
  return { next: whole.next, value: part / whole.low };
}

/**
 * A share with what is counted inside it: “one driver in four failed”, “trois écoles sur cinq”. Of more than one only where the link is one of
 * shares alone, and only where nothing is counted behind the whole: “one driver in four towns” is none.
 */
export function ratioAround(scan: WordScan, part: number, next: number, words: LanguageWords): Ratio | null {
  // « un Français sur trois »
  if (
    (part !== 1 && !words.outOf.has(scan.lower(next + 1))) ||
    !scan.isWord(next) ||
    (scan.isCapital(next) && !words.capitalisesPeoples) ||
    !words.ratioIn.has(scan.lower(next + 1))
  )
    return null;
  if (words.of.has(scan.lower(next + 1))) return null;
  const ratio = ratioBehind(scan, part, next + 1, words);
  if (ratio === null || words.of.has(scan.lower(ratio.next))) return null;
  const behind = scan.lower(ratio.next);
  const isCounted =
    scan.isWord(ratio.next) && (/[^s]s$|people$|men$/.test(behind) || words.units.has(behind) || words.currencies.has(behind));
  return isCounted ? null : ratio;
}

const than = contextWords("than");

/** “higher”, “as many”, “deeper than”: behind a number of times it makes it a factor. */
export function isCompared(scan: WordScan, at: number, words: LanguageWords): boolean {
  const lower = scan.lower(at);
  if (words.comparatives.has(lower)) return true;
  return words.comparativeEnd?.test(lower) === true && (than.has(scan.lower(at + 1)) || !scan.isWord(at + 1));
}
