import { contextWords, isFirstName } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";

const the = contextWords("the");

/** Longest title, in tokens. */
const titleLengthMax = 12;
/** Words from this length on have a capital in a title; articles and prepositions are shorter. */
const longWordMin = 5;
const capitalsMin = 2;

/**
 * Titles that stand without marks and show by a small word with a capital that they are some: “Sailing With the Gulls”. By the first
 * token; past the last.
 */
function findBareTitles({ scan }: Document, isTitleCase: Uint8Array, out: Map<number, number>): void {
  const isWhole = (i: number): boolean => scan.isCapital(i) && scan.raw(i).length > 1 && !/^\p{Lu}+$/u.test(scan.raw(i));
  for (let i = 2; i < scan.count - 1; i++) {
    if (!scan.isCapital(i) || !scan.is(i, wordKinds.titleFunctionWord) || !isWhole(i) || isTitleCase[i] || !isWhole(i - 1))
      continue;
    const behind = scan.isCapital(i + 1) ? i + 1 : i + 2;
    if (!isWhole(behind) || (behind === i + 2 && !the.has(scan.lower(i + 1)))) continue;
    let from = i - 1;
    while (from > i - titleLengthMax && isWhole(from - 1)) from--;
    let to = behind + 1;
    while (to < i + titleLengthMax && isWhole(to)) to++;
    // A headline, or a list of its words.
    if (scan.isNewline(from - 1) || scan.isNewline(to) || scan.has(from, lists.titles)) continue;
    out.set(from, to);
    i = to;
  }
}

/**
 * Titles of films, books and shows: “The Harbour at Dawn” in marks of its own, every long word with a capital. By the first token; past
 * the last. A quotation writes its words as sentences do and speaks in pronouns; two words that begin with a first name are a person.
 */
export function findWorkTitles(document: Document, isTitleCase: Uint8Array): ReadonlyMap<number, number> {
  const { scan, quotes, quoteTokens, language } = document;
  const out = new Map<number, number>();
  // Where every noun has a capital, capitals tell no title.
  if (language.capitalisesNouns) return out;
  if (language.writesTitleCase) findBareTitles(document, isTitleCase, out);
  quotes.forEach((quote, index) => {
    const tokens = quoteTokens[index];
    if (tokens === undefined || quote.broken) return;
    const from = tokens[0] + 1;
    let to = tokens[1] - 1;
    if (to - from > titleLengthMax || isTitleCase[from]) return;
    while (to > from && !scan.isWord(to - 1) && !scan.isNumber(to - 1)) to--;
    let capitals = 0;
    for (let i = from; i < to; i++) {
      // “Duarte Is No Brave Sailor” writes its verb with a capital.
      if ((i === from || !scan.isCapital(i)) && scan.has(i, lists.pronouns | lists.passiveAuxiliaries)) return;
      if (scan.isCapital(i)) capitals++;
      else if (scan.isNewline(i) || (scan.isWord(i) && scan.raw(i).length >= longWordMin)) return;
    }
    const isPerson = to - from === 2 && isFirstName(scan.lower(from));
    if (capitals >= capitalsMin && scan.isCapital(from) && scan.isCapital(to - 1) && !isPerson) out.set(from, to);
  });
  return out;
}
