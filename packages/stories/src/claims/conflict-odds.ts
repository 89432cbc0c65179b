/**
 * How likely two values that the rules take for rivals answer one question: a line through what the rules' score, the two
 * figures and their documents say, fitted by scripts/fit-conflicts.mjs.
 */
import type { Rarity } from "../words/vocabulary.ts";
import type { Figure } from "./figures.ts";
import { daysApart, NEAR_DAYS, periodsOverlap } from "./periods.ts";

/** Characters a report opens with. */
const OPENING = 600;

/** What is weighed, each without a unit; the order is that of the weights. */
export const CONFLICT_MEASURES = [
  "score",
  "sameDocument",
  "gap",
  "sentence",
  "opening",
  "otherPeriod",
  "otherAttribute",
  "sameTally",
  "samePredicate",
] as const;
export type ConflictMeasures = Record<(typeof CONFLICT_MEASURES)[number], number>;

/** In log-odds. */
export const CONFLICT_ODDS: ConflictMeasures & { readonly bias: number } = {
  score: 0.51,
  sameDocument: -2.1,
  gap: -2.49,
  sentence: 1.03,
  opening: 0.82,
  otherPeriod: -2.71,
  otherAttribute: -1.7,
  sameTally: -0.61,
  samePredicate: -1.35,
  bias: -2.25,
};

/** Reads pairs of figures of one story. */
export class ConflictOdds {
  private readonly rarity: Rarity;

  constructor(rarity: Rarity) {
    this.rarity = rarity;
  }

  /** @param score what the rules give: see `conflictScore` */
  of(a: Figure, b: Figure, score: number): number {
    const measures = this.measure(a, b, score);
    return CONFLICT_MEASURES.reduce((sum, name) => sum + CONFLICT_ODDS[name] * measures[name], CONFLICT_ODDS.bias);
  }

  measure(a: Figure, b: Figure, score: number): ConflictMeasures {
    const [low = 0, high = 0] = [Math.abs(a.quantity.value), Math.abs(b.quantity.value)].sort((x, y) => x - y);
    return {
      score,
      sameDocument: bit(a.member === b.member),
      // Orders of magnitude are words, and words slip further.
      gap: high === 0 || (a.quantity.magnitudeOnly && b.quantity.magnitudeOnly) ? 0 : 1 - low / high,
      sentence: this.shared(a.sentence, b.sentence),
      opening: bit(a.mention.number.span[0] < OPENING) + bit(b.mention.number.span[0] < OPENING),
      otherPeriod: bit(haveOtherPeriods(a, b)),
      otherAttribute: bit(a.attribute !== null && b.attribute !== null && a.attribute !== b.attribute),
      sameTally: bit(a.tally !== null && a.tally === b.tally),
      samePredicate: bit(a.predicate !== null && a.predicate === b.predicate),
    };
  }

  private shared(a: readonly number[], b: readonly number[]): number {
    if (a.length === 0 || b.length === 0) return 0;
    return Math.max(this.rarity.containment(a, new Set(b)), this.rarity.containment(b, new Set(a)));
  }
}

const bit = (yes: boolean): number => (yes ? 1 : 0);

function haveOtherPeriods(a: Figure, b: Figure): boolean {
  const [x, y] = [a.ownPeriod ?? a.mention.period, b.ownPeriod ?? b.mention.period];
  return !!x && !!y && x !== y && !periodsOverlap(x, y) && daysApart(x, y) > NEAR_DAYS;
}
