import stringWidth from "string-width";
import { columnsOf } from "./terminal.ts";

type Cell = string | number | null;

export interface TableOptions {
  /** Columns to fit into; the widest columns of words are cut. Infinity cuts nothing. @default the terminal's, nothing in a pipe */
  readonly columns?: number;
}

/** A column of words is never cut below this many columns of the terminal. */
const WORDS_MIN = 8;
const GAP = "  ";

/**
 * A plain table: the first column left, figures right, two blanks between. Widths are those a terminal shows: a Chinese character
 * takes two columns. On a terminal the table fits its width; in a pipe every cell is whole.
 */
export function formatTable(head: readonly string[], rows: readonly (readonly Cell[])[], options: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? "–" : String(cell))));
  const isFigure = head.map(
    (_, column) =>
      column > 0 &&
      rows.every((row) => row[column] === null || typeof row[column] === "number") &&
      rows.some((row) => row[column] !== null),
  );
  const natural = head.map((title, column) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[column] ?? ""))),
  );
  const columns = options.columns ?? (process.stdout.isTTY ? columnsOf(process.stdout) : Number.POSITIVE_INFINITY);
  const widths = fit(natural, isFigure, columns);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const shown = clipToWidth(cell, widths[column] ?? 0);
        const padding = " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(shown)));
        return isFigure[column] ? padding + shown : shown + padding;
      })
      .join(GAP)
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)].join("\n");
}

/** Takes what is too much from the widest columns of words, a column at a time. */
function fit(natural: readonly number[], isFigure: readonly boolean[], columns: number): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  for (let excess = total() - columns; excess > 0; excess = total() - columns) {
    const words = widths.flatMap((width, column) => (!isFigure[column] && width > WORDS_MIN ? [{ width, column }] : []));
    const widest = words.reduce<(typeof words)[number] | null>(
      (best, one) => (best && best.width >= one.width ? best : one),
      null,
    );
    if (widest === null) break;
    const next = Math.max(WORDS_MIN, ...words.filter(({ column }) => column !== widest.column).map(({ width }) => width));
    const cut = Math.max(1, Math.min(excess, widest.width - Math.min(next, widest.width - 1)));
    widths[widest.column] = Math.max(WORDS_MIN, widest.width - cut);
  }
  return widths;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The text, or as much of it as fits with an ellipsis; never half a character. */
export function clipToWidth(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = "";
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = stringWidth(segment);
    if (taken + next > width - 1) break;
    shown += segment;
    taken += next;
  }
  return `${shown}…`;
}
