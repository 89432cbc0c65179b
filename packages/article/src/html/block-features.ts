/**
 * A page's blocks as numbers for the classifier. Every feature is a property of the block's text, its place in the tree, its
 * neighbours or the page; none names a site. Trees split on ranks, so nothing needs scaling.
 *
 * Each `put…` writes its part of a row from `at` and gives the index behind it; `FEATURE_NAMES` has the order.
 */

import { f64At, i32At, u8At, u16At } from "@wirefold/core";
import { isAddressWordAt } from "../call-to-action.ts";
import { itemAt } from "../indexing.ts";
import type { PageHead } from "../metadata/read-head.ts";
import { PHRASE_KINDS } from "../phrases.ts";
import { type AnalysedBlock, INSIDE, isWithin, type PageAnalysis } from "./analyse-page.ts";
import { MEANINGS } from "./class-words.ts";
import { commonDepth, type FeatureContext, featureContext } from "./feature-context.ts";
import { FEATURE_COUNT, TOKEN_FEATURES_AT } from "./feature-names.ts";
import { tagKinds } from "./tag-kinds.ts";
import { DYNAMIC_TAG_BASE, headingLevel, TAG } from "./tags.ts";
import { putTokenScores, type TokenTable, tokenScores } from "./token-scores.ts";
import { putUnit, type UnitProgress } from "./unit-features.ts";
import { hashStep, WordTable } from "./word-table.ts";

/** Ancestors counted as near. */
const NEAR_LEVELS = 2;
const INSIDE_COUNT = Object.keys(INSIDE).length;
const NEIGHBOUR_COUNT = 8;

const log = (value: number): number => Math.log2(1 + Math.max(0, value));
const ENDS_ARTICLE = ["recirculation", "newsletter", "share", "comments", "author", "tags", "callToAction"] as const;
const tailMask = ENDS_ARTICLE.reduce((mask, kind) => mask | (1 << PHRASE_KINDS.indexOf(kind)), 0);
const recirculationBit = 1 << PHRASE_KINDS.indexOf("recirculation");
const yearLike = /(?:^|\D)(?:19|20)\d\d(?:\D|$)|\d\d?[:.]\d\d/;

export interface BlockFeatures {
  /** Rows of `FEATURE_COUNT`. */
  readonly values: Float32Array;
  readonly count: number;
  /** Folded text of each block, for later comparisons. */
  readonly folded: readonly string[];
  /** 1 for blocks whose row was left empty because nothing could make them body. */
  readonly hopeless: Uint8Array;
}

/** What the blocks so far tell about the ones to come. */
interface Progress extends UnitProgress {
  headingAt: number;
  recirculationAt: number;
  tailAt: number;
  titleAt: number;
  h1Seen: number;
  readonly articles: Map<number, number>;
  /** Of the block at hand. */
  readonly words: WordCounts;
}

export interface FeatureOptions {
  /** Used for the rows if it is large enough; then they hold until its next use. */
  readonly scratch?: Float32Array;
  /** Without it the columns of token scores are left as they are. */
  readonly tokens?: TokenTable;
}

