/**
 * Endless pages load the next article below the first. It begins at a heading of a headline's rank that stands in a container of
 * its own, away from the paragraphs so far: a sibling `<article>` with its own headline, or, without such elements, a second `<h1>`.
 */
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { readHeadLine } from "../metadata/head-line.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { isHeadingTag, TAG } from "./tags.ts";

/** So many paragraphs are an article; a second headline before them may belong to the same one. */
const ARTICLE_PARAGRAPHS_MIN = 4;
const NEXT_HEADLINE_CHARS_MIN = 20;
/** A headline that is a link. */
const LINKED_SHARE = 0.8;

export function cutNextArticle(
  analysis: PageAnalysis,
  folded: readonly string[],
  headlines: ReadonlySet<string>,
  kept: boolean[],
): void {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  let paragraphs = 0;
  let titleSeen = false;
  let firstArticle = 0;
  /** The tag of the page's own headline. */
  let headlineRank = 0;
  let headlineNode = 0;
  let isHeadlineLinked = false;
  const containers = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const block = itemAt(blocks, i);
    const parent = i32Of(page.parent, block.node);
    const article = outerArticle(analysis, block.node);
    if (kept[i] && block.isProse) {
      paragraphs += 1;
      containers.add(parent);
      containers.add(i32Of(page.parent, parent));
      if (firstArticle === 0) firstArticle = article;
    }
    const tag = u16Of(page.tag, block.node);
    if (!isHeadingTag(tag)) continue;
    if (headlines.has(itemAt(folded, i))) {
      titleSeen = true;
      if (headlineRank === 0 || tag < headlineRank) {
        headlineRank = tag;
        headlineNode = block.node;
        isHeadlineLinked = block.linkDensity > LINKED_SHARE;
      }
      continue;
    }
    const isNextArticle =
      paragraphs > 0 &&
      firstArticle > 0 &&
      article > 0 &&
      article !== firstArticle &&
      tag <= TAG.h1 + 1 &&
      (tag === TAG.h1 ? headlineRank <= TAG.h1 : isSigned(analysis, i)) &&
      opensArticle(analysis, i, article);
    const isTwin =
      paragraphs > 0 &&
      headlineNode > 0 &&
      tag === headlineRank &&
      (tag === TAG.h1 || isSigned(analysis, i)) &&
      (areTwins(analysis, headlineNode, block.node) ||
        // Headlines of a blog's front page, one below the other: each leads to its own article.
        (isHeadlineLinked &&
          block.linkDensity > LINKED_SHARE &&
          parent === i32Of(page.parent, headlineNode) &&
          analysis.elementKind(block.node) === analysis.elementKind(headlineNode)));
    const isNextHeadline =
      tag === TAG.h1 &&
      titleSeen &&
      paragraphs >= ARTICLE_PARAGRAPHS_MIN &&
      block.text.length > NEXT_HEADLINE_CHARS_MIN &&
      !containers.has(parent);
    if (isNextArticle || isTwin || isNextHeadline) {
      kept.fill(false, i);
      return;
    }
  }
}

/** The outermost `<article>` around a node, 0 for none. */
function outerArticle({ inside, parsed }: PageAnalysis, node: number): number {
  if (!(i32Of(inside, node) & INSIDE.article)) return 0;
  const { parent, tag } = parsed.page;
  let found = 0;
  for (let at = node; at > 0; at = i32Of(parent, at)) if (tag[at] === TAG.article) found = at;
  return found;
}

/** Two headlines in containers of one kind, side by side. */
function areTwins(analysis: PageAnalysis, a: number, b: number): boolean {
  const { parent } = analysis.parsed.page;
  const { depth } = analysis;
  let x = a;
  let y = b;
  while (x !== y) {
    if (parent[x] === parent[y]) return x !== a && y !== b && analysis.elementKind(x) === analysis.elementKind(y);
    if (u16Of(depth, x) >= u16Of(depth, y)) x = i32Of(parent, x);
    else y = i32Of(parent, y);
  }
  return false;
}

/** A section's heading is bare; another article's is a link to it, or has a byline or a date below. */
function isSigned({ blocks }: PageAnalysis, heading: number): boolean {
  if (itemAt(blocks, heading).linkDensity > LINKED_SHARE) return true;
  for (let i = heading + 1; i <= heading + 2 && i < blocks.length; i++)
    if (readHeadLine(itemAt(blocks, i).text) !== undefined) return true;
  return false;
}

/** Labels, bylines and dates may stand above a headline; a paragraph does not. */
function opensArticle({ blocks, parsed }: PageAnalysis, heading: number, article: number): boolean {
  for (let i = heading - 1; i >= 0; i--) {
    if (itemAt(blocks, i).start < i32Of(parsed.page.start, article)) return true;
    if (itemAt(blocks, i).isProse) return false;
  }
  return true;
}
