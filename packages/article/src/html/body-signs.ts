/**
 * Signs of where a page's body lies: the make-up that most of its prose shares, the container that says it holds the body, and the words
 * the article is about. A block is measured against them, however far from them it stands.
 */
import { type AnalysedBlock, INSIDE, isWithin, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";

export interface BodySigns {
  /** The signature that most prose has, and the element that most of that prose stands in; -1 on a page without prose. */
  readonly signature: number;
  readonly parent: number;
  /** For each block: blocks since the last one of the main signature, and to the next one; `FAR` for none. */
  readonly since: Int32Array;
  readonly until: Int32Array;
  /** Characters of main prose before block i; the last entry has them all. */
  readonly before: Float64Array;
  /** The innermost container named as a body that holds most prose, 0 for none, and its share of the page's prose. */
  readonly named: number;
  readonly namedShare: number;
  /** Whether any container is marked as the article's body by its `itemprop`. */
  readonly isMarked: boolean;
  /** For each block: the share of its longer words that main prose elsewhere has too; 0 for blocks without such words. */
  readonly topic: Float32Array;
  /** For each block: how long the run of blocks of its signature is, and where in it the block stands. */
  readonly runLength: Int32Array;
  readonly runPosition: Int32Array;
}

/** Farther blocks are as far as can be. */
export const FAR = 60;

const bodyMeaning = meaningBit("body");
/** Named containers with less of the page's prose are boxes. */
const NAMED_SHARE_MIN = 0.3;

export function bodySigns(analysis: PageAnalysis, folded: readonly string[]): BodySigns {
  const { blocks, parsed } = analysis;
  const { page } = parsed;
  const count = blocks.length;
  const signature = heaviest(blocks, (block) => block.signature);
  const parent = heaviest(blocks, (block) => (block.signature === signature ? page.parent[block.node]! : -1));
  const isMain = (block: AnalysedBlock): boolean => block.isProse && block.signature === signature;
  const since = new Int32Array(count).fill(FAR);
  const until = new Int32Array(count).fill(FAR);
  const before = new Float64Array(count + 1);
  const runLength = new Int32Array(count);
  const runPosition = new Int32Array(count);
  let last = -1;
  let runFrom = 0;
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    const main = isMain(block);
    if (main) last = i;
    if (last >= 0) since[i] = Math.min(FAR, i - last);
    before[i + 1] = before[i]! + (main ? block.text.length : 0);
    if (i > 0 && block.signature !== blocks[i - 1]!.signature) {
      runLength.fill(i - runFrom, runFrom, i);
      runFrom = i;
    }
    runPosition[i] = i - runFrom;
  }
  runLength.fill(count - runFrom, runFrom, count);
  let next = -1;
  for (let i = count - 1; i >= 0; i--) {
    if (isMain(blocks[i]!)) next = i;
    if (next >= 0) until[i] = Math.min(FAR, next - i);
  }
  let named = 0;
  let isMarked = false;
  const least = NAMED_SHARE_MIN * analysis.proseTotal;
  for (let node = 1; node < page.count; node++) {
    if (analysis.inside[node]! & INSIDE.articleBody) isMarked = true;
    if (!(analysis.own[node]! & bodyMeaning) || analysis.proseChars[node]! <= least) continue;
    // Document order: an inner container comes later, and takes over while it holds most of what the outer one does.
    if (named === 0 || analysis.proseChars[node]! > (isWithin(parsed, node, named) ? 0.6 : 1) * analysis.proseChars[named]!)
      named = node;
  }
  return {
    signature,
    parent,
    since,
    until,
    before,
    named,
    namedShare: named === 0 ? 0 : analysis.proseChars[named]! / analysis.proseTotal,
    isMarked,
    topic: topicShares(blocks, folded, isMain),
    runLength,
    runPosition,
  };
}

/** The key, not -1, whose prose has the most characters; -1 for none. */
function heaviest(blocks: readonly AnalysedBlock[], keyOf: (block: AnalysedBlock) => number): number {
  const sums = new Map<number, number>();
  let best = -1;
  let most = 0;
  for (const block of blocks) {
    if (!block.isProse) continue;
    const key = keyOf(block);
    if (key < 0) continue;
    const sum = (sums.get(key) ?? 0) + block.text.length;
    sums.set(key, sum);
    if (sum > most) {
      most = sum;
      best = key;
    }
  }
  return best;
}

/** Shorter words are mostly not about anything. */
const TOPIC_WORD_CHARS_MIN = 5;
/** A power of two; two words of one slot make a share a little too large. */
const SLOTS = 8192;
/** The first and the last main block with a word of each slot; used anew for every page. */
const firstAt = new Int32Array(SLOTS);
const lastAt = new Int32Array(SLOTS);

function topicShares(
  blocks: readonly AnalysedBlock[],
  folded: readonly string[],
  isMain: (block: AnalysedBlock) => boolean,
): Float32Array {
  const shares = new Float32Array(blocks.length);
  firstAt.fill(-1);
  lastAt.fill(-1);
  blocks.forEach((block, i) => {
    if (!isMain(block)) return;
    eachSlot(folded[i]!, (slot) => {
      if (firstAt[slot]! < 0) firstAt[slot] = i;
      lastAt[slot] = i;
    });
  });
  blocks.forEach((block, i) => {
    if (block.linkDensity > 0.9) return;
    let words = 0;
    let shared = 0;
    eachSlot(folded[i]!, (slot) => {
      words += 1;
      const first = firstAt[slot]!;
      if (first >= 0 && (first !== i || lastAt[slot] !== i)) shared += 1;
    });
    if (words > 0) shares[i] = shared / words;
  });
  return shares;
}

function eachSlot(folded: string, visit: (slot: number) => void): void {
  let hash = 7;
  let chars = 0;
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 32;
    if (code === 32) {
      if (chars >= TOPIC_WORD_CHARS_MIN) visit((hash ^ (hash >>> 13)) & (SLOTS - 1));
      hash = 7;
      chars = 0;
    } else {
      hash = (Math.imul(hash, 31) + code) | 0;
      chars += 1;
    }
  }
}