/** The features of all blocks; rows of hopeless blocks are not written. */
export function blockFeatures(
  analysis: PageAnalysis,
  head: PageHead,
  titles: readonly string[],
  { scratch, tokens }: FeatureOptions = {},
): BlockFeatures {
  const { blocks, parsed } = analysis;
  const { page } = parsed;
  const count = blocks.length;
  const size = count * FEATURE_COUNT;
  const values = scratch !== undefined && scratch.length >= size ? scratch : new Float32Array(size);
  const hopeless = new Uint8Array(count);
  if (count === 0) return { values, count, folded: [], hopeless };
  const context = featureContext(analysis, head, titles);
  const progress: Progress = {
    headingAt: -1,
    recirculationAt: -1,
    tailAt: -1,
    titleAt: -1,
    h1Seen: 0,
    articles: new Map(),
    words: { words: 0, inTitle: 0, inDescription: 0, addressing: 0 },
    units: new Map(),
    imageAt: 0,
  };
  for (let i = 0; i < count; i++) {
    const block = itemAt(blocks, i);
    const { node } = block;
    const isTitle = context.isTitle[i] === 1;
    const isH1 = page.tag[node] === TAG.h1;
    if (isH1) progress.h1Seen += 1;
    if (isTitle || isH1) progress.titleAt = progress.titleAt < 0 || isTitle ? i : progress.titleAt;
    const ordinal = articleOrdinal(analysis, node, progress.articles);
    const inRoot = isWithin(parsed, node, analysis.proseRoot);
    if (isHopeless(block, i32At(analysis.inside, node), inRoot) && !isTitle) hopeless[i] = 1;
    else {
      const start = i * FEATURE_COUNT;
      let at = putText(values, start, block);
      at = putPlace(values, at, context, block);
      at = putPosition(values, at, context, i, inRoot);
      at = putLookalikes(values, at, context, i);
      at = putNeighbours(values, at, context, i);
      at = putProgress(values, at, context, i, progress);
      at = putTitleWords(values, at, context, i, progress);
      at = putPage(values, at, context, i, progress, ordinal);
      at = putUnit(values, at, context, i, progress);
      at = putAddress(values, at, progress.words);
      if (at !== start + TOKEN_FEATURES_AT)
        throw new Error(`block-features: ${at - start} values for ${TOKEN_FEATURES_AT} names`);
    }
    advance(context, i, progress);
  }
  if (tokens !== undefined)
    putTokenScores(analysis, tokenScores(context, hopeless, tokens), hopeless, {
      values,
      width: FEATURE_COUNT,
      at: TOKEN_FEATURES_AT,
    });
  return { values, count, folded: context.folded, hopeless };
}

/** Links and nothing else, in navigation or outside the container that holds the page's prose: half of all blocks. */
const isHopeless = (block: AnalysedBlock, inside: number, inRoot: boolean): boolean =>
  block.linkDensity > 0.9 && (!inRoot || (inside & (INSIDE.nav | INSIDE.footer)) !== 0);

/** What later blocks need to know of block `i`. */
function advance({ blocks, analysis }: FeatureContext, i: number, progress: Progress): void {
  const { phrases, stats, text, node } = itemAt(blocks, i);
  const opens = phrases.startMask;
  const chars = text.length;
  if (headingLevel(u16At(analysis.parsed.page.tag, node)) > 0 || (chars < 80 && stats.sentences === 0 && opens & tailMask))
    progress.headingAt = i;
  if (chars < 120 && opens & recirculationBit) progress.recirculationAt = i;
  if (chars < 200 && opens & tailMask) progress.tailAt = i;
}

function putText(v: Float32Array, from: number, block: AnalysedBlock): number {
  const { text, stats, phrases } = block;
  const chars = text.length;
  let at = from;
  v[at++] = chars;
  v[at++] = stats.words;
  v[at++] = block.linkDensity;
  v[at++] = block.links;
  v[at++] = block.strongChars / chars;
  v[at++] = block.emphasisChars / chars;
  v[at++] = stats.words === 0 ? 0 : stats.letters / stats.words;
  v[at++] = stats.letters === 0 ? 0 : stats.upper / stats.letters;
  v[at++] = stats.words === 0 ? 0 : stats.capitalisedWords / stats.words;
  v[at++] = stats.digits / chars;
  v[at++] = stats.commas;
  v[at++] = stats.sentences;
  v[at++] = stats.ending;
  v[at++] = stats.opening;
  v[at++] = stats.separators;
  v[at++] = stats.questions;
  v[at++] = stats.quotes;
  v[at++] = text.includes("@") || text.includes("http") || text.includes("www.") ? 1 : 0;
  v[at++] = stats.letters > 3 && stats.upper === stats.letters ? 1 : 0;
  v[at++] = chars < 200 && stats.digits > 0 && yearLike.test(text) ? 1 : 0;
  at = putBits(v, at, phrases.mask, PHRASE_KINDS.length);
  at = putBits(v, at, phrases.startMask, PHRASE_KINDS.length);
  v[at++] = phrases.startChars / chars;
  return at;
}

function putBits(v: Float32Array, from: number, mask: number, count: number): number {
  for (let k = 0; k < count; k++) v[from + k] = (mask >> k) & 1;
  return from + count;
}

