import { isName, wordWeight } from "./heaviest-words.ts";
import { measureAt } from "./measures.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * What two reports in different languages can be compared by: the English words that stand for theirs, words by sound (names,
 * and words languages share), figures. Weights by logistic regression over rated pairs of articles in two languages
 * (scripts/train-languages.mjs prints them, cross-validated).
 */
export interface CrossMeasures {
  readonly names: number;
  readonly figures: number;
  readonly eventOdds: number;
  readonly derivedOdds: number;
}

/** A figure under this weight (a small number) stands in too many texts. */
const FIGURE_WEIGHT_MIN = 4;

/** What {@link acrossMeasures} answers, weighed: bias (0.4 less than learned, for precision), and the rest in its order. */
const EVENT_WEIGHTS = [-4.43, 8.43, 3.94, 0.74] as const;

interface Across {
  /** Bias; roots of the cosines in English words and by sound; half the log of the shared figures' weight. */
  readonly measures: readonly number[];
  readonly names: number;
  readonly nameCount: number;
  readonly sounds: number;
  readonly figures: number;
}

export function acrossMeasures(a: PreparedDocument, b: PreparedDocument): Across {
  const { dot, nameWeight, nameCount, lesserNames } = sharedSounds(a, b);
  const sounds = dot / (a.features.sounds.norm * b.features.sounds.norm || 1);
  const { shared, share } = sharedFigures(a, b);
  return {
    measures: [1, Math.sqrt(englishCosine(a, b)), Math.sqrt(sounds), Math.log1p(shared) / 2],
    names: nameWeight / (lesserNames + 8),
    nameCount,
    sounds,
    figures: share,
  };
}

export function compareAcross(a: PreparedDocument, b: PreparedDocument): CrossMeasures {
  const { measures, names, nameCount, sounds, figures } = acrossMeasures(a, b);
  let eventOdds = 0;
  for (const [i, weight] of EVENT_WEIGHTS.entries()) eventOdds += weight * (measures[i] ?? 0);
  // A translation has nearly all names and figures of its original.
  const derivedOdds = nameCount < 6 ? -5 : -12 + 6 * names + 5 * figures + 6 * sounds;
  return { names, figures, eventOdds, derivedOdds };
}

/** Weights for two reports in one language other than English, of {@link otherLanguageMeasures}, by the same script. */
const OTHER_LANGUAGE_WEIGHTS = [-5.76, 10.03, -1.94, 2.19, 1.71] as const;

/**
 * The trees know English news: how much two reports on one event share, how rare its words are. Other languages inflect
 * more and their tables know less, so a line through five measures, rated pairs of nine languages behind it, judges better.
 */
export function otherLanguageMeasures(m: ArrayLike<number>, english: number): number[] {
  const root = (value: number | undefined): number => Math.sqrt(Math.max(0, value ?? 0));
  return [1, root(m[measureAt.rest]), root(m[measureAt.cosine]), root(m[measureAt.openingLess]), root(english)];
}

/** Log-odds that two reports in one language other than English tell of one event. */
export function otherLanguageOdds(m: ArrayLike<number>, a: PreparedDocument, b: PreparedDocument): number {
  const measures = otherLanguageMeasures(m, englishCosine(a, b));
  let odds = 0;
  for (const [i, weight] of OTHER_LANGUAGE_WEIGHTS.entries()) odds += weight * (measures[i] ?? 0);
  return odds;
}

/** Cosine of two texts in English words: an English text's own, of another the ones that stand for its words. */
export function englishCosine(a: PreparedDocument, b: PreparedDocument): number {
  const { english: x } = a.features;
  const { english: y } = b.features;
  if (x.keys.length === 0) return y.keys.length === 0 ? 0 : cosineWith(a, b);
  if (y.keys.length === 0) return cosineWith(b, a);
  const theirs = new Map<number, number>();
  for (let j = 0; j < y.keys.length; j++) theirs.set(y.keys[j] ?? 0, y.weights[j] ?? 0);
  let dot = 0;
  for (let i = 0; i < x.keys.length; i++) dot += (x.weights[i] ?? 0) * (theirs.get(x.keys[i] ?? 0) ?? 0);
  return dot / (x.norm * y.norm || 1);
}

function cosineWith(english: PreparedDocument, other: PreparedDocument): number {
  const { keys, weights, norm } = other.features.english;
  let dot = 0;
  for (let i = 0; i < keys.length; i++) {
    const at = placeOf(english.words, keys[i] ?? 0);
    if (at >= 0) dot += (weights[i] ?? 0) * (english.share[at] ?? 0);
  }
  return dot / (norm || 1);
}

/** Place of a hash in a sorted list, or -1. */
function placeOf(sorted: Uint32Array, hash: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function sharedSounds(a: PreparedDocument, b: PreparedDocument) {
  const other = new Map<number, number>();
  const { keys: keysB, weights: weightsB } = b.features.sounds;
  let namesB = 0;
  for (let j = 0; j < keysB.length; j++) {
    const packed = weightsB[j] ?? 0;
    other.set(keysB[j] ?? 0, packed);
    if (isName(packed)) namesB += wordWeight(packed);
  }
  const { keys, weights } = a.features.sounds;
  let dot = 0;
  let nameWeight = 0;
  let nameCount = 0;
  let namesA = 0;
  for (let i = 0; i < keys.length; i++) {
    const own = weights[i] ?? 0;
    if (isName(own)) namesA += wordWeight(own);
    const theirs = other.get(keys[i] ?? 0);
    if (theirs === undefined) continue;
    dot += wordWeight(own) * wordWeight(theirs);
    if (!isName(own) || !isName(theirs)) continue;
    nameWeight += Math.min(wordWeight(own), wordWeight(theirs));
    nameCount++;
  }
  return { dot, nameWeight: nameWeight / 256, nameCount, lesserNames: Math.min(namesA, namesB) / 256 };
}

function sharedFigures(a: PreparedDocument, b: PreparedDocument): { shared: number; share: number } {
  const heavy = (weight: number): number => (weight >= FIGURE_WEIGHT_MIN ? weight : 0);
  let sumA = 0;
  let sumB = 0;
  let shared = 0;
  for (const weight of a.figureWeight) sumA += heavy(weight);
  for (const weight of b.figureWeight) sumB += heavy(weight);
  for (let i = 0, j = 0; i < a.figures.length && j < b.figures.length; ) {
    const x = a.figures[i] ?? 0;
    const y = b.figures[j] ?? 0;
    // A figure may be common in one language and rare in the other: the lesser weight counts, whichever text is asked first.
    if (x === y) shared += heavy(Math.min(a.figureWeight[i] ?? 0, b.figureWeight[j] ?? 0));
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { shared, share: shared / (Math.min(sumA, sumB) + 6) };
}
