/**
 * Decisions by unit, after those by block: a list whose items were mostly kept is kept whole, one that kept a stray item loses it; an
 * embedded post between paragraphs stays whole; a paragraph between two kept ones of its kind is no hole. (Tables: `tables.ts`.)
 */

import { isStoryLabel } from "../boilerplate-forms.ts";
import { f32Of, i32Of, itemAt, u16Of } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { ENDS_SENTENCE } from "./text-statistics.ts";

/** How far above a block its list item may stand. */
const ITEM_LEVELS = 4;
const ITEMS_MIN = 3;
/** Kept shares of a list's characters from which it is kept, and up to which it is cut. */
const KEEP_SHARE = 0.5;
const CUT_SHARE = 0.2;
const LINKS_MAX = 0.5;

export function decideLists(analysis: PageAnalysis, kept: boolean[], isFixed: (index: number) => boolean): void {
  const { blocks, parsed } = analysis;
  const { parent, tag } = parsed.page;
  const lists = new Map<number, number[]>();
  for (let i = 0; i < blocks.length; i++) {
    if (!(i32Of(analysis.inside, itemAt(blocks, i).node) & INSIDE.list)) continue;
    let item = itemAt(blocks, i).node;
    for (let level = 0; level < ITEM_LEVELS && item > 0 && tag[item] !== TAG.li; level++) item = i32Of(parent, item);
    if (tag[item] !== TAG.li) continue;
    const list = lists.get(i32Of(parent, item));
    if (list === undefined) lists.set(i32Of(parent, item), [i]);
    else list.push(i);
  }
  for (const items of lists.values()) {
    if (items.length < ITEMS_MIN) continue;
    let chars = 0;
    let keptChars = 0;
    let links = 0;
    for (const i of items) {
      chars += itemAt(blocks, i).text.length;
      links += itemAt(blocks, i).linkChars;
      if (kept[i]) keptChars += itemAt(blocks, i).text.length;
    }
    if (keptChars === 0 || keptChars === chars) continue;
    const share = keptChars / chars;
    if (share >= KEEP_SHARE && links < chars * LINKS_MAX) {
      for (const i of items) if (!isFixed(i)) kept[i] = true;
    } else if (share <= CUT_SHARE) for (const i of items) kept[i] = false;
  }
}

/** What the classifier must grant a paragraph between two kept ones. */
const HOLE_MIN = 0.1;
const HOLE_LINKS_MAX = 0.4;

export function fillHoles(analysis: PageAnalysis, p: Float32Array, kept: boolean[], isFixed: (index: number) => boolean): void {
  const { blocks, parsed } = analysis;
  const { parent, tag } = parsed.page;
  const holes: number[] = [];
  for (let i = 1; i + 1 < blocks.length; i++) {
    const block = itemAt(blocks, i);
    if (kept[i] || f32Of(p, i) < HOLE_MIN || block.linkDensity > HOLE_LINKS_MAX || isFixed(i)) continue;
    if (isSectionHeading(analysis, kept, i) || isNextQuestion(analysis, kept, i)) holes.push(i);
    if (!block.isProse) continue;
    const before = itemAt(blocks, i - 1).node;
    const after = itemAt(blocks, i + 1).node;
    const own = parent[block.node];
    if (kept[i - 1] && kept[i + 1] && parent[before] === own && parent[after] === own && tag[before] === tag[block.node])
      holes.push(i);
  }
  for (const i of holes) kept[i] = true;
}

/** A heading of no stock phrase, with kept text right behind it in its container, and some before it there. */
function isSectionHeading({ blocks, parsed }: PageAnalysis, kept: readonly boolean[], i: number): boolean {
  const { parent, tag } = parsed.page;
  const { node, phrases } = itemAt(blocks, i);
  if (!isHeadingTag(u16Of(tag, node)) || phrases.mask !== 0 || !kept[i + 1]) return false;
  if (parent[itemAt(blocks, i + 1).node] !== parent[node]) return false;
  for (let k = i - 1; k >= 0 && k >= i - HEADING_LOOK_BACK; k--)
    if (kept[k] && parent[itemAt(blocks, k).node] === parent[node]) return true;
  return false;
}

const HEADING_LOOK_BACK = 6;

