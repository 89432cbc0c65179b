import { bytesOfBase64, f64At, i32At } from "@wirefold/core";
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
  /** Two words a node: its number, and `feature << 16 | right` (-1 for a leaf); one cache line holds eight nodes. */
  readonly numbers: Float32Array;
  readonly links: Int32Array;
  readonly bias: number;
}

export function readTreeEnsemble(base64: string): TreeEnsemble {
  const bytes = bytesOfBase64(base64);
  const view = new DataView(bytes.buffer);
  const treeCount = view.getUint32(0, true);
  const nodeCount = view.getUint32(4, true);
  const bias = view.getFloat32(8, true);
  let at = 12;
  const roots = new Uint32Array(treeCount);
  for (let i = 0; i < treeCount; i++, at += 4) roots[i] = view.getUint32(at, true);
  const words = new ArrayBuffer(nodeCount * 8);
  const numbers = new Float32Array(words);
  const links = new Int32Array(words);
  const featuresAt = at + nodeCount * 4;
  const rightsAt = featuresAt + nodeCount * 2;
  for (let i = 0; i < nodeCount; i++) {
    numbers[2 * i] = view.getFloat32(at + i * 4, true);
    const feature = view.getInt16(featuresAt + i * 2, true);
    links[2 * i + 1] = feature < 0 ? -1 : (feature << 16) | view.getUint16(rightsAt + i * 2, true);
  }
  return { roots, numbers, links, bias };
}

/**
 * Log-odds (probabilities of 0.007 and 0.996) beyond which a row is settled, and after how many trees to look: what the network of
 * `sequence-model.ts` says of the row still has its say, but no later tree would turn it.
 */
const HOPELESS = -5;
const CERTAIN = 5.5;
const CHECK_EVERY = 48;

/**
 * The probability for each of `count` rows of `width` values; 0 for those `skip` marks.
 *
 * Goes over the rows once per group of trees, so that a group's nodes stay in the nearest cache. Most blocks of a page are plain
 * boilerplate, or plainly body, after the first groups: no later tree changes that, and they are dropped.
 */
export function predictTrees(
  model: TreeEnsemble,
  values: Float32Array,
  count: number,
  width: number,
  skip?: Uint8Array,
): Float32Array {
  const { roots, numbers, links } = model;
  const out = new Float32Array(count);
  const sums = new Float64Array(count).fill(model.bias);
  const open = new Int32Array(count);
  let openCount = 0;
  for (let row = 0; row < count; row++) if (skip?.[row] !== 1) open[openCount++] = row;
  for (let group = 0; group < roots.length && openCount > 0; group += CHECK_EVERY) {
    const until = Math.min(roots.length, group + CHECK_EVERY);
    let left = 0;
    for (let k = 0; k < openCount; k++) {
      const row = i32At(open, k);
      const base = row * width;
      let sum = f64At(sums, row);
      for (let tree = group; tree < until; tree++) {
        let at = (roots[tree] ?? 0) << 1;
        let link = links[at + 1] ?? -1;
        while (link >= 0) {
          at += (values[base + (link >> 16)] ?? 0) <= (numbers[at] ?? 0) ? 2 : (link & 0xffff) << 1;
          link = links[at + 1] ?? -1;
        }
        sum += numbers[at] ?? 0;
      }
      sums[row] = sum;
      if (until === roots.length || sum < HOPELESS || sum > CERTAIN) out[row] = 1 / (1 + Math.exp(-sum));
      else open[left++] = row;
    }
    openCount = left;
  }
  return out;
}
