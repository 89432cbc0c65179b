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
  return joinWords(lower) ?? joinWords(lower.replace(apostrophes, "")) ?? "";
}

/** The words with one space between them; undefined at the first apostrophe. Words that stand so already are taken as one piece. */
function joinWords(folded: string): string | undefined {
  let joined = "";
  let from = -1;
  let to = 0;
  const isWhole = scanWords(folded, (start, end) => {
    if (from < 0) from = start;
    else if (start !== to + 1 || folded.charCodeAt(to) !== SPACE) {
      joined += `${folded.slice(from, to)} `;
      from = start;
    }
    to = end;
  });
  if (!isWhole) return undefined;
  return from < 0 ? joined : joined + folded.slice(from, to);
}

const SPACE = 32;

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
  return scanWords(folded, (start, end) => words.push(folded.slice(start, end))) ? words : undefined;
}

/** The words of `text` as places in its folded form, see {@link foldWords}: for those who need no strings of them. */
export function eachFoldedWord(text: string, take: (folded: string, start: number, end: number) => void): void {
  const folded = text.toLowerCase().replace(apostrophes, "");
  scanWords(folded, (start, end) => take(folded, start, end));
}

/** @returns whether it came to the end: it stops at an apostrophe */
function scanWords(folded: string, take: (start: number, end: number) => void): boolean {
  let start = 0;
  let open: number = FOLD.boundary;
  for (let at = 0; at < folded.length; at++) {
    const kind = foldClassAt(folded, at);
    if (kind === open) continue;
    if (kind === FOLD.apostrophe) return false;
    if (open !== FOLD.boundary) take(start, at);
    start = at;
    open = kind;
  }
  if (open !== FOLD.boundary) take(start, folded.length);
  return true;
}
