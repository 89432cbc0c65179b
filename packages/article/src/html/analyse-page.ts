/**
 * Everything the body selection knows about a page before it decides: per block its text statistics, stock phrases and place in
 * the tree; per element the sums over its subtree; and the two elements most likely to hold the article.
 */
import { f64At, i32At, u16At } from "@wirefold/core";
import { itemAt, numberAt } from "../indexing.ts";
import { findPhrases, type PhraseHits } from "../phrases.ts";
import { meaningBit, meaningsOf } from "./class-words.ts";
import { decodeAttribute } from "./decode-entities.ts";
import { FLAG, type Page } from "./page.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { DYNAMIC_TAG_BASE, isHeadingTag, TAG } from "./tags.ts";
import type { PageBlock } from "./text-blocks.ts";
import { type TextStatistics, textStatistics } from "./text-statistics.ts";

/** Ancestor facts, inherited down the tree. */
export const INSIDE = {
  article: 1,
  main: 2,
  aside: 4,
  nav: 8,
  header: 16,
  footer: 32,
  form: 64,
  figure: 128,
  caption: 256,
  table: 512,
  list: 1024,
  blockquote: 2048,
  link: 4096,
  button: 8192,
  address: 16384,
  hidden: 32768,
  ariaHidden: 65536,
  articleBody: 131072,
  details: 262144,
  dialog: 524288,
} as const;

export interface AnalysedBlock extends PageBlock {
  readonly stats: TextStatistics;
  readonly phrases: PhraseHits;
  readonly linkDensity: number;
  /** Reads like running text: sentences, few links. */
  readonly isProse: boolean;
  /** Blocks with the same element and parent make-up. */
  readonly signature: number;
}

export interface PageAnalysis {
  readonly parsed: ParsedPage;
  readonly blocks: AnalysedBlock[];
  readonly depth: Uint16Array;
  readonly inside: Int32Array;
  /** Class meanings of the element itself, and of all its ancestors below `<body>`. */
  readonly own: Int32Array;
  readonly inherited: Int32Array;
  readonly textChars: Float64Array;
  readonly linkChars: Float64Array;
  readonly proseChars: Float64Array;
  readonly blockCount: Int32Array;
  readonly proseCount: Int32Array;
  readonly articleCount: number;
  /** The deepest element that still holds most of the page's prose. */
  readonly proseRoot: number;
  /** The element whose own paragraphs weigh most, as readability scores it. */
  readonly paragraphRoot: number;
  readonly proseTotal: number;
  readonly unspacedShare: number;
  /** Equal for elements of the same tag and class. */
  elementKind(node: number): number;
  /** The page's class and id attributes without repetitions, the first of them ""; of each element which of them it has. */
  readonly names: readonly string[];
  readonly classOf: Int32Array;
  readonly idOf: Int32Array;
}

const insideOfTag = new Int32Array(DYNAMIC_TAG_BASE);
insideOfTag[TAG.article] = INSIDE.article;
insideOfTag[TAG.main] = INSIDE.main;
insideOfTag[TAG.aside] = INSIDE.aside;
insideOfTag[TAG.nav] = INSIDE.nav;
insideOfTag[TAG.header] = INSIDE.header;
insideOfTag[TAG.footer] = INSIDE.footer;
insideOfTag[TAG.form] = INSIDE.form;
insideOfTag[TAG.figure] = INSIDE.figure;
insideOfTag[TAG.figcaption] = INSIDE.caption;
insideOfTag[TAG.caption] = INSIDE.caption;
insideOfTag[TAG.table] = INSIDE.table;
insideOfTag[TAG.ul] = INSIDE.list;
insideOfTag[TAG.ol] = INSIDE.list;
insideOfTag[TAG.dl] = INSIDE.list;
insideOfTag[TAG.blockquote] = INSIDE.blockquote;
insideOfTag[TAG.a] = INSIDE.link;
insideOfTag[TAG.button] = INSIDE.button;
insideOfTag[TAG.label] = INSIDE.button;
insideOfTag[TAG.address] = INSIDE.address;

