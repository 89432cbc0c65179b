/** Kickers: the words above a headline that some pages set inside its heading, in an element named for them. */

import type { AnalysedBlock } from "../html/analyse-page.ts";
import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import type { Page } from "../html/page.ts";
import { foldWords } from "../html/title-words.ts";
import { i32Of } from "../indexing.ts";

const MARKUP_CHARS_MAX = 1500;
const KICKER_CHARS_MAX = 80;
const HEADLINE_WORDS_MIN = 2;

/** The heading's first element, its attributes and its text. */
const firstElement =
  /^\s*<(?<tag>span|small|strong|em|b|i|div|p|a)\b(?<attributes>[^<>]{0,400})>(?<text>[^<>]{1,200})<\/\k<tag>\s*>/i;
/** Names for such an element, as newsrooms of several languages have them. */
const kickerName =
  /\bclass\s*=\s*["']?[^"'>]*(?:kicker|roof-?line|(?:top|over|super|supra|pre|ante)-?(?:title|titulo|line)|eyebrow|dachzeile|spitzmarke|oberzeile|obertitel|volanta|cintillo|occhiello|sur-?titre)/i;

/** The headline of a heading that begins with a kicker, undefined for any other. */
export function headlineBehindKicker(page: Page, { node, text }: AnalysedBlock): string | undefined {
  const from = i32Of(page.attrEnd, node) + 1;
  const markup = page.html.slice(from, Math.min(i32Of(page.end, node), from + MARKUP_CHARS_MAX));
  const found = firstElement.exec(markup)?.groups;
  if (found?.attributes === undefined || found.text === undefined || !kickerName.test(found.attributes)) return undefined;
  const kicker = collapseSpace(decodeText(found.text));
  if (kicker === "" || kicker.length > KICKER_CHARS_MAX || !text.startsWith(kicker)) return undefined;
  const rest = text.slice(kicker.length).replace(/^[\s:|\u2013\u2014/-]+/u, "");
  return foldWords(rest).length >= HEADLINE_WORDS_MIN ? rest : undefined;
}
