import { MEASURE_COUNT, measureAt } from "./measures.ts";

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Probability that two documents tell of the same event (or are one text, or one rewritten). */
export function eventProbability(m: Float64Array): number {
  if (m.length < MEASURE_COUNT) return 0;
  const at = measureAt;
  return logistic(-6.5 + 9 * m[at.cosine]! + 5 * m[at.keyWords]! + 4 * m[at.lead]! + 3 * m[at.contained]! + 2 * m[at.nameRuns]!);
}

/** Probability that one of two related documents was made from the other, or both from a third. */
export function derivedProbability(m: Float64Array): number {
  const at = measureAt;
  return logistic(-9 + 12 * m[at.aligned]! + 6 * m[at.triples]! + 2 * m[at.order]! + 3 * m[at.figures]! - 6 * m[at.figureClash]!);
}
