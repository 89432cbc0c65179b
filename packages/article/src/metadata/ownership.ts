/**
 * Whose a date or a name on the page is: the article's, or that of a card, a ticker, a clock, a list next to it. Judged by the largest
 * element around it that holds neither the headline nor any kept block: the article's own row of metadata is short and stands with
 * the headline, a card brings its own headline and stands apart.
 */

import { attributeOf, INSIDE, type PageAnalysis } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { isHeadingTag, TAG } from "../html/tags.ts";
import { foldedText } from "../html/title-words.ts";
import { f64Of, i32Of, itemAt, u16Of } from "../indexing.ts";
import { readHeadLine } from "./head-line.ts";
import type { MetadataInput } from "./metadata-input.ts";

export interface Ownership {
  /** The block of the headline, -1 for none. */
  readonly headline: number;
  /** Whether what stands in the element belongs to the article. */
  isOwn(node: number): boolean;
  /** Whether it stands in a clock, a ticker or the site's masthead, whose day is today. */
  isOfToday(node: number): boolean;
}

const otherMeanings = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar");
/** Times that are the page's or the day's, not the article's. */
const clockName =
  /(?:^|[\s_-])(?:clock|ticker|breaking|weather|current-?(?:date|time)|today|now|live-?(?:bar|feed)|marquee|topbar|top-bar|news-?bar)(?:$|[\s_-])/i;
/** A teaser's link is a headline; an author's or a section's is shorter. */
const TEASER_WORDS_MIN = 4;
const TEASER_CHARS_MIN = 22;
const ROW_BLOCKS_MAX = 4;

export function ownershipOf({ analysis, kept, titles }: MetadataInput): Ownership {
  const { parsed, blocks } = analysis;
  const { page } = parsed;
  const folded = new Set(titles.map(foldedText));
  const firstKept = kept.indexOf(true);
  let headline = -1;
  const tagOf = (i: number): number => u16Of(page.tag, itemAt(blocks, i).node);
  for (let i = 0; i < blocks.length && (firstKept < 0 || i <= firstKept); i++) {
    const block = itemAt(blocks, i);
    if (block.text.length >= 400 || i32Of(analysis.inside, block.node) & INSIDE.nav || !folded.has(foldedText(block.text)))
      continue;
    // The last repetition before the body is the real one, but a heading beats a line.
    if (headline < 0 || isHeadingTag(tagOf(i)) || !isHeadingTag(tagOf(headline))) headline = i;
  }
  // Where no title of the page is shown, or only in a list far above, the heading above the text is the headline.
  if (firstKept >= 0 && (headline < 0 || (headline < firstKept - HEADING_BLOCKS && !isHeadingTag(tagOf(headline))))) {
    const near = headingAbove(analysis, firstKept);
    if (near >= 0) headline = near;
  }
  const headlineNode = headline < 0 ? 0 : itemAt(blocks, headline).node;
  const body = keptBelow(analysis, kept);
  const around = new Set<number>();
  for (let node = headlineNode; node > 0; node = i32Of(page.parent, node)) around.add(node);

  const bodyStart = firstKept < 0 ? Number.MAX_SAFE_INTEGER : itemAt(blocks, Math.min(blocks.length - 1, firstKept + 3)).start;
  const isOwn = (node: number): boolean => {
    // Between the headline and the first paragraphs stands the article's own row, however its page is built.
    if (headlineNode > 0 && i32Of(page.start, node) >= i32Of(page.start, headlineNode) && i32Of(page.start, node) <= bodyStart)
      return !(i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.footer) & ~i32Of(analysis.inside, headlineNode));
    if (
      i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden) ||
      i32Of(analysis.inherited, node) & otherMeanings
    )
      return false;
    let branch = node;
    let up = i32Of(page.parent, branch);
    if (around.has(node) || i32Of(body, node) > 0) return true;
    while (up > 0 && !around.has(up) && body[up] === 0) {
      if (clockName.test(page.className(branch))) return false;
      branch = up;
      up = i32Of(page.parent, branch);
    }
    if (clockName.test(`${page.className(branch)} ${page.idName(branch)}`)) return false;
    if (holdsTeaser(analysis, branch)) return false;
    if (headlineNode === 0 || i32Of(page.start, node) > i32Of(page.start, headlineNode)) return true;
    // Above the headline: only where the headline's own branch is not the whole article.
    let own = headlineNode;
    while (own > 0 && page.parent[own] !== up) own = i32Of(page.parent, own);
    if (own === 0 || body[own] === 0) return true;
    // Outside it: a row of a line or two without links, and no part of the site's masthead.
    return (
      i32Of(analysis.blockCount, branch) <= ROW_BLOCKS_MAX &&
      f64Of(analysis.linkChars, branch) < TEASER_CHARS_MIN &&
      !(i32Of(analysis.inside, node) & INSIDE.header & ~i32Of(analysis.inside, headlineNode))
    );
  };
  const isOfToday = (node: number): boolean => {
    if (i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.header) & ~i32Of(analysis.inside, headlineNode)) return true;
    for (let up = node; up > 0 && !around.has(up); up = i32Of(page.parent, up))
      if (clockName.test(`${page.className(up)} ${page.idName(up)}`)) return true;
    return false;
  };
  return { headline, isOwn, isOfToday };
}