function putPlace(v: Float32Array, from: number, { analysis }: FeatureContext, block: AnalysedBlock): number {
  const { page } = analysis.parsed;
  const { node } = block;
  const tag = u16At(page.tag, node);
  let at = from;
  v[at++] = u8At(tagKinds, Math.min(tag, DYNAMIC_TAG_BASE));
  v[at++] = headingLevel(tag);
  v[at++] = block.afterBreak ? 1 : 0;
  v[at++] = u16At(analysis.depth, node);
  at = putBits(v, at, i32At(analysis.inside, node), INSIDE_COUNT);
  let near = 0;
  let up = node;
  for (let level = 0; level <= NEAR_LEVELS && up > 0 && page.tag[up] !== TAG.body; level++) {
    near |= i32At(analysis.own, up);
    up = i32At(page.parent, up);
  }
  at = putBits(v, at, near, MEANINGS.length);
  return putBits(v, at, i32At(analysis.inherited, node), MEANINGS.length);
}

function putPosition(v: Float32Array, from: number, context: FeatureContext, i: number, inRoot: boolean): number {
  const { analysis, blocks, charsBefore, proseBefore, rootProseBefore, firstProse, lastProse } = context;
  const { parsed, depth, proseRoot, paragraphRoot } = analysis;
  const { page } = parsed;
  const { node } = itemAt(blocks, i);
  const count = blocks.length;
  const parent = i32At(page.parent, node);
  let at = from;
  v[at++] = i;
  v[at++] = i / count;
  v[at++] = f64At(charsBefore, i) / f64At(charsBefore, count);
  v[at++] = log(f64At(proseBefore, i));
  v[at++] = log(f64At(proseBefore, count) - f64At(proseBefore, i + 1));
  v[at++] = inRoot ? 1 : 0;
  v[at++] = inRoot ? u16At(depth, node) - u16At(depth, proseRoot) : -1;
  v[at++] = isWithin(parsed, node, paragraphRoot) ? 1 : 0;
  v[at++] = parent === paragraphRoot ? 1 : 0;
  v[at++] = firstProse < 0 ? 0 : Math.max(-50, Math.min(200, i - firstProse));
  v[at++] = lastProse < 0 ? 0 : Math.max(-200, Math.min(50, i - lastProse));
  const rootProse = f64At(rootProseBefore, count);
  v[at++] = rootProse === 0 ? 0 : f64At(rootProseBefore, i) / rootProse;
  v[at++] = rootProse === 0 ? 0 : (rootProse - f64At(rootProseBefore, i + 1)) / rootProse;
  // How deep the block and the paragraph root still share ancestors.
  v[at++] = commonDepth(analysis, node, paragraphRoot) - u16At(depth, paragraphRoot);
  let ancestor = parent;
  for (let level = 1; level <= 3; level++) {
    const chars = f64At(analysis.textChars, ancestor);
    v[at++] = log(chars);
    v[at++] = chars === 0 ? 0 : f64At(analysis.linkChars, ancestor) / chars;
    v[at++] = analysis.proseTotal === 0 ? 0 : f64At(analysis.proseChars, ancestor) / analysis.proseTotal;
    v[at++] = i32At(analysis.blockCount, ancestor);
    v[at++] = i32At(analysis.proseCount, ancestor);
    ancestor = i32At(page.parent, ancestor);
  }
  return at;
}

function putLookalikes(v: Float32Array, from: number, context: FeatureContext, i: number): number {
  const sums = itemAt(context.signatures, itemAt(context.blocks, i).signature);
  let at = from;
  v[at++] = sums.count;
  v[at++] = log(sums.chars);
  v[at++] = sums.linkChars / sums.chars;
  v[at++] = sums.proseChars / sums.chars;
  v[at++] = i32At(context.parentRuns, i);
  return at;
}

function putNeighbours(v: Float32Array, from: number, context: FeatureContext, i: number): number {
  const { proseBefore, blocks } = context;
  const count = blocks.length;
  let at = putNeighbour(v, from, context, i, i - 1);
  at = putNeighbour(v, at, context, i, i + 1);
  at = putNeighbour(v, at, context, i, i - 2);
  at = putNeighbour(v, at, context, i, i + 2);
  v[at++] = log(f64At(proseBefore, i) - f64At(proseBefore, Math.max(0, i - 6)));
  v[at++] = log(f64At(proseBefore, Math.min(count, i + 7)) - f64At(proseBefore, i + 1));
  v[at++] = linkShare(context, Math.max(0, i - 3), Math.min(count, i + 4));
  v[at++] = linkShare(context, i + 1, Math.min(count, i + 7));
  return at;
}

