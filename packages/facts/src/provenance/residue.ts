import type { Span } from "@wirefold/core";
import { anyReadingWord } from "@wirefold/text/grammar";

/** A page's label with what it labels behind a colon, or alone on its line: another article's headline, a menu, a mark. */
const label = new RegExp(`^${anyReadingWord("residueLabel")}\\s*(?::|$)`, "i");

/** Longest line that may be residue of a page instead of prose, in UTF-16 units. */
const residueLengthMax = 300;
/** Longest line of digits and marks alone: a counter, a temperature, a rating. */
const wordlessLengthMax = 12;

/**
 * The lines of a text that are left over from its page: counters without a word, and labels with what they label. Cutting
 * boilerplate is the cleaner's work; this is for text that never went through it, and takes only what no sentence can be.
 */
export function findResidue(text: string): Span[] {
  const out: Span[] = [];
  // A text of figures alone has no page that they could be left over from.
  if (!/\p{L}{2}[^\n]*\p{L}{2}/u.test(text)) return out;
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    if (end > at && end - at <= residueLengthMax && isResidue(text.slice(at, end))) out.push([at, end]);
    at = end + 1;
  }
  return out;
}

function isResidue(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed === "") return false;
  return (trimmed.length <= wordlessLengthMax && !/\p{L}{2}/u.test(trimmed)) || label.test(trimmed);
}
