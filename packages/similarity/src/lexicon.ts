import { bytesOfBase64 } from "@wirefold/core";
import { ENGLISH_STEMS, LEXICON } from "./data/lexicon.ts";
import { frequencyTable, PackedReader } from "./frequency-table.ts";
import { weightOf } from "./word-weights.ts";

/**
 * What is known of some forty languages besides English (scripts/build-lexicon.mjs): how common their words are, and which
 * English words stand for them. Words are told by their fronts (`hashFront` of text). Decoded when a text of the language is
 * first met.
 *
 * Packed: `weights` as frequency-table.ts says, over the upper 24 bits of hashes. `english`: per word the difference to the
 * one before, then its English words as places in `ENGLISH_STEMS` (32-bit hashes), times two, plus one where another follows.
 */

/** Bits of a front's hash that are not kept. */
const CUT_BITS = 8;
/** At most so many words of a language have a weight. */
const WORDS_MAX = 4096;
/** What a word outside a language's table weighs: rarer than its three thousand commonest, mostly names. */
const RAREST = 7.5;

const weighers = new Map<string, (hash: number) => number>();

/** How much a word of a language tells, by its hash: 0 (in every text) up. English ones where nothing is known of it. */
export function weigherOf(language: string | null): (hash: number) => number {
  const packed = language === null ? undefined : LEXICON[language]?.weights;
  // Of some languages only translations are known.
  if (language === null || packed === undefined || packed === "") return weightOf;
  let weigher = weighers.get(language);
  if (weigher === undefined) {
    weigher = frequencyTable(packed, WORDS_MAX, RAREST, CUT_BITS);
    weighers.set(language, weigher);
  }
  return weigher;
}

/** Whether the common words of a language are known. */
export const knowsLanguage = (language: string): boolean => weigherOf(language) !== weightOf;

/** Whether a front is one of the common words of a language. */
export const knowsWord = (language: string, front: number): boolean => weigherOf(language)(front) < RAREST;

let stems: Uint32Array | undefined;
function englishStems(): Uint32Array {
  if (stems === undefined) {
    const bytes = bytesOfBase64(ENGLISH_STEMS);
    const view = new DataView(bytes.buffer);
    stems = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4, true));
  }
  return stems;
}

const dictionaries = new Map<string, ReadonlyMap<number, readonly number[]>>();
const NOTHING: ReadonlyMap<number, readonly number[]> = new Map();

function dictionaryOf(language: string): ReadonlyMap<number, readonly number[]> {
  const known = dictionaries.get(language);
  if (known !== undefined) return known;
  const packed = LEXICON[language]?.english;
  if (packed === undefined) return NOTHING;
  const english = englishStems();
  const dictionary = new Map<number, readonly number[]>();
  const bytes = new PackedReader(packed);
  let word = 0;
  while (!bytes.done) {
    word += bytes.varint();
    const found: number[] = [];
    for (let more = true; more; ) {
      const place = bytes.varint();
      found.push(english[place >> 1] ?? 0);
      more = place % 2 === 1;
    }
    dictionary.set(word, found);
  }
  dictionaries.set(language, dictionary);
  return dictionary;
}

/** Stems of the English words that stand for a word, given by its front's hash; none where it is not known. */
export function englishFor(language: string): (front: number) => readonly number[] | undefined {
  const dictionary = dictionaryOf(language);
  return (front) => dictionary.get(front >>> CUT_BITS);
}
