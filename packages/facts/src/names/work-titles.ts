import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { givenNames } from "./given-names.ts";

/** Longest title, in tokens. */
const titleLengthMax = 10;
/** Words from this length on have a capital in a title; articles and prepositions are shorter. */
const longWordMin = 5;
const capitalsMin = 2;

/**
 * Titles of films, books and shows: “The Harbour at Dawn” in marks of its own, every long word with a capital. By the first token; past
 * the last. A quotation writes its words as sentences do and speaks in pronouns; two words that begin with a first name are a person.
 */
export function findWorkTitles(
  { scan, quotes, quoteTokens, language }: Document,
  isTitleCase: Uint8Array,
): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  // Where every noun has a capital, capitals tell no title.
  if (language.capitalisesNouns) return out;
  quotes.forEach((quote, index) => {
    const tokens = quoteTokens[index];
    if (tokens === undefined || quote.broken) return;
    const from = tokens[0] + 1;
    let to = tokens[1] - 1;
    if (to - from > titleLengthMax || isTitleCase[from]) return;
    while (to > from && !scan.isWord(to - 1) && !scan.isNumber(to - 1)) to--;
    let capitals = 0;
    for (let i = from; i < to; i++) {
      if (scan.has(i, lists.pronouns | lists.passiveAuxiliaries)) return;
      if (scan.isCapital(i)) capitals++;
      else if (scan.isNewline(i) || (scan.isWord(i) && scan.raw(i).length >= longWordMin)) return;
    }
    const isPerson = to - from === 2 && givenNames.has(scan.lower(from));
    if (capitals >= capitalsMin && scan.isCapital(from) && scan.isCapital(to - 1) && !isPerson) out.set(from, to);
  });
  return out;
}