const navBit = meaningBit("nav");

const ROLES: Readonly<Record<string, number>> = {
  article: INSIDE.article,
  main: INSIDE.main,
  complementary: INSIDE.aside,
  navigation: INSIDE.nav,
  menu: INSIDE.nav,
  menubar: INSIDE.nav,
  banner: INSIDE.header,
  contentinfo: INSIDE.footer,
  search: INSIDE.form,
  form: INSIDE.form,
  dialog: INSIDE.dialog,
  alertdialog: INSIDE.dialog,
};

/** Prose needs this many words (characters of unspaced scripts count half). */
const PROSE_WORDS_MIN = 10;

export const isProseText = (stats: TextStatistics, linkDensity: number): boolean =>
  linkDensity < 0.35 && stats.words >= PROSE_WORDS_MIN && stats.sentences > 0 && stats.upper < stats.letters * 0.5;

/** So many long blocks in a row inside one link are a text that someone forgot to close it before. */
const LINKED_RUN_MIN = 3;
const LONG_BLOCK_CHARS = 60;

/** Takes the link off runs of long blocks that lie inside one link. */
function unlinkLongRuns(blocks: readonly PageBlock[]): void {
  for (let i = 0; i < blocks.length; ) {
    let end = i + 1;
    let long = 0;
    // The link began in the run's first block: later ones are all link and begin none.
    while (
      end < blocks.length &&
      itemAt(blocks, end).links === 0 &&
      itemAt(blocks, end).linkChars === itemAt(blocks, end).text.length
    ) {
      if (itemAt(blocks, end).text.length >= LONG_BLOCK_CHARS) long += 1;
      end += 1;
    }
    if (long >= LINKED_RUN_MIN) for (let k = i; k < end; k++) itemAt(blocks, k).linkChars = 0;
    i = end;
  }
}

