import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { NumberReading } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";
import { draftOf } from "./build-figure.ts";
import { type Draft, isDash } from "./figure.ts";

const decadeSuffix = contextWords("decadeSuffix");
const partOfDecade = contextWords("partOfDecade");

/** “in his 40s”, “in their early thirties” in digits: ten years of age; null for other digits. */
export function ageDecade(scan: WordScan, words: LanguageWords, at: number, reading: NumberReading): Draft | null {
  if (!/^[1-9]0$/.test(scan.raw(at)) || !decadeSuffix.has(scan.lower(at + 1)) || !scan.isGlued(at + 1)) return null;
  const before = partOfDecade.has(scan.lower(at - 1)) ? at - 2 : at - 1;
  const owner = isDash(scan.mark(before)) ? before - 2 : before;
  if (!words.possessives.has(scan.lower(owner))) return null;
  return { ...draftOf(at, reading), next: at + 2, high: reading.low + 9, isRange: true };
}
