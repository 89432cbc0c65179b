/**
 * The truth of each row and the habits of each source, estimated together by expectation maximisation: accuracy-weighted
 * voting in the manner of ACCU (Dong, Berti-Equille and Srivastava, PVLDB 2009; Yin, Han and Yu, TruthFinder, KDD 2007),
 * with a second habit, saying less than the whole truth (Jung, Kim and Shim, EDBT 2019).
 *
 *   P(claim c | truth t, source s) =  right_s             c = t
 *                                     right_s * broad_s   c is broader than t
 *                                     wrong_s / F         otherwise, with F false values to hit upon
 *
 * Habits are kept per source and property, and lean on the source's habits elsewhere and on everybody's, in proportion
 * to how little is known of it (an empirical Dirichlet prior), so a source seen once neither rules nor is ignored.
 *
 * What a value looks like counts too (`traits`): whether a value that repeats the object's name is right more often, or
 * one that keeps company with everything, is learnt per property as a likelihood ratio, in the same rounds.
 */
export interface ModelClaim {
  /** Index of the independent group behind the claim. */
  readonly group: number;
  /** Index of the value in the row. */
  readonly value: number;
  readonly weight: number;
}

export interface ModelRow {
  readonly property: number;
  readonly values: number;
  readonly claims: readonly ModelClaim[];
  /** `broader[a * values + b]`: how surely (0..1) value a is broader than value b. */
  readonly broader: Float32Array;
  /** 1 for values broader than some other: sources that are right of countries may be wrong of towns. */
  readonly wide: Uint8Array;
  /** `traits[v * TRAITS + k]` is 1 where value v has trait k. */
  readonly traits: Uint8Array;
}

/** Traits a value may have: it repeats the object's name; it keeps company with everything. */
export const TRAITS = 2;

export interface TruthModel {
  /** Posterior of each value of each row. */
  readonly posterior: readonly Float64Array[];
  /**
   * The same as a probability to be believed: claims are never as independent as the model takes them, so their
   * evidence is scaled down, and that none of the claimed values is true is weighed as well. Sums to 1 or less.
   */
  readonly calibrated: readonly Float64Array[];
}

/** Claims are judged apart by whether they name something wide. */
const FACETS = 2;
/** Share of right claims believed of a source before anything is known. */
const RIGHT = 0.8;
/** Share of right claims that say less than the whole, where less can be said. */
const BROAD = 0.7;
/** Claims' worth of belief in everybody's habits when judging a source, and in the source's when judging it on one property. */
const LEAN_ON_ALL = 8;
const LEAN_ON_SOURCE = 8;
/** Claims' worth of belief in `BROAD` when judging how often a source says less. */
const LEAN_BROAD = 6;
/** False values sources may hit upon. Small, so that two shared errors are not taken for a proof. */
const FALSE_VALUES = 5;
const ROUNDS = 20;
/** Values' worth of belief that a trait says nothing, and the farthest it may sway the odds (natural logarithm). */
const TRAIT_DOUBT = 10;
const TRAIT_MAX = 2.5;

/** What is believed of each group on each property. */
interface Habits {
  /** ln right, ln wrong / F and ln broad, at `(group * properties + property) * FACETS + facet`. */
  readonly right: Float64Array;
  readonly wrong: Float64Array;
  readonly broad: Float64Array;
  /** Log odds each trait adds, at `property * TRAITS + k`. */
  readonly trait: Float64Array;
}

export function estimateTruth(rows: readonly ModelRow[], groups: number, properties: number): TruthModel {
  const posterior = rows.map((row) => new Float64Array(row.values));
  let habits = startingHabits(groups, properties);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < rows.length; i++) judge(rows[i]!, habits, properties, posterior[i]!);
    if (round < ROUNDS - 1) habits = learn(rows, posterior, groups, properties);
  }
  const calibrated = rows.map((row) => believe(row, habits, properties));
  return { posterior, calibrated };
}

/** Share of the evidence believed when a probability is told. Fitted by the Brier score on halves of four sets. */
const BELIEVED = 0.4;

function believe(row: ModelRow, habits: Habits, properties: number): Float64Array {
  const scores = new Float64Array(row.values + 1);
  scoreValues(row, habits, properties, scores);
  let none = Math.log(FALSE_VALUES);
  for (const { group, value, weight } of row.claims)
    none += weight * habits.wrong[(group * properties + row.property) * FACETS + row.wide[value]!]!;
  scores[row.values] = none;
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! * BELIEVED;
  normalise(scores);
  return scores.subarray(0, row.values);
}

function startingHabits(groups: number, properties: number): Habits {
  const cells = groups * properties * FACETS;
  return {
    right: new Float64Array(cells).fill(Math.log(RIGHT)),
    wrong: new Float64Array(cells).fill(Math.log((1 - RIGHT) / FALSE_VALUES)),
    broad: new Float64Array(cells).fill(Math.log(BROAD)),
    trait: new Float64Array(properties * TRAITS),
  };
}

function judge(row: ModelRow, habits: Habits, properties: number, out: Float64Array): void {
  scoreValues(row, habits, properties, out);
  normalise(out);
}

