import type { Article, Block, Removal } from "@wirefold/core";
import { emptyArticle } from "../empty-article.ts";
import type { ExtractOptions } from "../extract-article.ts";
import type { ArticleLimits } from "../limits.ts";
import { findPhrases, phraseBit } from "../phrases.ts";

export function extractFromPlainText(text: string, _options: ExtractOptions, _limits: ArticleLimits): Article {
  const blocks: Block[] = [];
  const removed: Removal[] = [];
  let title: string | null = null;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const raw = match[0];
    const line = raw.trim();
    if (line === "") continue;
    const start = match.index + raw.indexOf(line);
    const span: [number, number] = [start, start + line.length];
    const hits = findPhrases(line);
    if (title === null && line.length < 200 && hits.startMask === 0) {
      title = line;
      continue;
    }
    if (hits.startMask & (phraseBit("recirculation") | phraseBit("comments")) && line.length < 60)
      removed.push({ reason: "related", text: line, span });
    else blocks.push({ kind: "paragraph", text: line, span });
  }
  return { ...emptyArticle(), title, blocks, removed, text: blocks.map((block) => block.text).join("\n") };
}
