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
 * one that co-occurs with everything, is learnt per property as a likelihood ratio, in the same rounds.
 */
export interface ModelClaim {
  readonly source: number;
  /** Index of the value in the row. */
  readonly value: number;
  /** What the claim counts: 1, less where its source qualifies it or where others with the same feed say the same. */
  readonly weight: number;
}

/** A value that some other is broader than, and how surely (0..1). */
export interface Narrower {
  readonly value: number;
  readonly holds: number;
}

export interface ModelRow {
  readonly property: number;
  readonly values: number;
  readonly claims: readonly ModelClaim[];
  /** For each value, the values it is broader than. */
  readonly narrower: readonly (readonly Narrower[])[];
  /** 1 for values broader than some other: sources that are right of countries may be wrong of towns. */
  readonly wide: Uint8Array;
  /** `traits[v * TRAITS + k]` is 1 where value v has trait k. */
  readonly traits: Uint8Array;
}

/** Traits a value may have: it repeats the object's name; it co-occurs with everything. */
export const TRAITS = 2;

export interface TruthModel {
  /** Posterior of each value of each row. */
  readonly posterior: readonly Float64Array[];
  /**
   * The same as a probability to be believed: claims are never as independent as the model takes them, so their
   * evidence is scaled down, and that none of the claimed values is true is weighed as well. Sums to 1 or less.
   */
  readonly calibrated: readonly Float64Array[];
  /** The rows with what each claim counted in the end. */
  readonly weighed: readonly ModelRow[];
}

/** Claims are judged separately by whether they name something wide. */
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

/** What is believed of each source on each property. */
interface Habits {
  /** ln right, ln wrong / F and ln broad, at `(source * properties + property) * FACETS + facet`. */
  readonly right: Float64Array;
  readonly wrong: Float64Array;
  readonly broad: Float64Array;
  /** Log odds each trait adds, at `property * TRAITS + k`. */
  readonly trait: Float64Array;
}

/** Rounds after which dependence between sources is read again from the errors they share. */
const REWEIGHED_AFTER = new Set([0, 2, 4, 8]);

/**
 * Estimates the truth of rows whose claims weigh what `weigh` says, given the truth believed so far (null at the start).
 * `accuracies`: a first guess of each source's share of right claims.
 */
export function estimateTruth(
  weigh: (posterior: readonly Float64Array[] | null) => readonly ModelRow[],
  accuracies: readonly number[],
  properties: number,
): TruthModel {
  let rows = weigh(null);
  const posterior = rows.map((row) => new Float64Array(row.values));
  let habits = startingHabits(accuracies, properties);
  for (let round = 0; round < ROUNDS; round++) {
    rows.forEach((row, i) => {
      judge(row, habits, properties, at(posterior, i));
    });
    if (REWEIGHED_AFTER.has(round)) rows = weigh(posterior);
    if (round < ROUNDS - 1) habits = learn(rows, posterior, accuracies.length, properties);
  }
  const calibrated = rows.map((row) => believe(row, habits, properties));
  return { posterior, calibrated, weighed: rows };
}

/** Share of the evidence believed when a probability is told. Fitted by the Brier score on halves of four sets. */
const BELIEVED = 0.4;

function believe(row: ModelRow, habits: Habits, properties: number): Float64Array {
  const scores = new Float64Array(row.values + 1);
  scoreValues(row, habits, properties, scores);
  let none = Math.log(FALSE_VALUES);
  for (const claim of row.claims) none += claim.weight * num(habits.wrong, cellOf(row, claim, properties));
  scores[row.values] = none;
  for (let i = 0; i < scores.length; i++) scores[i] = num(scores, i) * BELIEVED;
  normalise(scores);
  return scores.subarray(0, row.values);
}

/** The arrays are made as long as they are indexed: a hole would be our own mistake, and 0 is what it would hold. */
const num = (array: Float64Array, i: number): number => array[i] ?? 0;

function at<T>(array: readonly T[], i: number): T {
  const value = array[i];
  if (value === undefined) throw new RangeError(`no row ${i}`);
  return value;
}