function putNeighbour(v: Float32Array, from: number, context: FeatureContext, i: number, j: number): number {
  const { blocks, analysis } = context;
  const { page } = analysis.parsed;
  if (j < 0 || j >= blocks.length) {
    v.fill(0, from, from + NEIGHBOUR_COUNT);
    return from + NEIGHBOUR_COUNT;
  }
  const block = itemAt(blocks, i);
  const other = itemAt(blocks, j);
  const tag = u16At(page.tag, other.node);
  let at = from;
  v[at++] = other.text.length;
  v[at++] = other.linkDensity;
  v[at++] = other.isProse ? 1 : 0;
  v[at++] = u8At(tagKinds, Math.min(tag, DYNAMIC_TAG_BASE));
  v[at++] = phraseLevel(other);
  v[at++] = other.stats.ending;
  v[at++] = page.parent[other.node] === page.parent[block.node] ? 1 : 0;
  v[at++] = other.signature === block.signature ? 1 : 0;
  return at;
}

/** 2 for a phrase that begins what follows an article, 1 for another, 0 for none. */
const phraseLevel = ({ phrases }: AnalysedBlock): number => (phrases.startMask & tailMask ? 2 : phrases.mask === 0 ? 0 : 1);

/** The share of the characters of blocks `[from, to)` that are links. */
function linkShare({ charsBefore, linksBefore }: FeatureContext, from: number, to: number): number {
  const chars = to > from ? f64At(charsBefore, to) - f64At(charsBefore, from) : 0;
  return chars === 0 ? 0 : (f64At(linksBefore, to) - f64At(linksBefore, from)) / chars;
}

function putProgress(v: Float32Array, from: number, context: FeatureContext, i: number, progress: Progress): number {
  const { analysis, blocks, depthWithNext } = context;
  const { parsed, depth } = analysis;
  const { page } = parsed;
  const block = itemAt(blocks, i);
  const { headingAt, recirculationAt, tailAt } = progress;
  let at = from;
  if (headingAt < 0) {
    v[at++] = 99;
    v[at++] = 0;
    v[at++] = 0;
    v[at++] = 0;
  } else {
    const heading = itemAt(blocks, headingAt);
    v[at++] = Math.min(99, i - headingAt);
    v[at++] = phraseLevel(heading);
    v[at++] = headingLevel(u16At(page.tag, heading.node));
    v[at++] = isWithin(parsed, block.node, i32At(page.parent, heading.node)) ? 1 : 0;
  }
  v[at++] = recirculationAt < 0 ? 99 : Math.min(99, i - recirculationAt);
  v[at++] = tailAt < 0 ? 99 : Math.min(99, i - tailAt);
  const own = u16At(depth, block.node);
  const isLast = i === blocks.length - 1;
  v[at++] = i === 0 ? 20 : own - i32At(depthWithNext, i - 1);
  v[at++] = isLast ? 20 : own - i32At(depthWithNext, i);
  v[at++] = i === 0 ? 20 : log(block.start - itemAt(blocks, i - 1).end);
  v[at++] = isLast ? 20 : log(itemAt(blocks, i + 1).start - block.end);
  return at;
}

/** Longer texts share words with any headline. */
const TITLE_OVERLAP_WORDS_MAX = 40;
const DESCRIPTION_OVERLAP_WORDS_MAX = 90;
const TITLE_DISTANCE_MAX = 60;

/** How many words a block's folded beginning has, and how many of them are the headline's, the description's, or speak to the reader. */
interface WordCounts {
  words: number;
  inTitle: number;
  inDescription: number;
  addressing: number;
}

const SPACE = 32;

