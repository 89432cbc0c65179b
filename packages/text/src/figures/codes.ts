import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { fractionInSigns } from "../numbers/digits.ts";
import { anyReadingWord, onlyReadingWord } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { isDash } from "./figure.ts";

const ratioLink = contextWords("ratioLink");
const dayLead = contextWords("dayLead");
const shortYearLead = contextWords("shortYearLead");

const streetEnding = new RegExp(`.${anyReadingWord("streetEnding")}$`);

/** Marks that, glued before digits, make them part of an address, a clock time, a tag or a path. */
const gluedBefore = new Set([0x2f, 0x3a, 0x23, 0x40, 0x5f, 0x2e, 0x3d, 0x26, 0x5c, 0x7e]);
const gluedBehind = new Set([0x3a, 0x2f, 0x40, 0x5f, 0x3d]);
/** Words for a contest's result: near a pair of numbers they make it a score. */
const contestWords = onlyReadingWord("contest");
/** Words a telephone number stands behind. */
const callWords = onlyReadingWord("call");

/**
 * The token behind digits that name or number something instead of counting: a telephone number, a score, an IP address, a path, a
 * code; `at` itself where the digits may be a figure.
 */
export function codeEnd(scan: WordScan, at: number, words: LanguageWords): number {
  const raw = scan.raw(at);
  const before = scan.mark(at - 1);
  if (scan.isGlued(at)) {
    if (gluedBefore.has(before)) return at + 1;
    if (before === 0 && !scan.isWord(at - 1)) return at + 1;
    if (before === 0 && scan.isWord(at - 1) && !scan.isGenitive(at - 1)) return at + 1;
    // “Covid-19”, “MI-6”; a sign before digits has a space or a bracket before it.
    if (
      isDash(before) &&
      scan.isGlued(at - 1) &&
      (scan.isWord(at - 2) || scan.isNumber(at - 2) || scan.mark(at - 2) === 0x29) &&
      !words.magnitudes.has(scan.lower(at - 2))
    )
      return at + 1;
  }
  const mark = scan.mark(at + 1);
  if (scan.isGlued(at + 1) && gluedBehind.has(mark) && scan.isGlued(at + 2)) return at + 1;
  const call = callEnd(scan, at);
  if (call > at) return call;
  // Counters have a slash between their numbers, with spaces round it or without.
  if (mark === 0x2f && scan.isNumber(at + 2)) return at + 3;
  if (before === 0x2f && scan.isNumber(at - 2)) return at + 1;
  if (isShortYear(scan, at)) return at + 1;
  // “3-1/2 inches”
  if (isDash(mark) && scan.isGlued(at + 1) && fractionInSigns(scan, at + 2) !== null) return at;
  const pair = pairEnd(scan, at);
  if (pair > at && (isScore(scan, at, pair) || pair - at > 3)) return pair;
  // “007”, “0142”: a number that counts does not begin with zero.
  if (/^0\d+$/.test(raw)) return at + 1;
  if (isAddress(scan, at, words)) return at + 1;
  // “a 3-for-1 split”, “odds of 10-to-1”
  if (
    isDash(mark) &&
    scan.isGlued(at + 1) &&
    ratioLink.has(scan.lower(at + 2)) &&
    isDash(scan.mark(at + 3)) &&
    scan.isNumber(at + 4)
  )
    return at + 5;
  // “on 4 100 people came”: a day, and then a count.
  if (
    /^[1-9]\d?$/.test(raw) &&
    scan.isNumber(at + 1) &&
    scan.starts[at + 1] === (scan.ends[at] ?? 0) + 1 &&
    dayLead.has(scan.lower(at - 1))
  )
    return at + 1;
  return at;
}

/** “’08”, “summer of '98”: an apostrophe stands for the century. */
function isShortYear(scan: WordScan, at: number): boolean {
  const mark = scan.mark(at - 1);
  if (!scan.isGlued(at) || !/^\d\d$/.test(scan.raw(at)) || scan.isGlued(at - 1)) return false;
  if (mark === 0x2019) return true;
  if (mark !== 0x27 && mark !== 0x2018) return false;
  return !scan.isWord(at + 1) || shortYearLead.has(scan.lower(at - 2));
}

