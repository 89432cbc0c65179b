import { f64At, u32At } from "@wirefold/core";
import { heaviestPlaces } from "./heaviest-places.ts";
import { PIVOT_LANGUAGE } from "./language-of.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * The least of a document that tells whether comparing it with another is worth while: its heaviest words, and for pairs
 * in two languages its words by sound and its rarer figures. About 520 bytes, where the prepared features take 20,000: of
 * forty candidates the index proposes, over thirty are turned away by their sketches alone.
 */
export interface DocumentSketch {
  /**
   * The words with the largest share of the document's vector, ascending: the upper `WORD_BITS` of a word's hash, and below them the step of its
   * share. At most `SKETCH_WORDS`.
   */
  readonly words: Uint32Array;
  /** Length of the part of the document's vector that `words` hold, 0 to 1 in units of 1/255. */
  readonly heldUnits: number;
  /** What a share of a step has to be multiplied by for the shares to have that length. */
  readonly scale: number;
  /** The heaviest words by sound, ascending: the upper `HASH_BITS` of their hashes, as in the next two. At most `SKETCH_NAMES`. */
  readonly names: Uint32Array;
  /** The heaviest English words that stand for a text of another language, ascending; none for English texts. At most `SKETCH_NAMES`. */
  readonly english: Uint32Array;
  /** The rarest figures, ascending. At most `SKETCH_FIGURES`. */
  readonly figures: Uint32Array;
  /** 32 bits of the hash of the text, as equal texts are always worth comparing. */
  readonly text: number;
  /** Whether the language is known, and a hash of its tag: 0 where it is not. */
  readonly language: number;
}

export const SKETCH_WORDS = 128;
export const SKETCH_NAMES = 24;
export const SKETCH_FIGURES = 16;

/** Bits of a word's hash: in one of sixty-four pairs of texts two words are taken for one by chance. */
const WORD_BITS = 20;
/** Bits of the step of its share: from half of the vector down, each step a quarter less. */
const STEP_BITS = 4;
const STEPS = 2 ** STEP_BITS;
const SHARE_MAX = 0.5;
/** Steps from one share to half of it. */
const HALF = 2.5;
/** Bits of the other hashes. */
const HASH_BITS = 24;
const shareOf = Float64Array.from({ length: STEPS }, (_, step) => SHARE_MAX * 2 ** (-step / HALF));
const stepOf = (share: number): number => Math.max(0, Math.min(STEPS - 1, Math.round(Math.log2(SHARE_MAX / share) * HALF)));

/**
 * Product of two sketches' vectors from which a pair is compared, where both hold all of their documents. It falls by `LEAST_FALLS` times the
 * part of both vectors they lack, as the product then lacks some of the cosine: texts of up to 128 words are held wholly, those of 350 to
 * nine tenths. Of 28,418 edges of nine sets (one of them the bench's articles) 8 lie below; with half the words in sketches, and a product of .14 asked of whole ones, it was 15
 * and thrice as many other pairs lay above.
 */
const LEAST_OF_WHOLE = 0.2;
/** The same for two texts in one other language than English, which are measured from a lower cosine. */
const LEAST_OF_WHOLE_ELSEWHERE = 0.14;
const LEAST_FALLS = 0.5;
/** The least product whatever sketches lack, and for two texts in two languages. */
export const SKETCH_COSINE_MIN = 0.04;
/** Names and figures two texts in different languages have to share at least. */
const ACROSS_MIN = 2;

/** What a document's sketch holds of its prepared features. */
export function sketchOf(
  prepared: Pick<PreparedDocument, "features" | "words" | "share" | "figures" | "figureWeight">,
): DocumentSketch {
  const { features, words, share } = prepared;
  const places = heaviestPlaces(share, SKETCH_WORDS);
  const kept = new Uint32Array(places.length);
  let squares = 0;
  for (let i = 0; i < places.length; i++) {
    const value = share[u32At(places, i)] ?? 0;
    squares += value * value;
    kept[i] = sketchWord(u32At(words, u32At(places, i)), value);
  }
  const figures = heaviestPlaces(prepared.figureWeight, SKETCH_FIGURES);
  return {
    ...heldIn(kept, Math.min(255, Math.round(Math.sqrt(squares) * 255))),
    names: cutHashes(features.sounds.keys.slice(0, SKETCH_NAMES)).sort(),
    english: cutHashes(features.english.keys.slice(0, SKETCH_NAMES)).sort(),
    figures: cutHashes(Uint32Array.from(figures, (at) => prepared.figures[at] ?? 0)),
    text: Number.parseInt(features.textHash.slice(0, 8), 16) >>> 0,
    language: languageKey(features.language),
  };
}

