import { comparisonWords, hashStem, mix32 } from "@wirefold/text";
import { isTranslated } from "./language-of.ts";

/** Figures as tokens: "194,000", "194 000", "194 thousand" and "0.194 million" are one token. */

const bits = new DataView(new ArrayBuffer(8));

/** The 32-bit token of a value. */
export function hashFigure(value: number): number {
  bits.setFloat64(0, value);
  return mix32(bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x9e3779b1) ^ 0x5f16) || 1;
}

/** The value of a digit (any script), or -1. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit < 0x660) return -1;
  if (unit >= 0xff10 && unit <= 0xff19) return unit - 0xff10;
  // Decimal digits of a script stand in tens; Arabic, Persian, Devanagari, Bengali and Thai begin at these.
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]) if (unit >= zero && unit < zero + 10) return unit - zero;
  return -1;
}

/**
 * The value written in `text[start, end)`. A separator before exactly three digits separates thousands; any other
 * comma or point before the last digits is a decimal sign. So 1.100 is read as 1100 in every language, the same on both
 * sides of a comparison.
 */
export function figureValue(text: string, start: number, end: number): number {
  let value = 0;
  let scale = 0; // digits after the decimal sign, 0 before one
  let digits = 0;
  for (let i = start; i < end; i++) {
    const digit = digitOf(text.charCodeAt(i));
    if (digit >= 0) {
      if (digits++ > 15) continue;
      value = value * 10 + digit;
      if (scale > 0) scale *= 10;
      continue;
    }
    let run = 0;
    while (i + 1 + run < end && digitOf(text.charCodeAt(i + 1 + run)) >= 0) run++;
    if (run !== 3 && scale === 0) scale = 1;
  }
  return scale > 1 ? value / scale : value;
}

const scales = new Map<number, number>();
const numberWords = new Map<number, number>();
const stemOf = (word: string): number => hashStem(word, 0, word.length);

for (const [word, scale] of comparisonWords("scales")) scales.set(stemOf(word), scale);
// "One" is an article or a pronoun in half of Europe's languages, so it is no figure here.
for (const [word, number] of comparisonWords("numbers")) numberWords.set(stemOf(word), number);

/** Scale words by language, from the runtime's compact forms of numbers (CLDR): "12 milyon", "25 亿", "3 млрд". */
const scalesByLanguage = new Map<string, ReadonlyMap<string, number>>();

function scalesOf(language: string): ReadonlyMap<string, number> {
  const known = scalesByLanguage.get(language);
  if (known !== undefined) return known;
  const words = new Map<string, number>();
  if (Intl.NumberFormat.supportedLocalesOf(language).length > 0)
    for (const compactDisplay of ["short", "long"] as const) {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { notation: "compact", compactDisplay });
      // Plurals, of a few, of many and of fractions.
      for (const scale of [1e3, 1e4, 1e6, 1e8, 1e9, 1e12])
        for (const times of [1, 2, 5, 1.5]) {
          const parts = format.formatToParts(times * scale);
          const word = parts.find(({ type }) => type === "compact")?.value.replace(/[.\u200f\s]/gu, "");
          const digits = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? "0";
          const shown = Number(`${digits("integer")}.${digits("fraction")}`);
          // One letter is a unit as well: metres, miles.
          if (word !== undefined && shown > 0 && (word.length > 1 || !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)))
            words.set(word.toLowerCase(), (times * scale) / shown);
        }
    }
  if (scalesByLanguage.size < 256) scalesByLanguage.set(language, words);
  return words;
}

/** What a figure before this word is multiplied by, in a language (null where it is not known); 1 where the word is no scale. */
export function scaleOf(text: string, start: number, end: number, language: string | null): number {
  if (isTranslated(language)) {
    const scale = scalesOf(language).get(text.slice(start, end).toLowerCase());
    if (scale !== undefined) return scale;
  }
  return end - start === 1 ? 1 : (scales.get(hashStem(text, start, end)) ?? 1);
}

/** The value of a number word given by its stem's hash, 0 where it is none. */
export function numberWord(stem: number): number {
  return numberWords.get(stem) ?? 0;
}
