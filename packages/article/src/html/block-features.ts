/**
 * A page's blocks as numbers for the classifier. Every feature is a property of the block's text, its place in the tree, its
 * neighbours or the page; none names a site. Trees split on ranks, so nothing needs scaling.
 */

import type { PageHead } from "../metadata/read-head.ts";
import { PHRASE_KINDS } from "../phrases.ts";
import { type AnalysedBlock, INSIDE, isWithin, type PageAnalysis } from "./analyse-page.ts";
import { MEANINGS } from "./class-words.ts";
import { DYNAMIC_TAG_BASE, TAG } from "./tags.ts";
import { foldedText, foldWords } from "./title-words.ts";

const INSIDE_KEYS = Object.keys(INSIDE) as (keyof typeof INSIDE)[];

/** Ancestors counted as near. */
const NEAR_LEVELS = 2;

const NEIGHBOUR = ["chars", "links", "prose", "tag", "phrases", "ending", "sameParent", "sameSignature"] as const;

export const FEATURE_NAMES: readonly string[] = [
  "chars",
  "words",
  "linkDensity",
  "links",
  "strongShare",
  "emphasisShare",
  "wordLength",
  "upperShare",
  "capitalisedShare",
  "digitShare",
  "commas",
  "sentences",
  "ending",
  "opening",
  "separators",
  "questions",
  "quotes",
  "hasAt",
  "wholeUpper",
  "yearLike",
  ...PHRASE_KINDS.map((kind) => `phrase.${kind}`),
  ...PHRASE_KINDS.map((kind) => `opens.${kind}`),
  "opensShare",
  "tagKind",
  "headingLevel",
  "afterBreak",
  "depth",
  ...INSIDE_KEYS.map((key) => `in.${key}`),
  ...MEANINGS.map((meaning) => `near.${meaning}`),
  ...MEANINGS.map((meaning) => `any.${meaning}`),
  "index",
  "indexShare",
  "charShare",
  "proseBefore",
  "proseAfter",
  "inProseRoot",
  "belowProseRoot",
  "inParagraphRoot",
  "isParagraphRootChild",
  "fromFirstProse",
  "fromLastProse",
  "rootProseBefore",
  "rootProseAfter",
  "commonDepth",
  ...[1, 2, 3].flatMap((level) => [
    `up${level}.chars`,
    `up${level}.links`,
    `up${level}.prose`,
    `up${level}.blocks`,
    `up${level}.proseBlocks`,
  ]),
  "signature.count",
  "signature.chars",
  "signature.links",
  "signature.prose",
  "parentSignature.count",
  ...["previous", "next", "previous2", "next2"].flatMap((which) => NEIGHBOUR.map((name) => `${which}.${name}`)),
  "window.proseBefore",
  "window.proseAfter",
  "window.links",
  "window.linksAfter",
  "heading.distance",
  "heading.phrases",
  "heading.level",
  "heading.sameParent",
  "recirculation.distance",
  "tail.distance",
  "climb",
  "climbNext",
  "gapBefore",
  "gapAfter",
  "titleOverlap",
  "titleEqual",
  "titleDistance",
  "descriptionOverlap",
  "articleBody",
  "duplicates",
  "duplicateOf",
  "pageProse",
  "pageBlocks",
  "pageProseBlocks",
  "pageUnspaced",
  "rootShare",
  "articles",
  "h1.seen",
  "h1.total",
  "article.ordinal",
  "title.common",
  "afterTitle",
];

export const FEATURE_COUNT = FEATURE_NAMES.length;

const log = (value: number): number => Math.log2(1 + Math.max(0, value));
const ENDS_ARTICLE = ["recirculation", "newsletter", "share", "comments", "author", "tags", "appeal"] as const;
const tailMask = ENDS_ARTICLE.reduce((mask, kind) => mask | (1 << PHRASE_KINDS.indexOf(kind)), 0);
const recirculationBit = 1 << PHRASE_KINDS.indexOf("recirculation");
const yearLike = /(?:^|\D)(?:19|20)\d\d(?:\D|$)|\d\d?[:.]\d\d/;

