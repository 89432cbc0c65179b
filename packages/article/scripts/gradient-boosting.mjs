// Gradient-boosted regression trees with histogram splits and logistic loss, after Friedman (2001), with LightGBM's leaf-wise
// growth and one-sided sampling: rows with large gradients teach each tree, of the others a few, weighted up (Ke et al., 2017). No dependencies; deterministic for a seed.

/** Small fast generator (mulberry32). */
export const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const BINS = 64;

/**
 * Cuts each of columns `[from, to)`: `edges[f][b]` is the largest value of bin b. Column-major bins. `asked`: the rows that count,
 * whose values say where to cut.
 */
export function binColumns(rows, width, count, asked, from = 0, to = width) {
  const edges = [];
  const bins = [];
  const step = Math.max(1, Math.floor(asked.length / 50000));
  const sample = new Float32Array(Math.ceil(asked.length / step));
  for (let f = from; f < to; f++) {
    for (let k = 0, i = 0; i < asked.length; i += step) sample[k++] = rows[asked[i] * width + f];
    sample.sort();
    const cuts = cutsOf(sample);
    edges.push(cuts);
    const column = new Uint8Array(count);
    if (cuts.length > 0) {
      for (let i = 0; i < count; i++) {
        const value = rows[i * width + f];
        let low = 0;
        let high = cuts.length;
        while (low < high) {
          const mid = (low + high) >> 1;
          if (value <= cuts[mid]) high = mid;
          else low = mid + 1;
        }
        column[i] = low;
      }
    }
    bins.push(column);
  }
  return { edges, bins };
}

/**
 * Cuts between the values of a sorted sample so that each bin has as many of them as the others: a value that many rows share
 * (mostly 0) has a bin of its own, and the rest share the bins that are left.
 */
function cutsOf(sorted) {
  const values = [];
  const counts = [];
  for (const value of sorted) {
    if (values.length > 0 && values[values.length - 1] === value) counts[counts.length - 1] += 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  const between = (i) => Math.fround((values[i] + values[i + 1]) / 2);
  if (values.length <= BINS) return values.slice(0, -1).map((_, i) => between(i));
  let rest = sorted.length;
  let binsLeft = BINS;
  const isLarge = counts.map((n) => n >= sorted.length / BINS);
  counts.forEach((n, i) => {
    if (!isLarge[i]) return;
    rest -= n;
    binsLeft -= 1;
  });
  let each = rest / Math.max(1, binsLeft);
  const cuts = [];
  let size = 0;
  for (let i = 0; i + 1 < values.length && cuts.length < BINS - 1; i++) {
    size += counts[i];
    if (!isLarge[i]) rest -= counts[i];
    if (isLarge[i] || size >= each || (isLarge[i + 1] && size >= each / 2)) {
      cuts.push(between(i));
      size = 0;
      if (!isLarge[i]) {
        binsLeft -= 1;
        each = rest / Math.max(1, binsLeft);
      }
    }
  }
  return cuts;
}

/** Trees before gradients mean enough to sample by. */
const WARM_TREES = 10;
/** Rows asked for where the large gradients begin. */
const GRADIENTS_ASKED = 2000;

export function trainTrees(binned, labels, weights, rowIndices, options) {
  const { trees: treeCount, leaves, rate, keepShare, restShare, featureShare, minWeight, lambda, seed } = options;
  const { edges, bins: allBins } = binned;
  const random = generator(seed);
  const used = Int32Array.from(rowIndices).filter((i) => weights[i] > 0);
  const count = used.length;
  // Only the rows that count, side by side: histograms walk them all the time.
  const bins = allBins.map((column) => Uint8Array.from(used, (i) => column[i]));
  const label = Float64Array.from(used, (i) => labels[i]);
  const weight = Float64Array.from(used, (i) => weights[i]);
  const usable = [...bins.keys()].filter((f) => edges[f].length > 0);
  let positive = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += weight[i];
    positive += weight[i] * label[i];
  }
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(count).fill(bias);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  const rows = new Int32Array(count);
  const scratch = { rows: new Int32Array(count), gradient: new Float64Array(count), hessian: new Float64Array(count) };
  const restChance = restShare / (1 - keepShare);
  // Gradient times hessian: rows that are undecided teach most; one that is surely wrong is often labelled so.
  const teaches = (i) => Math.abs(gradient[i] * hessian[i]);
  const trees = [];
  for (let t = 0; t < treeCount; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = weight[i] * (p - label[i]);
      hessian[i] = weight[i] * Math.max(p * (1 - p), 1e-6);
    }
    const asked = Array.from({ length: GRADIENTS_ASKED }, () => teaches(Math.floor(random() * count)));
    const large = asked.sort((a, b) => b - a)[Math.floor(GRADIENTS_ASKED * keepShare)];
    let size = 0;
    for (let i = 0; i < count; i++) {
      if (t < WARM_TREES || teaches(i) >= large) rows[size++] = i;
      else if (random() < restChance) {
        gradient[i] /= restChance;
        hessian[i] /= restChance;
        rows[size++] = i;
      }
    }
    const features = drawn(usable, Math.round(usable.length * featureShare), random);
    const tree = growTree({ edges, bins, gradient, hessian, rows, scratch, features, leaves, minWeight, lambda, rate }, size);
    trees.push(tree);
    for (let i = 0; i < count; i++) {
      let node = tree;
      while (node.feature >= 0) node = bins[node.feature][i] <= node.bin ? node.left : node.right;
      score[i] += node.value;
    }
  }
  return { bias, trees };
}