/** The end of a telephone number: digits in groups behind a word for calling, a plus sign or a bracketed area code. */
function callEnd(scan: WordScan, at: number): number {
  // “+49 30 …”, “+1 (628) …”
  const isGrouped = scan.isNumber(at + 1) || (scan.mark(at + 1) === 0x28 && scan.isNumber(at + 2));
  let isCall = scan.mark(at - 1) === 0x2b && scan.isGlued(at) && /^\d{1,3}$/.test(scan.raw(at)) && isGrouped;
  for (let i = at - 1; !isCall && i >= at - 3 && !scan.isNumber(i) && !scan.isNewline(i); i--)
    isCall = callWords.test(scan.lower(i));
  const length = scan.raw(at).length;
  if (scan.mark(at - 1) === 0x28 && scan.mark(at + 1) === 0x29 && scan.isNumber(at + 2) && /^\d{3,5}$/.test(scan.raw(at)))
    isCall = true;
  if (/^0\d{2,4}$/.test(scan.raw(at)) && (scan.isNumber(at + 1) || isDash(scan.mark(at + 1)))) isCall = true;
  if (!isCall) return at;
  let end = at + 1;
  let digits = length;
  for (let step = 0; step < 12; step++) {
    const mark = scan.mark(end);
    const next = isDash(mark) || mark === 0x29 || mark === 0x28 || mark === 0x2f || mark === 0x2e ? end + 1 : end;
    if (!scan.isNumber(next)) break;
    digits += scan.raw(next).length;
    end = next + 1;
  }
  return digits >= 3 && (end > at + 1 || digits >= 5) && !scan.raw(at).includes(",") ? end : at;
}

/** The end of digits joined by glued dashes (“3-1”, “555-0142”, “6-4-2”); `at` where no dash joins others to them. */
function pairEnd(scan: WordScan, at: number): number {
  let end = at + 1;
  while (end - at < 12 && isDash(scan.mark(end)) && scan.isGlued(end) && scan.isGlued(end + 1) && scan.isNumber(end + 1))
    end += 2;
  return end > at + 1 ? end : at;
}

/** Whether a joined pair of numbers is a score or a code: a range goes up, has no noughts at its head and no contest round it. */
function isScore(scan: WordScan, at: number, end: number): boolean {
  const first = scan.raw(at);
  const second = scan.raw(end - 1);
  if (/^0\d/.test(second) || /^0\d/.test(first)) return true;
  const numbers = [first, second].map((raw) => Number(raw.replace(/[.,]/g, "")));
  const [low = 0, high = 0] = numbers;
  if (low >= high) return true;
  if (!/^\d{1,3}$/.test(first) || !/^\d{1,3}$/.test(second)) return false;
  for (let i = at - 1; i >= at - 3 && !scan.isNewline(i); i--) if (contestWords.test(scan.lower(i))) return true;
  for (let i = end; i < end + 2; i++) if (contestWords.test(scan.lower(i))) return true;
  return scan.mark(end) === 0x2c && scan.isNumber(end + 1) && pairEnd(scan, end + 1) === end + 4;
}

const streetWords = onlyReadingWord("street");

/** “41 Quay Row”, “10 Harbour Street”: a house number before a street's name. */
function isAddress(scan: WordScan, at: number, words: LanguageWords): boolean {
  // “Hafenstraße 41”: in German the number stands behind.
  if (words.numbersHousesBehind === true && scan.isCapital(at - 1) && streetEnding.test(scan.lower(at - 1))) return true;
  if (!/^\d{1,5}$/.test(scan.raw(at)) || !scan.isCapital(at + 1)) return false;
  for (let i = at + 1; i <= at + 4 && scan.isCapital(i); i++) {
    if (!streetWords.test(scan.lower(i)) || (i === at + 1 && !scan.isCapital(i + 1))) continue;
    return !words.units.has(scan.lower(at + 1)) || i > at + 1;
  }
  return false;
}
