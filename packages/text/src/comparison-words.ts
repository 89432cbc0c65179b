/**
 * Words of numbers and of the calendar that documents are compared by where their language is not known, from
 * `languages/<tag>/comparison-words.ts`; of a known language CLDR's words count.
 */
import { comparisonWords as de } from "./languages/de/comparison-words.ts";
import { comparisonWords as en } from "./languages/en/comparison-words.ts";
import { comparisonWords as es } from "./languages/es/comparison-words.ts";
import { comparisonWords as fr } from "./languages/fr/comparison-words.ts";
import { comparisonWords as it } from "./languages/it/comparison-words.ts";
import { comparisonWords as pl } from "./languages/pl/comparison-words.ts";
import { comparisonWords as pt } from "./languages/pt/comparison-words.ts";
import { comparisonWords as ru } from "./languages/ru/comparison-words.ts";

/** Words by the number they name. */
type Named = Readonly<Record<number, readonly string[]>>;

export interface ComparisonWords {
  /** 1 to 12. */
  readonly months?: Named;
  /** Monday is 1. */
  readonly weekdays?: Named;
  readonly numbers?: Named;
  readonly scales?: Named;
}

const LANGUAGES: readonly ComparisonWords[] = [en, de, es, fr, it, pl, pt, ru];

/** Each word with its number, numbers ascending. */
export function comparisonWords(group: keyof ComparisonWords): readonly (readonly [word: string, number: number])[] {
  const rows = LANGUAGES.flatMap((language) => Object.entries(language[group] ?? {}));
  return rows
    .map(([number, words]) => [Number(number), words] as const)
    .sort(([a], [b]) => a - b)
    .flatMap(([number, words]) => words.map((word) => [word, number] as const));
}
