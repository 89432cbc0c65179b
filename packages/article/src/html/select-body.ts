/**
 * Which blocks are the article's body: the two classifiers' average, then the cut that maximises the expected F1.
 */
import { f32Of, itemAt } from "../indexing.ts";
import type { PageHead } from "../metadata/read-head.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import { type BlockFeatures, blockFeatures } from "./block-features.ts";
import { BLOCK_MODEL } from "./block-model-weights.ts";
import { FEATURE_COUNT } from "./feature-names.ts";
import { averageModels, predictSequence, readSequenceModel, type SequenceModel } from "./sequence-model.ts";
import { SEQUENCE_MODEL } from "./sequence-model-weights.ts";
import { readTokenTable, type TokenTable } from "./token-scores.ts";
import { TOKEN_WEIGHTS } from "./token-weights.ts";
import { predictTrees, readTreeEnsemble, type TreeEnsemble } from "./tree-ensemble.ts";

let model: TreeEnsemble | undefined;
let sequence: SequenceModel | undefined;
let tokens: TokenTable | undefined;

/** Rows of the page at hand: a fresh array of this size for every page costs more than filling it. Larger pages get their own. */
const SCRATCH_BLOCKS = 1000;
const scratch = new Float32Array(SCRATCH_BLOCKS * FEATURE_COUNT);

export interface BodySelection {
  /** Each block's probability of being body. */
  readonly p: Float32Array;
  readonly threshold: number;
  readonly features: BlockFeatures;
}

export function selectBody(analysis: PageAnalysis, head: PageHead, titles: readonly string[]): BodySelection {
  model ??= readTreeEnsemble(BLOCK_MODEL);
  tokens ??= readTokenTable(TOKEN_WEIGHTS);
  const features = blockFeatures(analysis, head, titles, { scratch, tokens });
  sequence ??= readSequenceModel(SEQUENCE_MODEL);
  const { values, count, hopeless } = features;
  const p = averageModels(
    predictTrees(model, values, count, FEATURE_COUNT, hopeless),
    predictSequence(sequence, values, count, FEATURE_COUNT, hopeless),
    hopeless,
  );
  return { p, threshold: bestThreshold(analysis, p), features };
}

/** The cut stays within these, however odd the page; where no block at all reaches the lower one, the page's best prose is still an answer. */
const THRESHOLD_MIN = 0.25;
const THRESHOLD_LAST = 0.12;
/** A page has this many characters of such prose, or it has no article. */
const LAST_CHARS_MIN = 250;
const THRESHOLD_MAX = 0.6;

/**
 * The probability to cut at. Keeping the k likeliest blocks gives an expected F1 of about 2·Σp·c / (Σc + Σ all p·c), c the
 * characters; its maximum lies at half the reachable F1 (Lipton, Elkan and Narayanaswamy, 2014), so a page the model is unsure
 * of is cut lower than 0.5 and a clear one at 0.5.
 */
export function bestThreshold(analysis: PageAnalysis, p: Float32Array): number {
  const { blocks } = analysis;
  const order = [...p.keys()].sort((a, b) => f32Of(p, b) - f32Of(p, a));
  let expected = 0;
  for (let i = 0; i < blocks.length; i++) expected += f32Of(p, i) * itemAt(blocks, i).text.length;
  let hits = 0;
  let chars = 0;
  let best = 0;
  let threshold = 0.5;
  for (const i of order) {
    const length = itemAt(blocks, i).text.length;
    hits += f32Of(p, i) * length;
    chars += length;
    const f1 = (2 * hits) / (chars + expected);
    if (f1 > best) {
      best = f1;
      threshold = f32Of(p, i);
    }
  }
  if (f32Of(p, order[0] ?? 0) < THRESHOLD_MIN) {
    let prose = 0;
    for (let i = 0; i < blocks.length; i++)
      if (f32Of(p, i) >= THRESHOLD_LAST && itemAt(blocks, i).isProse) prose += itemAt(blocks, i).text.length;
    if (prose >= LAST_CHARS_MIN) return THRESHOLD_LAST;
  }
  return Math.min(THRESHOLD_MAX, Math.max(THRESHOLD_MIN, threshold));
}
