/**
 * Inference for a small ensemble of regression trees (gradient boosting, logistic loss). The weights are made by
 * `scripts/train-block-model.mjs` and kept as base64 in `block-model-weights.ts`.
 *
 * Layout, little endian: Uint32 tree count, Uint32 node count, Float32 bias; Uint32 root index per tree; then per node a
 * Float32 (threshold, or the leaf's value), an Int16 (feature, or -1 for a leaf) and a Uint16 (offset of the right child from
 * the node; the left child is the next node).
 */
export interface TreeEnsemble {
  readonly roots: Uint32Array;
  readonly numbers: Float32Array;
  readonly features: Int16Array;
  readonly rights: Uint16Array;
  readonly bias: number;
}

export function readTreeEnsemble(base64: string): TreeEnsemble {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const treeCount = view.getUint32(0, true);
  const nodeCount = view.getUint32(4, true);
  const bias = view.getFloat32(8, true);
  let at = 12;
  const roots = new Uint32Array(treeCount);
  for (let i = 0; i < treeCount; i++, at += 4) roots[i] = view.getUint32(at, true);
  const numbers = new Float32Array(nodeCount);
  for (let i = 0; i < nodeCount; i++, at += 4) numbers[i] = view.getFloat32(at, true);
  const features = new Int16Array(nodeCount);
  for (let i = 0; i < nodeCount; i++, at += 2) features[i] = view.getInt16(at, true);
  const rights = new Uint16Array(nodeCount);
  for (let i = 0; i < nodeCount; i++, at += 2) rights[i] = view.getUint16(at, true);
  return { roots, numbers, features, rights, bias };
}

/** Log-odds (probabilities of 0.03 and 0.98) beyond which a row is settled, and how often to look. */
const HOPELESS = -3.5;
const CERTAIN = 4;
const CHECK_EVERY = 32;

/** The probability for each of `count` rows of `width` values; 0 for those `skip` marks. */
export function predictTrees(
  model: TreeEnsemble,
  values: Float32Array,
  count: number,
  width: number,
  skip?: Uint8Array,
): Float32Array {
  const { roots, numbers, features, rights } = model;
  const out = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    if (skip?.[row] === 1) continue;
    const base = row * width;
    let sum = model.bias;
    for (let tree = 0; tree < roots.length; tree++) {
      // Most blocks of a page are plain furniture, or plainly body: no later tree changes that.
      if (tree % CHECK_EVERY === 0 && tree > 0 && (sum < HOPELESS || sum > CERTAIN)) break;
      let node = roots[tree]!;
      let feature = features[node]!;
      while (feature >= 0) {
        node += values[base + feature]! <= numbers[node]! ? 1 : rights[node]!;
        feature = features[node]!;
      }
      sum += numbers[node]!;
    }
    out[row] = 1 / (1 + Math.exp(-sum));
  }
  return out;
}
