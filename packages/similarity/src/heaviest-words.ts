import { f64At } from "@wirefold/core";

/** The heaviest words of a document, heaviest first. */
export interface HeaviestWords {
  readonly keys: Uint32Array;
  /**
   * Per key its weight times frequency, in units of 1/256; the highest bit marks it: words by sound as names, English words as
   * those of the opening.
   */
  readonly weights: Uint32Array;
  /** Length of the vector over all words, kept or not, in the same units. */
  readonly norm: number;
}

export interface WeighedWord {
  readonly key: number;
  readonly weight: number;
  readonly marked: boolean;
}

/** Weights are kept as whole numbers of this part of one. */
const WEIGHT_UNIT = 256;
const MARK_BIT = 0x80000000;
/** Room for a key and its mark below a weight: weights stay far under the 2^20 that a double leaves. */
const KEY_ROOM = 2 ** 33;

export const wordWeight = (packed: number): number => (packed & ~MARK_BIT) >>> 0;
export const marked = (weight: number): number => (weight | MARK_BIT) >>> 0;
export const isMarked = (packed: number): boolean => (packed & MARK_BIT) !== 0;

export const NO_WORDS: HeaviestWords = { keys: new Uint32Array(0), weights: new Uint32Array(0), norm: 0 };

/** The at most `count` heaviest. */
export function heaviestWords(words: Iterable<WeighedWord>, count: number): HeaviestWords {
  let norm = 0;
  const ranked: number[] = [];
  for (const { key, weight, marked: isMarked } of words) {
    const whole = Math.round(weight * WEIGHT_UNIT);
    norm += whole * whole;
    // Heaviest first, equals by key: one number each, the mark in the lowest bit, so that the sort needs no comparing function.
    ranked.push(key * 2 + (isMarked ? 1 : 0) - whole * KEY_ROOM);
  }
  const order = Float64Array.from(ranked).sort();
  const kept = Math.min(count, order.length);
  const keys = new Uint32Array(kept);
  const weights = new Uint32Array(kept);
  for (let i = 0; i < kept; i++) {
    const whole = Math.ceil(-f64At(order, i) / KEY_ROOM);
    const low = f64At(order, i) + whole * KEY_ROOM;
    keys[i] = Math.floor(low / 2);
    weights[i] = low % 2 === 1 ? marked(whole) : whole;
  }
  return { keys, weights, norm: Math.round(Math.sqrt(norm)) };
}