function tagKind(tag: number): number {
  switch (tag) {
    case TAG.p:
      return 1;
    case TAG.li:
      return 2;
    case TAG.div:
      return 3;
    case TAG.td:
    case TAG.th:
      return 4;
    case TAG.blockquote:
      return 5;
    case TAG.figcaption:
    case TAG.figure:
    case TAG.caption:
      return 6;
    case TAG.dd:
    case TAG.dt:
      return 7;
    case TAG.pre:
      return 8;
    case TAG.section:
    case TAG.article:
    case TAG.main:
      return 9;
    case TAG.header:
      return 10;
    case TAG.footer:
    case TAG.aside:
    case TAG.nav:
      return 11;
    case TAG.button:
      return 12;
    default:
      if (tag >= TAG.h1 && tag <= TAG.h6) return 13 + tag - TAG.h1;
      return tag >= DYNAMIC_TAG_BASE ? 20 : 0;
  }
}

const headingLevel = (tag: number): number => (tag >= TAG.h1 && tag <= TAG.h6 ? 1 + tag - TAG.h1 : 0);

/** The share of `words` that `of` has. */
function overlap(words: readonly string[], of: ReadonlySet<string>): number {
  if (words.length === 0 || of.size === 0) return 0;
  let hits = 0;
  for (const word of words) if (of.has(word)) hits += 1;
  return hits / Math.max(words.length, of.size);
}

/** Whether the JSON-LD body has this block's text: 0 no body given, 1 not in it, 2 in it. */
function bodyHas(body: string, folded: string): number {
  if (body === "") return 0;
  if (folded === "") return 1;
  return body.includes(folded.length > 120 ? folded.slice(0, 120) : folded) ? 2 : 1;
}

/** Shorter bodies are teasers. */
const BODY_CHARS_MIN = 400;

export interface BlockFeatures {
  readonly values: Float32Array;
  readonly count: number;
  /** Folded text of each block, for later comparisons. */
  readonly folded: readonly string[];
  /** 1 for blocks whose row was left empty because nothing could make them body. */
  readonly hopeless: Uint8Array;
}

/** Links and nothing else, in navigation or outside the container that holds the page's prose: half of all blocks. */
const isHopeless = (block: AnalysedBlock, inside: number, inRoot: boolean): boolean =>
  block.linkDensity > 0.9 && (!inRoot || (inside & (INSIDE.nav | INSIDE.footer)) !== 0);

