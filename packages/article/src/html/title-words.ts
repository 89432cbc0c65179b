/** Folded words of a text, for comparing headlines and lines: case, quotes and punctuation do not count. */
import { FOLD, foldClassAt } from "./char-classes.ts";

const apostrophes = /[\u2018\u2019\u02BC'`\u00B4]/g;

/** The words of `text`; a change between letters and digits begins a new one. */
export function foldWords(text: string): string[] {
  const lower = text.toLowerCase();
  return splitWords(lower) ?? splitWords(lower.replace(apostrophes, "")) ?? [];
}

/** The words of `text` with one space between them. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (isFolded(lower)) return lower;
  return (splitWords(lower) ?? splitWords(lower.replace(apostrophes, "")) ?? []).join(" ");
}

/** Most short lines are nothing but words with one space between them. */
function isFolded(text: string): boolean {
  let previous: number = FOLD.boundary;
  const last = text.length - 1;
  for (let at = 0; at <= last; at++) {
    const kind = foldClassAt(text, at);
    if (kind === FOLD.boundary) {
      if (previous === FOLD.boundary || at === last || text.charCodeAt(at) !== 32) return false;
    } else if (kind === FOLD.apostrophe || (previous !== FOLD.boundary && kind !== previous)) return false;
    previous = kind;
  }
  return true;
}

/** Undefined at the first apostrophe: they are no part of words, and most texts have none. */
function splitWords(folded: string): string[] | undefined {
  const words: string[] = [];
  let start = 0;
  let open: number = FOLD.boundary;
  for (let at = 0; at < folded.length; at++) {
    const kind = foldClassAt(folded, at);
    if (kind === open) continue;
    if (kind === FOLD.apostrophe) return undefined;
    if (open !== FOLD.boundary) words.push(folded.slice(start, at));
    start = at;
    open = kind;
  }
  if (open !== FOLD.boundary) words.push(folded.slice(start));
  return words;
}
