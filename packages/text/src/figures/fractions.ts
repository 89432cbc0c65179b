import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { fractionPhrase } from "../numbers/fraction-phrase.ts";
import { overHyphen, readNumber } from "../numbers/read-number.ts";
import { onlyReadingWord } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { draftOf, figureOf } from "./build-figure.ts";
import { type Figure, isDash, type Measured } from "./figure.ts";
import { unitBehind } from "./units.ts";

const notCountedTime = contextWords("notCountedTime");
const the = contextWords("the");

const as = contextWords("as");
const fewer = contextWords("fewer");
const equals = onlyReadingWord("equals");
const dividedBy = onlyReadingWord("dividedBy");
const hedge = contextWords("fractionHedge");

const fraction = (next: number): Measured => ({ kind: "fraction", unit: "fraction", next });
const exactly = (next: number, value: number) => ({ next, low: value, high: value, isVague: false, hasDigits: false });

/** Whether a number is all that its line says, or all that is said to equal something: “the answer is a fifth”, “1/7”. */
export function standsAlone(scan: WordScan, from: number, next: number): boolean {
  const opens = scan.isNewline(from - 1) || scan.mark(from - 1) === 0x3d || equals.test(scan.lower(from - 1));
  const isStopped = /^[.,;:!?)]$/.test(scan.raw(next)) && !scan.isNumber(next + 1);
  return opens && (scan.isNewline(next) || (isStopped && (scan.isNewline(next + 1) || !scan.isNewline(from - 1))));
}

/** The fraction that begins at a word: “a third of”, “two-thirds”, “half the town”, “twenty twenty-fifths”, “one over three”. */
export function readFraction(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  return divided(scan, at, words) ?? longFraction(scan, at, words) ?? shortFraction(scan, at, words);
}

/** “2/3 of them”, “15/7”: digits over digits where the line holds nothing else, or the whole stands behind; others are dates and counters. */
export function slashed(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  if (scan.mark(at + 1) !== 0x2f || !scan.isGlued(at + 1) || !scan.isGlued(at + 2)) return null;
  if (!/^\d{1,6}$/.test(scan.raw(at)) || !/^[1-9]\d{0,5}$/.test(scan.raw(at + 2)) || scan.isGlued(at + 3)) return null;
  const value = Number(scan.raw(at)) / Number(scan.raw(at + 2));
  const from = isDash(scan.mark(at - 1)) || words.minus.has(scan.lower(at - 1)) ? at - 1 : at;
  const isCounter = words.designators.has(scan.lower(at - 1));
  const isPart = words.of.has(scan.lower(at + 3)) && value > 0 && value < 1 && !isCounter;
  if (!isPart && !standsAlone(scan, from, at + 3)) return null;
  return figureOf(scan, { ...draftOf(at, exactly(at + 3, value)), hasDigits: true }, fraction(at + 3));
}

/** A word or two that name a denominator of more than one word behind an article: “a twenty-first”. */
export const opensDenominator = (scan: WordScan, at: number, words: LanguageWords): boolean =>
  isDash(scan.mark(at + 1)) && words.cardinals.has(scan.lower(at)) && words.denominators?.has(scan.lower(at + 2)) === true;

/** The token behind the ordinal that a number in words goes on to: “twenty-first”, “one hundred and fifth”; `next` where it is none. */
export function ordinalEnd(scan: WordScan, next: number, words: LanguageWords): number {
  const at = words.and.has(scan.lower(next)) ? next + 1 : overHyphen(scan, next);
  const lower = scan.lower(at);
  // “the twenty first visitor”
  if (at === next) {
    const tens = words.cardinals.get(scan.lower(next - 1)) ?? 0;
    const isTied = tens >= 20 && tens < 100 && tens % 10 === 0 && words.denominators !== undefined;
    const ones = words.denominators?.get(lower) ?? words.ordinals.get(lower);
    return isTied && ones !== undefined && ones < 10 && words.pluralDenominator?.test(lower) === false ? next + 1 : next;
  }
  if (words.pluralDenominator?.test(lower) !== false) return next;
  const isOrdinal = words.denominators?.has(lower) === true || (words.ordinals.has(lower) && words.fractions.has(lower));
  return isOrdinal ? at + 1 : next;
}

/** “one over three”, where nothing is counted behind it. */
export function divided(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  // The sign of a number before it is read by who reads the number.
  for (let over = at + 1; over <= at + 3; over++) {
    if (!dividedBy.test(scan.lower(over))) continue;
    const part = readNumber(scan, at, words);
    if (part === null || part.next !== over || part.isVague) return null;
    const whole = readNumber(scan, over + 1, words);
    if (whole === null || whole.isVague || !(whole.low > 0) || scan.isWord(whole.next) || scan.mark(whole.next) === 0x25)
      return null;
    if (!standsAlone(scan, words.minus.has(scan.lower(at - 1)) ? at - 1 : at, whole.next)) return null;
    return figureOf(scan, draftOf(at, exactly(whole.next, part.low / whole.low)), fraction(whole.next));
  }
  return null;
}