export function blockFeatures(analysis: PageAnalysis, head: PageHead, titles: readonly string[]): BlockFeatures {
  const { blocks, parsed, depth } = analysis;
  const { page } = parsed;
  const count = blocks.length;
  const values = new Float32Array(count * FEATURE_COUNT);
  const hopeless = new Uint8Array(count);
  if (count === 0) return { values, count, folded: [], hopeless };

  const titleSet = new Set(titles.flatMap((title) => foldWords(title)));
  const titleWords = new Set(titles.length > 0 ? foldWords(titles[0]!) : []);
  const foldedTitles = new Set(titles.map((title) => foldedText(title)));
  const description = head.meta.get("og:description")?.[0] ?? head.meta.get("description")?.[0] ?? "";
  const descriptionWords = new Set(foldWords(description));
  const body = head.articleBody.length >= BODY_CHARS_MIN ? foldedText(head.articleBody) : "";

  const folded = blocks.map((block) => foldedText(block.text.length > 240 ? block.text.slice(0, 240) : block.text));
  const seen = new Map<string, number>();
  for (const text of folded) seen.set(text, (seen.get(text) ?? 0) + 1);
  const firstAt = new Map<string, number>();

  const signatureCount: number[] = [];
  const signatureChars: number[] = [];
  const signatureLinks: number[] = [];
  const signatureProse: number[] = [];
  const parentSeen = new Map<string, number>();
  const parentKeys: string[] = [];
  let charsTotal = 0;
  let proseTotal = 0;
  let lastParent = -1;
  for (const block of blocks) {
    const s = block.signature;
    signatureCount[s] = (signatureCount[s] ?? 0) + 1;
    signatureChars[s] = (signatureChars[s] ?? 0) + block.text.length;
    signatureLinks[s] = (signatureLinks[s] ?? 0) + block.linkChars;
    signatureProse[s] = (signatureProse[s] ?? 0) + (block.isProse ? block.text.length : 0);
    charsTotal += block.text.length;
    if (block.isProse) proseTotal += block.text.length;
    const parent = page.parent[block.node]!;
    const key = `${page.tag[parent]}.${page.className(parent)}`;
    parentKeys.push(key);
    if (parent !== lastParent) parentSeen.set(key, (parentSeen.get(key) ?? 0) + 1);
    lastParent = parent;
  }

  const { proseRoot, paragraphRoot } = analysis;
  let firstProse = -1;
  let lastProse = -1;
  let rootProse = 0;
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    if (!block.isProse || !isWithin(parsed, block.node, proseRoot)) continue;
    if (firstProse < 0) firstProse = i;
    lastProse = i;
    rootProse += block.text.length;
  }

  let charsBefore = 0;
  let proseBefore = 0;
  let rootProseBefore = 0;
  let headingAt = -1;
  let recirculationAt = -1;
  let tailAt = -1;
  let titleAt = -1;
  let h1Seen = 0;
  const h1Total = blocks.reduce((sum, block) => sum + (page.tag[block.node] === TAG.h1 ? 1 : 0), 0);
  const articles = new Map<number, number>();
  const isTitle = (i: number): boolean => foldedTitles.has(folded[i]!) && folded[i] !== "";
  let titleIndex = blocks.findIndex((block, i) => isTitle(i) && headingLevel(page.tag[block.node]!) > 0);
  if (titleIndex < 0) titleIndex = blocks.findIndex((block, i) => isTitle(i) && !(analysis.inside[block.node]! & INSIDE.nav));
  /** What later blocks need to know of block `i`. */
  const advance = (i: number): void => {
    const block = blocks[i]!;
    const { phrases, stats, text } = block;
    charsBefore += text.length;
    if (block.isProse) {
      proseBefore += text.length;
      if (isWithin(parsed, block.node, proseRoot)) rootProseBefore += text.length;
    }
    if (headingLevel(page.tag[block.node]!) > 0 || (text.length < 80 && stats.sentences === 0 && phrases.startMask & tailMask))
      headingAt = i;
    if (text.length < 120 && phrases.startMask & recirculationBit) recirculationAt = i;
    if (text.length < 200 && phrases.startMask & tailMask) tailAt = i;
  };
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    const { stats, phrases, text } = block;
    const node = block.node;
    const parent = page.parent[node]!;
    const tag = page.tag[node]!;
    const inside = analysis.inside[node]!;
    const inRoot = isWithin(parsed, node, proseRoot);
    const equal = isTitle(i);
    let ordinal = 0;
    if (tag === TAG.h1) h1Seen += 1;
    if (equal || tag === TAG.h1) titleAt = titleAt < 0 || equal ? i : titleAt;
    const inArticle = articleOf(analysis, node);
    if (inArticle !== 0) {
      ordinal = articles.get(inArticle) ?? articles.size + 1;
      articles.set(inArticle, ordinal);
    }
    const first = firstAt.get(folded[i]!);
    if (first === undefined) firstAt.set(folded[i]!, i);
    if (isHopeless(block, inside, inRoot) && !equal) {
      hopeless[i] = 1;
      advance(i);
      continue;
    }
    let at = i * FEATURE_COUNT;
    const put = (value: number): void => {
      values[at++] = value;
    };
    put(text.length);
    put(stats.words);
    put(block.linkDensity);
    put(block.links);
    put(block.strongChars / text.length);
    put(block.emphasisChars / text.length);
    put(stats.words === 0 ? 0 : stats.letters / stats.words);
    put(stats.letters === 0 ? 0 : stats.upper / stats.letters);
    put(stats.words === 0 ? 0 : stats.capitalisedWords / stats.words);
    put(stats.digits / text.length);
    put(stats.commas);
    put(stats.sentences);
    put(stats.ending);
    put(stats.opening);
    put(stats.separators);
    put(stats.questions);
    put(stats.quotes);
    put(text.includes("@") || text.includes("http") || text.includes("www.") ? 1 : 0);
    put(stats.letters > 3 && stats.upper === stats.letters ? 1 : 0);
    put(text.length < 200 && yearLike.test(text) ? 1 : 0);
    for (let k = 0; k < PHRASE_KINDS.length; k++) put((phrases.mask >> k) & 1);
    for (let k = 0; k < PHRASE_KINDS.length; k++) put((phrases.startMask >> k) & 1);
    put(phrases.startChars / text.length);
    put(tagKind(tag));
    put(headingLevel(tag));
    put(block.afterBreak ? 1 : 0);
    put(depth[node]!);
    for (const key of INSIDE_KEYS) put(inside & INSIDE[key] ? 1 : 0);
    let near = 0;
    let up = node;
    for (let level = 0; level <= NEAR_LEVELS && up > 0 && page.tag[up] !== TAG.body; level++) {
      near |= analysis.own[up]!;
      up = page.parent[up]!;
    }
    for (let k = 0; k < MEANINGS.length; k++) put((near >> k) & 1);
    const any = analysis.inherited[node]!;
    for (let k = 0; k < MEANINGS.length; k++) put((any >> k) & 1);
    put(i);
    put(i / count);
    put(charsBefore / charsTotal);
    put(log(proseBefore));
    put(log(proseTotal - proseBefore - (block.isProse ? text.length : 0)));
    put(inRoot ? 1 : 0);
    put(inRoot ? depth[node]! - depth[proseRoot]! : -1);
    const inParagraphs = isWithin(parsed, node, paragraphRoot);
    put(inParagraphs ? 1 : 0);
    put(parent === paragraphRoot ? 1 : 0);
    put(firstProse < 0 ? 0 : Math.max(-50, Math.min(200, i - firstProse)));
    put(lastProse < 0 ? 0 : Math.max(-200, Math.min(50, i - lastProse)));
    put(rootProse === 0 ? 0 : rootProseBefore / rootProse);
    put(rootProse === 0 ? 0 : (rootProse - rootProseBefore - (block.isProse && inRoot ? text.length : 0)) / rootProse);
    // How deep the block and the paragraph root still share ancestors.
    put(commonDepth(analysis, node, paragraphRoot) - depth[paragraphRoot]!);
    let ancestor = parent;
    for (let level = 1; level <= 3; level++) {
      const chars = analysis.textChars[ancestor]!;
      put(log(chars));
      put(chars === 0 ? 0 : analysis.linkChars[ancestor]! / chars);
      put(analysis.proseTotal === 0 ? 0 : analysis.proseChars[ancestor]! / analysis.proseTotal);
      put(analysis.blockCount[ancestor]!);
      put(analysis.proseCount[ancestor]!);
      ancestor = page.parent[ancestor]!;
    }
    const s = block.signature;
    put(signatureCount[s]!);
    put(log(signatureChars[s]!));
    put(signatureLinks[s]! / signatureChars[s]!);
    put(signatureProse[s]! / signatureChars[s]!);
    put(parentSeen.get(parentKeys[i]!)!);
    for (const offset of [-1, 1, -2, 2]) {
      const other = blocks[i + offset];
      if (other === undefined) {
        at += NEIGHBOUR.length;
        continue;
      }
      put(other.text.length);
      put(other.linkDensity);
      put(other.isProse ? 1 : 0);
      put(tagKind(page.tag[other.node]!));
      put(other.phrases.startMask & tailMask ? 2 : other.phrases.mask === 0 ? 0 : 1);
      put(other.stats.ending);
      put(page.parent[other.node] === parent ? 1 : 0);
      put(other.signature === s ? 1 : 0);
    }
    put(log(windowProse(blocks, i, -6)));
    put(log(windowProse(blocks, i, 6)));
    put(windowLinks(blocks, i - 3, i + 3));
    put(windowLinks(blocks, i + 1, i + 6));
    const heading = headingAt < 0 ? undefined : blocks[headingAt]!;
    put(heading === undefined ? 99 : Math.min(99, i - headingAt));
    put(heading === undefined ? 0 : heading.phrases.startMask & tailMask ? 2 : heading.phrases.mask === 0 ? 0 : 1);
    put(heading === undefined ? 0 : headingLevel(page.tag[heading.node]!));
    put(heading !== undefined && isWithin(parsed, node, page.parent[heading.node]!) ? 1 : 0);
    put(recirculationAt < 0 ? 99 : Math.min(99, i - recirculationAt));
    put(tailAt < 0 ? 99 : Math.min(99, i - tailAt));
    const previous = blocks[i - 1];
    const next = blocks[i + 1];
    put(previous === undefined ? 20 : depth[node]! - commonDepth(analysis, node, previous.node));
    put(next === undefined ? 20 : depth[node]! - commonDepth(analysis, node, next.node));
    put(previous === undefined ? 20 : log(block.start - previous.end));
    put(next === undefined ? 20 : log(next.start - block.end));
    const words = folded[i] === "" ? [] : folded[i]!.split(" ");
    put(words.length > 40 ? 0 : overlap(words, titleWords.size > 0 ? titleWords : titleSet));
    put(equal ? 1 : 0);
    put(titleAt < 0 ? -1 : Math.min(60, i - titleAt));
    put(words.length > 90 ? 0 : overlap(words, descriptionWords));
    put(bodyHas(body, folded[i]!));
    put(seen.get(folded[i]!)!);
    put(first === undefined ? 0 : 1);
    put(log(proseTotal));
    put(count);
    put(analysis.proseCount[0]!);
    put(analysis.unspacedShare);
    put(analysis.proseTotal === 0 ? 0 : analysis.proseChars[proseRoot]! / analysis.proseTotal);
    put(analysis.articleCount);
    put(h1Seen);
    put(h1Total);
    put(ordinal);
    put(titleIndex < 0 ? -1 : depth[node]! - commonDepth(analysis, node, blocks[titleIndex]!.node));
    put(titleIndex < 0 ? 0 : i > titleIndex ? 1 : -1);
    if (at !== (i + 1) * FEATURE_COUNT)
      throw new Error(`block-features: ${at - i * FEATURE_COUNT} values for ${FEATURE_COUNT} names`);

    advance(i);
  }
  return { values, count, folded, hopeless };
}

