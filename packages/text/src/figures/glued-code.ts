import { contextWords } from "../context-words.ts";
import { isCurrencyCode } from "../currencies.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { NumberReading } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";
import { isPence } from "./units.ts";

const basisPoint = contextWords("basisPoint");

/** Digits glued to letters that are no unit, no scale and no ending of an age: “12B”, “5G”, “24th”. */
export function isGluedCode(scan: WordScan, words: LanguageWords, at: number, reading: NumberReading): boolean {
  const next = reading.next;
  if (next !== at + 1 || !scan.isGlued(next) || !scan.isWord(next)) return false;
  const lower = scan.lower(next);
  if (/^[ap]\.?m\.?$/.test(lower) && lower !== "m") return true;
  if (isPence(scan, next)) return words.writesPence !== true || reading.high >= 1000;
  // “Runway 27L”, “seat 14C”
  if (/^[A-Z]$/.test(scan.raw(next)) && words.designators.has(scan.lower(at - 1))) return true;
  // “5G”, “4K”: a unit of one letter is written small.
  if (/^[GKMT]$/.test(scan.raw(next))) return true;
  if (/^\p{L}{1,2}[23]$/u.test(lower) && words.units.has(lower.slice(0, -1))) return false;
  return !(
    words.units.has(lower) ||
    words.currencies.has(lower) ||
    words.old.has(lower) ||
    words.percent.has(lower) ||
    words.folds.has(lower) ||
    basisPoint.has(lower) ||
    isCurrencyCode(scan.raw(next))
  );
}
