import type { PreparedDocument } from "./prepared-document.ts";

/** Weight from which a word that stands once in a text marks a place in it. */
const MARKS = 2;
/** So many marks that agree are half a proof of one order. */
const EASE = 4;
const MARKS_MIN = 3;

/**
 * Whether words that stand once in each of two texts come in the same order, headlines apart: the correlation of their places, -1
 * to 1, nearer to 0 the fewer there are. Who rewrites a text goes along with it, in whatever words; two newsrooms tell what
 * both know in orders of their own. So this carries to rewriters whose wording nobody has seen.
 *
 * @param sharedA indices into the words of `a`, `shared` of them; `sharedB` those of the same words in `b`
 */
export function sequenceOf(
  a: PreparedDocument,
  b: PreparedDocument,
  sharedA: Uint16Array,
  sharedB: Uint16Array,
  shared: number,
): number {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let k = 0; k < shared; k++) {
    const i = sharedA[k] ?? 0;
    if ((a.weight[i] ?? 0) < MARKS) continue;
    const x = onlyPlace(a, i);
    const y = onlyPlace(b, sharedB[k] ?? 0);
    if (x < 0 || y < 0) continue;
    count++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += x * y;
  }
  if (count < MARKS_MIN) return 0;
  // Places are whole numbers, so these are exact, and 0 only where all marks stand in one place.
  const xx = count * sumXX - sumX * sumX;
  const yy = count * sumYY - sumY * sumY;
  if (xx === 0 || yy === 0) return 0;
  return (((count * sumXY - sumX * sumY) / Math.sqrt(xx * yy)) * count) / (count + EASE);
}

/** The place of a word that stands in the body once; -1 of others. */
function onlyPlace({ placeFrom, places, features }: PreparedDocument, word: number): number {
  let from = placeFrom[word] ?? 0;
  const to = placeFrom[word + 1] ?? 0;
  while (from < to && (places[from] ?? 0) < features.titleTokens) from++;
  return from + 1 === to ? (places[from] ?? 0) : -1;
}
