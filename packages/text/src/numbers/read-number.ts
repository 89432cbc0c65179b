import { contextWords } from "../context-words.ts";
import { currencySigns } from "../currencies.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { readingWordSet } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { digitValue, fractionInSigns, spacedDigits } from "./digits.ts";
import { withExponent } from "./exponents.ts";

const of = readingWordSet("of");
const wholeOpener = contextWords("wholeOpener");
const pluralPeople = contextWords("pluralPeople");

/** A number read from a token on: a value (`low === high`), or the range a vague plural stands for. */
export interface NumberReading {
  /** The token after the number. */
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
}

/** Above this a figure is absurd rather than news. */
const valueMax = 1e18;
/** Most scale words and remainders in one number: “2 million 3 hundred thousand and 21”. */
const partsMax = 6;

/** The number word at a token, or undefined. */
function cardinalAt(scan: WordScan, at: number, words: LanguageWords): number | undefined {
  const lower = scan.lower(at);
  return words.cardinals.get(lower) ?? words.compoundCardinal?.(lower);
}

const isHyphen = (scan: WordScan, at: number): boolean => {
  const mark = scan.mark(at);
  return (mark === 0x2d || mark === 0x2010 || mark === 0x2011) && scan.isGlued(at) && scan.isGlued(at + 1);
};
/** The token behind a hyphen that joins, else the token itself. */
export const overHyphen = (scan: WordScan, at: number): number => (isHyphen(scan, at) ? at + 1 : at);

/** Reads “forty-two”, “three hundred and five”, “quatre-vingt-dix”, up to but without a multiplier of a thousand or more. */
function readWords(scan: WordScan, from: number, words: LanguageWords): { next: number; value: number } | null {
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  let at = from;
  let seen = false;
  while (at < scan.count) {
    let step = overHyphen(scan, at);
    if (!seen) step = at;
    // “three hundred and five”, “vingt et un”, “treinta y uno”
    if (seen && words.and.has(scan.lower(step)) && (total >= 100 || (words.joinsTens && last >= 20)))
      step = overHyphen(scan, step + 1);
    const value = scan.isWord(step) ? cardinalAt(scan, step, words) : undefined;
    if (value === undefined) {
      const hundred = overHyphen(scan, at);
      if (!seen || words.multipliers.get(scan.lower(hundred)) !== 100 || total >= 100) break;
      total *= 100;
      last = 100;
      at = hundred + 1;
      continue;
    }
    // “quatre-vingts” is four times twenty, “soixante-dix” sixty and ten.
    if (seen && words.countsInTwenties && value === 20 && last === 4) {
      total += 76;
      last = 80;
      at = step + 1;
      continue;
    }
    // “dix-sept” is ten and seven, alone and behind sixty or eighty.
    const isTeen =
      words.countsInTwenties === true &&
      last === 10 &&
      value >= 7 &&
      value <= 9 &&
      (total === 10 || total === 70 || total === 90);
    const onesMax = words.countsInTwenties && (last === 60 || last === 80) ? 20 : 10;
    // “twenty one” adds up, “one two” does not.
    if (seen && !isTeen && !(value < last && value > 0 && (last >= 100 || (last >= 20 && value < onesMax)))) break;
    total += value;
    last = value;
    seen = true;
    at = step + 1;
  }
  return seen ? { next: at, value: total } : null;
}

/** “.5”: decimals without a whole, with a space, a sign or nothing before the point. */
export function isPointed(scan: WordScan, at: number): boolean {
  if (scan.mark(at) !== 0x2e || !scan.isNumber(at + 1) || !scan.isGlued(at + 1) || !/^\d{1,6}$/.test(scan.raw(at + 1)))
    return false;
  const before = scan.mark(at - 1);
  return !scan.isGlued(at) || before === 0x2d || before === 0x2212 || before === 0x28 || before === 0x24 || before === 0xa3;
}

/** Most decimals that are spoken. */
const decimalsMax = 12;

