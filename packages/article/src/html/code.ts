/** Code: kept with the paragraphs around it, without the label of its box, and given out a line a block. */

import type { Block } from "@wirefold/core";
import { f32Of, f64Of, i32Of, itemAt, u16Of } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import type { AnalysedBlock, PageAnalysis } from "./analyse-page.ts";
import { decodeText } from "./decode-entities.ts";
import { isHeadingTag, TAG } from "./tags.ts";

/** How far above a block its `<pre>` may stand, and above that its box. */
const CODE_LEVELS = 3;
const BOX_LEVELS = 2;
/** What the classifier must grant code that stands with kept text. */
const CODE_MIN = 0.15;
/** "bash", "example.py", "Copy". */
const LABEL_CHARS_MAX = 30;
const LABELS_CHARS_MAX = 60;
const LABELS_MAX = 3;

/** The `<pre>` around a block, 0 for none. */
export function codeOf({ parsed }: PageAnalysis, node: number): number {
  const { parent, tag } = parsed.page;
  for (let at = node, level = 0; at > 0 && level <= CODE_LEVELS; at = i32Of(parent, at), level++)
    if (tag[at] === TAG.pre) return at;
  return 0;
}

/** Keeps code between or right behind kept text of the same container, and cuts the labels in its box. */
export function decideCode(
  analysis: PageAnalysis,
  kept: boolean[],
  forced: (RemovalReason | undefined)[],
  p: Float32Array,
  isFixed: (index: number) => boolean,
): void {
  const { blocks, parsed } = analysis;
  const { parent, start, end } = parsed.page;
  let lastCode = 0;
  let box = 0;
  for (let i = 1; i < blocks.length; i++) {
    const block = itemAt(blocks, i);
    const code = codeOf(analysis, block.node);
    if (code === 0) continue;
    // A long `<pre>` has many blocks.
    if (code !== lastCode) {
      lastCode = code;
      box = boxOf(analysis, code);
    }
    const container = i32Of(parent, box);
    const holds = (index: number): boolean => {
      const other = blocks[index];
      return other !== undefined && other.start >= i32Of(start, container) && other.start < i32Of(end, container);
    };
    if (!kept[i] && !isFixed(i) && f32Of(p, i) >= CODE_MIN && ((kept[i - 1] && holds(i - 1)) || (kept[i + 1] && holds(i + 1))))
      kept[i] = true;
    if (box === code) continue;
    for (let k = i - 1; k >= 0 && k >= i - LABELS_MAX && itemAt(blocks, k).start > i32Of(start, box); k--) {
      if (!kept[k] || codeOf(analysis, itemAt(blocks, k).node) > 0) continue;
      kept[k] = false;
      forced[k] = "widget";
    }
  }
}

/** The highest element near a `<pre>` that holds nothing else but labels. */
function boxOf({ parsed, blocks, textChars, proseCount }: PageAnalysis, code: number): number {
  const { parent, start, end } = parsed.page;
  let box = code;
  for (let level = 0; level < BOX_LEVELS; level++) {
    const up = i32Of(parent, box);
    if (
      up === 0 ||
      f64Of(textChars, up) - f64Of(textChars, code) > LABELS_CHARS_MAX ||
      i32Of(proseCount, up) > i32Of(proseCount, code)
    )
      break;
    box = up;
  }
  if (box === code) return code;
  const first = lowerBound(blocks, i32Of(start, box));
  for (let i = first; i < blocks.length && itemAt(blocks, i).start < i32Of(end, box); i++) {
    const { node, text, stats } = itemAt(blocks, i);
    const isLabel = text.length <= LABEL_CHARS_MAX && stats.sentences === 0 && !isHeadingTag(u16Of(parsed.page.tag, node));
    if (!isLabel && !(itemAt(blocks, i).start >= i32Of(start, code) && itemAt(blocks, i).start < i32Of(end, code))) return code;
  }
  return box;
}

/** The first block that begins at `offset` or later. */
function lowerBound(blocks: readonly AnalysedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(blocks, middle).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A block of code as blocks of a line each, so that the line breaks, which mean something, are not lost; blank lines are left out. */
export function codeLines(html: string, block: AnalysedBlock): Block[] {
  const out: Block[] = [];
  let from = block.start;
  const add = (to: number): void => {
    const text = decodeText(html.slice(from, to).replace(/<[^<>]*>/g, "")).replace(/[\s\u200B\uFEFF]+$/u, "");
    if (text.trim() !== "") out.push({ kind: "code", text, span: [from, to] });
  };
  for (const { 0: mark, index } of html.slice(block.start, block.end).matchAll(/<[^<>]*>|\r\n?|\n/g)) {
    if (mark.startsWith("<")) continue;
    add(block.start + index);
    from = block.start + index + mark.length;
  }
  add(block.end);
  return out;
}
