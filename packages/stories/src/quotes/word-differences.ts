import type { WordDifference } from "@wirefold/core";
import { fold, memoize } from "@wirefold/text";
import type { z } from "zod";

export type Difference = z.output<typeof WordDifference>;

/** Longer texts are compared by their first words only, so one hostile quotation cannot cost a quadratic table. */
const WORDS_MAX = 400;

/** Word by word, what was removed from and added to `before` to make `after`. Case and marks alone are no difference. */
export function wordDifferences(before: string, after: string): Difference[] {
  const a = tokens(before);
  const b = before === after ? a : tokens(after);
  const out: Difference[] = [];
  const push = (op: Difference["op"], text: string): void => {
    const last = out.at(-1);
    if (last?.op === op) last.text += ` ${text}`;
    else out.push({ op, text });
  };
  // What both begin with is the same without a look at the rest.
  const differs = a.findIndex(({ key }, i) => key !== b[i]?.key);
  const begun = differs < 0 ? a.length : differs;
  for (const { text } of b.slice(0, begun)) push("same", text);
  const [left, right] = [a.slice(begun), b.slice(begun)];
  const commonAfter = commonWords(left, right);
  let i = 0;
  let j = 0;
  for (;;) {
    const [removed, added] = [left[i], right[j]];
    if (removed && added && removed.key === added.key) {
      push("same", added.text);
      i++;
      j++;
    } else if (removed && (!added || commonAfter(i + 1, j) >= commonAfter(i, j + 1))) {
      push("removed", removed.text);
      i++;
    } else if (added) {
      push("added", added.text);
      j++;
    } else return out;
  }
}

/** How many words `a` from its `i`th and `b` from its `j`th have in common, in order; `i` and `j` up to their lengths. */
function commonWords(a: readonly Token[], b: readonly Token[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  // biome-ignore lint/style/noNonNullAssertion: the table has a cell for each `i` and `j` that may be asked for.
  const cell = (i: number, j: number): number => table[i * width + j]!;
  const keys = b.map(({ key }) => key);
  for (let i = a.length - 1; i >= 0; i--) {
    const key = a[i]?.key;
    for (let j = keys.length - 1; j >= 0; j--)
      table[i * width + j] = key === keys[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  }
  return cell;
}

const keyOf = memoize(20_000, (raw) => fold(raw).replace(/[^\p{L}\p{N}]+/gu, ""));

interface Token {
  readonly key: string;
  readonly text: string;
}

/** Every version of a quotation is compared with the one that leads. */
const tokens = memoize(100, (text): readonly Token[] => {
  const out: Token[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const key = keyOf(match[0]);
    if (key) out.push({ key, text: match[0].slice(0, 200) });
    if (out.length >= WORDS_MAX) break;
  }
  return out;
});
