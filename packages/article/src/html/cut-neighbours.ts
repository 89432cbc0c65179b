/**
 * What stands around an article in its own container: the comments behind a line that counts them, and the teasers of other articles in
 * a list of which the article is one entry.
 */
import { f64Of, i32Of, itemAt, numberAt, u16Of } from "../indexing.ts";
import { findPhrases, phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import { isHeadingTag, TAG } from "./tags.ts";

const LABEL_CHARS_MAX = 30;
const ARTICLE_CHARS_MIN = 300;
const commentsBit = phraseBit("comments");

/** Cuts what stands behind "12 comments", "Comments (12)" in the label's container. */
export function cutCountedComments(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, parsed } = analysis;
  const { parent, start, end } = parsed.page;
  let before = 0;
  for (let i = 0; i < blocks.length; i++) {
    const { text, node, isProse } = itemAt(blocks, i);
    if (before >= ARTICLE_CHARS_MIN && !isProse && text.length <= LABEL_CHARS_MAX && countsComments(text)) {
      const box = i32Of(parent, node);
      for (let k = i; k < blocks.length && itemAt(blocks, k).start < i32Of(end, box); k++) {
        if (!kept[k] || itemAt(blocks, k).start < i32Of(start, box)) continue;
        kept[k] = false;
        forced[k] = "comments";
      }
      return;
    }
    if (kept[i]) before += text.length;
  }
}

function countsComments(text: string): boolean {
  if (!/\p{N}/u.test(text)) return false;
  const rest = text.replace(/[\p{N}()[\]:.,]+/gu, " ").trim();
  const { startMask, startChars } = findPhrases(rest);
  return (startMask & commentsBit) !== 0 && startChars >= rest.length - 1;
}

const TEASER_CHARS_MAX = 400;
const HEADLINE_CHARS_MIN = 12;
const TEASERS_MIN = 2;
const LEVELS_MAX = 4;

/** Cuts the entries next to the one with the headline, where each opens with a headline of its own that is a link. */
export function cutTeasers(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, parsed, textChars } = analysis;
  const { parent, tag, start, end } = parsed.page;
  const head = blocks.findIndex((block, i) => forced[i] === "headline" && isHeadingTag(u16Of(tag, block.node)));
  if (head < 0) return;
  let entry = itemAt(blocks, head).node;
  for (let level = 0; level < LEVELS_MAX && tag[entry] !== TAG.li && tag[entry] !== TAG.article; level++) {
    entry = i32Of(parent, entry);
    if (entry <= 0) return;
  }
  if (tag[entry] !== TAG.li && tag[entry] !== TAG.article) return;
  const list = i32Of(parent, entry);
  const teasers = new Map<number, number[]>();
  for (let i = 0; i < blocks.length; i++) {
    const { node, start: from } = itemAt(blocks, i);
    if (from < i32Of(start, list) || from >= i32Of(end, list) || (from >= i32Of(start, entry) && from < i32Of(end, entry)))
      continue;
    let at = node;
    while (at > 0 && parent[at] !== list) at = i32Of(parent, at);
    if (at <= 0 || tag[at] !== tag[entry]) continue;
    const own = teasers.get(at);
    if (own === undefined) teasers.set(at, [i]);
    else own.push(i);
  }
  const found = [...teasers].filter(([at, own]) => {
    const opening = itemAt(blocks, numberAt(own, 0));
    return f64Of(textChars, at) <= TEASER_CHARS_MAX && opening.linkDensity > 0.9 && opening.text.length >= HEADLINE_CHARS_MIN;
  });
  if (found.length < TEASERS_MIN) return;
  for (const [, own] of found)
    for (const i of own) {
      if (!kept[i]) continue;
      kept[i] = false;
      forced[i] = "related";
    }
}
