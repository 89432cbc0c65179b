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
  // What both begin with is the same without a look at the rest.
  let begun = 0;
  while (begun < a.length && begun < b.length && a[begun]!.key === b[begun]!.key) begun++;
  const table = Array.from({ length: a.length + 1 - begun }, () => new Uint16Array(b.length + 1 - begun));
  for (let i = a.length - 1; i >= begun; i--) {
    const row = table[i - begun]!;
    const below = table[i - begun + 1]!;
    for (let j = b.length - 1; j >= begun; j--)
      row[j - begun] = a[i]!.key === b[j]!.key ? below[j - begun + 1]! + 1 : Math.max(below[j - begun]!, row[j - begun + 1]!);
  }
  const out: Difference[] = [];
  const push = (op: Difference["op"], text: string): void => {
    const last = out.at(-1);
    if (last?.op === op) last.text += ` ${text}`;
    else out.push({ op, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.key === b[j]!.key) {
      push("same", b[j]!.text);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[i + 1 - begun]![j - begun]! >= table[i - begun]![j + 1 - begun]!))
      push("removed", a[i++]!.text);
    else push("added", b[j++]!.text);
  }
  return out;
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
