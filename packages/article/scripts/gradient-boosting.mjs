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
  const { edges, bins } = binned;
  const width = bins.length;
  const random = generator(seed);
  const rows = Int32Array.from(rowIndices).filter((i) => weights[i] > 0);
  const usable = [...Array(width).keys()].filter((f) => edges[f].length > 0);
  let positive = 0;
  let total = 0;
  for (const i of rows) {
    total += weights[i];
    if (labels[i] > 0) positive += weights[i] * labels[i];
  }
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(labels.length).fill(bias);
  const gradient = new Float64Array(labels.length);
  const hessian = new Float64Array(labels.length);
  const trees = [];
  for (let t = 0; t < treeCount; t++) {
    for (const i of rows) {
      const p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = weights[i] * (p - labels[i]);
      hessian[i] = weights[i] * Math.max(p * (1 - p), 1e-6);
    }
    const sample = rows.filter(() => random() < rowShare);
    const features = usable.filter(() => random() < featureShare);
    const tree = growTree(sample, features, { edges, bins, gradient, hessian, leaves, minWeight, lambda, rate });
    trees.push(tree);
    for (const i of rows) {
      let node = tree;
      while (node.feature >= 0) node = bins[node.feature][i] <= node.bin ? node.left : node.right;
      score[i] += node.value;
    }
  }
  return { bias, trees };
}

function growTree(rows, features, context) {
  const root = makeLeaf(rows, features, context);
  const open = [root];
  let leafCount = 1;
  while (leafCount < context.leaves) {
    let best = -1;
    for (let i = 0; i < open.length; i++) if (open[i].split && (best < 0 || open[i].split.gain > open[best].split.gain)) best = i;
    if (best < 0) break;
    const leaf = open.splice(best, 1)[0];
    const { feature, bin } = leaf.split;
    const column = context.bins[feature];
    const left = leaf.rows.filter((i) => column[i] <= bin);
    const right = leaf.rows.filter((i) => column[i] > bin);
    leaf.feature = feature;
    leaf.bin = bin;
    leaf.threshold = context.edges[feature][bin];
    leaf.left = makeLeaf(left, features, context);
    leaf.right = makeLeaf(right, features, context);
    leaf.rows = undefined;
    open.push(leaf.left, leaf.right);
    leafCount += 1;
  }
  for (const leaf of open) leaf.rows = undefined;
  return root;
}

function makeLeaf(rows, features, context) {
  const { gradient, hessian, lambda, rate } = context;
  let g = 0;
  let h = 0;
  for (const i of rows) {
    g += gradient[i];
    h += hessian[i];
  }
  const leaf = { feature: -1, value: (-g / (h + lambda)) * rate, rows, split: undefined };
  leaf.split = bestSplit(rows, features, g, h, context);
  return leaf;
}

const histG = new Float64Array(BINS + 1);
const histH = new Float64Array(BINS + 1);

function bestSplit(rows, features, g, h, { edges, bins, gradient, hessian, minWeight, lambda }) {
  if (h < 2 * minWeight) return undefined;
  const base = (g * g) / (h + lambda);
  let best;
  for (const f of features) {
    const column = bins[f];
    const size = edges[f].length + 1;
    histG.fill(0, 0, size);
    histH.fill(0, 0, size);
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k];
      const b = column[i];
      histG[b] += gradient[i];
      histH[b] += hessian[i];
    }
    let leftG = 0;
    let leftH = 0;
    for (let b = 0; b < size - 1; b++) {
      leftG += histG[b];
      leftH += histH[b];
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
