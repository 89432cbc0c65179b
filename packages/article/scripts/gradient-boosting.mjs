// Gradient-boosted regression trees with histogram splits and logistic loss, after Friedman (2001) and LightGBM's
// leaf-wise growth. No dependencies; deterministic for a seed.

/** Small fast generator (mulberry32). */
export const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const BINS = 64;

/** Cuts each column at quantiles: `edges[f][b]` is the largest value of bin b. Column-major bins. */
export function binColumns(rows, width, count) {
  const edges = [];
  const bins = [];
  const step = Math.max(1, Math.floor(count / 20000));
  for (let f = 0; f < width; f++) {
    const sample = [];
    for (let i = 0; i < count; i += step) sample.push(rows[i * width + f]);
    sample.sort((a, b) => a - b);
    const unique = [...new Set(sample)];
    let cuts;
    if (unique.length <= BINS) cuts = unique.slice(0, -1).map((value, i) => (value + unique[i + 1]) / 2);
    else {
      const set = new Set();
      for (let b = 1; b < BINS; b++) set.add(sample[Math.floor((b / BINS) * sample.length)]);
      cuts = [...set].filter((value) => value < sample[sample.length - 1]);
    }
    cuts = cuts.map((value) => Math.fround(value));
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

export function trainTrees(binned, labels, weights, rowIndices, options) {
  const {
    trees: treeCount = 150,
    leaves = 20,
    rate = 0.1,
    rowShare = 0.7,
    featureShare = 0.3,
    minWeight = 3,
    lambda = 3,
    seed = 7,
  } = options;
  const { edges, bins: allBins } = binned;
  const width = allBins.length;
  const random = generator(seed);
  const used = Int32Array.from(rowIndices).filter((i) => weights[i] > 0);
  const count = used.length;
  // Only the rows that count, side by side: histograms walk them all the time.
  const bins = allBins.map((column) => Uint8Array.from(used, (i) => column[i]));
  const label = Float64Array.from(used, (i) => labels[i]);
  const weight = Float64Array.from(used, (i) => weights[i]);
  const usable = [...Array(width).keys()].filter((f) => edges[f].length > 0);
  let positive = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += weight[i];
    if (label[i] > 0) positive += weight[i] * label[i];
  }
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(count).fill(bias);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  const trees = [];
  for (let t = 0; t < treeCount; t++) {
    const sample = [];
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = weight[i] * (p - label[i]);
      hessian[i] = weight[i] * Math.max(p * (1 - p), 1e-6);
      if (random() < rowShare) sample.push(i);
    }
    const features = usable.filter(() => random() < featureShare);
    const tree = growTree(Int32Array.from(sample), features, { edges, bins, gradient, hessian, leaves, minWeight, lambda, rate });
    trees.push(tree);
    for (let i = 0; i < count; i++) {
      let node = tree;
      while (node.feature >= 0) node = bins[node.feature][i] <= node.bin ? node.left : node.right;
      score[i] += node.value;
    }
  }
  return { bias, trees };
}

function growTree(rows, features, context) {
  const root = makeLeaf(rows, features, context, histogramOf(rows, features, context));
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
    const left = leaf.rows.filter((i) => column[i] <= bin);
    const right = leaf.rows.filter((i) => column[i] > bin);
    leaf.feature = feature;
    leaf.bin = bin;
    leaf.threshold = context.edges[feature][bin];
    // The smaller child's histogram is counted, the larger one's is what is left of the parent's.
    const small = histogramOf(left.length < right.length ? left : right, features, context);
    const large = leaf.histogram;
    for (let k = 0; k < large.length; k++) large[k] -= small[k];
    leaf.left = makeLeaf(left, features, context, left.length < right.length ? small : large);
    leaf.right = makeLeaf(right, features, context, left.length < right.length ? large : small);
    leaf.rows = undefined;
    leaf.histogram = undefined;
    open.push(leaf.left, leaf.right);
    leafCount += 1;
  }
  for (const leaf of open) {
    leaf.rows = undefined;
    leaf.histogram = undefined;
  }
  return root;
}

/** Sums of gradient and hessian by feature and bin, in pairs. */
function histogramOf(rows, features, { bins, gradient, hessian }) {
  const out = new Float64Array(features.length * BINS * 2);
  const size = rows.length;
  const g = Float64Array.from(rows, (i) => gradient[i]);
  const h = Float64Array.from(rows, (i) => hessian[i]);
  for (let k = 0; k < features.length; k++) {
    const column = bins[features[k]];
    const base = k * BINS * 2;
    for (let r = 0; r < size; r++) {
      const at = base + column[rows[r]] * 2;
      out[at] += g[r];
      out[at + 1] += h[r];
    }
  }
  return out;
}

function makeLeaf(rows, features, context, histogram) {
  const { gradient, hessian, lambda, rate } = context;
  let g = 0;
  let h = 0;
  for (let k = 0; k < rows.length; k++) {
    g += gradient[rows[k]];
    h += hessian[rows[k]];
  }
  /** @type {any} */
  const leaf = { feature: -1, value: (-g / (h + lambda)) * rate, rows, histogram, split: undefined };
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
