import { type HeaviestWords, isMarked, wordWeight } from "./heaviest-words.ts";
import { measureAt } from "./measures.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * What two reports in different languages can be compared by: the English words that stand for theirs, names by sound, figures,
 * days. That a text is long lowers its cosine with the other's opening, which the lengths' ratio makes up for. Weights by logistic regression over rated pairs of articles in two languages
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

/** Weights of what {@link acrossMeasures} answers; the bias is what makes precision .85 of rated pairs, cross-validated. */
const EVENT_WEIGHTS = [-4.83, 9.9, 1.08, 0.97, 1.1, -1.46] as const;

interface Across {
  /**
   * Bias; root of the cosine of an opening with the other text, in English words; log of the shared names' number; half the log
   * of the shared figures' weight; whether the days of months named agree (1, 0, -1); the shorter text's length over the longer's.
   */
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
  const [lengthA, lengthB] = [a.features.tokens.length, b.features.tokens.length];
  return {
    measures: [
      1,
      Math.sqrt(englishProducts(a, b).opening),
      Math.log1p(nameCount),
      Math.log1p(shared) / 2,
      daysAgree(a.calendar.monthDays, b.calendar.monthDays),
      Math.min(lengthA, lengthB) / Math.max(1, lengthA, lengthB),
    ],
    names: nameWeight / (lesserNames + 8),
    nameCount,
    sounds,
    figures: share,
  };
}

/** 1 where a day of a month is named in both texts, -1 where each names some and none is the same, 0 where one names none. */
function daysAgree(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return a.some((day) => b.includes(day)) ? 1 : -1;
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
  return englishProducts(a, b).whole;
}

interface EnglishProducts {
  /** Cosine of the two texts. */
  readonly whole: number;
  /** Cosine of the opening of one and the whole of the other, whichever way is larger. */
  readonly opening: number;
}

/** Sums over the English words of two texts: a's times b's, and the same over the words of a's or of b's opening only. */
interface Products {
  whole: number;
  openingA: number;
  openingB: number;
}

function englishProducts(a: PreparedDocument, b: PreparedDocument): EnglishProducts {
  const isEnglishA = a.features.english.keys.length === 0;
  const isEnglishB = b.features.english.keys.length === 0;
  // Two texts without English words that stand for theirs are both English, or nothing is known of their words.
  if (isEnglishA && isEnglishB) return { whole: 0, opening: 0 };
  const sums = isEnglishA
    ? productsWith(a, b.features.english)
    : isEnglishB
      ? swapped(productsWith(b, a.features.english))
      : productsOf(a.features.english, b.features.english);
  const [normA, normB] = [englishNorms(a), englishNorms(b)];
  return {
    whole: ratio(sums.whole, normA.whole * normB.whole),
    opening: Math.max(ratio(sums.openingA, normA.opening * normB.whole), ratio(sums.openingB, normA.whole * normB.opening)),
  };
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const swapped = ({ whole, openingA, openingB }: Products): Products => ({ whole, openingA: openingB, openingB: openingA });

function englishNorms({ features: { english }, lead, words, share }: PreparedDocument): { whole: number; opening: number } {
  let squares = 0;
  if (english.keys.length === 0) {
    for (let i = 0, j = 0; i < lead.length; i++) {
      while ((words[j] ?? 0) < (lead[i] ?? 0)) j++;
      squares += (share[j] ?? 0) ** 2;
    }
    return { whole: 1, opening: Math.sqrt(squares) };
  }
  for (const packed of english.weights) if (isMarked(packed)) squares += wordWeight(packed) ** 2;
  return { whole: english.norm, opening: Math.sqrt(squares) };
}

/** An English text's words, as shares of its vector, with the English words of another. */
function productsWith({ words, share, lead }: PreparedDocument, other: HeaviestWords): Products {
  const sums = { whole: 0, openingA: 0, openingB: 0 };
  for (const [i, key] of other.keys.entries()) {
    const at = placeOf(words, key);
    if (at < 0) continue;
    const packed = other.weights[i] ?? 0;
    const product = wordWeight(packed) * (share[at] ?? 0);
    sums.whole += product;
    if (placeOf(lead, key) >= 0) sums.openingA += product;
    if (isMarked(packed)) sums.openingB += product;
  }
  return sums;
}

function productsOf(x: HeaviestWords, y: HeaviestWords): Products {
  const theirs = new Map<number, number>();
  for (const [j, key] of y.keys.entries()) theirs.set(key, y.weights[j] ?? 0);
  const sums = { whole: 0, openingA: 0, openingB: 0 };
  for (const [i, key] of x.keys.entries()) {
    const other = theirs.get(key);
    if (other === undefined) continue;
    const own = x.weights[i] ?? 0;
    const product = wordWeight(own) * wordWeight(other);
    sums.whole += product;
    if (isMarked(own)) sums.openingA += product;
    if (isMarked(other)) sums.openingB += product;
  }
  return sums;
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
    if (isMarked(packed)) namesB += wordWeight(packed);
  }
  const { keys, weights } = a.features.sounds;
  let dot = 0;
  let nameWeight = 0;
  let nameCount = 0;
  let namesA = 0;
  for (let i = 0; i < keys.length; i++) {
    const own = weights[i] ?? 0;
    if (isMarked(own)) namesA += wordWeight(own);
    const theirs = other.get(keys[i] ?? 0);
    if (theirs === undefined) continue;
    dot += wordWeight(own) * wordWeight(theirs);
    if (!isMarked(own) || !isMarked(theirs)) continue;
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
