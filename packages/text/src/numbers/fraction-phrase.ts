import type { LanguageWords } from "../languages/language-words.ts";
import type { WordScan } from "../word-scan.ts";

/** A fraction in words. */
export interface FractionPhrase {
  /** The token after it. */
  readonly next: number;
  readonly value: number;
  /** “three fifths”, “a twenty-first”: one number over another, without a whole before it. */
  readonly isPure: boolean;
  /** Shown to be a fraction by its form alone: its part is more than one and its denominator stands in the plural, or a whole leads it. */
  readonly isSure: boolean;
}

/** Most words in one fraction: “nine hundred and ninety-nine thousand and one hundred thirty-two five hundredths”. */
const wordsMax = 14;

interface Word {
  readonly kind: "number" | "scale" | "and";
  readonly value: number;
  /** Joined to the word before by a hyphen. */
  readonly isJoined: boolean;
}

const hyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

/** The denominator that a word names: “fifths” 5, “hundredth” 100, “Zwanzigstel” 20. */
function denominatorAt(lower: string, words: LanguageWords): number | undefined {
  const share = words.fractions.get(lower);
  if (share !== undefined) {
    const whole = Math.round(1 / share);
    return Math.abs(whole * share - 1) < 1e-9 ? whole : undefined;
  }
  return words.denominators?.get(lower) ?? words.compoundDenominator?.(lower);
}

/** The number that a row of words says, by the rules of counting: each word is less than the one before or multiplies it. Null otherwise. */
function cardinal(row: readonly Word[]): number | null {
  let total = 0;
  let part = 0;
  let bound = Number.POSITIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  let awaits = true;
  for (const { kind, value } of row) {
    if (kind === "and") {
      if (awaits) return null;
      awaits = true;
      continue;
    }
    if (kind === "scale") {
      if (part === 0 || awaits) return null;
      if (value === 100) {
        // “ninety-five hundred”
        if (part >= 100) return null;
        part *= 100;
        last = 100;
      } else {
        if (value >= bound) return null;
        total += part * value;
        bound = value;
        part = 0;
        last = Number.POSITIVE_INFINITY;
      }
      continue;
    }
    const fits = last === Number.POSITIVE_INFINITY || (last >= 100 ? value < 100 : last >= 20 && value < 10 && value > 0);
    if (!fits || (part > 0 && value >= last)) return null;
    part += value;
    last = value;
    awaits = false;
  }
  return awaits ? null : total + part;
}

/** The number a denominator of several words says: “two hundred fifth” is 205, “twenty-first” 21. Null where they make none. */
function denominator(row: readonly Word[], last: number): number | null {
  if (row.length === 0) return last;
  if (row.at(-1)?.kind === "and") return null;
  const value = cardinal(row);
  if (value === null || value === 0) return null;
  if (last >= 1000) return value < 1000 ? value * last : null;
  if (last === 100) return value < 10 ? value * 100 : null;
  const ending = value % 100;
  // “twenty-fifth”, “hundred fifth”, “hundred twentieth”
  const fits = (ending === 0 && last < 100) || (ending >= 20 && ending % 10 === 0 && last < 10);
  return fits ? value + last : null;
}

/** A whole and a part with “and” between them, over a denominator: the part that is less than it goes over it alone. */
function mixed(row: readonly Word[], below: number): { value: number; isPure: boolean } | null {
  for (let at = row.length - 1; at > 0; at--) {
    if (row[at]?.kind !== "and") continue;
    const part = cardinal(row.slice(at + 1));
    const whole = sumOf(row.slice(0, at));
    if (part === null || whole === null) return null;
    if (part < below) return { value: whole + part / below, isPure: false };
    break;
  }
  const whole = cardinal(row);
  return whole === null ? null : { value: whole / below, isPure: true };
}

/** A number, or two with “and” between them: “twenty and three”. */
function sumOf(row: readonly Word[]): number | null {
  const whole = cardinal(row);
  if (whole !== null) return whole;
  const at = row.findIndex(({ kind }) => kind === "and");
  const [left, right] = at < 0 ? [null, null] : [cardinal(row.slice(0, at)), cardinal(row.slice(at + 1))];
  return left === null || right === null || right >= left ? null : left + right;
}

