import type { WordDifference } from "@wirefold/core";
import type { z } from "zod";
import { fold } from "./words.ts";

export type Difference = z.output<typeof WordDifference>;

/** Longer texts are compared by their first words only, so one hostile quotation cannot cost a quadratic table. */
const WORDS_MAX = 400;

/** Word by word, what was removed from and added to `before` to make `after`. Case and marks alone are no difference. */
export function wordDifferences(before: string, after: string): Difference[] {
  const a = tokens(before);
  const b = tokens(after);
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i]!.key === b[j]!.key ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
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
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) push("removed", a[i++]!.text);
    else push("added", b[j++]!.text);
  }
  return out;
}

function tokens(text: string): { key: string; text: string }[] {
  const out: { key: string; text: string }[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const key = fold(match[0]).replace(/[^\p{L}\p{N}]+/gu, "");
    if (key) out.push({ key, text: match[0].slice(0, 200) });
    if (out.length >= WORDS_MAX) break;
  }
  return out;
}
