/**
 * Pull quotes: a sentence of the article set once more in a box of its own. Told by their words standing in a paragraph that was kept,
 * and by a box that quotes are set in.
 */
import { i32Of, itemAt } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { foldedText } from "./title-words.ts";

const QUOTE_CHARS_MIN = 24;
const QUOTE_CHARS_MAX = 320;
/** Whose words they are, in a line of its own below. */
const SPEAKER_CHARS_MAX = 80;
/** More boxes of the kind are a page of quotations. */
const QUOTES_MAX = 12;

const quoteMeaning = meaningBit("quote");

export function cutPullQuotes(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, inside, inherited } = analysis;
  const { parent } = analysis.parsed.page;
  const isBoxed = (i: number): boolean => {
    const { node } = itemAt(blocks, i);
    return (
      (i32Of(inside, node) & (INSIDE.aside | INSIDE.blockquote | INSIDE.figure)) !== 0 ||
      (i32Of(inherited, node) & quoteMeaning) !== 0
    );
  };
  const boxed: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { length } = itemAt(blocks, i).text;
    if (kept[i] && length >= QUOTE_CHARS_MIN && length <= QUOTE_CHARS_MAX && isBoxed(i)) boxed.push(i);
  }
  if (boxed.length === 0 || boxed.length > QUOTES_MAX) return;
  const body = ` ${blocks.map((block, i) => (kept[i] && block.isProse && !isBoxed(i) ? foldedText(block.text) : "")).join("\n")} `;
  for (const i of boxed) {
    const words = foldedText(itemAt(blocks, i).text);
    if (words.length < QUOTE_CHARS_MIN || !body.includes(words)) continue;
    kept[i] = false;
    forced[i] = "duplicate";
    const next = blocks[i + 1];
    if (next === undefined || !kept[i + 1] || !isBoxed(i + 1)) continue;
    const isSpeaker = next.text.length <= SPEAKER_CHARS_MAX && next.stats.sentences === 0;
    if (!isSpeaker || parent[next.node] !== parent[itemAt(blocks, i).node]) continue;
    kept[i + 1] = false;
    forced[i + 1] = "duplicate";
  }
}
