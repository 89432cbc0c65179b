/**
 * Whose a date or a name on the page is: the article's, or that of a card, a ticker, a clock, a list beside it. Told by the largest
 * element around it that holds neither the headline nor any kept block: the article's own row of metadata is short and stands with
 * the headline, a card brings its own headline and stands apart.
 */
import { attributeOf, INSIDE, type PageAnalysis } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { isHeadingTag, TAG } from "../html/tags.ts";
import { foldedText } from "../html/title-words.ts";
import { readHeadLine } from "./head-line.ts";
import type { MetadataInput } from "./metadata-input.ts";

export interface Ownership {
  /** The block of the headline, -1 for none. */
  readonly headline: number;
  /** Whether what stands in the element belongs to the article. */
  isOwn(node: number): boolean;
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
  for (let i = 0; i < blocks.length && (firstKept < 0 || i <= firstKept); i++) {
    const block = blocks[i]!;
    if (block.text.length >= 400 || analysis.inside[block.node]! & INSIDE.nav || !folded.has(foldedText(block.text))) continue;
    // The last repetition before the body is the real one, but a heading beats a line.
    if (headline < 0 || isHeadingTag(page.tag[block.node]!) || !isHeadingTag(page.tag[blocks[headline]!.node]!)) headline = i;
  }
  const headlineNode = headline < 0 ? 0 : blocks[headline]!.node;
  const body = keptBelow(analysis, kept);
  const around = new Set<number>();
  for (let node = headlineNode; node > 0; node = page.parent[node]!) around.add(node);

  const bodyStart = firstKept < 0 ? Number.MAX_SAFE_INTEGER : blocks[Math.min(blocks.length - 1, firstKept + 3)]!.start;
  const isOwn = (node: number): boolean => {
    // Between the headline and the first paragraphs stands the article's own row, however its page is built.
    if (headlineNode > 0 && page.start[node]! >= page.start[headlineNode]! && page.start[node]! <= bodyStart)
      return !(analysis.inside[node]! & (INSIDE.nav | INSIDE.footer) & ~analysis.inside[headlineNode]!);
    if (analysis.inside[node]! & (INSIDE.nav | INSIDE.footer | INSIDE.hidden) || analysis.inherited[node]! & otherMeanings)
      return false;
    let branch = node;
    let up = page.parent[branch]!;
    if (around.has(node) || body[node]! > 0) return true;
    while (up > 0 && !around.has(up) && body[up] === 0) {
      if (clockName.test(page.className(branch))) return false;
      branch = up;
      up = page.parent[branch]!;
    }
    if (clockName.test(`${page.className(branch)} ${page.idName(branch)}`)) return false;
    if (holdsTeaser(analysis, branch)) return false;
    if (headlineNode === 0 || page.start[node]! > page.start[headlineNode]!) return true;
    // Above the headline: only where the headline's own branch is not the whole article.
    let own = headlineNode;
    while (own > 0 && page.parent[own] !== up) own = page.parent[own]!;
    if (own === 0 || body[own] === 0) return true;
    // Outside it: a row of a line or two without links, and no part of the site's masthead.
    return (
      analysis.blockCount[branch]! <= ROW_BLOCKS_MAX &&
      analysis.linkChars[branch]! < TEASER_CHARS_MIN &&
      !(analysis.inside[node]! & INSIDE.header & ~analysis.inside[headlineNode]!)
    );
  };
  return { headline, isOwn };
}

/** Kept blocks in each element's subtree. */
function keptBelow({ parsed, blocks }: PageAnalysis, kept: readonly boolean[]): Int32Array {
  const { page } = parsed;
  const sums = new Int32Array(page.count);
  blocks.forEach((block, i) => {
    if (kept[i]) sums[block.node]! += 1;
  });
  for (let node = page.count - 1; node > 0; node--) sums[page.parent[node]!]! += sums[node]!;
  return sums;
}

/** A heading, or a link as long as a headline. Blocks of one element stand together, so a short look is enough. */
function holdsTeaser(analysis: PageAnalysis, branch: number): boolean {
  const { parsed, blocks } = analysis;
  const { page } = parsed;
  const from = page.start[branch]!;
  const to = page.end[branch]!;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < blocks.length && i < low + 40 && blocks[i]!.start < to; i++) {
    const block = blocks[i]!;
    if (block.linkChars < TEASER_CHARS_MIN || block.stats.words < TEASER_WORDS_MIN) {
      const isHeading = isHeadingTag(page.tag[block.node]!) && block.stats.words >= TEASER_WORDS_MIN;
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
