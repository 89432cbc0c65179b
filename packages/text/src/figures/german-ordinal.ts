import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { NumberReading } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";

const prepositionWithArticle = contextWords("prepositionWithArticle");
const tensSuffix = contextWords("tensSuffix");

/**
 * Digits with a stop that tell a place in a row, shown by an article or by whose it is before them, and decades: “zum 100. Mal”,
 * “seines 80. Geburtstags”, “der 90er”.
 */
export function isGermanOrdinal(scan: WordScan, words: LanguageWords, at: number, { next, hasDigits }: NumberReading): boolean {
  if (words.stopsOrdinals !== true || !hasDigits || next !== at + 1 || !scan.isGlued(next)) return false;
  if (tensSuffix.has(scan.lower(next)) && scan.raw(at).endsWith("0")) return true;
  if (scan.mark(next) !== 0x2e || scan.isGlued(next + 1) || !scan.isCapital(next + 1)) return false;
  const before = scan.lower(at - 1);
  return words.articles.has(before) || words.possessives.has(before) || prepositionWithArticle.has(before);
}
