/**
 * The second look at a page: each block again, with what the first look made of its neighbours, of its containers and of the
 * blocks built like it. This is what turns single decisions into runs: an article has one beginning and one end.
 */
import type { PageAnalysis } from "./analyse-page.ts";
import { type BlockFeatures, FEATURE_COUNT, FEATURE_NAMES } from "./block-features.ts";

const OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4] as const;

const EXTRA_NAMES = [
  "p",
  ...OFFSETS.map((offset) => `p[${offset}]`),
  "p.before3",
  "p.after3",
  "p.before8",
  "p.after8",
  "p.before20",
  "p.after20",
  "p.parent",
  "p.grandparent",
  "p.greatgrandparent",
  "p.signature",
  "p.charsBefore",
  "p.charsAfter",
  "p.maxBefore",
  "p.maxAfter",
  "p.run",
  "p.gap",
  "p.heading",
  "p.page",
  "p.pageShare",
  "topic.shared",
  "topic.core",
  "p.article",
] as const;

export const CONTEXT_FEATURE_NAMES: readonly string[] = [...FEATURE_NAMES, ...EXTRA_NAMES];
export const CONTEXT_FEATURE_COUNT = CONTEXT_FEATURE_NAMES.length;

export function contextFeatures(analysis: PageAnalysis, features: BlockFeatures, p: Float32Array): Float32Array {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  const count = blocks.length;
  const width = CONTEXT_FEATURE_COUNT;
  const out = new Float32Array(count * width);
  const nodeChars = new Map<number, number>();
  const nodeKept = new Map<number, number>();
  const signatureChars: number[] = [];
  const signatureKept: number[] = [];
  let pageChars = 0;
  let pageKept = 0;
  const add = (map: Map<number, number>, key: number, value: number): void => {
    map.set(key, (map.get(key) ?? 0) + value);
  };
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    // Short blocks count a little more than their length, or a container's headings and labels would not show.
    const chars = block.text.length + 10;
    const kept = p[i]! * chars;
    let node = block.node;
    for (let level = 0; level < 4 && node > 0; level++) {
      add(nodeChars, node, chars);
      add(nodeKept, node, kept);
      node = page.parent[node]!;
    }
    signatureChars[block.signature] = (signatureChars[block.signature] ?? 0) + chars;
    signatureKept[block.signature] = (signatureKept[block.signature] ?? 0) + kept;
    pageChars += chars;
    pageKept += kept;
  }
  const share = (node: number): number => (nodeChars.get(node) === undefined ? 0 : nodeKept.get(node)! / nodeChars.get(node)!);

  // Prefix sums, for the windows.
  const sumChars = new Float64Array(count + 1);
  const sumKept = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const chars = blocks[i]!.text.length + 10;
    sumChars[i + 1] = sumChars[i]! + chars;
    sumKept[i + 1] = sumKept[i]! + chars * p[i]!;
  }
  const window = (from: number, to: number): number => {
    const a = Math.max(0, from);
    const b = Math.min(count, to);
    if (a >= b) return 0;
    return (sumKept[b]! - sumKept[a]!) / (sumChars[b]! - sumChars[a]!);
  };
  const maxAfter = new Float32Array(count + 1);
  for (let i = count - 1; i >= 0; i--) maxAfter[i] = Math.max(maxAfter[i + 1]!, p[i]!);
  const { topic, coreBlocks } = topicShares(analysis, features, p);
  const ordinalOf = (i: number): number => features.values[i * FEATURE_COUNT + ARTICLE_ORDINAL]!;
  const articleChars: number[] = [];
  const articleKept: number[] = [];
  for (let i = 0; i < count; i++) {
    const ordinal = ordinalOf(i);
    articleChars[ordinal] = (articleChars[ordinal] ?? 0) + blocks[i]!.text.length + 10;
    articleKept[ordinal] = (articleKept[ordinal] ?? 0) + (blocks[i]!.text.length + 10) * p[i]!;
  }
  const articleShare = (ordinal: number): number => articleKept[ordinal]! / articleChars[ordinal]!;
  let maxBefore = 0;
  let run = 0;
  let gap = 0;
  let headingP = -1;
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    let at = i * width;
    out.set(features.values.subarray(i * FEATURE_COUNT, (i + 1) * FEATURE_COUNT), at);
    at += FEATURE_COUNT;
    out[at++] = p[i]!;
    for (const offset of OFFSETS) out[at++] = p[i + offset] ?? -1;
    out[at++] = window(i - 3, i);
    out[at++] = window(i + 1, i + 4);
    out[at++] = window(i - 8, i);
    out[at++] = window(i + 1, i + 9);
    out[at++] = window(i - 20, i);
    out[at++] = window(i + 1, i + 21);
    const parent = page.parent[block.node]!;
    const grandparent = page.parent[parent]!;
    out[at++] = share(parent);
    out[at++] = share(grandparent);
    out[at++] = share(page.parent[grandparent]!);
    out[at++] = signatureKept[block.signature]! / signatureChars[block.signature]!;
    out[at++] = pageKept === 0 ? 0 : sumKept[i]! / pageKept;
    out[at++] = pageKept === 0 ? 0 : (pageKept - sumKept[i + 1]!) / pageKept;
    out[at++] = maxBefore;
    out[at++] = maxAfter[i + 1]!;
    out[at++] = run;
    out[at++] = gap;
    out[at++] = headingP;
    out[at++] = pageKept;
    out[at++] = pageKept / pageChars;
    out[at++] = topic[i]!;
    out[at++] = coreBlocks;
    out[at++] = articleShare(ordinalOf(i));
    maxBefore = Math.max(maxBefore, p[i]!);
    if (p[i]! >= 0.5) {
      run += 1;
      gap = 0;
    } else {
      run = 0;
      gap += 1;
    }
    const tag = features.values[i * FEATURE_COUNT + HEADING_LEVEL]!;
    if (tag > 0) headingP = p[i]!;
  }
  return out;
}

