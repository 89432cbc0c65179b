/** Scores of groupings, as the tables of train-models.mjs give them. */

/** Pair and B-cubed scores of a labelling. */
export function scoreClusters(gold, found) {
  const joint = new Map();
  const sizes = [new Map(), new Map()];
  for (const [i, g] of gold.entries()) {
    const key = `${g}\u0000${found[i]}`;
    joint.set(key, (joint.get(key) ?? 0) + 1);
    sizes[0].set(g, (sizes[0].get(g) ?? 0) + 1);
    sizes[1].set(found[i], (sizes[1].get(found[i]) ?? 0) + 1);
  }
  const choose = (k) => (k * (k - 1)) / 2;
  let hits = 0;
  let bp = 0;
  let br = 0;
  for (const [key, count] of joint) {
    const [g, f] = key.split("\u0000");
    hits += choose(count);
    bp += (count * count) / sizes[1].get(Number(f));
    br += (count * count) / sizes[0].get(g);
  }
  const total = (map) => [...map.values()].reduce((sum, k) => sum + choose(k), 0);
  const precision = hits / Math.max(1, total(sizes[1]));
  const recall = hits / Math.max(1, total(sizes[0]));
  const p = bp / gold.length;
  const r = br / gold.length;
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall), b3: (2 * p * r) / (p + r) };
}

/** Share of the larger text's three-word passages from which two texts are near copies. */
const NEAR_COPY = 0.7;

/**
 * The labels with groups taken as one that hold near copies of each other: one paragraph entered twice, which grouping joins.
 *
 * @param pairs Measured pairs of documents, by number.
 * @param coversOf How much of the larger text of a pair stands in the smaller.
 */
export function nearCopiesAsOne(gold, pairs, coversOf) {
  const parent = new Map();
  const rootOf = (group) => {
    let at = group;
    while (parent.has(at)) at = parent.get(at);
    return at;
  };
  for (const [k, [i, j]] of pairs.entries()) {
    const [a, b] = [rootOf(gold[i]), rootOf(gold[j])];
    if (a !== b && coversOf(k) >= NEAR_COPY) parent.set(a, b);
  }
  return gold.map(rootOf);
}
