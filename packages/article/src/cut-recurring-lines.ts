import type { Article, Removal } from "@wirefold/core";
import { candidateLines } from "./document-lines.ts";
import { itemAt } from "./indexing.ts";
import { isRecurring, type RecurringLookup } from "./recurring-lines.ts";

/** A body is never cut by more than this share of its characters: what is left would not be the article. */
const CUT_SHARE_MAX = 0.5;

/**
 * The article without the lines of its body that recur over its site, each among `removed` as a `recurring-line`. Cuts all of
 * them or none: where they make up the better part of the body, they are what the page has to say. A heading goes only with what
 * it heads. Cutting again changes nothing.
 */
export function cutRecurringLines(article: Article, recurring: RecurringLookup): Article {
  const candidates = candidateLines(article);
  const cut = new Set<number>();
  let chars = 0;
  for (const [i, fingerprint] of candidates) {
    if (!isRecurring(recurring, fingerprint)) continue;
    const block = itemAt(article.blocks, i);
    // Candidates come last block first, so what follows is decided.
    if (block.kind === "heading" && i + 1 < article.blocks.length && !cut.has(i + 1)) continue;
    cut.add(i);
    chars += block.text.length;
  }
  const total = article.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (cut.size === 0 || chars > total * CUT_SHARE_MAX) return article;
  const blocks = article.blocks.filter((_, i) => !cut.has(i));
  const removed = [...article.removed];
  for (const i of [...cut].sort((a, b) => a - b)) {
    const { text, span } = itemAt(article.blocks, i);
    insertBySpan(removed, { reason: "recurring-line", text, ...(span === null ? {} : { span }) });
  }
  return { ...article, blocks, removed, text: blocks.map((block) => block.text).join("\n") };
}

/** Removals stand in the order of the page; those without a place stand last. */
function insertBySpan(removed: Removal[], removal: Removal): void {
  const { span } = removal;
  const at = span === undefined ? -1 : removed.findIndex((other) => other.span === undefined || other.span[0] > span[0]);
  if (at < 0) removed.push(removal);
  else removed.splice(at, 0, removal);
}
