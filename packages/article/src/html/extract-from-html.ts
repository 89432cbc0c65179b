import type { Article, Block, Removal } from "@wirefold/core";
import { emptyArticle } from "../empty-article.ts";
import type { ExtractOptions } from "../extract-article.ts";
import type { ArticleLimits } from "../limits.ts";
import { analysePage, INSIDE, isWithin } from "./analyse-page.ts";
import { decodeText } from "./decode-entities.ts";
import { parsePage } from "./parse-page.ts";

export function extractFromHtml(html: string, _options: ExtractOptions, limits: ArticleLimits): Article {
  const parsed = parsePage(html, limits);
  const analysis = analysePage(parsed);
  const blocks: Block[] = [];
  const removed: Removal[] = [];
  for (const block of analysis.blocks) {
    const keep =
      isWithin(parsed, block.node, analysis.proseRoot) &&
      block.linkDensity < 0.5 &&
      !(analysis.inside[block.node]! & (INSIDE.nav | INSIDE.aside | INSIDE.footer | INSIDE.caption)) &&
      (block.isProse || block.phrases.startMask === 0);
    if (keep) blocks.push({ kind: "paragraph", text: block.text, span: [block.start, block.end] });
    else removed.push({ reason: "outside-article", text: block.text, span: [block.start, block.end] });
  }
  const title = parsed.title === null ? null : decodeText(html.slice(...parsed.title)).trim();
  return { ...emptyArticle(), title, blocks, removed, text: blocks.map((block) => block.text).join("\n") };
}
