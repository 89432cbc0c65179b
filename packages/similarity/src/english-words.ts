import { hashStem } from "@wirefold/text";
import { type HeaviestWords, heaviestWords, type WeighedWord } from "./heaviest-words.ts";
import { englishFor } from "./lexicon.ts";
import { weightOf } from "./word-weights.ts";

/**
 * A text of another language in English words, as far as they are known: what reports in two languages are compared by.
 * Words that no dictionary knows stand for themselves if they are written in Latin letters, as most names are.
 */
export const ENGLISH_WORDS_MAX = 96;
/** What a word that stands for itself counts: half of them are names, the others chance. */
const ITSELF = 0.7;
const LETTERS_MIN = 3;
const WEIGHT_MAX = 7;

const isLatin = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xc0 && unit <= 0x24f) ||
  (unit >= 0x1e00 && unit <= 0x1eff);

export class EnglishWords {
  readonly #english: (front: number) => readonly number[] | undefined;
  readonly #counts = new Map<number, number>();

  constructor(language: string) {
    this.#english = englishFor(language);
  }

  /** Counts the word `text.slice(start, end)`, whose front has the hash `front`. */
  add(front: number, text: string, start: number, end: number): void {
    const english = this.#english(front);
    if (english !== undefined) for (const stem of english) this.#count(stem, 1 / Math.sqrt(english.length));
    else if (end - start >= LETTERS_MIN && isLatin(text.charCodeAt(start))) this.#count(hashStem(text, start, end), ITSELF);
  }

  #count(stem: number, times: number): void {
    this.#counts.set(stem, (this.#counts.get(stem) ?? 0) + times);
  }

  take(): HeaviestWords {
    const weighed: WeighedWord[] = [];
    for (const [key, count] of this.#counts) {
      // Once translated by halves is less than once.
      const times = (1 + Math.log(Math.max(1, count))) * Math.min(1, count);
      weighed.push({ key, weight: times * Math.min(WEIGHT_MAX, weightOf(key)), isName: false });
    }
    return heaviestWords(weighed, ENGLISH_WORDS_MAX);
  }
}
