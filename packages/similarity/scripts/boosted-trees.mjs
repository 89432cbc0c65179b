/**
 * Gradient-boosted regression trees for a logistic loss, with monotone constraints: a small histogram trainer.
 *
 * Constraints (XGBoost's scheme: a split whose children break the order is refused, and children inherit the middle of
 * their parents' values as a bound) keep the model from learning the quirks of a data set: more shared prose can only
 * speak for derivation, whatever the sample says.
 */
const BINS = 64;
/** Bins of a feature at most: the quantiles and the even grid. */
const WIDTH = BINS * 2;
const NO_SUMS = new Float64Array(0);

/** @typedef {{ feature: number[], threshold: number[], left: number[], right: number[], value: number[] }} Tree */

/** Bin edges at quantiles of each feature, from a sample. `rows` is a flat Float32Array of n × features. */
export function binEdges(rows, features, sample) {
  const edges = [];
  for (let f = 0; f < features; f++) {
    const values = Float32Array.from(sample, (i) => rows[i * features + f]).sort();
    const set = new Set();
    for (let b = 1; b < BINS; b++) set.add(values[Math.floor((b * values.length) / BINS)]);
    // Similarities crowd near 0, where few decisions fall: add an even grid.
    const low = values[0];
    const high = values[values.length - 1];
    for (let b = 1; b < 24; b++) set.add(Math.fround(low + ((high - low) * b) / 24));
    edges.push(Float32Array.from(set).sort());
  }
  return edges;
}

export function toBins(rows, features, edges) {
  const n = rows.length / features;
  const bins = new Uint8Array(rows.length);
  for (let f = 0; f < features; f++) {
    const e = edges[f];
    for (let i = 0; i < n; i++) {
      const v = rows[i * features + f];
      let low = 0;
      let high = e.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (v > e[mid]) low = mid + 1;
        else high = mid;
      }
      bins[f * n + i] = low; // value <= edges[low]
    }
  }
  return bins;
}

/**
 * @param bins feature-major bins from `toBins`; `features` the numbers of those asked, `use` the rows to train on
 * @returns {{bias: number, trees: {feature: number[], threshold: number[], left: number[], right: number[], value: number[]}[]}}
 */
