/**
 * The truth of each row and the habits of each source, estimated together by expectation maximisation: accuracy-weighted
 * voting in the manner of ACCU (Dong, Berti-Equille and Srivastava, PVLDB 2009; Yin, Han and Yu, TruthFinder, KDD 2007),
 * with a third habit beside right and wrong: broader than the truth (Jung, Kim and Shim, EDBT 2019).
 *
 *   P(claim c | truth t, source s) =  exact_s                 c = t
 *                                     broad_s / broader(t)    c is broader than t
 *                                     wrong_s / others(t)     otherwise
 *
 * Habits are kept per source and property, and lean on the source's habits elsewhere and on everybody's, in proportion
 * to how little is known of it (an empirical Dirichlet prior), so a source seen once neither rules nor is ignored.
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
  /** `broader[a * values + b]`: value a is broader than value b. */
  readonly broader: Uint8Array;
}

export interface TruthModel {
  /** Posterior of each value of each row. */
  readonly posterior: readonly Float64Array[];
}

export type Habits = readonly [exact: number, broad: number, wrong: number];

/** What is believed of a source before anything is known of the data: mostly right, now and then broad or wrong. */
const START: Habits = [0.7, 0.12, 0.18];
/** Claims' worth of belief in everybody's habits when judging a source, and in the source's when judging it on one property. */
const LEAN_ON_ALL = 4;
const LEAN_ON_SOURCE = 8;
/** False values sources may hit upon. Small, so that two shared errors are not taken for a proof. */
const FALSE_VALUES = 5;
const ROUNDS = 20;

export function estimateTruth(rows: readonly ModelRow[], groups: number, properties: number): TruthModel {
  const posterior = rows.map((row) => new Float64Array(row.values));
  let habits: (group: number, property: number) => Habits = () => START;
  for (let round = 0; round < ROUNDS; round++) {
    rows.forEach((row, i) => {
      judge(row, habits, posterior[i]!);
    });
    if (round < ROUNDS - 1) habits = learn(rows, posterior, groups, properties);
  }
  return { posterior };
}

function judge(row: ModelRow, habits: (group: number, property: number) => Habits, out: Float64Array): void {
  const { values, broader } = row;
  for (let t = 0; t < values; t++) {
    let above = 0;
    for (let v = 0; v < values; v++) above += broader[v * values + t]!;
    let score = 0;
    for (const { group, value, weight } of row.claims) {
      const [exact, broad, wrong] = habits(group, row.property);
      const likelihood = value === t ? exact : broader[value * values + t] ? broad / Math.max(1, above) : wrong / FALSE_VALUES;
      score += weight * Math.log(likelihood);
    }
    out[t] = score;
  }
  let max = Number.NEGATIVE_INFINITY;
  for (const score of out) max = Math.max(max, score);
  let total = 0;
  for (let t = 0; t < values; t++) {
    out[t] = Math.exp(out[t]! - max);
    total += out[t]!;
  }
  for (let t = 0; t < values; t++) out[t] = out[t]! / total;
}

function learn(
  rows: readonly ModelRow[],
  posterior: readonly Float64Array[],
  groups: number,
  properties: number,
): (group: number, property: number) => Habits {
  const perSource = new Float64Array(groups * 3);
  const perProperty = new Float64Array(groups * properties * 3);
  const all = new Float64Array(3);
  rows.forEach((row, i) => {
    const truth = posterior[i]!;
    // A row with one value teaches nothing of who is right: it would only flatter whoever speaks alone.
    if (row.values < 2) return;
    for (const { group, value } of row.claims) {
      const exact = truth[value]!;
      let broad = 0;
      for (let t = 0; t < row.values; t++) if (row.broader[value * row.values + t]) broad += truth[t]!;
      const wrong = Math.max(0, 1 - exact - broad);
      const counts = [exact, broad, wrong];
      for (let k = 0; k < 3; k++) {
        all[k]! += counts[k]!;
        perSource[group * 3 + k]! += counts[k]!;
        perProperty[(group * properties + row.property) * 3 + k]! += counts[k]!;
      }
    }
  });
  const lean = (counts: Float64Array, at: number, prior: Habits, strength: number): Habits => {
    const total = counts[at]! + counts[at + 1]! + counts[at + 2]! + strength;
    const share = (k: number): number => (counts[at + k]! + strength * prior[k]!) / total;
    return [Math.max(0.02, share(0)), Math.max(0.01, share(1)), Math.max(0.02, share(2))];
  };
  const everybody = lean(all, 0, START, 20);
  const cache = new Map<number, Habits>();
  return (group, property) => {
    const key = group * properties + property;
    let found = cache.get(key);
    if (!found) {
      found = lean(perProperty, key * 3, lean(perSource, group * 3, everybody, LEAN_ON_ALL), LEAN_ON_SOURCE);
      cache.set(key, found);
    }
    return found;
  };
}
