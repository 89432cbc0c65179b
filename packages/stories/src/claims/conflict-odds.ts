/**
 * How likely two values that the rules take for rivals answer one question: a line through what the rules' score, the two
 * figures and their documents say, fitted by scripts/fit-conflicts.mjs.
 */
import type { Rarity } from "../words/vocabulary.ts";
import { nameOneThing, nearestRatio } from "./conflict-score.ts";
import type { Figure } from "./figures.ts";
import { daysApart, NEAR_DAYS, periodsOverlap } from "./periods.ts";

/** Characters a report opens with. */
const OPENING = 600;

/** Values this near, as a share of the larger, are likelier two answers than two questions. */
const NEAR_GAP = 0.1;

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
  "near",
  "otherPlace",
  "sameHead",
] as const;
export type ConflictMeasures = Record<(typeof CONFLICT_MEASURES)[number], number>;

/** In log-odds. */
export const CONFLICT_ODDS: ConflictMeasures & { readonly bias: number } = {
  score: 0.69,
  sameDocument: -1.85,
  gap: -2.58,
  sentence: 0.4,
  opening: 0.92,
  otherPeriod: -2.93,
  otherAttribute: -1.58,
  sameTally: -0.47,
  samePredicate: -1,
  near: 1.15,
  otherPlace: -1.17,
  sameHead: 0.5,
  bias: -2.86,
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
      gap: high === 0 || (a.quantity.magnitudeOnly && b.quantity.magnitudeOnly) ? 0 : 1 - nearestRatio(a.quantity, b.quantity),
      sentence: this.shared(a.sentence, b.sentence),
      opening: bit(a.mention.number.span[0] < OPENING) + bit(b.mention.number.span[0] < OPENING),
      otherPeriod: bit(haveOtherPeriods(a, b)),
      otherAttribute: bit(a.attribute !== null && b.attribute !== null && a.attribute !== b.attribute),
      sameTally: bit(a.tally !== null && a.tally === b.tally),
      samePredicate: bit(a.predicate !== null && a.predicate === b.predicate),
      near: high === 0 ? 0 : Math.max(0, 1 - (1 - low / high) / NEAR_GAP),
      otherPlace: bit(a.places.length > 0 && b.places.length > 0 && !a.places.some((place) => b.places.includes(place))),
      // Two counts of asylum-seekers, not of "people".
      sameHead: bit(
        a.language === b.language
          ? !a.isAnybody && a.subject.length > 0 && a.subject.at(-1) === b.subject.at(-1)
          : nameOneThing(a, b),
      ),
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
