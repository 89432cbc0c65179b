import type { LanguageWords } from "./language-words.ts";
import type { WordScan } from "./word-scan.ts";

/** A number read from a token on: a value (`low === high`), or the range a vague plural stands for. */
export interface NumberReading {
  /** The token after the number. */
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
}

/** Most groups of three digits in one number: up to quadrillions. */
const groupsMax = 5;

/** Above this a figure is absurd rather than news, and doubles lose whole units. */
const valueMax = Number.MAX_SAFE_INTEGER;

/** The value of a digit group as the language writes it; undefined for “192.168.1.2” and other non-numbers. */
export function digitValue(raw: string, grouping: "comma" | "stop"): number | undefined {
  if (raw.length > 24) return undefined;
  const commas = raw.includes(",");
  const stops = raw.includes(".");
  if (!commas && !stops) return Number(raw);
  const group = grouping === "comma" ? "," : ".";
  const point = grouping === "comma" ? "." : ",";
  const parts = raw.split(point);
  if (parts.length <= 2 && isGrouped(parts[0] as string, group))
    return Number(`${(parts[0] as string).split(group).join("")}.${parts[1] ?? "0"}`);
  // The other convention, where it cannot be mistaken: “1.234,5” in English text, “2,600,000” in German.
  const others = raw.split(group);
  if (others.length === 2 && isGrouped(others[0] as string, point) && (others[0] as string).includes(point)) {
    return Number(`${(others[0] as string).split(point).join("")}.${others[1]}`);
  }
  if (others.length === 1 && parts.length > 2 && isGrouped(raw, point)) return Number(parts.join(""));
  if (others.length === 2 && parts.length === 1) return Number(`${others[0]}.${others[1]}`);
  return undefined;
}

function isGrouped(whole: string, group: string): boolean {
  const groups = whole.split(group);
  if (groups.length === 1) return true;
  if ((groups[0] as string).length > 3) return false;
  // South Asian grouping (2,50,000) has pairs before the last group of three.
  return (
    groups.slice(1).every((each, index) => each.length === 3 || (each.length === 2 && index < groups.length - 2)) &&
    (groups.at(-1) as string).length === 3
  );
}

/** The number word at a token, or undefined. */
function cardinalAt(scan: WordScan, at: number, words: LanguageWords): number | undefined {
  const lower = scan.lower(at);
  const known = words.cardinals.get(lower);
  return known ?? words.compoundCardinal?.(lower);
}

const isHyphen = (scan: WordScan, at: number): boolean => {
  const mark = scan.mark(at);
  return (mark === 0x2d || mark === 0x2010 || mark === 0x2011) && scan.isGlued(at) && scan.isGlued(at + 1);
};

/** Reads “forty-two”, “three hundred and five”, up to but without a multiplier of a thousand or more. */
function readWords(scan: WordScan, from: number, words: LanguageWords): { next: number; value: number } | null {
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  let at = from;
  let seen = false;
  while (at < scan.count) {
    let step = at;
    if (seen && words.and.has(scan.lower(at)) && total >= 100) step = at + 1;
    else if (seen && isHyphen(scan, at)) step = at + 1;
    const value = scan.isWord(step) ? cardinalAt(scan, step, words) : undefined;
    if (value === undefined) {
      if (step !== at || !seen || words.multipliers.get(scan.lower(at)) !== 100 || total >= 100) break;
      total *= 100;
      last = 100;
      at++;
      continue;
    }
    // “twenty one” adds up, “one two” does not.
    if (seen && !(value < last && value > 0 && (last === 100 || (last >= 20 && last < 100 && value < 10)))) break;
    total += value;
    last = value;
    seen = true;
    at = step + 1;
  }
  return seen ? { next: at, value: total } : null;
}

/** Reads the number that starts at a token, in digits or words, with its multipliers; null if none does. */
export function readNumber(scan: WordScan, from: number, words: LanguageWords): NumberReading | null {
  let at = from;
  let value: number;
  let hasDigits = false;
  if (scan.isNumber(from)) {
    const read = digitValue(scan.raw(from), words.grouping);
    if (read === undefined) return null;
    value = read;
    hasDigits = true;
    at = from + 1;
    // “98 000”: groups of three over single spaces, as many languages write; in English two numbers.
    if (words.grouping === "stop" && /^\d{1,3}$/.test(scan.raw(from))) {
      while (
        at - from < groupsMax &&
        scan.isNumber(at) &&
        /^\d{3}$/.test(scan.raw(at)) &&
        (scan.starts[at] as number) - (scan.ends[at - 1] as number) === 1
      ) {
        value = value * 1000 + Number(scan.raw(at));
        at++;
      }
    }
    // “2 1/2”, “1½” are left alone: rare in news, and a slash more often separates.
  } else {
    const lower = scan.lower(from);
    const vague = words.vague.get(lower);
    if (vague !== undefined) return readVague(scan, from, vague, words);
    if (words.articles.has(lower)) {
      const unit = words.multipliers.get(scan.lower(from + 1));
      if (unit === undefined || scan.isGlued(from + 1)) return null;
      value = unit;
      at = from + 2;
      if (unit >= 1000) return finish(scan, at, value, hasDigits, words);
    } else if (words.half.has(lower) && words.articles.has(scan.lower(from + 1)) && words.multipliers.has(scan.lower(from + 2))) {
      return {
        next: from + 3,
        low: (words.multipliers.get(scan.lower(from + 2)) as number) / 2,
        high: (words.multipliers.get(scan.lower(from + 2)) as number) / 2,
        isVague: false,
        hasDigits,
      };
    } else {
      const read = readWords(scan, from, words);
      if (!read) {
        const unit = words.multipliers.get(lower);
        if (unit === undefined || unit > 1000 || words.language === "en") return null;
        value = unit;
        at = from + 1;
      } else {
        value = read.value;
        at = read.next;
      }
    }
  }
  return finish(scan, at, value, hasDigits, words);
}

function finish(scan: WordScan, from: number, start: number, hasDigits: boolean, words: LanguageWords): NumberReading | null {
  let at = from;
  let value = start;
  // “236 thousand”, “19-million”, “$5m”, “1.2 million”, “two hundred thousand”; smaller and smaller after that.
  let bound = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let turn = 0; turn < 4; turn++) {
    const step = isHyphen(scan, at) ? at + 1 : at;
    const multiplier = multiplierAt(scan, step, hasDigits && step === at, words);
    if (multiplier === undefined || multiplier >= bound) break;
    value *= multiplier;
    bound = multiplier;
    at = step + 1;
    if (hasDigits) continue;
    // “two million three hundred thousand”
    const rest = words.and.has(scan.lower(at)) ? at + 1 : at;
    const more = scan.isWord(rest) ? readWords(scan, rest, words) : null;
    if (!more || more.value >= bound || (rest !== at && more.value >= 100)) break;
    total += value;
    value = more.value;
    at = more.next;
  }
  total += value;
  if (!(total <= valueMax)) return null;
  return { next: at, low: total, high: total, isVague: false, hasDigits };
}

function multiplierAt(scan: WordScan, at: number, isAfterDigits: boolean, words: LanguageWords): number | undefined {
  if (!scan.isWord(at)) return undefined;
  const lower = scan.lower(at);
  if (isAfterDigits && scan.isGlued(at)) {
    const raw = scan.raw(at);
    if (raw === "m" || raw === "M") return 1e6;
    if (raw === "k" || raw === "K") return 1e3;
    if (raw === "b" || raw === "B") return 1e9;
  }
  return words.multipliers.get(lower);
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