/** A word of a sketch. @param share 0 to 1 */
export const sketchWord = (hash: number, share: number): number => (hash >>> (32 - WORD_BITS)) * STEPS + stepOf(share);

/** Hashes cut to what sketches keep of them, in place. */
export function cutHashes(hashes: Uint32Array): Uint32Array {
  for (let i = 0; i < hashes.length; i++) hashes[i] = u32At(hashes, i) >>> (32 - HASH_BITS);
  return hashes;
}

/** Words with the length of their part of the vector, and what their shares are scaled by to come to it. */
export function heldIn(words: Uint32Array, heldUnits: number): Pick<DocumentSketch, "words" | "heldUnits" | "scale"> {
  let squares = 0;
  for (let i = 0; i < words.length; i++) {
    const share = f64At(shareOf, u32At(words, i) % STEPS);
    squares += share * share;
  }
  return { words, heldUnits, scale: squares > 0 ? heldUnits / 255 / Math.sqrt(squares) : 0 };
}

function languageKey(tag: string | null): number {
  let key = 0;
  for (let i = 0; i < (tag?.length ?? 0) && i < 4; i++) key = key * 128 + ((tag?.charCodeAt(i) ?? 0) & 127);
  return key;
}
const PIVOT = languageKey(PIVOT_LANGUAGE);

/**
 * Whether two documents are worth comparing. `compareDocuments` asks the same, so turning pairs away by their sketches changes
 * no answer.
 */
export function worthComparing(a: DocumentSketch, b: DocumentSketch): boolean {
  if (a.text === b.text) return true;
  const { words: x } = a;
  const { words: y } = b;
  const [countX, countY] = [x.length, y.length];
  let product = 0;
  for (let i = 0, j = 0; i < countX && j < countY; ) {
    const p = u32At(x, i);
    const q = u32At(y, j);
    const [hashX, hashY] = [p >>> STEP_BITS, q >>> STEP_BITS];
    if (hashX === hashY) product += f64At(shareOf, p % STEPS) * f64At(shareOf, q % STEPS);
    i += hashX <= hashY ? 1 : 0;
    j += hashY <= hashX ? 1 : 0;
  }
  product *= a.scale * b.scale;
  const across = a.language !== b.language && a.language !== 0 && b.language !== 0;
  if (product >= (across ? SKETCH_COSINE_MIN : leastProduct(a, b))) return true;
  if (!across) return false;
  return sharedEnglish(a, b) + sharedOf(a.names, b.names) + sharedOf(a.figures, b.figures) >= ACROSS_MIN;
}

function leastProduct(a: DocumentSketch, b: DocumentSketch): number {
  const elsewhere = a.language === b.language && a.language !== 0 && a.language !== PIVOT;
  const whole = elsewhere ? LEAST_OF_WHOLE_ELSEWHERE : LEAST_OF_WHOLE;
  return Math.max(SKETCH_COSINE_MIN, whole - LEAST_FALLS * (1 - (a.heldUnits * b.heldUnits) / (255 * 255)));
}

/** English words that stand for both texts. An English text's own words are its English words. */
function sharedEnglish(a: DocumentSketch, b: DocumentSketch): number {
  if (a.english.length > 0 && b.english.length > 0) return sharedOf(a.english, b.english);
  return sharedOf(asWords(a), asWords(b), HASH_BITS - WORD_BITS);
}
/** Words of a sketch have as many bits below their hash as an English word's hash is longer. */
const asWords = ({ english, words }: DocumentSketch): Uint32Array => (english.length > 0 ? english : words);

/** @param cut bits that are left out of account */
function sharedOf(x: Uint32Array, y: Uint32Array, cut = 0): number {
  let shared = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const p = u32At(x, i) >>> cut;
    const q = u32At(y, j) >>> cut;
    if (p === q) shared++;
    i += p <= q ? 1 : 0;
    j += q <= p ? 1 : 0;
  }
  return shared;
}
