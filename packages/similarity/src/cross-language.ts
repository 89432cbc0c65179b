import type { PreparedDocument } from "./prepared-document.ts";
import { isNameSound, soundWeight } from "./sound-words.ts";

/**
 * What two reports in different languages can be compared by: words by sound (names, and words languages share), figures,
 * days. Weights by logistic regression over rated pairs of articles in two languages (scripts/train-cross-language.mjs
 * prints them, cross-validated).
 */
export interface CrossMeasures {
  readonly names: number;
  readonly figures: number;
  readonly days: number;
  readonly eventOdds: number;
  readonly derivedOdds: number;
}

/** A figure under this weight (a small number) stands in too many texts. */
const FIGURE_WEIGHT_MIN = 4;

/** Bias, cosine by sound, share of names' weight, that weight and their number (log), share of figures, their weight (log), days. */
const EVENT_WEIGHTS = [-8.4, 23.2, 7.7, -0.6, 3.2, 0, 1.3, 0.76] as const;

/** What {@link EVENT_WEIGHTS} weighs, in that order. */
export function acrossMeasures(a: PreparedDocument, b: PreparedDocument): number[] {
  const { dot, nameWeight, nameCount, lesserNames } = sharedSounds(a, b);
  const cosine = dot / (a.features.sounds.norm * b.features.sounds.norm || 1);
  const { shared, share } = sharedFigures(a, b);
  const days = a.calendar.monthDays.filter((day) => b.calendar.monthDays.includes(day)).length;
  const names = nameWeight / (lesserNames + 8);
  return [1, cosine, names, Math.log1p(nameWeight), Math.log1p(nameCount), share, Math.log1p(shared), Math.min(2, days)];
}

export function compareAcross(a: PreparedDocument, b: PreparedDocument): CrossMeasures {
  const measures = acrossMeasures(a, b);
  const [, cosine = 0, names = 0, , logCount = 0, figures = 0, logFigures = 0, days = 0] = measures;
  let eventOdds = 0;
  for (const [i, weight] of EVENT_WEIGHTS.entries()) eventOdds += weight * (measures[i] ?? 0);
  const nameCount = Math.round(Math.expm1(logCount));
  // One shared name and no figure are chance in one country's politics.
  if (nameCount + (logFigures > 0 ? 1 : 0) < 2) eventOdds = Math.min(eventOdds, -1);
  // A translation has nearly all names and figures of its original.
  const derivedOdds = nameCount < 6 ? -5 : -12 + 6 * names + 5 * figures + 6 * cosine;
  return { names, figures, days, eventOdds, derivedOdds };
}

function sharedSounds(a: PreparedDocument, b: PreparedDocument) {
  const other = new Map<number, number>();
  const { keys: keysB, weights: weightsB } = b.features.sounds;
  let namesB = 0;
  for (let j = 0; j < keysB.length; j++) {
    const packed = weightsB[j] ?? 0;
    other.set(keysB[j] ?? 0, packed);
    if (isNameSound(packed)) namesB += soundWeight(packed);
  }
  const { keys, weights } = a.features.sounds;
  let dot = 0;
  let nameWeight = 0;
  let nameCount = 0;
  let namesA = 0;
  for (let i = 0; i < keys.length; i++) {
    const own = weights[i] ?? 0;
    if (isNameSound(own)) namesA += soundWeight(own);
    const theirs = other.get(keys[i] ?? 0);
    if (theirs === undefined) continue;
    dot += soundWeight(own) * soundWeight(theirs);
    if (!isNameSound(own) || !isNameSound(theirs)) continue;
    nameWeight += Math.min(soundWeight(own), soundWeight(theirs));
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
    if (x === y) shared += heavy(a.figureWeight[i] ?? 0);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { shared, share: shared / (Math.min(sumA, sumB) + 6) };
}