/** A fraction whose numerator or denominator is more than one word, or that a whole leads: “three and two thirds of a mile”. */
export function longFraction(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  const read = fractionPhrase(scan, at, words);
  if (read === null) return null;
  const isShort = read.next === at + 2 || (read.next === at + 3 && isDash(scan.mark(at + 1)));
  const isImproper = read.isPure && read.value >= 1;
  if (isShort && read.isPure && !isImproper && (words.fractions.get(scan.lower(read.next - 1)) ?? 0) > 0.05) return null;
  // “played two halves”, “grew for five quarters”: parts that are counted.
  if (isImproper && /^(?:hal|quarter)/.test(scan.lower(read.next - 1)) && !standsAlone(scan, at, read.next)) return null;
  const behind = scan.lower(read.next);
  const draft = draftOf(at, exactly(read.next, read.value));
  if (!read.isPure) {
    // “two and a half million”, “one and a third of them”: read by their own rules.
    if (words.multipliers.has(behind) || words.of.has(behind) || read.value >= 1e6) return null;
    return figureOf(scan, draft, unitBehind(scan, draft, words));
  }
  const measured = unitOf(scan, read.next, at, words);
  if (measured !== null) return figureOf(scan, draft, measured);
  const isShown = (read.isSure && !scan.isWord(read.next)) || words.of.has(behind) || standsAlone(scan, at, read.next);
  return isShown ? figureOf(scan, draft, fraction(read.next)) : null;
}

/** The unit in “of an inch” behind a fraction, with the number's own place kept. */
function unitOf(scan: WordScan, next: number, from: number, words: LanguageWords): Measured | null {
  if (!words.of.has(scan.lower(next))) return null;
  const measure = words.articles.has(scan.lower(next + 1)) ? next + 2 : next + 1;
  if (!scan.isWord(measure) || /s$/.test(scan.lower(measure))) return null;
  const unit = unitBehind(scan, draftOf(from, exactly(measure, 0)), words);
  return unit.kind === "measure" ? unit : null;
}

function shortFraction(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  const lower = scan.lower(at);
  /** “one - fourth”: some texts set the hyphen apart. */
  const overJoint = (token: number): number =>
    isDash(scan.mark(token)) && words.fractions.has(scan.lower(token + 1)) ? token + 1 : overHyphen(scan, token);
  let from = at;
  let count = 1;
  if (words.articles.has(lower)) from = overJoint(at + 1);
  // “ein geschätztes Drittel der Bäume”
  else if (words.fractionAdjective?.test(scan.lower(at - 1)) === true && words.articles.has(scan.lower(at - 2))) from = at;
  else {
    const cardinal = words.cardinals.get(lower);
    if (cardinal !== undefined && cardinal < 10) {
      count = cardinal;
      from = overJoint(at + 1);
    }
  }
  const unit = words.fractions.get(scan.lower(from));
  if (unit === undefined || count * unit >= 1) return null;
  // “two halves of football”
  if (from === at && /s$/.test(lower)) return null;
  const isHalf = unit === 0.5;
  const next = scan.lower(from + 1);
  const reading = exactly(from + 1, count * unit);
  // “half a million”, “a quarter of a million”
  const whole = readNumber(scan, at, words);
  if (whole !== null && whole.next > from + 1 && whole.low >= 6) return null;
  // “half an hour”, “half a mile”, “a quarter of an hour”, “a half hour”
  const article = words.of.has(next) ? from + 2 : from + 1;
  const measure = words.articles.has(scan.lower(article)) ? article + 1 : overHyphen(scan, article);
  const measured =
    (isHalf || article > from + 1) && scan.isWord(measure)
      ? unitBehind(scan, draftOf(at, { ...reading, next: measure }), words)
      : null;
  if (measured !== null && measured.kind === "measure" && !/s$/.test(scan.lower(measure))) {
    const ago = scan.lower(measured.next);
    return notCountedTime.has(ago) ? null : figureOf(scan, draftOf(at, reading), measured);
  }
  // “a quarter point”, “half a percentage point”, “three-quarters of a point”
  const point = pointOfRate(scan, measure, measure === overHyphen(scan, article), words);
  if (point >= 0) return figureOf(scan, draftOf(at, reading), { kind: "percent", unit: "percent", next: point + 1 });
  // “half a percent”, “ein halbes Prozent”
  if (measured !== null && measured.kind === "percent") return figureOf(scan, draftOf(at, reading), measured);
  // “half as many”
  const isAs = isHalf && from === at && as.has(next) && words.comparatives.has(next);
  if (isAs && scan.isWord(from + 2))
    return figureOf(scan, draftOf(at, reading), { kind: "factor", unit: "factor", next: from + 1 });
  const follows =
    words.of.has(next) ||
    // “a fifth fewer ships”
    (from > at && fewer.has(next)) ||
    (isHalf && from === at && (words.articles.has(next) || words.possessives.has(next))) ||
    (count > 1 && !isHalf) ||
    (words.by.has(scan.lower(at - 1)) && !the.has(lower)) ||
    // “about a third got nothing”
    (from > at && !isHalf && hedge.has(scan.lower(at - 1))) ||
    ((from > at || isHalf) && standsAlone(scan, words.minus.has(scan.lower(at - 1)) ? at - 1 : at, from + 1));
  const isDescribed = from === at && words.fractionAdjective !== undefined && words.articles.has(scan.lower(at - 2));
  if (!follows || (from === at && count === 1 && unit < 0.5 && !isDescribed)) return null;
  return figureOf(scan, draftOf(at, reading), fraction(from + 1));
}

/** The “point” of “a quarter point”, “half a percentage point” or “einen halben Prozentpunkt” at a token; -1 where none stands. */
function pointOfRate(scan: WordScan, at: number, isAdjacent: boolean, words: LanguageWords): number {
  const isPercent = words.percent.has(scan.lower(at));
  if (isPercent && words.points.has(scan.lower(at + 1))) return at + 1;
  const isPoint = isAdjacent && words.points.has(scan.lower(at));
  return isPoint || (isPercent && [...words.points].some((point) => scan.lower(at).endsWith(point))) ? at : -1;
}
