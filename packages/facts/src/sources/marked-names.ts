/** Names of papers and the like that stand in marks, in languages whose nouns have capitals: “schreibt die „Halden Post“”. */
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

/** Longest name in marks, in tokens. */
const markedMax = 7;

/**
 * “die Zeitung „Bucht“ schreibt”: where a short name in marks behind a noun or an article begins or ends at a token, the first token of
 * the noun phrase, or the last of the name; else -1. Only where nouns have capitals, so that no quotation is taken for a name.
 */
export function markedName({ scan, language, quoteOf, quoteTokens }: Document, at: number, isEnd: boolean): number {
  if (!language.capitalisesNouns) return -1;
  const tokens = quoteTokens[quoteOf[at] ?? -1];
  if (tokens === undefined || (isEnd ? tokens[1] - 1 : tokens[0]) !== at) return -1;
  const [open, close] = tokens;
  if (close - open > markedMax || !scan.isCapital(open + 1) || !scan.isWord(close - 2)) return -1;
  if (!isEnd) return close - 1;
  const noun = scan.isCapital(open - 1) ? open - 1 : open;
  if (scan.has(noun - 1, lists.determiners)) return noun - 1;
  return noun < open && scan.isWord(noun) ? noun : -1;
}

/** „Halden Post“ without a noun before it: each word has a capital. */
export function isCapitalised({ scan, quoteOf, quoteTokens }: Document, at: number): boolean {
  const tokens = quoteTokens[quoteOf[at] ?? -1];
  if (tokens === undefined || tokens[0] !== at) return false;
  for (let i = at + 1; i < tokens[1] - 1; i++) if (!scan.isCapital(i)) return false;
  return true;
}
