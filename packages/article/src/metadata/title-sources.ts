/** Where a headline may stand, and how it loses the name of its site. */

import { TAG } from "../html/tags.ts";
import { foldedText, foldWords } from "../html/title-words.ts";
import { itemAt, u16Of } from "../indexing.ts";
import { textOf } from "./json-ld.ts";
import { headlineBehindKicker } from "./kickers.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import { headingAbove } from "./ownership.ts";
import { titlePieces } from "./title.ts";
import { hostName } from "./urls.ts";
import { dayByHeadline } from "./visible-head.ts";

export function* titleSources({ parsed, analysis, head, titles, kept }: MetadataInput): Iterable<Candidate> {
  // A heading the page's own title repeats is the headline as the reader sees it.
  const first = titles[0];
  const shown = analysis.blocks.find(
    (block) =>
      block.text === first && u16Of(parsed.page.tag, block.node) >= TAG.h1 && u16Of(parsed.page.tag, block.node) <= TAG.h1 + 2,
  );
  if (first !== undefined && shown !== undefined) {
    yield ["html:h1-without-kicker", headlineBehindKicker(parsed.page, shown)];
    // "Harbour Ferry returns after four months": a kicker inside the heading, which what the page declares goes without.
    const declared = [textOf(head.article?.headline), head.meta.get("og:title")?.[0]];
    const bare = declared.find((title) => title !== undefined && isKickerAnd(first, title));
    if (bare !== undefined) yield ["html:h1-without-kicker", bare];
    yield ["html:h1", first];
  }
  yield ["json-ld:headline", textOf(head.article?.headline)];
  yield ["meta:og:title", head.meta.get("og:title")?.[0]];
  yield ["meta:twitter:title", head.meta.get("twitter:title")?.[0]];
  yield ["meta:dc.title", head.meta.get("dc.title")?.[0]];
  const headings = analysis.blocks.filter((block) => parsed.page.tag[block.node] === TAG.h1);
  const siteName = head.meta.get("og:site_name")?.[0];
  if (
    headings.length === 1 &&
    (siteName === undefined || foldedText(siteName) !== foldedText(itemAt(headings, 0).text)) &&
    !(head.title !== null && foldedText(head.title).endsWith(` ${foldedText(itemAt(headings, 0).text)}`))
  )
    yield ["html:h1", dayByHeadline(itemAt(headings, 0).text, titles)?.title ?? itemAt(headings, 0).text];
  // Some systems put the section into the page's title: the heading above the text says more.
  const firstKept = kept.indexOf(true);
  const above = firstKept < 0 ? -1 : headingAbove(analysis, firstKept);
  const heading = above < 0 ? undefined : itemAt(analysis.blocks, above).text;
  if (heading !== undefined && foldWords(heading).length >= HEADLINE_WORDS_MIN && heading.length < HEADLINE_CHARS_MAX)
    yield ["html:heading", dayByHeadline(heading, titles)?.title ?? heading];
  yield ["html:title", head.title ?? undefined];
  yield ["html:h1", headings[0]?.text];
}

const KICKER_WORDS_MAX = 4;
const HEADLINE_WORDS_MIN = 4;
const HEADLINE_CHARS_MAX = 200;

/** "Streaming: Musicians ask for more" is one headline; a kicker has no colon behind it. */
function isKickerAnd(heading: string, title: string): boolean {
  const folded = foldedText(title);
  const whole = foldedText(heading);
  if (folded.split(" ").length < HEADLINE_WORDS_MIN || !whole.endsWith(` ${folded}`)) return false;
  if (whole.slice(0, -folded.length - 1).split(" ").length > KICKER_WORDS_MAX) return false;
  return !heading
    .slice(0, Math.max(0, heading.length - title.length))
    .trimEnd()
    .endsWith(":");
}

/** "Ferry back | Hollowmere Times" -> "Ferry back", when the cut piece is the site's name or host, or the title stays long. */
export function withoutSite(title: string, site: string | null, url: string | undefined): string | undefined {
  const host = hostName(url)
    ?.split(".")
    .slice(0, -1)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
  const siteWords = site === null ? "" : foldedText(site);
  const isSite = (piece: string): boolean => {
    const folded = foldedText(piece);
    const packed = folded.replace(/ /g, "");
    if (folded === "") return true;
    if (siteWords !== "" && (folded === siteWords || folded.includes(siteWords) || siteWords.includes(folded))) return true;
    return (
      host !== undefined &&
      packed.length > 2 &&
      (packed === host || host.includes(packed) || (packed.includes(host) && host.length > 4))
    );
  };
  let current = title;
  for (let round = 0; round < 3; round++) {
    const pieces = titlePieces(current).slice(1);
    const shorter = pieces.find((piece) => {
      if (!current.startsWith(piece)) return false;
      return isSite(current.slice(piece.length));
    });
    if (shorter !== undefined) {
      current = shorter;
      continue;
    }
    const behind = pieces.find((piece) => current.endsWith(piece) && isSite(current.slice(0, current.length - piece.length)));
    if (behind !== undefined && foldWords(behind).length >= 3) {
      current = behind;
      continue;
    }
    break;
  }
  // A " | " is never part of a headline's prose: the last piece is a section or the site, if the rest can stand alone.
  const pipe = current.lastIndexOf(" | ");
  if (pipe > 0 && foldWords(current.slice(0, pipe)).length >= 4 && foldWords(current.slice(pipe)).length <= 4)
    current = current.slice(0, pipe);
  return current.trim() || undefined;
}

export function siteInTitle(title: string | null, headline: string | undefined): string | undefined {
  if (title === null || headline === undefined) return undefined;
  for (const piece of titlePieces(title).slice(1)) {
    if (foldWords(piece).length > 5 || !title.endsWith(piece)) continue;
    if (foldedText(title.slice(0, title.length - piece.length)).startsWith(foldedText(headline))) return piece;
  }
  return undefined;
}