/**
 * Reads a fraction in words from a token on: “three fifths”, “one hundred and three and two thirds”, “twenty twenty-fifths”,
 * “a trillionth”, “three and a fifth”, “drei Zwanzigstel”. The denominator takes as many words as leave a number before it. Null
 * where the words are none, as for the ordinal “twenty-first”.
 */
export function fractionPhrase(scan: WordScan, from: number, words: LanguageWords): FractionPhrase | null {
  const row: Word[] = [];
  let at = from;
  let isJoined = false;
  let article = -1;
  let end = 0;
  let last: number | undefined;
  while (row.length < wordsMax) {
    if (row.length > 0 && hyphen(scan.mark(at)) && (scan.isWord(at + 1) || scan.isNumber(at + 1))) {
      isJoined = true;
      at++;
    }
    const lower = scan.lower(at);
    if (scan.isNumber(at)) {
      if (row.length > 0 || !/^\d{1,3}$/.test(scan.raw(at))) break;
      row.push({ kind: "number", value: Number(lower), isJoined });
    } else if (!scan.isWord(at)) break;
    else {
      const number = words.cardinals.get(lower) ?? words.compoundCardinal?.(lower) ?? (words.ones.has(lower) ? 1 : undefined);
      const scale = words.multipliers.get(lower);
      const below = number === undefined && scale === undefined && row.length > 0 ? denominatorAt(lower, words) : undefined;
      if (below !== undefined) {
        last = below;
        end = at;
        break;
      }
      if (number !== undefined && Number.isInteger(number)) row.push({ kind: "number", value: number, isJoined });
      else if (scale !== undefined && scale !== 12) row.push({ kind: "scale", value: scale, isJoined });
      else if (words.and.has(lower) && row.length > 0) row.push({ kind: "and", value: 0, isJoined });
      else if (words.articles.has(lower) && (row.length === 0 || row.at(-1)?.kind === "and")) {
        article = row.length;
        row.push({ kind: "number", value: 1, isJoined });
      } else break;
    }
    isJoined = false;
    at++;
  }
  if (last === undefined || last < 1) return null;
  const lower = scan.lower(end);
  // “twenty seconds”, “a quarter”: words of time and of place that stand alone.
  const isOneWord = (first: number): boolean => first === row.length;
  for (let first = 1; first <= row.length; first++) {
    const split = row[first];
    if (split?.isJoined || split?.kind === "and" || row[first - 1]?.kind === "and") continue;
    if (article >= 0 && first <= article) continue;
    // “twenty five hundredths”: words that make one number stay together before a round denominator.
    if (last >= 100 && split?.kind === "number" && cardinal(row.slice(first - 1, first + 1)) !== null) continue;
    // “a hundred millionth”
    const isOneOf = article === 0 && first === 1 && row.length === 2 && split?.kind === "scale" && last >= 1000;
    const below = isOneOf ? split.value * last : denominator(row.slice(first), last);
    const read = below === null || below < 2 ? null : mixed(row.slice(0, first), below);
    if (read === null || below === null) continue;
    const part = read.isPure ? Math.round(read.value * below) : 2;
    const isPlural = words.pluralDenominator === undefined || words.pluralDenominator.test(lower);
    // “a hundred millionths” are a hundred of them.
    if (isPlural && part === 1 && split?.kind === "scale") continue;
    // “one hundred fifth” without a plural is an ordinal.
    if (read.isPure && part !== 1 && !isPlural) return null;
    if (!read.isPure && !isPlural && Math.abs(((read.value % 1) * below) % below) > 1 + 1e-6) return null;
    const isSure = !read.isPure || (part > 1 && isPlural) || (isOneWord(first) && last >= 100);
    return { next: end + 1, value: read.value, isPure: read.isPure, isSure };
  }
  return null;
}
