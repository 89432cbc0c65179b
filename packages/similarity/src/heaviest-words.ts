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

export const wordWeight = (packed: number): number => (packed & ~MARK_BIT) >>> 0;
export const isMarked = (packed: number): boolean => (packed & MARK_BIT) !== 0;

export const NO_WORDS: HeaviestWords = { keys: new Uint32Array(0), weights: new Uint32Array(0), norm: 0 };

/** The at most `count` heaviest. */
export function heaviestWords(words: Iterable<WeighedWord>, count: number): HeaviestWords {
  let norm = 0;
  const ranked: [key: number, packed: number, weight: number][] = [];
  for (const { key, weight, marked } of words) {
    const whole = Math.round(weight * WEIGHT_UNIT);
    norm += whole * whole;
    ranked.push([key, marked ? (whole | MARK_BIT) >>> 0 : whole, whole]);
  }
  ranked.sort((a, b) => b[2] - a[2] || a[0] - b[0]);
  ranked.splice(count);
  return {
    keys: Uint32Array.from(ranked, ([key]) => key),
    weights: Uint32Array.from(ranked, ([, packed]) => packed),
    norm: Math.round(Math.sqrt(norm)),
  };
}
