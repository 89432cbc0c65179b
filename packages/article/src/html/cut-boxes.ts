/**
 * What stands in boxes of which no part is ever an article's text, though it reads like it: the comments of readers, captions of pictures,
 * notices of law, forms that ask for an address. Each goes only where the rest is an article without it.
 */

import { f64Of, i32Of, itemAt, numberAt, u16Of } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import type { Page } from "./page.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { ENDS_SENTENCE } from "./text-statistics.ts";

/** How far up from a block its box may stand. */
const BOX_LEVELS = 2;
/** Of the characters kept. */
const COMMENTS_SHARE_MAX = 0.6;
const CAPTIONS_SHARE_MAX = 0.4;
const NOTICE_SHARE_MAX = 0.25;
const REST_CHARS_MIN = 250;

const commentMeaning = meaningBit("comment");
const legalMeaning = meaningBit("legal");
/** A container named so is the text's own, whatever else its name says. */
const textMeaning = meaningBit("body") | meaningBit("article");

export function cutBoxes(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, inside } = analysis;
  const cut = (reason: RemovalReason, shareMax: number, stands: (i: number) => boolean): void => {
    let all = 0;
    let boxed = 0;
    const found: number[] = [];
    for (let i = 0; i < blocks.length; i++) {
      if (!kept[i]) continue;
      const { length } = itemAt(blocks, i).text;
      all += length;
      if (!stands(i)) continue;
      boxed += length;
      found.push(i);
    }
    if (found.length === 0 || boxed > shareMax * all || all - boxed < REST_CHARS_MIN) return;
    for (const i of found) {
      kept[i] = false;
      forced[i] = reason;
    }
  };
  const named = (i: number, meaning: number): boolean => isNamed(analysis, itemAt(blocks, i).node, meaning);
  const first = blocks.findIndex((block, i) => kept[i] === true && block.isProse && !named(i, commentMeaning));
  if (first >= 0) cut("comments", COMMENTS_SHARE_MAX, (i) => i > first && named(i, commentMeaning));
  cut("caption", CAPTIONS_SHARE_MAX, (i) => {
    const facts = i32Of(inside, itemAt(blocks, i).node);
    return (facts & INSIDE.caption) !== 0 && !(facts & INSIDE.table);
  });
  const below = linesBelowImages(analysis, kept);
  if (below.size > 0) cut("caption", CAPTIONS_SHARE_MAX, (i) => below.has(i));
  cut("legal", NOTICE_SHARE_MAX, (i) => named(i, legalMeaning));
  const forms = addressForms(analysis);
  if (forms.size > 0) cut("newsletter", NOTICE_SHARE_MAX, (i) => isBelow(analysis, itemAt(blocks, i).node, forms));
  const controls = controlBoxes(analysis, kept);
  if (controls.size > 0) cut("widget", CONTROLS_SHARE_MAX, (i) => isBelow(analysis, itemAt(blocks, i).node, controls));
}

function isNamed({ own, parsed }: PageAnalysis, node: number, meaning: number): boolean {
  for (let at = node, level = 0; at > 0 && level <= BOX_LEVELS && parsed.page.tag[at] !== TAG.body; level++) {
    const names = i32Of(own, at);
    if (names & meaning) return !(names & textMeaning);
    at = i32Of(parsed.page.parent, at);
  }
  return false;
}

const FORM_CHARS_MAX = 400;
const FORM_LEVELS = 4;
const INPUTS_MAX = 60;

/** The largest small containers around a field for a mail address. */
function addressForms({ parsed, textChars }: PageAnalysis): ReadonlySet<number> {
  const { page } = parsed;
  const forms = new Set<number>();
  let inputs = 0;
  for (let node = 1; node < page.count && inputs < INPUTS_MAX; node++) {
    if (page.tag[node] !== TAG.input) continue;
    inputs += 1;
    if (page.attribute(node, "type")?.toLowerCase() !== "email") continue;
    let box = 0;
    let at = i32Of(page.parent, node);
    for (let level = 0; level < FORM_LEVELS && at > 0 && page.tag[at] !== TAG.body; level++) {
      if (f64Of(textChars, at) > FORM_CHARS_MAX) break;
      if (f64Of(textChars, at) > 0) box = at;
      at = i32Of(page.parent, at);
    }
    if (box > 0) forms.add(box);
  }
  return forms;
}

const LINE_CHARS_MAX = 220;
const LINE_SENTENCES_MAX = 2;
const PARAGRAPHS_MIN = 3;
const PARAGRAPHS_SHARE = 0.6;
/** More lines of one make are the text's own. */
const LINES_OF_A_KIND_MAX = 12;
const notLines = INSIDE.table | INSIDE.list | INSIDE.blockquote | INSIDE.link;

