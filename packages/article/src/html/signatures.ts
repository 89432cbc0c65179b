/** Boxes that name the author, by their class: a line above the text in no form we know ("HERALD STAFF"), a portrait below it. */

import { i32Of } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { TAG } from "./tags.ts";
import { ENDS_SENTENCE } from "./text-statistics.ts";

const BOX_LEVELS = 2;
const BOX_CHARS_MAX = 500;
const BOX_SHARE_MAX = 0.25;
const HEAD_BLOCKS = 3;
const LINE_CHARS_MAX = 60;

const authorMeaning = meaningBit("author");
/** The meaning has wider names as well ("about", "contact", "user"). */
const authorName = /author|byline|writer|\bbio(?:graphy)?\b|journalist|columnist|contributor/i;
/** Leaves no doubt, whatever else the class says (`author-content_bio`); such a portrait may be long. */
const portraitName = /(?:^|[\s_-])bio(?:graphy)?(?:$|[\s_-])/i;
const PORTRAIT_CHARS_MAX = 1200;
/** Names such as `author-content` say both. */
const bodyMeanings = meaningBit("body") | meaningBit("article") | meaningBit("comment");

export function cutSignatures(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, inside } = analysis;
  let chars = 0;
  for (const [i, block] of blocks.entries()) if (kept[i]) chars += block.text.length;
  const charsMax = Math.min(BOX_CHARS_MAX, chars * BOX_SHARE_MAX);
  let left = HEAD_BLOCKS;
  for (const [i, block] of blocks.entries()) {
    if (!kept[i]) continue;
    if (block.isProse || left === 0) break;
    left -= 1;
    if (
      block.text.length > LINE_CHARS_MAX ||
      block.stats.ending === ENDS_SENTENCE ||
      i32Of(inside, block.node) & INSIDE.list ||
      !isAuthorBox(analysis, block.node, charsMax)
    )
      continue;
    kept[i] = false;
    forced[i] = "byline";
  }
  for (let i = kept.lastIndexOf(true); i > 0; i--) {
    const block = blocks[i];
    if (!kept[i] || block === undefined) continue;
    if (!isAuthorBox(analysis, block.node, charsMax)) return;
    kept[i] = false;
    forced[i] = "author-box";
  }
}

function isAuthorBox({ own, textChars, parsed }: PageAnalysis, node: number, charsMax: number): boolean {
  const { page } = parsed;
  const { parent, tag } = page;
  let at = node;
  for (let level = 0; level <= BOX_LEVELS && at > 0 && tag[at] !== TAG.body; level++) {
    const mask = own[at] ?? 0;
    const chars = textChars[at] ?? 0;
    if (mask & authorMeaning && chars <= PORTRAIT_CHARS_MAX && portraitName.test(page.className(at))) return true;
    if (chars > charsMax) return false;
    if (mask & authorMeaning && !(mask & bodyMeanings) && authorName.test(`${page.className(at)} ${page.idName(at)}`))
      return true;
    at = parent[at] ?? 0;
  }
  return false;
}
