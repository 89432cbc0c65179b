/** The headline: which of the page's candidates, and without the site's name. */

import { type AnalysedBlock, INSIDE, type PageAnalysis } from "../html/analyse-page.ts";
import { collapseSpace } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parsed-page.ts";
import { TAG } from "../html/tags.ts";
import type { PageBlock } from "../html/text-blocks.ts";
import { foldedText, foldWords } from "../html/title-words.ts";
import { i32Of, itemAt } from "../indexing.ts";
import { textOf } from "./json-ld.ts";
import type { PageHead } from "./read-head.ts";
import { dayByHeadline } from "./visible-head.ts";

/** ` | `, ` - `, ` – `, ` :: `, ` » `, ` · `: what pages put between headline and site. */
const separator = /\s+[|\u2013\u2014\u00B7\u2022\u00BB\u00AB\u203A/-]\s+|\s*\|\s*|\s+::?\s+|_(?=[^_]*$)|\s*[\uFF5C]\s*/gu;

const TITLE_CHARS_MAX = 500;
const PIECES_MAX = 12;

/** The pieces of a title, longest run first: "A - B | Site" gives "A - B | Site", "A - B", "A". */
export function titlePieces(title: string): string[] {
  const pieces = [title];
  const cuts = title.length > TITLE_CHARS_MAX ? [] : [...title.matchAll(separator)].slice(0, PIECES_MAX);
  for (const cut of cuts.reverse()) {
    const before = title.slice(0, cut.index).trim();
    if (before !== "") pieces.push(before);
  }
  for (const cut of cuts) {
    const after = title.slice(cut.index + cut[0].length).trim();
    if (after !== "") pieces.push(after);
  }
  return pieces;
}

const usable = (title: string | undefined): title is string => title !== undefined && title.length > 1 && title.length < 400;

/** Every form the headline may take on the page, best first: for telling repeated headlines from body text. */
export function titleCandidates(parsed: ParsedPage, analysis: PageAnalysis, head: PageHead): string[] {
  const found: string[] = [];
  const add = (title: string | undefined): void => {
    if (usable(title)) found.push(collapseSpace(title));
  };
  const withoutDay = (heading: string): string =>
    (head.title === null ? undefined : dayByHeadline(heading, titlePieces(head.title))?.title) ?? heading;
  const declared = [
    textOf(head.article?.headline),
    head.meta.get("og:title")?.[0],
    head.meta.get("twitter:title")?.[0],
    head.meta.get("dc.title")?.[0],
  ];
  const pieces = new Set([...declared.filter(usable), head.title ?? ""].flatMap((title) => titlePieces(title)).map(foldedText));
  // A short heading of second rank is a section's, unless the title says otherwise.
  const shown = analysis.blocks
    .filter((block) => {
      const tag = parsed.page.tag[block.node];
      return (
        tag === TAG.h1 ||
        (tag === TAG.h1 + 1 && (block.text.length > 15 || pieces.has(foldedText(block.text)))) ||
        (tag === TAG.h1 + 2 && pieces.has(foldedText(block.text)))
      );
    })
    .slice(0, 6);
  // One headline may be set twice, for narrow and for wide pages; headings of first rank are asked first.
  const isFirst = (block: PageBlock): boolean => parsed.page.tag[block.node] === TAG.h1;
  const seen = new Set<string>();
  const headings = [...shown.filter(isFirst), ...shown.filter((block) => !isFirst(block))].filter(({ text }) => {
    const folded = foldedText(text);
    return !seen.has(folded) && seen.add(folded);
  });
  const known = [...declared.filter(usable), ...(head.title === null ? [] : [head.title])].map(
    (title) => ` ${foldedText(title)} `,
  );
  const h1Count = headings.filter(isFirst).length;
  // A heading that the page's own title contains is the headline as the reader sees it.
  for (const heading of headings) {
    const folded = foldedText(heading.text);
    const words = folded.split(" ").length;
    const isOnlyH1 = isFirst(heading) ? h1Count === 1 : h1Count === 0 && headings.length === 1;
    const isPiece = pieces.has(folded) && (isOnlyH1 || head.title?.startsWith(heading.text) === true);
    if (words < 3 && folded.length < 8 && !isPiece) continue;
    if (isSiteName(folded, head, isOnlyH1) || /\u2026$|\.{3}$/.test(heading.text)) continue;
    if (pieces.has(folded) || known.some((title) => holdsHeadline(title, folded))) add(heading.text);
    // Or one that says the same in other words: search engines and cards get shorter or longer ones than the reader.
    else if (isOnlyH1 && isFirst(heading) && known.some((title) => isVariant(folded, title))) add(withoutDay(heading.text));
  }
  // Search engines and cards may be given a headline of their own; the reader has the only heading of first rank, above the text.
  const only = headings.filter(isFirst);
  const sole = only.length === 1 ? itemAt(only, 0) : undefined;
  if (found.length === 0 && sole !== undefined && isShownHeadline(analysis, sole, head)) add(withoutDay(sole.text));
  for (const title of declared) add(title);
  for (const title of declared)
    if (usable(title)) for (const piece of titlePieces(title).slice(1)) if (foldWords(piece).length >= 4) add(piece);
  if (head.title !== null)
    for (const piece of titlePieces(head.title)) if (foldWords(piece).length >= 3 || piece.length >= 8) add(piece);
  // Nothing declares a headline: the only heading of its rank that is not the site's name is one.
  if (found.length === 0 && sole !== undefined && !isSiteName(foldedText(sole.text), head, true)) add(sole.text);
  return [...new Set(found)];
}

