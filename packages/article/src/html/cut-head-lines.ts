/** Cuts the lines around the headline that only say who wrote the article and when: by their form, since they may look like text. */
import { f64Of, i32Of, itemAt } from "../indexing.ts";
import { bareName } from "../metadata/bylines.ts";
import { accountOf, isBareDay, isSigned, readHeadLine, saysWhenOnly } from "../metadata/head-line.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { TAG } from "./tags.ts";

/** So many kept blocks may come before the first sentence, and so many behind it may still be such a line (a lead stands between). */
const HEAD_BLOCKS = 8;
const PROSE_BLOCKS = 2;
const DATE_CHARS_MAX = 120;
/** The signature of an author below the article. */
const TAIL_BLOCKS = 2;

export function cutHeadLines(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, inside } = analysis;
  let seen = 0;
  let prose = 0;
  const isDated = (i: number): boolean => {
    const text = blocks[i]?.text ?? "";
    return text.length <= DATE_CHARS_MAX && /\p{N}/u.test(text) && (readHeadLine(text)?.dated === true || isBareDay(text));
  };
  const cut = (i: number): void => {
    const block = itemAt(blocks, i);
    if (i32Of(inside, block.node) & INSIDE.table && !isLayoutCell(analysis, block.node)) return;
    const line = readHeadLine(block.text);
    // A name alone, or "by" and a user name, right above or below the day.
    const isName = line === undefined && prose === 0 && (bareName.test(block.text) || accountOf(block.text) !== undefined);
    if (isName && (isDated(i - 1) || isDated(i + 1))) {
      kept[i] = false;
      forced[i] = "byline";
      return;
    }
    // A day in figures beside such a line.
    const isDay =
      prose === 0 && isBareDay(block.text) && [i - 1, i + 1].some((k) => accountOf(blocks[k]?.text ?? "") !== undefined);
    if (line === undefined && !isDay && (prose > 0 || !saysWhenOnly(block.text))) return;
    kept[i] = false;
    forced[i] = line !== undefined && isSigned(line) ? "byline" : "date";
  };
  for (let i = 0; i < blocks.length && seen < HEAD_BLOCKS && prose < PROSE_BLOCKS; i++) {
    if (!kept[i]) continue;
    seen += 1;
    if (itemAt(blocks, i).isProse) prose += 1;
    cut(i);
  }
  let left = TAIL_BLOCKS;
  for (let i = kept.lastIndexOf(true); i > 0 && left > 0; i--) {
    if (!kept[i]) continue;
    left -= 1;
    if (itemAt(blocks, i).isProse) break;
    cut(i);
  }
}

const CELL_LEVELS = 6;
const LAYOUT_CHARS_MIN = 300;

/** Whether the cell around an element holds a text, as the cells do that only place things on a page. */
function isLayoutCell({ parsed, proseChars }: PageAnalysis, node: number): boolean {
  const { parent, tag } = parsed.page;
  for (let at = node, level = 0; at > 0 && level < CELL_LEVELS; at = i32Of(parent, at), level++)
    if (tag[at] === TAG.td || tag[at] === TAG.th) return f64Of(proseChars, at) >= LAYOUT_CHARS_MIN;
  return false;
}
