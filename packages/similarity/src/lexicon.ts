import { packagedBytes } from "@wirefold/core";
import { frequencyTable, PackedReader } from "./frequency-table.ts";
import { weightOf } from "./word-weights.ts";

/**
 * What is known of some forty languages besides English (scripts/build-lexicon.mjs): how common their words are, and which
 * English words stand for them. Words are told by their fronts (`hashFront` of text). A language's file is read when a text of it
 * is first met.
 *
 * Packed: the length of `weights` in four bytes, the little end first; `weights` as frequency-table.ts says, over the upper 24 bits
 * of hashes; `english`: per word the difference to the one before, then its English words as places in `english-stems` (32-bit
 * hashes), times two, plus one where another follows.
 */

/** Those that have a file. */
const languages: readonly string[] =
  "ar bg bn ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv mk nb nl pl pt ro ru sk sl sq sr sv th tr uk vi zh".split(
    " ",
  );

const fileOf = (name: string): Uint8Array<ArrayBuffer> => packagedBytes(new URL(`../data/lexicon/${name}.bin`, import.meta.url));

function readLanguage(language: string): { readonly weights: Uint8Array; readonly english: Uint8Array } {
  const bytes = fileOf(language);
  const end = 4 + new DataView(bytes.buffer).getUint32(0, true);
  return { weights: bytes.subarray(4, end), english: bytes.subarray(end) };
}

/** Bits of a front's hash that are not kept. */
const CUT_BITS = 8;
/** At most so many words of a language have a weight. */
const WORDS_MAX = 4096;
/** What a word outside a language's table weighs: rarer than its three thousand commonest, mostly names. */
const RAREST = 7.5;

const weighers = new Map<string, (hash: number) => number>();

/** How much a word of a language tells, by its hash: 0 (in every text) up. English ones where nothing is known of it. */
export function weigherOf(language: string | null): (hash: number) => number {
  if (language === null || !languages.includes(language)) return weightOf;
  let weigher = weighers.get(language);
  if (weigher === undefined) {
    const { weights } = readLanguage(language);
    // Of some languages only translations are known.
    weigher = weights.length === 0 ? weightOf : frequencyTable(weights, WORDS_MAX, RAREST, CUT_BITS);
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
    const bytes = fileOf("english-stems");
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
  if (!languages.includes(language)) return NOTHING;
  const english = englishStems();
  const dictionary = new Map<number, readonly number[]>();
  const bytes = new PackedReader(readLanguage(language).english);
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