export function analysePage(parsed: ParsedPage): PageAnalysis {
  const { page } = parsed;
  unlinkLongRuns(parsed.blocks);
  const count = page.count;
  const depth = new Uint16Array(count);
  const inside = new Int32Array(count);
  const own = new Int32Array(count);
  const inherited = new Int32Array(count);
  const classes = new ElementNames(parsed);
  let articleCount = 0;
  for (let node = 1; node < count; node++) {
    const parent = i32At(page.parent, node);
    const tag = u16At(page.tag, node);
    depth[node] = u16At(depth, parent) + 1;
    let facts = i32At(inside, parent);
    if (tag < DYNAMIC_TAG_BASE) facts |= i32At(insideOfTag, tag);
    if (tag === TAG.article) articleCount += 1;
    const flags = u16At(page.flags, node);
    if (flags !== 0) {
      if (flags & FLAG.hidden) facts |= INSIDE.hidden;
      if (flags & FLAG.ariaHidden) facts |= INSIDE.ariaHidden;
      if (flags & FLAG.hasItemprop) {
        const value = page.attribute(node, "itemprop") ?? "";
        if (/articleBody|description$/.test(value) && value.includes("articleBody")) facts |= INSIDE.articleBody;
      }
      if (flags & FLAG.hasRole) facts |= ROLES[(page.attribute(node, "role") ?? "").toLowerCase()] ?? 0;
    }
    inside[node] = facts;
    let mask = 0;
    if (i32At(page.classEnd, node) > i32At(page.classStart, node)) mask |= classes.ofClass(node);
    if (i32At(page.idEnd, node) > i32At(page.idStart, node)) {
      const meanings = classes.ofId(node);
      if (meanings !== 0 && !(isHeadingTag(tag) && isAnchorOfText(page, node))) mask |= meanings;
    }
    if (tag >= DYNAMIC_TAG_BASE) mask |= meaningsOf(page.dynamicName(tag));
    // A heading that one can link to is no navigation.
    if (mask & navBit && isHeadingTag(tag) && /anchor/i.test(page.className(node))) mask &= ~navBit;
    own[node] = mask;
    // Classes of <html> and <body> describe the page, not the block.
    inherited[node] = tag === TAG.body || tag === TAG.html ? 0 : i32At(inherited, parent) | mask;
  }

  const textChars = new Float64Array(count);
  const linkChars = new Float64Array(count);
  const proseChars = new Float64Array(count);
  const blockCount = new Int32Array(count);
  const proseCount = new Int32Array(count);
  const paragraphScore = new Float64Array(count);
  const signatures = new Map<number, number>();
  let proseTotal = 0;
  let unspaced = 0;
  let letters = 0;
  const blocks: AnalysedBlock[] = parsed.blocks.map((block) => {
    const stats = textStatistics(block.text);
    const linkDensity = block.linkChars / block.text.length;
    const isProse = isProseText(stats, linkDensity);
    const node = block.node;
    const parent = i32At(page.parent, node);
    const key = classes.elementKind(node) * NODES_BOUND + classes.elementKind(parent);
    let signature = signatures.get(key);
    if (signature === undefined) {
      signature = signatures.size;
      signatures.set(key, signature);
    }
    textChars[node] = f64At(textChars, node) + block.text.length;
    linkChars[node] = f64At(linkChars, node) + block.linkChars;
    blockCount[node] = i32At(blockCount, node) + 1;
    letters += stats.letters;
    unspaced += stats.unspaced;
    if (isProse && !(i32At(inside, node) & (INSIDE.hidden | INSIDE.dialog))) {
      const weight = block.text.length * (1 - linkDensity);
      proseChars[node] = f64At(proseChars, node) + weight;
      proseCount[node] = i32At(proseCount, node) + 1;
      proseTotal += weight;
      const score = 1 + stats.commas + Math.min(stats.words / 15, 8);
      const scale = 1 - linkDensity;
      paragraphScore[parent] = f64At(paragraphScore, parent) + score * scale;
      paragraphScore[i32At(page.parent, parent)] = f64At(paragraphScore, i32At(page.parent, parent)) + (score * scale) / 2;
      if (page.tag[node] !== TAG.p) paragraphScore[node] = f64At(paragraphScore, node) + score * scale;
    }
    return {
      text: block.text,
      start: block.start,
      end: block.end,
      node,
      linkChars: block.linkChars,
      strongChars: block.strongChars,
      emphasisChars: block.emphasisChars,
      links: block.links,
      afterBreak: block.afterBreak,
      stats,
      phrases: findPhrases(block.text),
      linkDensity,
      isProse,
      signature,
    };
  });
  for (let node = count - 1; node > 0; node--) {
    const parent = i32At(page.parent, node);
    textChars[parent] = f64At(textChars, parent) + f64At(textChars, node);
    linkChars[parent] = f64At(linkChars, parent) + f64At(linkChars, node);
    proseChars[parent] = f64At(proseChars, parent) + f64At(proseChars, node);
    blockCount[parent] = i32At(blockCount, parent) + i32At(blockCount, node);
    proseCount[parent] = i32At(proseCount, parent) + i32At(proseCount, node);
  }
  return {
    parsed,
    blocks,
    depth,
    inside,
    own,
    inherited,
    textChars,
    linkChars,
    proseChars,
    blockCount,
    proseCount,
    articleCount,
    proseRoot: findProseRoot(parsed, proseChars),
    paragraphRoot: findParagraphRoot(parsed, paragraphScore, textChars, linkChars),
    proseTotal,
    unspacedShare: letters === 0 ? 0 : unspaced / letters,
    elementKind: (node) => classes.elementKind(node),
    names: classes.names,
    classOf: classes.classOf,
    idOf: classes.idOf,
  };
}