function windowProse(blocks: readonly AnalysedBlock[], from: number, width: number): number {
  let sum = 0;
  const step = Math.sign(width);
  for (let i = 1; i <= Math.abs(width); i++) {
    const block = blocks[from + i * step];
    if (block?.isProse) sum += block.text.length;
  }
  return sum;
}

function windowLinks(blocks: readonly AnalysedBlock[], from: number, to: number): number {
  let links = 0;
  let chars = 0;
  for (let i = Math.max(0, from); i <= to && i < blocks.length; i++) {
    links += blocks[i]!.linkChars;
    chars += blocks[i]!.text.length;
  }
  return chars === 0 ? 0 : links / chars;
}

/** Depth of the deepest common ancestor. The loop is bounded by the parser's depth limit. */
function commonDepth(analysis: PageAnalysis, a: number, b: number): number {
  const { parent } = analysis.parsed.page;
  const { depth } = analysis;
  let x = a;
  let y = b;
  while (x !== y) {
    if (depth[x]! >= depth[y]!) x = parent[x]!;
    else y = parent[y]!;
  }
  return depth[x]!;
}

/** The outermost `<article>` around a node, 0 for none. */
function articleOf(analysis: PageAnalysis, node: number): number {
  if (!(analysis.inside[node]! & INSIDE.article)) return 0;
  const { parent } = analysis.parsed.page;
  let found = node;
  for (let at = node; at > 0 && analysis.inside[at]! & INSIDE.article; at = parent[at]!) found = at;
  return found;
}