const HEADING_BLOCKS = 14;

/**
 * The last heading of first rank that is shown right above the first kept block, or is it; else one of second rank that the text
 * begins with, or that stands above it on a page without the first rank. -1 for none.
 */
export function headingAbove({ parsed, blocks, inside }: PageAnalysis, firstKept: number): number {
  const { tag } = parsed.page;
  const hasFirst = blocks.some(({ node }) => tag[node] === TAG.h1);
  let second = -1;
  for (let i = firstKept; i >= 0 && i >= firstKept - HEADING_BLOCKS; i--) {
    const { node, linkDensity } = itemAt(blocks, i);
    if (linkDensity > 0.5 || i32Of(inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden | INSIDE.aside)) continue;
    if (tag[node] === TAG.h1) return i;
    if (tag[node] === TAG.h1 + 1 && second < 0 && (!hasFirst || i === firstKept)) second = i;
  }
  return second;
}

/** Kept blocks in each element's subtree. */
function keptBelow({ parsed, blocks }: PageAnalysis, kept: readonly boolean[]): Int32Array {
  const { count, parent } = parsed.page;
  const sums = new Int32Array(count);
  for (const [i, { node }] of blocks.entries()) {
    if (!kept[i]) continue;
    for (let up = node; up > 0; up = i32Of(parent, up)) sums[up] = i32Of(sums, up) + 1;
  }
  return sums;
}

/** A heading, or a link as long as a headline. Blocks of one element stand together, so a short look is enough. */
function holdsTeaser(analysis: PageAnalysis, branch: number): boolean {
  const { parsed, blocks } = analysis;
  const { page } = parsed;
  const from = i32Of(page.start, branch);
  const to = i32Of(page.end, branch);
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(blocks, middle).start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < blocks.length && i < low + 40 && itemAt(blocks, i).start < to; i++) {
    const block = itemAt(blocks, i);
    if (block.linkChars < TEASER_CHARS_MIN || block.stats.words < TEASER_WORDS_MIN) {
      const isHeading = isHeadingTag(u16Of(page.tag, block.node)) && block.stats.words >= TEASER_WORDS_MIN;
      if (isHeading && readHeadLine(block.text) === undefined) return true;
      continue;
    }
    // "By Mara Venn and Otto Brack" has links as well, but none as long as a headline.
    if (block.links === 1 || block.linkDensity > 0.8) return block.linkChars / Math.max(1, block.links) >= TEASER_CHARS_MIN;
  }
  return false;
}

/** `<time>` and `<abbr>` with a date: its machine-readable value, or its text. */
export function timeValue(analysis: PageAnalysis, node: number): string | undefined {
  const { parsed } = analysis;
  return parsed.page.tag[node] === TAG.abbr ? attributeOf(parsed, node, "title") : attributeOf(parsed, node, "datetime");
}