/** Counts each word of `folded` once; read before the next block is counted. */
function countWords(folded: string, { knownWords }: FeatureContext, counts: WordCounts): void {
  let words = 0;
  let inTitle = 0;
  let inDescription = 0;
  let addressing = 0;
  let start = 0;
  let hash = WordTable.seed;
  for (let at = 0; at <= folded.length && folded !== ""; at++) {
    const code = at === folded.length ? SPACE : folded.charCodeAt(at);
    if (code !== SPACE) {
      hash = hashStep(hash, code);
      continue;
    }
    words += 1;
    const known = words > DESCRIPTION_OVERLAP_WORDS_MAX ? undefined : knownWords.get(folded, start, at, hash);
    if (known !== undefined) {
      inTitle += known & 1;
      inDescription += known >> 1;
    }
    if (at - start <= ADDRESS_CHARS_MAX && isAddressWordAt(folded, start, at, hash)) addressing += 1;
    start = at + 1;
    hash = WordTable.seed;
  }
  counts.words = words;
  counts.inTitle = inTitle;
  counts.inDescription = inDescription;
  counts.addressing = addressing;
}

function putTitleWords(v: Float32Array, from: number, context: FeatureContext, i: number, progress: Progress): number {
  const { titleWordCount, descriptionWordCount } = context;
  const folded = itemAt(context.folded, i);
  countWords(folded, context, progress.words);
  const { words, inTitle, inDescription } = progress.words;
  let at = from;
  v[at++] = words === 0 || words > TITLE_OVERLAP_WORDS_MAX ? 0 : inTitle / Math.max(words, titleWordCount);
  v[at++] = u8At(context.isTitle, i);
  v[at++] = progress.titleAt < 0 ? -1 : Math.min(TITLE_DISTANCE_MAX, i - progress.titleAt);
  v[at++] = words === 0 || words > DESCRIPTION_OVERLAP_WORDS_MAX ? 0 : inDescription / Math.max(words, descriptionWordCount);
  v[at++] = bodyHas(context.body, folded);
  v[at++] = i32At(context.copies, i);
  v[at++] = context.firstCopy[i] === i ? 0 : 1;
  return at;
}

/** Whether the JSON-LD body has this block's text: 0 no body given, 1 not in it, 2 in it. */
function bodyHas(body: string, folded: string): number {
  if (body === "") return 0;
  if (folded === "") return 1;
  return body.includes(folded.length > 120 ? folded.slice(0, 120) : folded) ? 2 : 1;
}

function putPage(v: Float32Array, from: number, context: FeatureContext, i: number, progress: Progress, ordinal: number): number {
  const { analysis, blocks, proseBefore, titleIndex } = context;
  const { node } = itemAt(blocks, i);
  let at = from;
  v[at++] = log(f64At(proseBefore, blocks.length));
  v[at++] = blocks.length;
  v[at++] = i32At(analysis.proseCount, 0);
  v[at++] = analysis.unspacedShare;
  v[at++] = analysis.proseTotal === 0 ? 0 : f64At(analysis.proseChars, analysis.proseRoot) / analysis.proseTotal;
  v[at++] = analysis.articleCount;
  v[at++] = progress.h1Seen;
  v[at++] = context.h1Total;
  v[at++] = ordinal;
  v[at++] = titleIndex < 0 ? -1 : u16At(analysis.depth, node) - commonDepth(analysis, node, itemAt(blocks, titleIndex).node);
  v[at++] = titleIndex < 0 ? 0 : i > titleIndex ? 1 : -1;
  return at;
}

/** How much of a text's beginning speaks to the reader or of the outlet itself; counted by `putTitleWords`. */
function putAddress(v: Float32Array, from: number, { words, addressing }: WordCounts): number {
  v[from] = words < 4 ? 0 : addressing / words;
  return from + 1;
}

/** The longest such word has no more characters. */
const ADDRESS_CHARS_MAX = 9;

/** Which of the page's outermost `<article>`s a node lies in, counted from 1; 0 for none. */
function articleOrdinal(analysis: PageAnalysis, node: number, articles: Map<number, number>): number {
  if (!(i32At(analysis.inside, node) & INSIDE.article)) return 0;
  const { parent } = analysis.parsed.page;
  let outermost = node;
  for (let at = node; at > 0 && i32At(analysis.inside, at) & INSIDE.article; at = i32At(parent, at)) outermost = at;
  let ordinal = articles.get(outermost);
  if (ordinal === undefined) {
    ordinal = articles.size + 1;
    articles.set(outermost, ordinal);
  }
  return ordinal;
}