const cellOf = (row: ModelRow, { source, value }: ModelClaim, properties: number): number =>
  (source * properties + row.property) * FACETS + (row.wide[value] ?? 0);

function startingHabits(accuracies: readonly number[], properties: number): Habits {
  const cells = accuracies.length * properties * FACETS;
  const accuracyOf = (cell: number): number => accuracies[Math.floor(cell / (properties * FACETS))] ?? RIGHT;
  return {
    right: Float64Array.from({ length: cells }, (_, cell) => Math.log(accuracyOf(cell))),
    wrong: Float64Array.from({ length: cells }, (_, cell) => Math.log((1 - accuracyOf(cell)) / FALSE_VALUES)),
    broad: new Float64Array(cells).fill(Math.log(BROAD)),
    trait: new Float64Array(properties * TRAITS),
  };
}

function judge(row: ModelRow, habits: Habits, properties: number, out: Float64Array): void {
  scoreValues(row, habits, properties, out);
  normalise(out);
}

/**
 * Log likelihood of the row's claims under each value being true. Every claim is first taken for wrong, then the few values
 * it supports are raised: linear in claims and in the pairs of broader and narrower values.
 */
function scoreValues(row: ModelRow, habits: Habits, properties: number, out: Float64Array): void {
  const { values, narrower, traits, property } = row;
  let allWrong = 0;
  out.fill(0, 0, values);
  for (const claim of row.claims) {
    const { value, weight } = claim;
    const cell = cellOf(row, claim, properties);
    const wrong = num(habits.wrong, cell);
    const right = num(habits.right, cell);
    const broadly = right + num(habits.broad, cell);
    allWrong += weight * wrong;
    out[value] = num(out, value) + weight * (right - wrong);
    for (const { value: narrow, holds } of narrower[value] ?? []) {
      const score = holds >= 1 ? broadly : Math.log(holds * Math.exp(broadly) + (1 - holds) * Math.exp(wrong));
      out[narrow] = num(out, narrow) + weight * (score - wrong);
    }
  }
  for (let t = 0; t < values; t++) {
    let score = num(out, t) + allWrong;
    for (let k = 0; k < TRAITS; k++) if (traits[t * TRAITS + k]) score += num(habits.trait, property * TRAITS + k);
    out[t] = score;
  }
}

/** Turns log scores into shares of 1. */
function normalise(scores: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp(num(scores, i) - max);
    scores[i] = share;
    total += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = num(scores, i) / total;
}

/** Adds to a cell of a typed array. */
function add(array: Float64Array, i: number, amount: number): void {
  array[i] = num(array, i) + amount;
}

/** Counts from which habits are read. */
interface Counts {
  /** Right claims and all claims, per cell of source, property and facet. */
  readonly right: Float64Array;
  readonly seen: Float64Array;
  /** The same over everybody, each voice as much as it counts: six copies are one example of how sources fare. */
  everybodyRight: number;
  everybodySeen: number;
  /** Claims broader than the truth, and claims that could have been, per source. */
  readonly broadly: Float64Array;
  readonly narrowable: Float64Array;
}

