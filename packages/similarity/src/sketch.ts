import { f32At, f64At, u8At } from "@wirefold/core";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * The least of a document that tells whether comparing it with another is worth while: its heaviest words, and for pairs
 * in two languages its words by sound and its rarer figures. About 400 bytes, where the prepared features take 20,000: of
 * forty candidates the index proposes, over thirty are turned away by their sketches alone.
 */
export interface DocumentSketch {
  /** Hashes of the words with the largest share of the document's vector, ascending. At most `SKETCH_WORDS`. */
  readonly words: Uint32Array;
  /** Share of each word, 0 to 1, in units of 1/255 of `SHARE_MAX`. */
  readonly shares: Uint8Array;
  /** Length of the part of the document's vector that `shares` hold, about 0 to 1: `heldBy(shares)`. */
  readonly held: number;
  /** The heaviest words by sound, ascending. At most `SKETCH_NAMES`. */
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

export const SKETCH_WORDS = 64;
export const SKETCH_NAMES = 24;
export const SKETCH_FIGURES = 16;
/** A word's share of a vector is seldom more; heavier ones count as this. */
const SHARE_MAX = 0.5;

/**
 * Product of two sketches' vectors from which a pair is compared. Compared pairs go on only from a cosine of all their words (measures.ts), and
 * the product comes the nearer to that the more of both vectors their sketches hold: texts of few words wholly, those of 300 to four
 * fifths. On development data 8 in 20,000 pairs that would have had an edge lie below, and three candidates in four.
 */
export const SKETCH_COSINE_MIN = 0.04;
/** The least product where sketches hold all; it falls by `LEAST_FALLS` times the part of both vectors they lack. */
const LEAST_OF_WHOLE = 0.14;
/** The same for two texts in one other language than English, which are measured from a lower cosine. */
const LEAST_OF_WHOLE_ELSEWHERE = 0.095;
const LEAST_FALLS = 0.29;
const UNIT = 255 / SHARE_MAX;
/** Names and figures two texts in different languages have to share at least. */
const ACROSS_MIN = 2;

/** What a document's sketch holds of its prepared features. */
export function sketchOf(
  prepared: Pick<PreparedDocument, "features" | "words" | "share" | "figures" | "figureWeight">,
): DocumentSketch {
  const { features } = prepared;
  const ranked = heaviest(prepared.words, prepared.share, SKETCH_WORDS);
  const shares = new Uint8Array(ranked.length);
  const words = new Uint32Array(ranked.length);
  for (let i = 0; i < ranked.length; i++) {
    const at = ranked[i] ?? 0;
    words[i] = prepared.words[at] ?? 0;
    shares[i] = Math.min(255, Math.round((prepared.share[at] ?? 0) * UNIT));
  }
  const figures = heaviest(prepared.figures, prepared.figureWeight, SKETCH_FIGURES);
  return {
    words,
    shares,
    held: heldBy(shares),
    names: features.sounds.keys.slice(0, SKETCH_NAMES).sort(),
    english: features.english.keys.slice(0, SKETCH_NAMES).sort(),
    figures: Uint32Array.from(figures, (at) => prepared.figures[at] ?? 0),
    text: Number.parseInt(features.textHash.slice(0, 8), 16) >>> 0,
    language: languageKey(features.language),
  };
}

/** Length of the part of a document's vector that these shares hold. */
export function heldBy(shares: Uint8Array): number {
  let squares = 0;
  for (let i = 0; i < shares.length; i++) squares += u8At(shares, i) * u8At(shares, i);
  return Math.sqrt(squares) / UNIT;
}

/** Places of the `count` heaviest, ascending; of equally heavy ones the first. */
function heaviest(hashes: Uint32Array, weights: Float32Array, count: number): Uint32Array {
  const all = hashes.length;
  const places = new Uint32Array(Math.min(all, count));
  if (all <= count) {
    for (let i = 0; i < all; i++) places[i] = i;
    return places;
  }
  // Weights as whole numbers in the high bits, places in the low ones: one numeric sort.
  const keys = new Float64Array(all);
  for (let i = 0; i < all; i++) keys[i] = -Math.round(f32At(weights, i) * 1e6) * 65536 + i;
  keys.sort();
  for (let i = 0; i < count; i++) places[i] = ((f64At(keys, i) % 65536) + 65536) % 65536;
  return places.sort();
}

function languageKey(tag: string | null): number {
  let key = 0;
  for (let i = 0; i < (tag?.length ?? 0) && i < 4; i++) key = key * 128 + ((tag?.charCodeAt(i) ?? 0) & 127);
  return key;
}
const ENGLISH = languageKey("en");

/**
 * Whether two documents are worth comparing. `compareDocuments` asks the same, so turning pairs away by their sketches changes
 * no answer.
 */
export function worthComparing(a: DocumentSketch, b: DocumentSketch): boolean {
  if (a.text === b.text) return true;
  let product = 0;
  const { words: x, shares: shareX } = a;
  const { words: y, shares: shareY } = b;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const p = x[i] ?? 0;
    const q = y[j] ?? 0;
    if (p === q) product += (shareX[i] ?? 0) * (shareY[j] ?? 0);
    i += p <= q ? 1 : 0;
    j += q <= p ? 1 : 0;
  }
  const across = a.language !== b.language && a.language !== 0 && b.language !== 0;
  if (product >= (across ? SKETCH_COSINE_MIN : leastProduct(a, b)) * UNIT * UNIT) return true;
  if (!across) return false;
  const english = sharedOf(englishOf(a), englishOf(b));
  return english + sharedOf(a.names, b.names) + sharedOf(a.figures, b.figures) >= ACROSS_MIN;
}