/** “three point five”, “drei Komma sieben fünf”: decimals spoken digit by digit, or as one number of two digits. */
function withDecimals(
  scan: WordScan,
  read: { next: number; value: number } | null,
  words: LanguageWords,
): { next: number; value: number } | null {
  if (read === null || !words.decimalPoint.has(scan.lower(read.next))) return read;
  let at = read.next + 1;
  let digits = "";
  while (digits.length < decimalsMax) {
    const digit = words.spokenZero?.has(scan.lower(at)) ? 0 : scan.isWord(at) ? cardinalAt(scan, at, words) : undefined;
    if (digit === undefined || digit > 9) break;
    digits += digit;
    at++;
  }
  const tail = digits === "" ? readWords(scan, at, words) : null;
  if (tail !== null && tail.value < 100) return { next: tail.next, value: Number(`${read.value}.${tail.value}`) };
  return digits === "" ? read : { next: at, value: Number(`${read.value}.${digits}`) };
}

/** A fraction named by a word at a token, behind an article or a small number: “a quarter”, “three quarters”, “half”, “demi”. */
function namedFraction(
  scan: WordScan,
  from: number,
  words: LanguageWords,
): { next: number; value: number; isBare: boolean } | null {
  let at = from;
  let count = 1;
  const lower = scan.lower(at);
  const cardinal = cardinalAt(scan, at, words);
  if (words.fractions.has(lower)) count = 1;
  else if (words.articles.has(lower) || cardinal === 1) at = overHyphen(scan, at + 1);
  else if (cardinal !== undefined && cardinal >= 2 && cardinal <= 9) {
    count = cardinal;
    at = overHyphen(scan, at + 1);
  } else return null;
  const unit = words.fractions.get(scan.lower(at));
  if (unit === undefined || count * unit >= 1) return null;
  return { next: at + 1, value: count * unit, isBare: at === from };
}

/** “and a half”, “-and-a-half”, “and three quarters”, “et demi”, “y medio” behind a number; null if none stands there. */
export function addedFraction(
  scan: WordScan,
  from: number,
  words: LanguageWords,
  isScaled = false,
): { next: number; value: number } | null {
  const and = overHyphen(scan, from);
  if (!words.and.has(scan.lower(and))) return null;
  const signs = fractionInSigns(scan, and + 1);
  if (signs !== null) return signs;
  const read = namedFraction(scan, overHyphen(scan, and + 1), words);
  if (read === null) return null;
  // “one and a third of them”, “two and quarter finals”: parts of something else.
  if (read.isBare && read.value !== 0.5) return null;
  const next = scan.lower(read.next);
  // “un million et demi de dollars”: the measure stands behind its preposition.
  if (isScaled && words.linksUnits && read.value === 0.5) return read;
  // “a million and a half of them”
  if ((words.of.has(next) && !(isScaled && read.value === 0.5)) || (read.isBare && words.articles.has(next))) return null;
  return read;
}

/** A fraction of a scale word: “half a million”, “a quarter of a million”, “half-million”, “eine halbe Million”, “½ million”. */
function fractionOfScale(scan: WordScan, from: number, words: LanguageWords): { next: number; value: number } | null {
  const signs = fractionInSigns(scan, from);
  const read = signs ?? namedFraction(scan, from, words);
  if (read === null) return null;
  let at = overHyphen(scan, read.next);
  if (words.of.has(scan.lower(at))) at = overHyphen(scan, at + 1);
  if (words.articles.has(scan.lower(at))) at = overHyphen(scan, at + 1);
  const scale = words.multipliers.get(scan.lower(at));
  if (scale === undefined || scale < 12 || (signs !== null && scale < 1000)) return null;
  return { next: at + 1, value: read.value * scale };
}

/**
 * Reads the number that starts at a token, in digits or words, with its fraction and its scale words; null if none does.
 * @param isMoney A currency stands before the number: there a letter behind the digits is a scale (“$5m”).
 */