const HEADING_LEVEL = FEATURE_NAMES.indexOf("headingLevel");
const ARTICLE_ORDINAL = FEATURE_NAMES.indexOf("article.ordinal");

/** Blocks whose words make up the page's topic: surely body, and long enough to have a topic. */
const CORE_P = 0.7;
const CORE_CHARS_MIN = 80;
/** Shorter words are mostly grammar, in every spaced script. */
const TOPIC_WORD_MIN = 4;
const TOPIC_WORDS_MAX = 40;

/** For each block, the share of its longer words that the core of the page uses elsewhere; -1 where it has too few to say. */
function topicShares(
  analysis: PageAnalysis,
  features: BlockFeatures,
  p: Float32Array,
): { topic: Float32Array; coreBlocks: number } {
  const { blocks } = analysis;
  const inCore = new Map<string, number>();
  const wordsOf = (i: number): string[] => {
    const words: string[] = [];
    for (const word of features.folded[i]!.split(" ")) {
      if (word.length < TOPIC_WORD_MIN || words.includes(word)) continue;
      words.push(word);
      if (words.length === TOPIC_WORDS_MAX) break;
    }
    return words;
  };
  const lists = blocks.map((_, i) => wordsOf(i));
  let coreBlocks = 0;
  const isCore = (i: number): boolean => p[i]! > CORE_P && blocks[i]!.isProse && blocks[i]!.text.length >= CORE_CHARS_MIN;
  for (let i = 0; i < blocks.length; i++) {
    if (!isCore(i)) continue;
    coreBlocks += 1;
    for (const word of lists[i]!) inCore.set(word, (inCore.get(word) ?? 0) + 1);
  }
  const topic = new Float32Array(blocks.length).fill(-1);
  for (let i = 0; i < blocks.length; i++) {
    const words = lists[i]!;
    if (words.length < 2 || coreBlocks < 2) continue;
    const own = isCore(i) ? 1 : 0;
    let shared = 0;
    for (const word of words) if ((inCore.get(word) ?? 0) > own) shared += 1;
    topic[i] = shared / words.length;
  }
  return { topic, coreBlocks };
}