function leastProduct(a: DocumentSketch, b: DocumentSketch): number {
  const elsewhere = a.language === b.language && a.language !== 0 && a.language !== ENGLISH;
  const whole = elsewhere ? LEAST_OF_WHOLE_ELSEWHERE : LEAST_OF_WHOLE;
  return Math.max(SKETCH_COSINE_MIN, whole - LEAST_FALLS * (1 - a.held * b.held));
}

/** An English text's own words are its English words. */
const englishOf = ({ english, words }: DocumentSketch): Uint32Array => (english.length > 0 ? english : words);

function sharedOf(x: Uint32Array, y: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const p = x[i] ?? 0;
    const q = y[j] ?? 0;
    if (p === q) shared++;
    i += p <= q ? 1 : 0;
    j += q <= p ? 1 : 0;
  }
  return shared;
}

/**
 * u8 version · u8 words · u8 names · u8 figures · u32 text · u32 language · u8 English words · 3 bytes unused ·
 * words · names · figures · English words (u32 each) · shares (u8 each), little-endian.
 */
export const SKETCH_VERSION = 3;
/** Bytes before the lists. */
const HEAD = 16;

export function encodeSketch(sketch: DocumentSketch): Uint8Array {
  const { words, shares, names, figures, english } = sketch;
  const hashes = words.length + names.length + figures.length + english.length;
  const bytes = new Uint8Array(HEAD + 4 * hashes + shares.length);
  const view = new DataView(bytes.buffer);
  bytes.set([SKETCH_VERSION, words.length, names.length, figures.length]);
  view.setUint32(4, sketch.text, true);
  view.setUint32(8, sketch.language, true);
  bytes[12] = english.length;
  let at = HEAD;
  for (const list of [words, names, figures, english])
    for (const hash of list) {
      view.setUint32(at, hash, true);
      at += 4;
    }
  bytes.set(shares, at);
  return bytes;
}

/** @returns null where the bytes are none of this version: make the sketch again from the features. */
export function decodeSketch(bytes: Uint8Array): DocumentSketch | null {
  const [version, words = 0, names = 0, figures = 0] = bytes;
  const english = bytes[12] ?? 0;
  if (version !== SKETCH_VERSION || bytes.length !== HEAD + 4 * (words + names + figures + english) + words) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD;
  const list = (count: number): Uint32Array => {
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++, at += 4) hashes[i] = view.getUint32(at, true);
    return hashes;
  };
  const lists = { words: list(words), names: list(names), figures: list(figures), english: list(english) };
  const shares = bytes.slice(at);
  return { ...lists, shares, held: heldBy(shares), text: view.getUint32(4, true), language: view.getUint32(8, true) };
}