function learn(rows: readonly ModelRow[], posterior: readonly Float64Array[], sources: number, properties: number): Habits {
  const cells = sources * properties * FACETS;
  const counts: Counts = {
    right: new Float64Array(cells),
    seen: new Float64Array(cells),
    everybodyRight: 0,
    everybodySeen: 0,
    broadly: new Float64Array(sources),
    narrowable: new Float64Array(sources),
  };
  const traits = new Float64Array(properties * TRAITS * 2);
  const sums = new Float64Array(properties * 2);
  rows.forEach((row, i) => {
    // A row with one value teaches nothing of who is right: it would only flatter the source that speaks alone.
    if (row.values < 2) return;
    const truth = at(posterior, i);
    const below = row.narrower.map((list) => list.reduce((sum, { value, holds }) => sum + holds * num(truth, value), 0));
    const hasBroader = new Uint8Array(row.values);
    for (const list of row.narrower) for (const { value } of list) hasBroader[value] = 1;
    for (const claim of row.claims) {
      const { source, value, weight } = claim;
      const cell = cellOf(row, claim, properties);
      const broadly = below[value] ?? 0;
      const right = num(truth, value) + broadly;
      add(counts.right, cell, right);
      add(counts.seen, cell, 1);
      counts.everybodyRight += weight * right;
      counts.everybodySeen += weight;
      add(counts.broadly, source, broadly);
      add(counts.narrowable, source, broadly + (hasBroader[value] ? num(truth, value) : 0));
    }
    countTraits(row, truth, traits, sums);
  });
  return { ...habitsFrom(counts, sources, properties * FACETS), trait: traitOdds(traits, sums, properties) };
}

function countTraits(row: ModelRow, truth: Float64Array, traits: Float64Array, sums: Float64Array): void {
  for (let v = 0; v < row.values; v++) {
    const share = num(truth, v);
    add(sums, row.property * 2, share);
    add(sums, row.property * 2 + 1, 1 - share);
    for (let k = 0; k < TRAITS; k++) {
      if (!row.traits[v * TRAITS + k]) continue;
      add(traits, (row.property * TRAITS + k) * 2, share);
      add(traits, (row.property * TRAITS + k) * 2 + 1, 1 - share);
    }
  }
}

function habitsFrom(counts: Counts, sources: number, cells: number): Omit<Habits, "trait"> {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const everybody = (counts.everybodyRight + 20 * RIGHT) / (counts.everybodySeen + 20);
  const out = {
    right: new Float64Array(sources * cells),
    wrong: new Float64Array(sources * cells),
    broad: new Float64Array(sources * cells),
  };
  for (let source = 0; source < sources; source++) {
    const from = source * cells;
    const own = counts.right.subarray(from, from + cells);
    const claims = counts.seen.subarray(from, from + cells);
    const overall = (sum(own) + LEAN_ON_ALL * everybody) / (sum(claims) + LEAN_ON_ALL);
    const broad = Math.log(
      Math.max(
        0.2,
        Math.min(0.98, (num(counts.broadly, source) + LEAN_BROAD * BROAD) / (num(counts.narrowable, source) + LEAN_BROAD)),
      ),
    );
    for (let cell = 0; cell < cells; cell++) {
      const share = (num(own, cell) + LEAN_ON_SOURCE * overall) / (num(claims, cell) + LEAN_ON_SOURCE);
      const bounded = Math.min(0.98, Math.max(0.02, share));
      out.right[from + cell] = Math.log(bounded);
      out.wrong[from + cell] = Math.log((1 - bounded) / FALSE_VALUES);
      out.broad[from + cell] = broad;
    }
  }
  return out;
}

/** Naive Bayes: how much more often the trait is seen on what is believed true than on what is not. */
function traitOdds(traits: Float64Array, sums: Float64Array, properties: number): Float64Array {
  const out = new Float64Array(properties * TRAITS);
  for (let property = 0; property < properties; property++)
    for (let k = 0; k < TRAITS; k++) {
      const cell = property * TRAITS + k;
      const [onTrueCount, onFalseCount] = [num(traits, cell * 2), num(traits, cell * 2 + 1)];
      const [trueValues, falseValues] = [num(sums, property * 2), num(sums, property * 2 + 1)];
      const total = (onTrueCount + onFalseCount) / Math.max(1, trueValues + falseValues);
      const onTrue = (onTrueCount + TRAIT_DOUBT * total) / (trueValues + TRAIT_DOUBT);
      const onFalse = (onFalseCount + TRAIT_DOUBT * total) / (falseValues + TRAIT_DOUBT);
      const odds = onTrue > 0 && onFalse > 0 ? Math.log(onTrue / onFalse) : 0;
      out[cell] = Math.max(-TRAIT_MAX, Math.min(TRAIT_MAX, odds));
    }
  return out;
}