/** `count` of `all` by chance, in their order. */
function drawn(all, count, random) {
  const pool = [...all];
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j], pool[i]];
  }
  return pool.slice(0, count).sort((a, b) => a - b);
}

/** A leaf has the rows `[from, to)` of `context.rows`; a split parts them in place. */
function growTree(context, size) {
  const { rows, scratch } = context;
  const root = makeLeaf(0, size, context, histogramOf(0, size, context));
  const open = [root];
  let leafCount = 1;
  while (leafCount < context.leaves) {
    let best = -1;
    let gain = 0;
    for (const [i, { split }] of open.entries()) {
      if (split === undefined || (best >= 0 && split.gain <= gain)) continue;
      best = i;
      gain = split.gain;
    }
    const leaf = best < 0 ? undefined : open.splice(best, 1)[0];
    if (leaf?.split === undefined) break;
    const { feature, bin } = leaf.split;
    const column = context.bins[feature];
    let middle = leaf.from;
    let rest = 0;
    for (let k = leaf.from; k < leaf.to; k++) {
      if (column[rows[k]] <= bin) rows[middle++] = rows[k];
      else scratch.rows[rest++] = rows[k];
    }
    for (let k = 0; k < rest; k++) rows[middle + k] = scratch.rows[k];
    leaf.feature = feature;
    leaf.bin = bin;
    leaf.threshold = context.edges[feature][bin];
    // The smaller child's histogram is counted, the larger one's is what is left of the parent's.
    const isLeftSmall = middle - leaf.from < leaf.to - middle;
    const small = isLeftSmall ? histogramOf(leaf.from, middle, context) : histogramOf(middle, leaf.to, context);
    const large = leaf.histogram;
    for (let k = 0; k < large.length; k++) large[k] -= small[k];
    leaf.left = makeLeaf(leaf.from, middle, context, isLeftSmall ? small : large);
    leaf.right = makeLeaf(middle, leaf.to, context, isLeftSmall ? large : small);
    leaf.histogram = undefined;
    open.push(leaf.left, leaf.right);
    leafCount += 1;
  }
  for (const leaf of open) leaf.histogram = undefined;
  return root;
}

/** Sums of gradient and hessian by feature and bin, in pairs. */
function histogramOf(from, to, { rows, features, bins, gradient, hessian, scratch }) {
  const out = new Float64Array(features.length * BINS * 2);
  const size = to - from;
  for (let r = 0; r < size; r++) {
    scratch.gradient[r] = gradient[rows[from + r]];
    scratch.hessian[r] = hessian[rows[from + r]];
  }
  for (let k = 0; k < features.length; k++) {
    const column = bins[features[k]];
    const base = k * BINS * 2;
    for (let r = 0; r < size; r++) {
      const at = base + column[rows[from + r]] * 2;
      out[at] += scratch.gradient[r];
      out[at + 1] += scratch.hessian[r];
    }
  }
  return out;
}

function makeLeaf(from, to, context, histogram) {
  const { rows, features, gradient, hessian, lambda, rate } = context;
  let g = 0;
  let h = 0;
  for (let k = from; k < to; k++) {
    g += gradient[rows[k]];
    h += hessian[rows[k]];
  }
  /** @type {any} */
  const leaf = { feature: -1, value: (-g / (h + lambda)) * rate, from, to, histogram, split: undefined };
  leaf.split = bestSplit(features, histogram, g, h, context);
  return leaf;
}

function bestSplit(features, histogram, g, h, { edges, minWeight, lambda }) {
  if (h < 2 * minWeight) return undefined;
  const base = (g * g) / (h + lambda);
  let best;
  for (let k = 0; k < features.length; k++) {
    const f = features[k];
    const size = edges[f].length + 1;
    let leftG = 0;
    let leftH = 0;
    for (let b = 0; b < size - 1; b++) {
      const at = (k * BINS + b) * 2;
      leftG += histogram[at];
      leftH += histogram[at + 1];
      if (leftH < minWeight) continue;
      const rightH = h - leftH;
      if (rightH < minWeight) break;
      const rightG = g - leftG;
      const gain = (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - base;
      if (gain > 1e-3 && (best === undefined || gain > best.gain)) best = { gain, feature: f, bin: b };
    }
  }
  return best;
}

/** The layout `src/html/tree-ensemble.ts` reads. */
export function encodeTrees({ bias, trees }) {
  const nodes = [];
  const roots = [];
  const visit = (node) => {
    const at = nodes.length;
    if (node.feature < 0) {
      nodes.push({ number: node.value, feature: -1, right: 0 });
      return;
    }
    const own = { number: node.threshold, feature: node.feature, right: 0 };
    nodes.push(own);
    visit(node.left);
    own.right = nodes.length - at;
    visit(node.right);
  };
  for (const tree of trees) {
    roots.push(nodes.length);
    visit(tree);
  }
  const buffer = Buffer.alloc(12 + roots.length * 4 + nodes.length * 8);
  buffer.writeUInt32LE(roots.length, 0);
  buffer.writeUInt32LE(nodes.length, 4);
  buffer.writeFloatLE(bias, 8);
  let at = 12;
  for (const root of roots) at = buffer.writeUInt32LE(root, at);
  for (const node of nodes) at = buffer.writeFloatLE(node.number, at);
  for (const node of nodes) at = buffer.writeInt16LE(node.feature, at);
  for (const node of nodes) at = buffer.writeUInt16LE(node.right, at);
  return buffer.toString("base64");
}
