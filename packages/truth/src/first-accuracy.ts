import type { Meeting, Partner } from "./copying.ts";

/** Accuracy believed of a source nobody meets, and how many meetings' worth of belief it has. */
const ACCURACY = 0.8;
const DOUBT = 2;
/** Accuracies a start may have: the estimate that follows must be free to leave it. */
const [LOWEST, HIGHEST] = [0.3, 0.9];
/** Shared objects at which an agreement counts half. */
const SHARED_HALF = 10;
const ROUNDS = 15;

/**
 * A first guess of each source's accuracy from agreement alone. Independent sources agree about as often as both are right,
 * A(a) * A(b), so accuracies are read from the agreements of pairs by alternating least squares (in the manner of Platanios,
 * Blum and Mitchell, "Estimating accuracy from unlabeled data", UAI 2014). Two independent sources agree very often only if
 * both are good: good sources weigh more. The estimate of truth that starts here does not fall for an error that many share,
 * as one that starts with equal trust in all does when a table is small.
 */
export function firstAccuracies(meetings: readonly Meeting[], partners: readonly (readonly Partner[])[]): number[] {
  const probability = partners.map((list) => new Map(list.map((partner) => [partner.source, partner.probability])));
  const voice = partners.map((list) => 1 / list.reduce((sum, partner) => sum + partner.probability, 1));
  const pairs = meetings.map(({ a, b, shared, same }) => ({
    a,
    b,
    agreement: (same + 1) / (shared + 2),
    weight: ((1 - (probability[a]?.get(b) ?? 0)) * shared) / (shared + SHARED_HALF),
  }));
  let accuracy = partners.map(() => ACCURACY);
  for (let round = 0; round < ROUNDS; round++) {
    const above = partners.map(() => DOUBT * ACCURACY * ACCURACY);
    const below = partners.map(() => DOUBT * ACCURACY);
    const learn = (own: number, other: number, agreement: number, weight: number): void => {
      const known = accuracy[other] ?? ACCURACY;
      const trust = weight * (voice[other] ?? 1) * known * known;
      above[own] = (above[own] ?? 0) + trust * agreement;
      below[own] = (below[own] ?? 0) + trust * known;
    };
    for (const { a, b, agreement, weight } of pairs) {
      learn(a, b, agreement, weight);
      learn(b, a, agreement, weight);
    }
    accuracy = above.map((sum, i) => Math.max(0.2, Math.min(0.95, sum / (below[i] ?? 1))));
  }
  return accuracy.map((value) => Math.max(LOWEST, Math.min(HIGHEST, value)));
}