export function trainTrees({
  bins,
  edges,
  features,
  n,
  label,
  weight,
  use,
  monotone,
  trees = 80,
  depth = 4,
  rate = 0.15,
  ridge = 1,
  leafMin = 2,
}) {
  let positive = 0;
  let total = 0;
  for (const i of use) {
    total += weight[i];
    positive += weight[i] * label[i];
  }
  const bias = Math.log(positive / (total - positive));
  const margin = new Float64Array(use.length).fill(bias);
  const gradient = new Float64Array(use.length);
  const hessian = new Float64Array(use.length);
  // The rows in use by number, their bins one row behind the other: what is read together lies together.
  const every = Uint32Array.from(use, (_, i) => i);
  const width = features.length;
  const own = new Uint8Array(use.length * width);
  for (const [k, f] of features.entries()) for (let i = 0; i < use.length; i++) own[i * width + k] = bins[f * n + use[i]];
  /** Sums of gradients and Hessians by feature and bin. */
  const sumsOf = (rows) => {
    const sums = new Float64Array(width * WIDTH * 2);
    for (const i of rows) {
      const g = gradient[i];
      const h = hessian[i];
      for (let k = 0, from = i * width; k < width; k++) {
        const at = 2 * (k * WIDTH + own[from + k]);
        sums[at] += g;
        sums[at + 1] += h;
      }
    }
    return sums;
  };
  /** @type {{ bias: number, trees: Tree[] }} */
  const model = { bias, trees: [] };
  for (let t = 0; t < trees; t++) {
    for (const [i, row] of use.entries()) {
      const p = 1 / (1 + Math.exp(-margin[i]));
      gradient[i] = weight[row] * (p - label[row]);
      hessian[i] = weight[row] * Math.max(1e-6, p * (1 - p));
    }
    /** @type {Tree} */
    const tree = { feature: [], threshold: [], left: [], right: [], value: [] };
    const build = (rows, level, low, high, sums = sumsOf(rows)) => {
      const node = tree.feature.length;
      let G = 0;
      let H = 0;
      for (const i of rows) {
        G += gradient[i];
        H += hessian[i];
      }
      const clampValue = (v) => Math.min(high, Math.max(low, v));
      const value = clampValue(-G / (H + ridge));
      tree.feature.push(-1);
      tree.threshold.push(0);
      tree.left.push(-1);
      tree.right.push(-1);
      tree.value.push(value);
      if (level === depth || rows.length < 20) return node;
      const score = (g, h) => (g * g) / (h + ridge);
      let best = { gain: 1e-4, f: -1, b: 0, vl: 0, vr: 0 };
      for (const [k, f] of features.entries()) {
        const e = edges[f];
        let gl = 0;
        let hl = 0;
        for (let b = 0; b < e.length; b++) {
          gl += sums[2 * (k * WIDTH + b)];
          hl += sums[2 * (k * WIDTH + b) + 1];
          const gr = G - gl;
          const hr = H - hl;
          if (hl < leafMin || hr < leafMin) continue;
          const vl = clampValue(-gl / (hl + ridge));
          const vr = clampValue(-gr / (hr + ridge));
          if (monotone[f] !== 0 && monotone[f] * (vr - vl) < 0) continue;
          const gain = score(gl, hl) + score(gr, hr) - score(G, H);
          if (gain > best.gain) best = { gain, f, b, vl, vr };
        }
      }
      if (best.f < 0) return node;
      const offset = best.f * n;
      const goesLeft = (i) => bins[offset + use[i]] <= best.b;
      const leftRows = rows.filter((i) => goesLeft(i));
      const rightRows = rows.filter((i) => !goesLeft(i));
      // One child's sums are what the other's leave of the node's: only the smaller one's are made.
      let left;
      let right;
      if (level + 1 < depth) {
        if (leftRows.length < rightRows.length) {
          left = sumsOf(leftRows);
          right = sums.map((value, at) => value - left[at]);
        } else {
          right = sumsOf(rightRows);
          left = sums.map((value, at) => value - right[at]);
        }
      } else left = right = NO_SUMS;
      const middle = (best.vl + best.vr) / 2;
      const m = monotone[best.f];
      tree.feature[node] = best.f;
      tree.threshold[node] = edges[best.f][best.b];
      tree.left[node] = build(leftRows, level + 1, m < 0 ? middle : low, m > 0 ? middle : high, left);
      tree.right[node] = build(rightRows, level + 1, m > 0 ? middle : low, m < 0 ? middle : high, right);
      return node;
    };
    build(tellingRows(gradient, hessian, every, t), 0, -Infinity, Infinity);
    for (let k = 0; k < tree.value.length; k++) tree.value[k] *= rate;
    for (const [i, row] of use.entries()) {
      let k = 0;
      while (tree.feature[k] >= 0) {
        const f = tree.feature[k];
        k = edges[f][bins[f * n + row]] <= tree.threshold[k] || bins[f * n + row] === 0 ? tree.left[k] : tree.right[k];
      }
      margin[i] += tree.value[k];
    }
    model.trees.push(tree);
  }
  return model;
}

/** Of rows that are judged rightly by now, one in so many builds a tree, and counts for as many. */
const SETTLED_EACH = 6;

/**
 * The rows a tree is built from (gradient-based one-side sampling, as in LightGBM): those with a gradient above the average, and of the
 * others every sixth, other ones for each tree, six times as heavy.
 */
function tellingRows(gradient, hessian, every, tree) {
  let sum = 0;
  for (const value of gradient) sum += Math.abs(value);
  const average = sum / gradient.length;
  return every.filter((i) => {
    if (Math.abs(gradient[i]) >= average) return true;
    if ((Math.imul(i, 0x9e3779b1) >>> 16) % SETTLED_EACH !== tree % SETTLED_EACH) return false;
    gradient[i] *= SETTLED_EACH;
    hessian[i] *= SETTLED_EACH;
    return true;
  });
}

/** The model's log-odds for the measures at `rows[offset…]`. */
export function predictMargin(model, rows, offset) {
  let sum = model.bias;
  for (const tree of model.trees) {
    let k = 0;
    while (tree.feature[k] >= 0) k = rows[offset + tree.feature[k]] <= tree.threshold[k] ? tree.left[k] : tree.right[k];
    sum += tree.value[k];
  }
  return sum;
}