const asks = /[?\uFF1F\u061F]["'”»）)]?$/u;

/** A question between kept blocks, in an element like that of a kept question before it: of questions and answers none is left out. */
function isNextQuestion({ blocks }: PageAnalysis, kept: readonly boolean[], i: number): boolean {
  const { text, signature, links } = itemAt(blocks, i);
  if (links > 0 || !kept[i - 1] || !kept[i + 1] || !asks.test(text)) return false;
  for (let k = i - 2; k >= 0 && k >= i - HEADING_LOOK_BACK; k--) {
    const other = itemAt(blocks, k);
    if (kept[k] && other.signature === signature && asks.test(other.text)) return true;
  }
  return false;
}

const embedBit = meaningBit("embed");

/**
 * Keeps the posts of other sites that an article shows among its paragraphs. A post of which the page has no sentence ("View this post",
 * "A post shared by …") is the player's own text, and stays as it was decided.
 */
export function keepEmbeds(analysis: PageAnalysis, kept: boolean[], isFixed: (index: number) => boolean): void {
  const { blocks, inside, inherited } = analysis;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const isEmbed = (i: number): boolean => {
    const { node } = itemAt(blocks, i);
    return (i32Of(inside, node) & INSIDE.blockquote) !== 0 && (i32Of(inherited, node) & embedBit) !== 0;
  };
  for (let i = first + 1; i < last; i++) {
    if (!isEmbed(i)) continue;
    let end = i + 1;
    let speaks = itemAt(blocks, i).isProse || itemAt(blocks, i).stats.sentences > 0;
    for (; end < last && isEmbed(end); end++) speaks ||= itemAt(blocks, end).isProse || itemAt(blocks, end).stats.sentences > 0;
    if (speaks) for (let k = i; k < end; k++) if (isNear(kept, k) && !isFixed(k)) kept[k] = true;
    i = end - 1;
  }
}

const recirculationBit = phraseBit("recirculation");
const LABEL_CHARS_MAX = 60;

/** Cuts a label over pointers to other articles together with the list of pointers behind it. */
export function cutLabelledLists(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, parsed, inside } = analysis;
  const { tag } = parsed.page;
  for (let i = 0; i < blocks.length; i++) {
    const { text, node, phrases, strongChars } = itemAt(blocks, i);
    if (text.length > LABEL_CHARS_MAX) continue;
    const isLabel =
      isHeadingTag(u16Of(tag, node)) ||
      /[:：]$/.test(text) ||
      (strongChars === text.length && phrases.startChars >= text.length - 1);
    if (!isStoryLabel(text) && !(isLabel && phrases.startMask & recirculationBit)) continue;
    let end = i + 1;
    let pointers = 0;
    for (; end < blocks.length && end - i <= POINTERS_MAX; end++) {
      const block = itemAt(blocks, end);
      if (isHeadingTag(u16Of(tag, block.node))) break;
      const isPointer =
        block.linkDensity > POINTER_LINKS_MIN ||
        ((i32Of(inside, block.node) & INSIDE.list) !== 0 &&
          (block.stats.ending !== ENDS_SENTENCE || (block.linkChars >= TEASER_LINK_MIN && block.linkDensity > TEASER_LINKS_MIN)));
      if (!isPointer) break;
      if (kept[end]) pointers += 1;
    }
    if (pointers === 0 && (end === i + 1 || !kept[i])) continue;
    for (let k = i; k < end; k++) {
      if (!kept[k]) continue;
      kept[k] = false;
      forced[k] = "related";
    }
    i = end - 1;
  }
}

const POINTER_LINKS_MIN = 0.7;
/** "<a headline> - what it is about." */
const TEASER_LINK_MIN = 15;
const TEASER_LINKS_MIN = 0.15;
/** No list of pointers is longer; so the look behind each label is bounded. */
const POINTERS_MAX = 60;

/** Cuts what stands at the end of the body and introduces nothing any more: headings, labels of lists that were cut, rules of stars. */
export function cutLooseEnd(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, parsed } = analysis;
  const first = kept.indexOf(true);
  for (let i = kept.lastIndexOf(true); i > first; i--) {
    if (!kept[i]) continue;
    const block = itemAt(blocks, i);
    const isHeading =
      isHeadingTag(u16Of(parsed.page.tag, block.node)) && (block.stats.ending !== ENDS_SENTENCE || block.text.endsWith("?"));
    if (!isHeading && !isStoryLabel(block.text) && /[\p{L}\p{N}]/u.test(block.text)) return;
    kept[i] = false;
    forced[i] = isStoryLabel(block.text) ? "related" : "after-article";
  }
}

const NEAR_BLOCKS = 6;

/** Kept blocks stand within a few blocks on both sides. */
function isNear(kept: readonly boolean[], i: number): boolean {
  let before = false;
  let after = false;
  for (let n = 1; n <= NEAR_BLOCKS; n++) {
    before ||= kept[i - n] === true;
    after ||= kept[i + n] === true;
  }
  return before && after;
}