/** A heading's anchor made of its own words ("how-to-fill-in-the-form"): such an id tells nothing that the text does not. */
export function isAnchorOfText(page: Page, node: number): boolean {
  const words = page
    .idName(node)
    .toLowerCase()
    .match(/\p{L}{2,}/gu);
  if (words === null) return false;
  const from = i32At(page.attrEnd, node) + 1;
  const text = page.html
    .slice(from, Math.min(i32At(page.end, node), from + HEADING_CHARS_MAX))
    .replace(/<[^<>]*>/g, " ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

const HEADING_CHARS_MAX = 600;

/** Above any number of element kinds on one page. */
const NODES_BOUND = 2 ** 24;

/** A page's class and id attributes, each read once: its meanings, and a number for each pair of tag and class. */
class ElementNames {
  readonly #parsed: ParsedPage;
  readonly names: string[] = [""];
  /** A node's class and its id as an index of `names`, 0 for none. */
  readonly classOf: Int32Array;
  readonly idOf: Int32Array;
  readonly #places = new Map<string, number>();
  readonly #masks: number[] = [0];
  readonly #kindOf: Int32Array;
  readonly #kinds = new Map<number, number>();

  constructor(parsed: ParsedPage) {
    this.#parsed = parsed;
    this.classOf = new Int32Array(parsed.page.count);
    this.idOf = new Int32Array(parsed.page.count);
    this.#kindOf = new Int32Array(parsed.page.count).fill(-1);
  }

  /** The meanings of a node's class; to be called for each node that has one. */
  ofClass(node: number): number {
    const place = this.#placeOf(this.#parsed.page.className(node));
    this.classOf[node] = place;
    return numberAt(this.#masks, place);
  }

  /** The meanings of a node's id; to be called for each node that has one. */
  ofId(node: number): number {
    const place = this.#placeOf(this.#parsed.page.idName(node));
    this.idOf[node] = place;
    return numberAt(this.#masks, place);
  }

  #placeOf(name: string): number {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.names.length;
      this.#places.set(name, place);
      this.names.push(name);
      this.#masks.push(meaningsOf(name));
    }
    return place;
  }

  elementKind(node: number): number {
    const known = i32At(this.#kindOf, node);
    if (known >= 0) return known;
    const key = u16At(this.#parsed.page.tag, node) * NODES_BOUND + i32At(this.classOf, node);
    let kind = this.#kinds.get(key);
    if (kind === undefined) {
      kind = this.#kinds.size;
      this.#kinds.set(key, kind);
    }
    this.#kindOf[node] = kind;
    return kind;
  }
}

/** Walks down from the top while one child keeps at least this share of what its parent held. */
const DESCENT_SHARE = 0.6;

function findProseRoot(parsed: ParsedPage, proseChars: Float64Array): number {
  const { page } = parsed;
  const best = new Int32Array(page.count);
  for (let node = page.count - 1; node > 0; node--) {
    const parent = i32At(page.parent, node);
    if (f64At(proseChars, node) > 0 && (best[parent] === 0 || f64At(proseChars, node) >= f64At(proseChars, i32At(best, parent))))
      best[parent] = node;
  }
  let node = 0;
  while (best[node] !== 0 && f64At(proseChars, i32At(best, node)) >= DESCENT_SHARE * f64At(proseChars, node)) {
    const child = i32At(best, node);
    if (page.tag[child] === TAG.p || page.tag[child] === TAG.li) break;
    node = child;
  }
  return node;
}

function findParagraphRoot(parsed: ParsedPage, score: Float64Array, textChars: Float64Array, linkChars: Float64Array): number {
  const { page } = parsed;
  let best = 0;
  let bestScore = 0;
  for (let node = 1; node < page.count; node++) {
    if (score[node] === 0) continue;
    const tag = u16At(page.tag, node);
    if (tag === TAG.body || tag === TAG.html) continue;
    const scaled = f64At(score, node) * (1 - f64At(linkChars, node) / Math.max(1, f64At(textChars, node)));
    if (scaled > bestScore) {
      bestScore = scaled;
      best = node;
    }
  }
  return best;
}

/** True when `node` is `root` or lies below it. Document order makes this two comparisons. */
export const isWithin = (parsed: ParsedPage, node: number, root: number): boolean =>
  root === 0 || (node >= root && i32At(parsed.page.start, node) < i32At(parsed.page.end, root));

/** An attribute's value with references decoded. */
export const attributeOf = (parsed: ParsedPage, node: number, name: string): string | undefined => {
  const raw = parsed.page.attribute(node, name);
  return raw === undefined ? undefined : decodeAttribute(raw);
};
