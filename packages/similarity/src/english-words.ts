import { hashFront, hashStem, traitsOf } from "@wirefold/text";
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
/** Longest word whose front its ending is part of, and the longest ending. */
const INFLECTED_MAX = 7;
const ENDING_MAX = 2;
const WEIGHT_MAX = 7;
/** Words of a headline and two or three sentences, which in the news say what happened. */
const OPENING_WORDS = 70;

const isLatin = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xc0 && unit <= 0x24f) ||
  (unit >= 0x1e00 && unit <= 0x1eff);

const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? "");

export class EnglishWords {
  readonly #english: (front: number) => readonly number[] | undefined;
  /** Else a capital says that a word is a name, or begins a sentence. */
  readonly #writesNounsLarge: boolean;
  readonly #counts = new Map<number, number>();
  readonly #opening = new Set<number>();
  #words = 0;

  constructor(language: string) {
    this.#english = englishFor(language);
    this.#writesNounsLarge = traitsOf(language).capitalisesNouns;
  }

  /** Counts the next word, `text.slice(start, end)`, whose front has the hash `front`. */
  add(front: number, text: string, start: number, end: number): void {
    this.#words++;
    const english = this.#english(front) ?? this.#uninflected(text, start, end);
    if (english !== undefined) for (const stem of english) this.#count(stem, 1 / Math.sqrt(english.length));
    else if (end - start >= LETTERS_MIN && isLatin(text.charCodeAt(start))) this.#count(hashStem(text, start, end), ITSELF);
  }

  /** What a short word means without its last letter or two: of long ones the front does without endings as it is. */
  #uninflected(text: string, start: number, end: number): readonly number[] | undefined {
    if (end - start > INFLECTED_MAX || (!this.#writesNounsLarge && isCapital(text, start))) return undefined;
    for (let to = end - 1; to >= Math.max(end - ENDING_MAX, start + LETTERS_MIN); to--) {
      const english = this.#english(hashFront(text, start, to));
      if (english !== undefined) return english;
    }
    return undefined;
  }

  #count(stem: number, times: number): void {
    if (this.#words <= OPENING_WORDS) this.#opening.add(stem);
    this.#counts.set(stem, (this.#counts.get(stem) ?? 0) + times);
  }

  take(): HeaviestWords {
    const weighed: WeighedWord[] = [];
    for (const [key, count] of this.#counts) {
      // Once translated by halves is less than once.
      const times = (1 + Math.log(Math.max(1, count))) * Math.min(1, count);
      weighed.push({ key, weight: times * Math.min(WEIGHT_MAX, weightOf(key)), marked: this.#opening.has(key) });
    }
    return heaviestWords(weighed, ENGLISH_WORDS_MAX);
  }
}
