import type { Article, Block, Removal } from "@wirefold/core";
import type { ExtractOptions } from "../extract-article.ts";
import type { ArticleLimits } from "../limits.ts";
import { buildMetadata } from "../metadata/build-metadata.ts";
import { readHead } from "../metadata/read-head.ts";
import { titleCandidates } from "../metadata/title.ts";
import { type AnalysedBlock, analysePage, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { bodyFromData } from "./body-from-data.ts";
import { meaningBit } from "./class-words.ts";
import { parsePage } from "./parse-page.ts";
import { removalReason } from "./removal-reason.ts";
import { keepBlocks, selectBody } from "./select-body.ts";
import { TAG } from "./tags.ts";

/** A page's article. Bounded by `limits`; never throws for what the page holds. */
export function extractFromHtml(html: string, options: ExtractOptions, limits: ArticleLimits): Article {
  const parsed = parsePage(html, limits);
  const analysis = analysePage(parsed);
  const head = readHead(parsed, options.url);
  const titles = titleCandidates(parsed, analysis, head);
  const { kept, forced } = keepBlocks(analysis, selectBody(analysis, head, titles), titles, options.recurring);
  const count = analysis.blocks.length;

  let blocks: Block[] = [];
  const removed: Removal[] = [];
  let firstKept = kept.indexOf(true);
  let lastKept = kept.lastIndexOf(true);
  for (let i = 0; i < count; i++) if (kept[i]) blocks.push(toBlock(analysis, analysis.blocks[i]!));
  let source: string | undefined;
  const data = bodyFromData(parsed, head, blocks, analysis.proseTotal);
  if (data !== undefined) {
    blocks = data.blocks;
    source = data.source;
    kept.fill(false);
    firstKept = -1;
    lastKept = -1;
  }
  for (let i = 0; i < count; i++) {
    if (kept[i]) continue;
    const block = analysis.blocks[i]!;
    removed.push({
      reason: forced[i] ?? removalReason(analysis, i, firstKept, lastKept),
      text: block.text,
      span: [block.start, block.end],
    });
  }
  const text = blocks.map((block) => block.text).join("\n");
  const metadata = buildMetadata({ parsed, analysis, head, titles, kept, text, url: options.url });
  if (source !== undefined) metadata.evidence.push({ field: "text", source, value: `${text.length} characters` });
  if (parsed.page.truncated)
    metadata.evidence.push({
      field: "text",
      source: "limit",
      value: "The page is larger than the node or block limit; the rest was left out.",
    });
  return { ...metadata, text, blocks, removed };
}

const embedBit = meaningBit("embed");

function toBlock(analysis: PageAnalysis, block: AnalysedBlock): Block {
  const tag = analysis.parsed.page.tag[block.node]!;
  const inside = analysis.inside[block.node]!;
  let kind: Block["kind"] = "paragraph";
  if (tag >= TAG.h1 && tag <= TAG.h6) kind = "heading";
  else if (tag === TAG.pre) kind = "code";
  else if (inside & INSIDE.blockquote) kind = analysis.inherited[block.node]! & embedBit ? "embed" : "quote";
  else if (tag === TAG.li || inside & INSIDE.list) kind = "list-item";
  else if (tag === TAG.td || tag === TAG.th) kind = "table";
  return { kind, text: block.text, span: [block.start, block.end] };
}