/** Log likelihood of the row's claims under each value being true. */
function scoreValues(row: ModelRow, habits: Habits, properties: number, out: Float64Array): void {
  const { values, broader, traits, property } = row;
  for (let t = 0; t < values; t++) {
    let score = 0;
    for (let k = 0; k < TRAITS; k++) if (traits[t * TRAITS + k]) score += habits.trait[property * TRAITS + k]!;
    for (const { group, value, weight } of row.claims) {
      const cell = (group * properties + property) * FACETS + row.wide[value]!;
      const holds = broader[value * values + t]!;
      if (value === t) score += weight * habits.right[cell]!;
      else if (holds >= 1) score += weight * (habits.right[cell]! + habits.broad[cell]!);
      else if (holds > 0)
        score +=
          weight *
          Math.log(holds * Math.exp(habits.right[cell]! + habits.broad[cell]!) + (1 - holds) * Math.exp(habits.wrong[cell]!));
      else score += weight * habits.wrong[cell]!;
    }
    out[t] = score;
  }
}

/** Turns log scores into shares of 1. */
function normalise(scores: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - max);
    total += scores[i]!;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! / total;
}

function learn(rows: readonly ModelRow[], posterior: readonly Float64Array[], groups: number, properties: number): Habits {
  const cells = groups * properties * FACETS;
  const right = new Float64Array(cells);
  const seen = new Float64Array(cells);
  const broadly = new Float64Array(groups);
  const narrowable = new Float64Array(groups);
  const traits = new Float64Array(properties * TRAITS * 2);
  const sums = new Float64Array(properties * 2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    // A row with one value teaches nothing of who is right: it would only flatter whoever speaks alone.
    if (row.values < 2) continue;
    const truth = posterior[i]!;
    const { values, broader, property } = row;
    for (const { group, value } of row.claims) {
      let below = 0;
      let above = 0;
      for (let t = 0; t < values; t++) {
        below += broader[value * values + t]! * truth[t]!;
        if (broader[t * values + value]! > 0) above = 1;
      }
      const cell = (group * properties + property) * FACETS + row.wide[value]!;
      right[cell]! += truth[value]! + below;
      seen[cell]! += 1;
      broadly[group]! += below;
      narrowable[group]! += below + (above ? truth[value]! : 0);
    }
    for (let v = 0; v < values; v++) {
      sums[property * 2]! += truth[v]!;
      sums[property * 2 + 1]! += 1 - truth[v]!;
      for (let k = 0; k < TRAITS; k++) {
        if (!row.traits[v * TRAITS + k]) continue;
        traits[(property * TRAITS + k) * 2]! += truth[v]!;
        traits[(property * TRAITS + k) * 2 + 1]! += 1 - truth[v]!;
      }
    }
  }
  return {
    ...habitsFrom(right, seen, broadly, narrowable, groups, properties * FACETS),
    trait: traitOdds(traits, sums, properties),
  };
}

function habitsFrom(
  right: Float64Array,
  seen: Float64Array,
  broadly: Float64Array,
  narrowable: Float64Array,
  groups: number,
  properties: number,
): Omit<Habits, "trait"> {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const everybody = (sum(right) + 20 * RIGHT) / (sum(seen) + 20);
  const out = {
    right: new Float64Array(right.length),
    wrong: new Float64Array(right.length),
    broad: new Float64Array(right.length),
  };
  for (let group = 0; group < groups; group++) {
    const from = group * properties;
    const own = right.subarray(from, from + properties);
    const claims = seen.subarray(from, from + properties);
    const source = (sum(own) + LEAN_ON_ALL * everybody) / (sum(claims) + LEAN_ON_ALL);
    const broad = Math.log(
      Math.max(0.2, Math.min(0.98, (broadly[group]! + LEAN_BROAD * BROAD) / (narrowable[group]! + LEAN_BROAD))),
    );
    for (let property = 0; property < properties; property++) {
      const share = (own[property]! + LEAN_ON_SOURCE * source) / (claims[property]! + LEAN_ON_SOURCE);
      const bounded = Math.min(0.98, Math.max(0.02, share));
      out.right[from + property] = Math.log(bounded);
      out.wrong[from + property] = Math.log((1 - bounded) / FALSE_VALUES);
      out.broad[from + property] = broad;
    }
  }
  return out;
}

/** Naive Bayes: how much more often the trait is seen on what is believed true than on what is not. */
function traitOdds(traits: Float64Array, sums: Float64Array, properties: number): Float64Array {
  const out = new Float64Array(properties * TRAITS);
  for (let property = 0; property < properties; property++)
    for (let k = 0; k < TRAITS; k++) {
      const at = property * TRAITS + k;
      const total = (traits[at * 2]! + traits[at * 2 + 1]!) / Math.max(1, sums[property * 2]! + sums[property * 2 + 1]!);
      const onTrue = (traits[at * 2]! + TRAIT_DOUBT * total) / (sums[property * 2]! + TRAIT_DOUBT);
      const onFalse = (traits[at * 2 + 1]! + TRAIT_DOUBT * total) / (sums[property * 2 + 1]! + TRAIT_DOUBT);
      const odds = onTrue > 0 && onFalse > 0 ? Math.log(onTrue / onFalse) : 0;
      out[at] = Math.max(-TRAIT_MAX, Math.min(TRAIT_MAX, odds));
    }
  return out;
}