export function readNumber(scan: WordScan, from: number, words: LanguageWords, isMoney = false): NumberReading | null {
  if (scan.isNumber(from)) {
    const spaced = spacedDigits(scan, from, words.grouping, (word) => words.months.has(word));
    let value = spaced?.value ?? digitValue(scan.raw(from), words.grouping);
    if (value === undefined) return null;
    let at = spaced?.next ?? from + 1;
    const share = spaced === null ? fractionOfScale(scan, from, words) : null;
    if (share !== null) return { next: share.next, low: share.value, high: share.value, isVague: false, hasDigits: true };
    const raised = spaced === null ? withExponent(scan, at, value) : null;
    if (raised !== null) return { next: raised.next, low: raised.value, high: raised.value, isVague: false, hasDigits: true };
    // “4¾”, “1 1/2”, “1-1/2”
    const fraction = Number.isInteger(value) ? fractionInSigns(scan, overHyphen(scan, at)) : null;
    if (fraction !== null && !(scan.isNumber(at) && scan.isGlued(at))) {
      value += fraction.value;
      at = fraction.next;
    }
    return scaled(scan, at, value, true, words, isMoney);
  }
  if (isPointed(scan, from)) return scaled(scan, from + 2, Number(`0.${scan.raw(from + 1)}`), true, words, isMoney);
  const lower = scan.lower(from);
  const vague = words.vague.get(lower);
  if (vague !== undefined) return readVague(scan, from, vague, words);
  if (words.severals?.has(lower)) return readSeveral(scan, from, words);
  const share = fractionOfScale(scan, from, words);
  if (share !== null) return scaled(scan, share.next, share.value, false, words, isMoney);
  if (words.articles.has(lower)) {
    const unit = words.multipliers.get(scan.lower(from + 1));
    if (unit === undefined || scan.isGlued(from + 1)) return null;
    if (unit < 1000) {
      // “a hundred and seven thousand”: the thousands are of all of it.
      const tail = unit === 100 ? readWords(scan, words.and.has(scan.lower(from + 2)) ? from + 3 : from + 2, words) : null;
      if (tail !== null && tail.value < unit && (words.multipliers.get(scan.lower(tail.next)) ?? 0) >= 1000)
        return scaled(scan, tail.next, unit + tail.value, false, words, isMoney);
      // “a hundred and five”
      const rest = unit === 100 ? restBehind(scan, from + 2, unit, false, words) : null;
      return scaled(scan, rest?.next ?? from + 2, unit + (rest?.value ?? 0), false, words, isMoney);
    }
    return scaled(scan, from + 1, 1, false, words, isMoney);
  }
  // “point five”: decimals that no whole is spoken before.
  const isBarePoint = words.decimalPoint.has(lower) && !scan.isWord(from - 1);
  const bare = isBarePoint ? withDecimals(scan, { next: from, value: 0 }, words) : null;
  const read = bare ?? withDecimals(scan, readWords(scan, from, words), words);
  if (isBarePoint && read?.next === from) return null;
  if (read !== null) return scaled(scan, read.next, read.value, false, words, isMoney);
  // “tausend Menschen”, “mille personnes”: a scale that counts by itself.
  const unit = words.multipliers.get(lower);
  if (unit === undefined || unit > 1000 || words.countsBareScales !== true) return null;
  return scaled(scan, from + 1, unit, false, words, isMoney);
}

/** Takes the fraction and the scale words behind a number, and what follows them: “2 million 300 thousand”, “lakh crore”. */
function scaled(
  scan: WordScan,
  from: number,
  start: number,
  hasDigits: boolean,
  words: LanguageWords,
  isMoney: boolean,
): NumberReading | null {
  let at = from;
  let part = start;
  const added = Number.isInteger(start) ? addedFraction(scan, from, words) : null;
  if (added !== null) {
    part += added.value;
    at = added.next;
  }
  let total = 0;
  let bound = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < partsMax; turn++) {
    // “a hundred thousand”, “lakh crore”, “mille milliards”: scales side by side multiply.
    let scale = 1;
    for (let again = 0; again < 3; again++) {
      const read = scaleAt(scan, at, hasDigits && scale === 1 && turn === 0, words, isMoney);
      if (read === null || part * scale * read.scale >= bound) break;
      scale *= read.scale;
      at = read.next;
    }
    if (scale === 1) break;
    part *= scale;
    bound = scale;
    const half = addedFraction(scan, at, words, true);
    if (half !== null && turn === 0 && total === 0) {
      part += half.value * scale;
      at = half.next;
    }
    const rest = restBehind(scan, at, scale, hasDigits, words);
    if (rest === null) break;
    total += part;
    part = rest.value;
    at = rest.next;
    if (rest.isLast) break;
  }
  total += part;
  // 1.08 times a trillion is 1080000000000.0001 in doubles.
  if (total !== Math.trunc(total) && Math.abs(total - Math.round(total)) < Math.abs(total) * 1e-15) total = Math.round(total);
  if (!(Math.abs(total) <= valueMax)) return null;
  const spoken = hasDigits || total < 100 ? null : withDecimals(scan, { next: at, value: total }, words);
  if (spoken !== null) return { next: spoken.next, low: spoken.value, high: spoken.value, isVague: false, hasDigits };
  return { next: at, low: total, high: total, isVague: false, hasDigits };
}

