/**
 * Data tables are kept or cut as a whole, and come out a row a line: a reader (and a reader of figures) needs each number next to its
 * name. Tables that only lay a page out, with paragraphs in their cells, are judged block by block like anything else.
 */
import { f32Of, i32Of, itemAt } from "../indexing.ts";
import type { AnalysedBlock, PageAnalysis } from "./analyse-page.ts";
import { INSIDE } from "./analyse-page.ts";
import { TAG } from "./tags.ts";

export interface DataTable {
  readonly node: number;
  /** Indices of its blocks: `[from, to)`. Nothing else lies between them. */
  readonly from: number;
  readonly to: number;
}

/** Cells of a layout are as long as paragraphs. */
const CELL_CHARS_MAX = 400;
const CELL_CHARS_MEAN_MAX = 110;
const ROWS_MIN = 2;
const COLUMNS_MIN = 1.5;

/** The innermost table around a block, 0 for none, and whether a caption lies between. */
function tableOf({ parsed, inside }: PageAnalysis, node: number): number {
  if (!(i32Of(inside, node) & INSIDE.table)) return 0;
  const { parent, tag } = parsed.page;
  for (let at = node; at > 0; at = i32Of(parent, at)) if (tag[at] === TAG.table) return at;
  return 0;
}

/** The row around a block; 0 outside rows (a caption). */
export function rowOf({ parsed }: PageAnalysis, node: number): number {
  const { parent, tag } = parsed.page;
  for (let at = node; at > 0 && tag[at] !== TAG.table; at = i32Of(parent, at)) if (tag[at] === TAG.tr) return at;
  return 0;
}

/** The cell around a block; the block's own element outside cells. */
export function cellOf({ parsed }: PageAnalysis, node: number): number {
  const { parent, tag } = parsed.page;
  for (let at = node; at > 0 && tag[at] !== TAG.table; at = i32Of(parent, at))
    if (tag[at] === TAG.td || tag[at] === TAG.th) return at;
  return node;
}

export function findDataTables(analysis: PageAnalysis): DataTable[] {
  const { blocks } = analysis;
  const found: DataTable[] = [];
  for (let i = 0; i < blocks.length; ) {
    const table = tableOf(analysis, itemAt(blocks, i).node);
    let end = i + 1;
    if (table === 0) {
      i = end;
      continue;
    }
    while (end < blocks.length && tableOf(analysis, itemAt(blocks, end).node) === table) end += 1;
    if (isData(analysis, blocks.slice(i, end))) found.push({ node: table, from: i, to: end });
    i = end;
  }
  return found;
}

function isData(analysis: PageAnalysis, blocks: readonly AnalysedBlock[]): boolean {
  const rows = new Set<number>();
  const cells = new Set<number>();
  let chars = 0;
  for (const block of blocks) {
    const row = rowOf(analysis, block.node);
    if (row === 0) continue;
    if (block.text.length > CELL_CHARS_MAX) return false;
    rows.add(row);
    cells.add(cellOf(analysis, block.node));
    chars += block.text.length;
  }
  return rows.size >= ROWS_MIN && cells.size >= rows.size * COLUMNS_MIN && chars / cells.size <= CELL_CHARS_MEAN_MAX;
}

/** How likely a table must be body by itself, and how likely where the paragraphs on both its sides are. */
const ALONE_MIN = 0.4;
const BETWEEN_MIN = 0.06;
const LINKS_MAX = 0.5;

/** Makes each table's blocks all kept or all cut. `p` is each block's probability of being body. */
export function decideTables(
  analysis: PageAnalysis,
  tables: readonly DataTable[],
  p: Float32Array,
  kept: boolean[],
  isFixed: (index: number) => boolean,
): void {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  for (const { from, to } of tables) {
    let chars = 0;
    let likely = 0;
    let links = 0;
    for (let i = from; i < to; i++) {
      const block = itemAt(analysis.blocks, i);
      chars += block.text.length;
      likely += f32Of(p, i) * block.text.length;
      links += block.linkChars;
    }
    const mean = likely / chars;
    const isBetween = from > first && to <= last && isKeptNear(kept, from - 1, -1) && isKeptNear(kept, to, 1);
    const keep = mean >= ALONE_MIN || (isBetween && mean >= BETWEEN_MIN && links < chars * LINKS_MAX);
    for (let i = from; i < to; i++) if (!isFixed(i)) kept[i] = keep;
  }
}

/** A kept block among the next three in one direction. */
function isKeptNear(kept: readonly boolean[], from: number, step: number): boolean {
  for (let i = from, n = 0; i >= 0 && i < kept.length && n < 3; i += step, n++) if (kept[i]) return true;
  return false;
}
