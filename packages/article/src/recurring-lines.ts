/**
 * Learned boilerplate: lines that recur over the documents of one site are boilerplate, whatever they say. Here: the fingerprint of a
 * line, and what counts as recurring. The port of a store of lines is `RecurringLines` in `@wirefold/core`.
 */
import { type Article, RECURRING_DOCUMENTS_MIN } from "@wirefold/core";
import { foldWords } from "./html/title-words.ts";

/** Whether a line's fingerprint recurs over documents of one site: yes or no, or over how many unlike ones. */
export type RecurringLookup = (fingerprint: string) => boolean | number;

export function isRecurring(lookup: RecurringLookup, fingerprint: string | undefined): boolean {
  if (fingerprint === undefined) return false;
  const answer = lookup(fingerprint);
  return typeof answer === "number" ? answer >= RECURRING_DOCUMENTS_MIN : answer;
}

/** Very short lines ("Yes.") recur in honest text. */
const FOLDED_CHARS_MIN = 8;

/**
 * The fingerprint of one line: 64 bits in hex over its words, case, digits' values, quotes and punctuation left out (a counter
 * or a date changes from day to day). Undefined for lines too short to mean anything.
 */
export function lineFingerprint(line: string): string | undefined {
  const folded = foldWords(line)
    .map((word) => (/^\p{N}/u.test(word) ? "0" : word))
    .join(" ");
  if (folded.length < FOLDED_CHARS_MIN || !/\p{L}/u.test(folded)) return undefined;
  // Two FNV-1a streams with different seeds over UTF-16 units.
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}

/** The distinct fingerprints of a document's lines: kept blocks, and removed ones when the whole article is given. */
export function lineFingerprints(document: Pick<Article, "blocks" | "removed"> | readonly { readonly text: string }[]): string[] {
  const lines = "blocks" in document ? [...document.blocks, ...document.removed] : document;
  const found = new Set<string>();
  for (const { text } of lines) {
    const fingerprint = lineFingerprint(text);
    if (fingerprint !== undefined) found.add(fingerprint);
  }
  return [...found];
}