/** What goes on behind a scale word: “three hundred thousand” behind “two million”, “and 21” behind “3 hundred”. */
function restBehind(
  scan: WordScan,
  from: number,
  bound: number,
  hasDigits: boolean,
  words: LanguageWords,
): { next: number; value: number; isLast: boolean } | null {
  const and = words.and.has(scan.lower(from));
  // “twelve thousand, three hundred and eight”
  const isListed = !hasDigits && bound >= 1000 && scan.mark(from) === 0x2c && words.multipliers.get(scan.lower(from + 2)) === 100;
  const at = and || isListed ? from + 1 : overHyphen(scan, from);
  if (hasDigits) {
    if (!/^\d{1,3}$/.test(scan.raw(at)) || !scan.isNumber(at)) return null;
    const value = Number(scan.raw(at));
    const scale = words.multipliers.get(scan.lower(at + 1));
    if (scale !== undefined) return value * scale < bound ? { next: at + 1, value, isLast: false } : null;
    // “12 mil 340”: three digits right behind a thousand go on.
    if (!and && bound === 1000 && /^\d{3}$/.test(scan.raw(at)) && !scan.isNewline(from))
      return { next: at + 1, value, isLast: true };
    return and && bound <= 1000 && value < 100 ? { next: at + 1, value, isLast: true } : null;
  }
  const read = scan.isWord(at) ? readWords(scan, at, words) : null;
  if (isListed && read !== null && (of.has(scan.lower(read.next)) || scan.mark(read.next) === 0x2c)) return null;
  if (read === null || read.value >= bound) return null;
  if (and && read.value >= 100 && bound > 1e6 && scan.isWord(read.next)) return null;
  const scale = words.multipliers.get(scan.lower(read.next));
  if (scale !== undefined && read.value * scale >= bound) return null;
  // “two million and three people”, “five thousand and two were hurt”: a small rest behind a great scale stands for itself.
  if (and && scale === undefined && bound >= 1e6 && scan.isWord(read.next)) return null;
  return { ...read, isLast: false };
}

/** The scale word at a token with the stop of its abbreviation; single letters behind digits count where money or a plural shows it. */
function scaleAt(
  scan: WordScan,
  from: number,
  isBehindDigits: boolean,
  words: LanguageWords,
  isMoney: boolean,
): { next: number; scale: number } | null {
  const at = overHyphen(scan, from);
  if (!scan.isWord(at)) return null;
  const lower = scan.lower(at);
  const isGlued = at === from && scan.isGlued(at);
  const isLetter = isBehindDigits && lower.length === 1 && scan.raw(at) !== "g";
  const letter = isLetter ? letterScales.get(lower) : undefined;
  if (letter !== undefined) {
    const raw = scan.raw(at);
    const next = at + 1;
    const isSum =
      (isMoney && raw !== "G") ||
      words.currencies.has(scan.lower(next)) ||
      isCurrencyCode(scan.raw(next)) ||
      (scan.isGlued(next) && currencySigns.has(scan.mark(next)));
    // “1.8M dollars”, “10k users”, “$5 m”; “12B” is a room and “a 5m wall” a length.
    const counts = isGlued && isPluralBehind(scan, next) && !/^[btG]$/.test(raw);
    // “1.2b”, “1,674,200.5 M”: no room, no street and no length is written so.
    const opensLine = scan.isNewline(from - 2) || (scan.mark(from - 2) === 0x2d && scan.isNewline(from - 3));
    const isLine = /^[kKMTBG]$/.test(raw) && opensLine && scan.isNewline(next);
    const isLone = (isLine || isScaleByForm(scan, from, raw)) && !scan.isWord(next) && !scan.isNumber(next);
    return isSum || counts || isLone ? { next, scale: letter } : null;
  }
  // “three dozens”, “5 millions”: behind a number a plural is no more vague than the word itself.
  const vague = words.vague.get(lower);
  const scale = words.multipliers.get(lower) ?? (vague === undefined ? undefined : vague[0] / 2);
  if (scale === undefined) return null;
  // “3 Mio. Euro”: the stop belongs to the abbreviation where the sentence goes on.
  const isShort = words.shortScales.has(lower);
  if (isGlued && !isShort) return null;
  const isStopped = isShort && scan.mark(at + 1) === 0x2e && scan.isGlued(at + 1);
  return { next: isStopped && goesOn(scan, at + 2, words) ? at + 2 : at + 1, scale };
}

