import type { Article, Removal } from "@wirefold/core";
import { emptyArticle } from "../empty-article.ts";
import type { ExtractOptions } from "../extract-article.ts";
import { i32Of, u16Of } from "../indexing.ts";
import type { ArticleLimits } from "../limits.ts";
import { buildMetadata } from "../metadata/build-metadata.ts";
import { declaredAuthors } from "../metadata/page-bylines.ts";
import { type PageHead, readHead } from "../metadata/read-head.ts";
import { titleCandidates } from "../metadata/title.ts";
import type { RemovalReason } from "../reasons.ts";
import { NO_ARTICLE_SOURCE } from "../why-no-article.ts";
import { analysePage, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { bodyFromData } from "./body-from-data.ts";
import { collapseSpace, decodeText } from "./decode-entities.ts";
import { decodeBlocksAgain, isEscapedTwice } from "./double-escapes.ts";
import { isHeadingAnchor } from "./inline-asides.ts";
import { INTERSTITIAL_CHARS_MAX, interstitialOf } from "./interstitial.ts";
import { type KeptBlocks, keepBlocks } from "./keep-blocks.ts";
import { parsePage } from "./parse-page.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { removalReason } from "./removal-reason.ts";
import { selectBody } from "./select-body.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { foldedText } from "./title-words.ts";
import { toBlocks } from "./to-blocks.ts";

interface ReadPage extends KeptBlocks {
  readonly parsed: ParsedPage;
  readonly analysis: PageAnalysis;
  readonly head: PageHead;
  readonly titles: string[];
}

/** Less text than this on a page makes it worth looking where readers without scripts would look. */
const SHOWN_CHARS_MIN = 250;
const NOSCRIPT_CHARS_MIN = 200;

/** A page's article. Bounded by `limits`; never throws for what the page holds. */
export function extractFromHtml(html: string, options: ExtractOptions, limits: ArticleLimits): Article {
  let page = readPage(html, options, limits, false);
  const shown = charsOf(page);
  if (shown < SHOWN_CHARS_MIN && page.parsed.noscriptChars >= NOSCRIPT_CHARS_MIN) {
    const other = readPage(html, options, limits, true);
    if (charsOf(other) > Math.max(2 * shown, SHOWN_CHARS_MIN)) page = other;
  }
  return articleOf(page, options);
}

function readPage(html: string, options: ExtractOptions, limits: ArticleLimits, noscript: boolean): ReadPage {
  const parsed = parsePage(html, limits, { noscript });
  const head = readPageHead(parsed, options.url);
  const analysis = analysePage(parsed);
  const titles = titleCandidates(parsed, analysis, head);
  return {
    parsed,
    head,
    analysis,
    titles,
    ...keepBlocks(analysis, selectBody(analysis, head, titles), titles, {
      recurring: options.recurring,
      authors: declaredAuthors(head),
    }),
  };
}

/** What the page says of itself; its blocks are mended on the way when the page escaped its text twice. */
export function readPageHead(parsed: ParsedPage, url: string | undefined): PageHead {
  const head = readHead(parsed, url);
  const declared = [head.title ?? "", head.meta.get("og:title")?.[0] ?? ""];
  if (!isEscapedTwice(parsed, declared)) return head;
  decodeBlocksAgain(parsed);
  return readHead(parsed, url, true);
}

const charsOf = ({ analysis, kept }: ReadPage): number =>
  analysis.blocks.reduce((sum, block, i) => (kept[i] ? sum + block.text.length : sum), 0);

function articleOf(page: ReadPage, options: ExtractOptions): Article {
  const { parsed, analysis, head, titles, kept, forced, tables } = page;
  const keptBlocks = analysis.blocks.filter((_, i) => kept[i]);
  const data = bodyFromData(parsed, head, keptBlocks, analysis.proseTotal, titles);
  const kind = data === undefined ? interstitial(page) : undefined;
  const isShown = data === undefined && kind === undefined;
  const blocks = isShown ? toBlocks(analysis, kept, tables) : (data?.blocks ?? []);
  if (kind !== undefined)
    analysis.blocks.forEach((block, i) => {
      if (!(i32Of(analysis.inside, block.node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden))) forced[i] = "outside-article";
    });
  if (!isShown) kept.fill(false);
  const removed = removals(page, forced);
  const text = blocks.map((block) => block.text).join("\n");
  const metadata =
    kind === undefined
      ? buildMetadata({ parsed, analysis, head, titles, kept, forced, text, url: options.url, published: data?.published })
      : {
          ...emptyArticle(),
          evidence: [{ field: "text", source: `${NO_ARTICLE_SOURCE}${kind}`, value: titles[0] ?? head.title ?? "" }],
        };
  if (data !== undefined) metadata.evidence.push({ field: "text", source: data.source, value: `${text.length} characters` });
  if (parsed.page.truncated)
    metadata.evidence.push({
      field: "text",
      source: "limit",
      value: "The page is larger than the node or block limit; the rest was left out.",
    });
  return { ...metadata, text, blocks, removed };
}

/** What the page is instead of an article, if it is none. */
function interstitial({ parsed, analysis, head, kept }: ReadPage): string | undefined {
  const { page } = parsed;
  const { blocks } = analysis;
  let bodyChars = 0;
  blocks.forEach((block, i) => {
    if (kept[i] && page.tag[block.node] !== TAG.h1) bodyChars += block.text.length;
  });
  if (bodyChars > INTERSTITIAL_CHARS_MAX) return undefined;
  // Boxes of an article's page ("Log in to comment") have headings of lower rank.
  const headings = blocks.filter((block) => isHeadingTag(u16Of(page.tag, block.node)));
  const first = headings.filter((block) => page.tag[block.node] === TAG.h1);
  return interstitialOf({
    titles: [head.title, head.meta.get("og:title")?.[0]].filter((title): title is string => typeof title === "string"),
    headings: (first.length > 0 ? first : headings.slice(0, 1)).map((block) => block.text),
    lines: blocks.filter((block) => block.linkDensity < 0.5).map((block) => block.text),
    bodyChars,
    isDated: head.article?.datePublished !== undefined || head.meta.has("article:published_time"),
    hasPassword:
      bodyChars < SHOWN_CHARS_MIN && /<input\b[^>]{0,300}\btype\s*=\s*["']?password/i.test(page.html.slice(0, 400_000)),
    isDescribed: isDescribed({ analysis, head, kept }),
  });
}

/** Whether the page calls itself an article and a block of its body begins as it is described, however short it is. */
function isDescribed({ analysis, head, kept }: Pick<ReadPage, "analysis" | "head" | "kept">): boolean {
  const isArticle = head.article?.datePublished !== undefined || head.meta.get("og:type")?.[0]?.toLowerCase() === "article";
  const described = [...(head.meta.get("description") ?? []), ...(head.meta.get("og:description") ?? [])]
    .map((text) => foldedText(text).slice(0, DESCRIBED_CHARS))
    .filter((text) => text.length === DESCRIBED_CHARS);
  if (!isArticle || described.length === 0) return false;
  return analysis.blocks.some(
    ({ text }, i) => kept[i] && described.some((start) => foldedText(text.slice(0, 200)).startsWith(start)),
  );
}

const DESCRIBED_CHARS = 50;

/** Everything that was not kept, and why, in the page's order. */
function removals({ parsed, analysis, kept }: ReadPage, forced: readonly (RemovalReason | undefined)[]): Removal[] {
  const firstKept = kept.indexOf(true);
  const lastKept = kept.lastIndexOf(true);
  const removed: Removal[] = [];
  analysis.blocks.forEach((block, i) => {
    if (kept[i]) return;
    const reason = forced[i] ?? removalReason(analysis, i, firstKept, lastKept);
    removed.push({ reason, text: block.text, span: [block.start, block.end] });
  });
  const { page } = parsed;
  const asides: Removal[] = [];
  for (const node of parsed.asides) {
    const from = i32Of(page.attrEnd, node) + 1;
    const to = Math.max(from, page.html.lastIndexOf("</", i32Of(page.end, node)));
    const text = collapseSpace(decodeText(page.html.slice(from, to).replace(/<[^<>]*>/g, " ")));
    if (text !== "")
      asides.push({
        reason: isHeadingAnchor(page, node)
          ? "navigation"
          : page.tag[node] === TAG.sup || page.tag[node] === TAG.a
            ? "note-mark"
            : "hidden",
        text,
        span: [from, to],
      });
  }
  if (asides.length === 0) return removed;
  return [...removed, ...asides].sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
}