/**
 * On a page whose text stands in `<p>`: short lines in elements of another name, each right below an image and above a paragraph.
 * A label in capitals or a question below a picture may head what follows.
 */
function linesBelowImages(analysis: PageAnalysis, kept: readonly boolean[]): ReadonlySet<number> {
  const { blocks, inside, parsed } = analysis;
  const { page, images } = parsed;
  const found = new Set<number>();
  if (images.length === 0) return found;
  let prose = 0;
  let paragraphs = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = itemAt(blocks, i);
    if (!kept[i] || !block.isProse) continue;
    prose += 1;
    if (page.tag[block.node] === TAG.p) paragraphs += 1;
  }
  if (paragraphs < PARAGRAPHS_MIN || paragraphs < prose * PARAGRAPHS_SHARE) return found;
  let image = 0;
  for (let i = 1; i < blocks.length - 1; i++) {
    const { node, text, stats, start, linkDensity } = itemAt(blocks, i);
    const from = itemAt(blocks, i - 1).end;
    while (image < images.length && i32Of(page.start, numberAt(images, image)) < from) image += 1;
    const next = itemAt(blocks, i + 1);
    const tag = page.tag[node];
    if (
      kept[i] &&
      image < images.length &&
      i32Of(page.start, numberAt(images, image)) < start &&
      (tag === TAG.div || tag === TAG.span) &&
      text.length <= LINE_CHARS_MAX &&
      stats.sentences > 0 &&
      stats.sentences <= LINE_SENTENCES_MAX &&
      stats.questions === 0 &&
      linkDensity < 0.5 &&
      !(i32Of(inside, node) & notLines) &&
      next.isProse &&
      page.tag[next.node] === TAG.p
    )
      found.add(i);
  }
  if (found.size > LINES_OF_A_KIND_MAX) found.clear();
  return found;
}

const CONTROLS_SHARE_MAX = 0.4;
const LABEL_CHARS_MAX = 80;
const BUTTONS_MAX = 60;

/**
 * Small containers around a button whose first line is a label: a poll, an offer, a gate. Not those that stand in a row of their like,
 * which are a page's questions, posts or products.
 */
function controlBoxes({ parsed, blocks, textChars, elementKind }: PageAnalysis, kept: readonly boolean[]): ReadonlySet<number> {
  const { page } = parsed;
  const boxes = new Set<number>();
  let buttons = 0;
  for (let node = 1; node < page.count && buttons < BUTTONS_MAX; node++) {
    if (page.tag[node] !== TAG.button) continue;
    buttons += 1;
    let box = 0;
    let at = i32Of(page.parent, node);
    for (let level = 0; level < FORM_LEVELS && at > 0 && page.tag[at] !== TAG.body; level++) {
      if (f64Of(textChars, at) > FORM_CHARS_MAX || page.tag[at] === TAG.figure) break;
      box = at;
      at = i32Of(page.parent, at);
    }
    if (box > 0) boxes.add(box);
  }
  /** The text has more headings of its rank: what stands below it is a part like the others. */
  const isSectionHeading = (first: number): boolean => {
    const tag = page.tag[itemAt(blocks, first).node];
    return isHeadingTag(tag ?? 0) && blocks.some((block, i) => i !== first && kept[i] === true && page.tag[block.node] === tag);
  };
  for (const box of boxes) {
    const from = i32Of(page.start, box);
    const to = i32Of(page.end, box);
    const first = blocks.findIndex((block) => block.start >= from && block.start < to);
    const label = blocks[first];
    const isLabelled =
      label !== undefined &&
      !isSectionHeading(first) &&
      blocks.filter((block) => block.start >= from && block.start < to && page.tag[block.node] !== TAG.button).length > 1 &&
      page.tag[label.node] !== TAG.button &&
      label.text.length <= LABEL_CHARS_MAX &&
      label.linkDensity < 0.5 &&
      (isHeadingTag(u16Of(page.tag, label.node)) || label.stats.ending !== ENDS_SENTENCE);
    if (!isLabelled || hasLike(page, box, elementKind)) boxes.delete(box);
  }
  return boxes;
}

/** Whether a sibling has the same tag and class. */
function hasLike(page: Page, node: number, elementKind: (node: number) => number): boolean {
  const parent = i32Of(page.parent, node);
  const kind = elementKind(node);
  const end = i32Of(page.end, parent);
  for (let at = parent + 1; at < page.count && i32Of(page.start, at) < end; at++)
    if (at !== node && page.parent[at] === parent && elementKind(at) === kind) return true;
  return false;
}

const BELOW_LEVELS = 8;

function isBelow({ parsed }: PageAnalysis, node: number, boxes: ReadonlySet<number>): boolean {
  for (let at = node, level = 0; at > 0 && level < BELOW_LEVELS; at = i32Of(parsed.page.parent, at), level++)
    if (boxes.has(at)) return true;
  return false;
}
