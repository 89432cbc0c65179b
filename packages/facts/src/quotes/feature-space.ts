import type { Document } from "../document.ts";

/** Named blocks of features, each with a fixed number of values; a feature is a block and a value in it. */
export interface FeatureSpace {
  readonly size: number;
  /** Where each block begins. */
  readonly offsets: Readonly<Record<string, number>>;
  readonly blocks: readonly (readonly [name: string, values: number])[];
}

export function featureSpace(blocks: readonly (readonly [name: string, values: number])[]): FeatureSpace {
  const offsets: Record<string, number> = {};
  let size = 0;
  for (const [name, values] of blocks) {
    offsets[name] = size;
    size += values;
  }
  return { size, offsets, blocks };
}

/** Sum of the weights of the given features. */
export function scoreOf(features: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] as number;
  return sum;
}

/** 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more: eight classes of distance. */
export function bucket(value: number): number {
  if (value <= 2) return Math.max(0, value);
  if (value <= 4) return 3;
  if (value <= 8) return 4;
  if (value <= 16) return 5;
  return value <= 32 ? 6 : 7;
}

/** How many classes words fall into by their hash: enough that the frequent ones near quotations have one of their own. */
export const wordClasses = 256;

/** The class of the word or mark at a token; 0 past either end and for a line end. */
export const wordClass = ({ scan }: Document, at: number): number => scan.classOf(at, wordClasses);
