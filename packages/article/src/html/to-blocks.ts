/** The kept blocks as the article's: with their kind, and tables a row a block. */

import type { Block } from "@wirefold/core";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { codeLines, codeOf } from "./code.ts";
import { cellOf, type DataTable, rowOf } from "./tables.ts";
import { TAG } from "./tags.ts";

const embedBit = meaningBit("embed");
const CELL_SEPARATOR = " | ";

export function toBlocks(analysis: PageAnalysis, kept: readonly boolean[], tables: readonly DataTable[]): Block[] {
  const out: Block[] = [];
  let next = 0;
  for (let i = 0; i < kept.length; ) {
    while (next < tables.length && itemAt(tables, next).to <= i) next += 1;
    const table = tables[next];
    if (table !== undefined && i >= table.from) {
      addRows(analysis, kept, i, table.to, out);
      i = table.to;
      continue;
    }
    const block = analysis.blocks[i];
    if (kept[i] && block !== undefined) {
      if (codeOf(analysis, block.node) > 0) out.push(...codeLines(analysis.parsed.page.html, block));
      else out.push(toBlock(analysis, block));
    }
    i += 1;
  }
  return out;
}

/** One block for each row of blocks `[from, to)`. */
function addRows(analysis: PageAnalysis, kept: readonly boolean[], from: number, to: number, out: Block[]): void {
  let row = -1;
  let cell = -1;
  let block: { kind: "table"; text: string; span: [number, number] } | undefined;
  for (let i = from; i < to; i++) {
    if (!kept[i]) continue;
    const { node, text, start, end } = itemAt(analysis.blocks, i);
    const ownRow = rowOf(analysis, node);
    const ownCell = cellOf(analysis, node);
    if (block === undefined || ownRow !== row || ownRow === 0) {
      block = { kind: "table", text, span: [start, end] };
      out.push(block);
    } else {
      block.text += (ownCell === cell ? " " : CELL_SEPARATOR) + text;
      block.span[1] = end;
    }
    row = ownRow;
    cell = ownCell;
  }
}

function toBlock(analysis: PageAnalysis, block: AnalysedBlock): Block {
  const tag = u16Of(analysis.parsed.page.tag, block.node);
  const inside = i32Of(analysis.inside, block.node);
  let kind: Block["kind"] = "paragraph";
  if (tag >= TAG.h1 && tag <= TAG.h6) kind = "heading";
  else if (inside & INSIDE.blockquote) kind = i32Of(analysis.inherited, block.node) & embedBit ? "embed" : "quote";
  else if (tag === TAG.li || inside & INSIDE.list) kind = "list-item";
  else if (tag === TAG.td || tag === TAG.th) kind = "table";
  return { kind, text: block.text, span: [block.start, block.end] };
}
