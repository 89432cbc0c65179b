/**
 * Which blocks are the article's body: the block classifier, then the cut that maximises the expected F1.
 */
import type { PageHead } from "../metadata/read-head.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { isRecurring, lineFingerprint, type RecurringLookup } from "../recurring-lines.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import { type BlockFeatures, blockFeatures } from "./block-features.ts";
import { BLOCK_MODEL } from "./block-model-weights.ts";
import { cutInsertions } from "./cut-insertions.ts";
import { FEATURE_COUNT } from "./feature-names.ts";
import { TAG } from "./tags.ts";
import { foldedText } from "./title-words.ts";
import { predictTrees, readTreeEnsemble, type TreeEnsemble } from "./tree-ensemble.ts";

let model: TreeEnsemble | undefined;

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
  const features = blockFeatures(analysis, head, titles, scratch);
  const p = predictTrees(model, features.values, features.count, FEATURE_COUNT, features.hopeless);
  return { p, threshold: bestThreshold(analysis, p), features };
}

/** The cut stays within these, however odd the page. */
const THRESHOLD_MIN = 0.25;
const THRESHOLD_MAX = 0.6;

/**
 * The probability to cut at. Keeping the k likeliest blocks gives an expected F1 of about 2·Σp·c / (Σc + Σ all p·c), c the
 * characters; its maximum lies at half the reachable F1 (Lipton, Elkan and Narayanaswamy, 2014), so a page the model is unsure
 * of is cut lower than 0.5 and a clear one at 0.5.
 */
export function bestThreshold(analysis: PageAnalysis, p: Float32Array): number {
  const { blocks } = analysis;
  const order = [...p.keys()].sort((a, b) => p[b]! - p[a]!);
  let expected = 0;
  for (let i = 0; i < blocks.length; i++) expected += p[i]! * blocks[i]!.text.length;
  let hits = 0;
  let chars = 0;
  let best = 0;
  let threshold = 0.5;
  for (const i of order) {
    const length = blocks[i]!.text.length;
    hits += p[i]! * length;
    chars += length;
    const f1 = (2 * hits) / (chars + expected);
    if (f1 > best) {
      best = f1;
      threshold = p[i]!;
    }
  }
  return Math.min(THRESHOLD_MAX, Math.max(THRESHOLD_MIN, threshold));
}

/** Repetitions shorter than this may be refrains or list entries. */
const DUPLICATE_CHARS_MIN = 60;

const adBit = phraseBit("ad");

export interface KeptBlocks {
  readonly kept: boolean[];
  /** Reasons known already; the others follow from a block's place. */
  readonly forced: (RemovalReason | undefined)[];
}

/** The classifier's choice, less headlines, repetitions and lines known to recur. */
export function keepBlocks(
  analysis: PageAnalysis,
  selection: BodySelection,
  titles: readonly string[],
  recurring?: RecurringLookup,
): KeptBlocks {
  const { blocks } = analysis;
  const { p, threshold, features } = selection;
  const headlines = new Set(titles.map(foldedText));
  const kept = new Array<boolean>(blocks.length).fill(false);
  const forced = new Array<RemovalReason | undefined>(blocks.length).fill(undefined);
  const seen = new Set<string>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const folded = features.folded[i]!;
    if (folded !== "" && block.text.length < 400 && headlines.has(folded)) {
      forced[i] = "headline";
      continue;
    }
    if (p[i]! < threshold) continue;
    // "Advertisement" alone is never a sentence of an article, wherever it stands.
    if (block.text.length < 40 && block.phrases.startMask & adBit && block.phrases.startChars > block.text.length * 0.8) {
      forced[i] = "advertisement";
      continue;
    }
    if (recurring !== undefined && isRecurring(recurring, lineFingerprint(block.text))) {
      forced[i] = "recurring-line";
      continue;
    }
    if (block.text.length >= DUPLICATE_CHARS_MIN) {
      if (seen.has(block.text)) {
        forced[i] = "duplicate";
        continue;
      }
      seen.add(block.text);
    }
    kept[i] = true;
  }
  cutNextArticle(analysis, features, headlines, kept);
  cutInsertions(analysis, kept, forced);
  return { kept, forced };
}

/** So many paragraphs are an article; a second headline before them may belong to the same one. */
const ARTICLE_PARAGRAPHS_MIN = 4;
const NEXT_HEADLINE_CHARS_MIN = 20;

/**
 * Endless pages load the next article below the first. A second `<h1>`, in a container that holds none of the paragraphs so far,
 * begins it. (An `<h1>` among the paragraphs is a section's heading.)
 */
function cutNextArticle(analysis: PageAnalysis, features: BlockFeatures, headlines: ReadonlySet<string>, kept: boolean[]): void {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  let paragraphs = 0;
  let titleSeen = false;
  const containers = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const parent = page.parent[block.node]!;
    if (kept[i] && block.isProse) {
      paragraphs += 1;
      containers.add(parent);
      containers.add(page.parent[parent]!);
    }
    if (page.tag[block.node] !== TAG.h1) continue;
    if (headlines.has(features.folded[i]!)) titleSeen = true;
    else if (
      titleSeen &&
      paragraphs >= ARTICLE_PARAGRAPHS_MIN &&
      block.text.length > NEXT_HEADLINE_CHARS_MIN &&
      !containers.has(parent)
    ) {
      kept.fill(false, i);
      return;
    }
  }
}
