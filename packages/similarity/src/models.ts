import { bytesOfBase64 } from "@wirefold/core";
import { DERIVED_BIAS, DERIVED_TREES, EVENT_BIAS, EVENT_TREES, MODEL_MEASURES } from "./data/models.ts";
import { MEASURES } from "./measures.ts";

/**
 * Two small models, boosted trees with monotone constraints, trained by scripts/train-models.mjs on development data.
 * Log-odds: above zero is yes. Trees rather than one line through the measures, because what a measure means depends on
 * the texts' length: a third of the words shared is much for a feature and little for a brief.
 */

/** Bumped with the trained models: edges of different versions do not mix. */
export const MODELS_VERSION = 6;

interface Trees {
  readonly bias: number;
  readonly roots: Uint16Array;
  /** Measure a node asks about, 255 for a leaf. */
  readonly measure: Uint8Array;
  /** Right child; the left one follows its parent. */
  readonly right: Uint16Array;
  /** Threshold of a node, value of a leaf. */
  readonly value: Float32Array;
}

function unpack(bias: number, packed: string): Trees {
  const bytes = bytesOfBase64(packed);
  const view = new DataView(bytes.buffer);
  const roots: number[] = [];
  const measure: number[] = [];
  const right: number[] = [];
  const value: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    roots.push(measure.length);
    const count = bytes[at++] ?? 0;
    for (let k = 0; k < count; k++, at += 6) {
      right.push(measure.length + (bytes[at + 1] ?? 0));
      measure.push(bytes[at] ?? 0);
      value.push(view.getFloat32(at + 2));
    }
  }
  return {
    bias,
    roots: Uint16Array.from(roots),
    measure: Uint8Array.from(measure),
    right: Uint16Array.from(right),
    value: Float32Array.from(value),
  };
}

function logOdds({ bias, roots, measure, right, value }: Trees, m: Float64Array): number {
  let sum = bias;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t] ?? 0;
    for (let asked = measure[node] ?? 255; asked !== 255; asked = measure[node] ?? 255)
      node = (m[asked] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    sum += value[node] ?? 0;
  }
  return sum;
}

const MODEL_TREES_FOR: string = MODEL_MEASURES;
// The trees name measures by number, so others in their places would be read as those; more behind them are never asked for.
if (!`${MEASURES.join(" ")} `.startsWith(`${MODEL_TREES_FOR} `))
  throw new Error("The trained models were made for other measures: run scripts/train-models.mjs --write.");

const event = unpack(EVENT_BIAS, EVENT_TREES);
const derived = unpack(DERIVED_BIAS, DERIVED_TREES);

/** Log-odds that two documents tell of one event (or are one text, or one rewritten). */
export function eventLogOdds(measures: Float64Array): number {
  return logOdds(event, measures);
}

/** Log-odds that of two related documents one was made from the other, or both from a third. */
export function derivedLogOdds(measures: Float64Array): number {
  return logOdds(derived, measures);
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
