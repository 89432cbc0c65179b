/**
 * Features of told statements, hashed into tables of one size: a template with what two values say. Words count by their hash, so
 * that no list of them is needed; two features that fall together share a weight.
 */

const bits = 14;

/** Weights of a table. */
export const toldSize = 2 ** bits;

/** The feature of a template, by a number of its own, with two values of 32 bits. */
function feature(template: number, a = 0, b = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a + 1, 0x7feb352d) ^ Math.imul(b + 1, 0x846ca68b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (toldSize - 1);
}

/** What a weight is counted in. */
export const toldStep = 0.08;

/** Weights in steps. A byte each: tables of eight bytes a weight push the text being read out of the processor's cache. */
export type ToldTable = Int8Array;

/** Room for the features of one decision: an extent has the most, some sixty. */
const featuresMax = 256;

/** The features of one decision after another, in one place, so that reading a text makes no lists. */
export class Features {
  private readonly values = new Int32Array(featuresMax);
  private count = 0;

  clear(): this {
    this.count = 0;
    return this;
  }

  add(template: number, a = 0, b = 0): void {
    this.values[this.count++] = feature(template, a, b);
  }

  score(table: ToldTable): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += table[this.values[i] as number] as number;
    return sum * toldStep;
  }

  list(): number[] {
    return Array.from(this.values.subarray(0, Math.min(this.count, featuresMax)));
  }
}

/** Weights are written as one character each: up to 46 steps to either side of `middle`. */
const middle = 80;
const farthest = 46;
/** Within the range stand two characters that text must escape; they are written as ones behind it. */
const escaped = new Map([
  [0x22, 0xa1],
  [0x5c, 0xa2],
]);
const unescaped = new Map([...escaped].map(([from, to]) => [to, from]));

/** A table as text: see {@link readTable}. */
export const writeTable = (weights: ArrayLike<number>): string =>
  Array.from(weights, (weight) => {
    const code = middle + Math.max(-farthest, Math.min(farthest, Math.round(weight / toldStep)));
    return String.fromCharCode(escaped.get(code) ?? code);
  }).join("");

/** The weights that {@link writeTable} wrote. */
export const readTable = (text: string): ToldTable =>
  Int8Array.from({ length: text.length }, (_, index) => {
    const code = text.charCodeAt(index);
    return (unescaped.get(code) ?? code) - middle;
  });

/** The place of the greatest of several scores, and its share of their exponentials; place 0 where there is none. */
export function likeliest(scores: readonly number[]): readonly [place: number, share: number] {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  const top = scores[best] ?? 0;
  let total = 0;
  for (const score of scores) total += Math.exp(score - top);
  return [best, 1 / total];
}