/** Whether the words behind an abbreviation's stop belong to its sentence. */
const goesOn = (scan: WordScan, at: number, words: LanguageWords): boolean =>
  (scan.isWord(at) && (!scan.isCapital(at) || words.capitalisesNouns || words.currencies.has(scan.lower(at)))) ||
  scan.isNumber(at) ||
  scan.mark(at) > 0x7f;

/** Whether digits before a letter show that it is a scale: decimals before “b” or “k”, grouped digits before a capital. */
function isScaleByForm(scan: WordScan, letter: number, raw: string): boolean {
  const digits = scan.raw(letter - 1);
  if (/^[MT]$/.test(raw))
    return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) || (scan.isGlued(letter) && /^\d+\.\d+$/.test(digits));
  return /^[bBkK]$/.test(raw) && /^\d+\.\d+$/.test(digits);
}

const letterScales: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["b", 1e9],
  ["g", 1e9],
  ["t", 1e12],
]);

/** Three capitals: an ISO 4217 code stands behind a sum. */
const isCurrencyCode = (raw: string): boolean => /^[A-Z]{3}$/.test(raw);

/** A plural noun, or an adjective before one: “1.5m people”, “10k active users”. A quotation mark may open it. */
function isPluralBehind(scan: WordScan, from: number): boolean {
  let at = /^["'\u2018\u201c]$/.test(scan.raw(from)) ? from + 1 : from;
  // “1.2m of the heaters”
  if (of.has(scan.lower(at)) && wholeOpener.has(scan.lower(at + 1))) at += 2;
  for (let i = at; i < at + 2 && scan.isWord(i); i++) {
    const lower = scan.lower(i);
    if (pluralPeople.has(lower)) return true;
    if (lower.length > 3 && /[^sui]s$/.test(lower) && !scan.isCapital(i)) return true;
  }
  return false;
}

/** Reads “several hundred”, “a couple of thousand”, “mehrere hunderttausend”: from two to nine of the power of ten. */
function readSeveral(scan: WordScan, from: number, words: LanguageWords): NumberReading | null {
  const at = words.of.has(scan.lower(from + 1)) ? from + 2 : from + 1;
  const lower = scan.lower(at);
  let power = words.multipliers.get(lower) ?? words.compoundCardinal?.(lower) ?? (words.vague.get(lower)?.[0] ?? 0) / 2;
  let next = at + 1;
  if (power === 100 && words.multipliers.get(scan.lower(next)) === 1000) {
    power *= 1000;
    next++;
  }
  if (power < 100 || !Number.isInteger(Math.log10(power))) return null;
  return { next, low: 2 * power, high: 10 * power - 1, isVague: true, hasDigits: false };
}

/** Reads “tens of thousands”, “hundreds”, “Zehntausende”. */
function readVague(scan: WordScan, from: number, range: readonly [number, number], words: LanguageWords): NumberReading {
  let [low, high] = range;
  let at = from + 1;
  for (let turn = 0; turn < 3 && words.of.has(scan.lower(at)); turn++) {
    const next = words.vague.get(scan.lower(at + 1));
    if (next === undefined) break;
    const power = next[0] / 2;
    low *= power;
    high = (high + 1) * power - 1;
    at += 2;
  }
  return { next: at, low, high, isVague: true, hasDigits: false };
}