const SHOWN_WORDS_MIN = 3;
const SHOWN_CHARS_MIN = 12;

/** A heading in words of its own that stands above the page's text, and is no link, no name of the site and no part of its frame. */
function isShownHeadline(analysis: PageAnalysis, { node, text, start, linkDensity }: AnalysedBlock, head: PageHead): boolean {
  const { blocks, inside, proseTotal } = analysis;
  const folded = foldedText(text);
  if (folded.split(" ").length < SHOWN_WORDS_MIN || folded.length < SHOWN_CHARS_MIN || linkDensity > 0.5) return false;
  if (i32Of(inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.aside | INSIDE.hidden | INSIDE.form | INSIDE.link)) return false;
  const names = [head.meta.get("og:site_name")?.[0], head.meta.get("application-name")?.[0]];
  if (isSiteName(folded, head, true) || names.some((name) => name !== undefined && foldedText(name).includes(folded)))
    return false;
  let above = 0;
  for (const block of blocks) if (block.start < start && block.isProse) above += block.text.length;
  return above < 0.5 * proseTotal;
}

/** A title that has the heading's words, and few others: a person's or a section's name is in many titles. */
function holdsHeadline(title: string, folded: string): boolean {
  return title.includes(` ${folded} `) && folded.length >= HEADING_SHARE_MIN * (title.length - 2);
}

/** Of the title's characters, the site's name at its end included. */
const HEADING_SHARE_MIN = 0.35;

/** Words that two forms of one headline share, at least, and as a share of the shorter one. */
const VARIANT_WORDS_MIN = 3;
const VARIANT_SHARE_MIN = 0.6;

function isVariant(folded: string, known: string): boolean {
  const own = new Set(folded.split(" "));
  const other = new Set(known.trim().split(" "));
  let shared = 0;
  for (const word of own) if (other.has(word)) shared += 1;
  return shared >= VARIANT_WORDS_MIN && shared >= VARIANT_SHARE_MIN * Math.min(own.size, other.size);
}

/** A blog's header repeats its own name in an `<h1>`; the page's title ends (or begins) with it, and has more to say. */
function isSiteName(folded: string, head: PageHead, isOnlyH1: boolean): boolean {
  const site = head.meta.get("og:site_name")?.[0];
  if (site !== undefined && foldedText(site) === folded) return true;
  if (head.title === null) return false;
  // "Harbour Notes: Ferry back", and the page's card says "Ferry back": the rest is the site's name.
  const card = foldedText(head.meta.get("og:title")?.[0] ?? "");
  if (card.length > 1 && card !== folded && [`${card} ${folded}`, `${folded} ${card}`].includes(foldedText(head.title)))
    return true;
  const pieces = titlePieces(head.title).slice(1);
  if (!pieces.some((piece) => foldedText(piece) === folded)) return false;
  const whole = foldedText(head.title);
  const ending = whole.endsWith(` ${folded}`);
  const rest = whole.length - folded.length;
  // At the end it is the site unless it is the longer part; at the start it is the headline unless what follows is far longer.
  return ending ? rest > folded.length : !isOnlyH1 && rest > folded.length * 2.5;
}
