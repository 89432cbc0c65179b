/**
 * Pages that stand where an article should and are none: told by their titles and few sentences together with how little text
 * they have. An article about such pages has paragraphs of its own, or says when it was published.
 */

import type { InterstitialKind } from "@wirefold/text/boilerplate";
import { titlePieces } from "../metadata/title.ts";
import { kindOfHeading, kindOfSentence } from "./interstitial-phrases.ts";

export interface PageWords {
  /** The page's titles as it gives them. */
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  /** Every line of the page, in order. */
  readonly lines: readonly string[];
  /** Characters of what looks like its body. */
  readonly bodyChars: number;
  /** It says of itself that it is an article, with a date. */
  readonly isDated: boolean;
  /** It asks for a password. */
  readonly hasPassword: boolean;
  /** It says of itself that it is an article, and its body begins a block as its description begins. */
  readonly isDescribed: boolean;
}

/** More text than this is an article, whatever its title. */
export const INTERSTITIAL_CHARS_MAX = 1500;
/** Without a title that says so, and where the page says it is a dated article. */
const SENTENCE_BODY_CHARS_MAX = 900;
const DATED_BODY_CHARS_MAX = 350;
/** A longer heading may be a headline, where more text than this stands under it. */
const HEADING_WORDS_MAX = 7;
const LONG_HEADING_BODY_CHARS_MAX = 300;
const LINES_MAX = 60;
/** Kinds of what articles' pages say as well, in dialogs. */
const isBesideArticles = (kind: InterstitialKind): boolean => kind === "login" || kind === "consent" || kind === "error";

/** What kind of such page it is; undefined for any other page. */
export function interstitialOf(page: PageWords): InterstitialKind | undefined {
  if (page.bodyChars > INTERSTITIAL_CHARS_MAX || (page.isDated && page.bodyChars > DATED_BODY_CHARS_MAX)) return undefined;
  let heading: InterstitialKind | undefined;
  let isLong = false;
  for (const text of [...page.headings.slice(0, 4), ...page.titles]) {
    for (const piece of titlePieces(text)) {
      heading = kindOfHeading(piece);
      isLong = piece.split(/\s+/).length > HEADING_WORDS_MAX;
      if (heading !== undefined) break;
    }
    if (heading !== undefined) break;
  }
  // Sentences are asked for where they can decide: many pages with a short text come this far.
  if (heading === undefined && page.bodyChars >= SENTENCE_BODY_CHARS_MAX) return undefined;
  let sentences = 0;
  let sentence: InterstitialKind | undefined;
  for (const line of page.lines.slice(0, LINES_MAX)) {
    const kind = kindOfSentence(line);
    if (kind === undefined) continue;
    sentences += 1;
    sentence ??= kind;
  }
  // A log-in or a consent dialog stands on many pages; as the page it has no body to speak of.
  if (heading === "login" || heading === "consent") {
    if (page.bodyChars < SENTENCE_BODY_CHARS_MAX && (sentences > 0 || page.hasPassword || page.bodyChars < 200)) return heading;
    return undefined;
  }
  if (heading !== undefined) {
    // "“Are you a robot?” Court tells a seller to drop the question": a headline that begins so has a text of its own.
    if (isLong && sentences === 0 && page.bodyChars > LONG_HEADING_BODY_CHARS_MAX) return undefined;
    return page.bodyChars < SENTENCE_BODY_CHARS_MAX || sentences > 0 ? heading : undefined;
  }
  // Many articles of a few lines have a log-in dialog beside them, hidden until somebody asks for it.
  if (page.isDescribed && (sentence === undefined || isBesideArticles(sentence))) return undefined;
  if (page.hasPassword && page.bodyChars < 200) return "login";
  if (sentence !== undefined && isBesideArticles(sentence))
    return sentences > 1 && page.bodyChars < DATED_BODY_CHARS_MAX ? sentence : undefined;
  return sentence !== undefined && page.bodyChars < SENTENCE_BODY_CHARS_MAX && (sentences > 1 || page.bodyChars < 500)
    ? sentence
    : undefined;
}
