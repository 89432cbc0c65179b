/** Names that stand alone, where something else on the page says that they are the author's. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { INSIDE } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { isHeadingTag } from "../html/tags.ts";
import { topicStart } from "../html/topic-paths.ts";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { isOtherHand } from "./author-marks.ts";
import { bareName, role } from "./bylines.ts";
import { readHeadLine, saysBy } from "./head-line.ts";
import { isInJsonLd } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";
import { isFullName } from "./person-names.ts";

/** "Ida Marsk (chief editor)", "Ida / Harbour Notes": what stands behind a name in a mark of its own. */
export const tailOfName = /\s*(?:\(.*\)|\s[/|\u2013\u2014]\s.*)$/u;
/** One word that may be a name. */
export const oneName = /^\p{Lu}[\p{Ll}\p{M}'\u2019-]{2,20}$/u;

/** A bare name at the headline that is also the text of a picture, as portraits have it. */
export function confirmedNames(
  { parsed }: MetadataInput,
  lines: readonly { readonly text: string; readonly isHeading: boolean }[],
): string[] {
  const { html } = parsed.page;
  for (const { text, isHeading } of lines.slice(0, HEAD_LINES_MAX)) {
    if (isHeading || text.length > NAME_CHARS_MAX || !bareName.test(text) || role.test(text)) continue;
    const lower = text.toLowerCase();
    for (const mark of [`alt="${text}"`, `alt='${text}'`, `alt=${text}>`]) if (html.includes(mark)) return [text];
    // "/people/mara-venn": the page of the name, but none of a topic.
    const slug = lower
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[.'\u2019]/g, "")
      .replace(/\s+/g, "-");
    const at = html.indexOf(`/${slug}`);
    if (at > 0 && /["'/?#]/.test(html.charAt(at + slug.length + 1)) && !topicStart.test(html.slice(Math.max(0, at - 60), at)))
      return [text];
  }
  return [];
}

const HEAD_LINES_MAX = 16;
const NAME_CHARS_MAX = 50;

/** A name alone right below the last sentence: a signature. */
export function signature({ analysis, kept }: MetadataInput): string[] {
  const { blocks, parsed, inside } = analysis;
  const last = kept.lastIndexOf(true);
  for (let i = last + 1; last >= 0 && i <= last + SIGNATURE_BLOCKS && i < blocks.length; i++) {
    const { text, node, linkDensity } = itemAt(blocks, i);
    const name = text.replace(/^[\u2014\u2013~-]\s*|[.,]$/gu, "");
    if (!bareName.test(name) || name.length > NAME_CHARS_MAX || role.test(name)) continue;
    if (linkDensity > 0 || isHeadingTag(u16Of(parsed.page.tag, node))) continue;
    if (i32Of(inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden | INSIDE.list | INSIDE.aside | INSIDE.form)) continue;
    return [name];
  }
  return [];
}

const SIGNATURE_BLOCKS = 2;

/** "Mara Venn is a freelance writer in Saltby": a note on the author. */
const note = new RegExp(
  `^(?<name>\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*){1,3}),?\\s${anyPageForm("authorIs")}\\s[^.!?]{0,60}?(?<!\\p{L})${anyPageForm("role")}s?(?!\\p{L})`,
  "u",
);
const NOTE_CHARS_MAX = 400;
const NOTE_BLOCKS = 6;

/** Whom a note at the end calls a writer: the last lines of the text where they are set apart by their letters, or those right below it. None where there are two. */
export function authorInNote({ analysis, kept }: MetadataInput): string[] {
  const last = kept.lastIndexOf(true);
  const names = new Set<string>();
  for (let i = last; last >= 0 && i <= last + NOTE_BLOCKS && i < analysis.blocks.length; i++) {
    const { text, node, emphasisChars } = itemAt(analysis.blocks, i);
    if (text.length > NOTE_CHARS_MAX || (i === last && emphasisChars < text.length * 0.8)) continue;
    if (i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden | INSIDE.list | INSIDE.form)) continue;
    const name = note.exec(text)?.groups?.name;
    if (name !== undefined && !role.test(name)) names.add(name);
  }
  return names.size === 1 ? [...names] : [];
}

/** The one name that the page's scripts give as author, as tag managers are told it. */
export function authorInScripts(html: string): string[] {
  const names = new Set<string>();
  for (const match of html.matchAll(scriptAuthor)) {
    const name = (match[1] ?? "").trim();
    if (!bareName.test(name) || role.test(name) || isInJsonLd(html, match.index)) continue;
    names.add(name);
    if (names.size > 1) return [];
  }
  return [...names];
}

const scriptAuthor = /[aA]uthor(?:_?[nN]ame)?s?["']?\s?:\s?\[?["']([^"'<>{}[\]\\]{4,50})["']/g;

/**
 * Says of a bare name whether all its words, but the shortest, stand in small letters in the article: "Harbour News" is a section where
 * the text speaks of the harbour's news, and "Mark Hill" a man where it speaks of hills alone.
 */
export function wordsInUse({ text }: MetadataInput): (name: string) => boolean {
  let small: Set<string> | undefined;
  return (name) => {
    small ??= new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}{3,}/gu) ?? []);
    const words = name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    return words.length > 0 && words.every((word) => small?.has(word) === true);
  };
}

/** The names of a line that was cut for saying who wrote the page, wherever it stands: below the text, or apart from the headline. None where two such lines differ. */
export function cutBylines({ analysis, forced }: MetadataInput): string[] {
  let found: readonly string[] = [];
  for (const [i, { text, node }] of analysis.blocks.entries()) {
    if ((forced[i] !== "byline" && forced[i] !== "date") || i32Of(analysis.inside, node) & NOT_OF_THE_ARTICLE) continue;
    const names = readHeadLine(text)?.names ?? [];
    if (names.length === 0) continue;
    if (found.length > 0 && names.join() !== found.join()) return [];
    found = names;
  }
  return [...found];
}

/** The names of each line between headline and text, or behind its first blocks, that was cut for saying who wrote. */
export function bylinesInHead({ analysis, kept }: MetadataInput, headline: number): (readonly string[])[] {
  const first = kept.indexOf(true);
  const from = Math.max(0, headline);
  return analysis.blocks
    .slice(from, first + BYLINE_BLOCKS)
    .filter(({ text, linkDensity }, k) => !kept[from + k] && linkDensity === 0 && saysBy(text) && !isOtherHand(text))
    .map(({ text }) => readHeadLine(text)?.names ?? []);
}

const BYLINE_BLOCKS = 6;

/** The names of a line that says "by" and was cut between the first blocks of the text. */
export function bylineInText({ analysis, kept }: MetadataInput): string[] {
  const first = kept.indexOf(true);
  for (let i = first + 1; first >= 0 && i < Math.min(first + BYLINE_BLOCKS, analysis.blocks.length); i++) {
    const { text, linkDensity } = itemAt(analysis.blocks, i);
    if (kept[i] || !kept[i - 1] || linkDensity > 0 || !saysBy(text) || isOtherHand(text)) continue;
    return [...(readHeadLine(text)?.names ?? [])];
  }
  return [];
}

/** "An interview by Mara Venn with Otto Brack", at the head of the text: who asked. */
export function interviewer({ analysis, kept }: MetadataInput, headline: number): string[] {
  const first = kept.indexOf(true);
  for (const { text } of analysis.blocks.slice(Math.max(0, headline), first + BYLINE_BLOCKS)) {
    const name = text.length > INTERVIEW_CHARS_MAX ? undefined : interview.exec(text)?.groups?.name;
    if (name !== undefined && isFullName(name)) return [name];
  }
  return [];
}

const INTERVIEW_CHARS_MAX = 160;
const interview = new RegExp(
  `(?<!\\p{L})${anyPageForm("interviewBy")}\\s(?<name>\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*){1,3})(?:\\s${anyPageForm("interviewWith")}\\s|[.,:]|$)`,
  "u",
);

/** A full name alone among the last lines of the text, or right below it: a signature, unless a quotation stands before it. */
export function fullSignature({ analysis, kept }: MetadataInput): string[] {
  const { blocks, inside, parsed } = analysis;
  const last = kept.lastIndexOf(true);
  for (
    let i = Math.min(last + SIGNATURE_BLOCKS, blocks.length - 1);
    last >= 0 && i > Math.max(0, last - KEPT_SIGNATURE_BLOCKS);
    i--
  ) {
    const { text, node, linkDensity } = itemAt(blocks, i);
    const name = text.replace(/^[\u2014\u2013~-]\s*|[.,]$/gu, "");
    if (linkDensity > 0 || !isFullName(name) || isHeadingTag(u16Of(parsed.page.tag, node))) continue;
    if (i32Of(inside, node) & (NOT_OF_THE_ARTICLE | INSIDE.table | INSIDE.blockquote | INSIDE.caption | INSIDE.aside)) continue;
    if (endsInQuote.test(itemAt(blocks, i - 1).text)) continue;
    return [name];
  }
  return [];
}

const endsInQuote = /[\u201C\u201D\u00BB\u00AB"][.,]?$/u;
const KEPT_SIGNATURE_BLOCKS = 3;

const NOT_OF_THE_ARTICLE = INSIDE.nav | INSIDE.footer | INSIDE.hidden | INSIDE.list | INSIDE.form;

/** The names of the one line on the page that says by whom it is and of which day, outside of comments. None where two such lines differ. */
export function datedByline({ analysis }: MetadataInput): string[] {
  let found: readonly string[] = [];
  for (const { text, node } of analysis.blocks) {
    if (i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.hidden | INSIDE.form)) continue;
    if (i32Of(analysis.inherited, node) & commentMeaning) continue;
    const line = readHeadLine(text);
    if (line === undefined || !line.dated || line.names.length === 0 || !saysBy(text)) continue;
    if (found.length > 0 && line.names.join() !== found.join()) return [];
    found = line.names;
  }
  return [...found];
}

const commentMeaning = meaningBit("comment");

/** "by Mara Venn" above the headline, as a blog's subtitle says it, where the name stands elsewhere on the page as well. */
export function namedAbove({ analysis }: MetadataInput, headline: number): string[] {
  const { blocks } = analysis;
  for (let i = 0; i < Math.min(headline, ABOVE_MAX); i++) {
    const line = readHeadLine(itemAt(blocks, i).text);
    const [name] = line?.names ?? [];
    if (name === undefined || line?.names.length !== 1 || line.dated || !bareName.test(name)) continue;
    if (blocks.some(({ text }, other) => other !== i && text.includes(name))) return [name];
  }
  return [];
}

const ABOVE_MAX = 12;

/** "Mara Venn" or "Mara / Harbour Notes" between headline and text, and once more below it: in the box on the author. */
export function namedTwice(input: MetadataInput, headline: number): string[] {
  const { analysis, kept } = input;
  const { blocks, parsed, inside } = analysis;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (headline < 0 || first < headline) return [];
  const below = new Set(
    blocks
      .slice(last + 1, last + 1 + BELOW_MAX)
      .filter(({ node }) => !(i32Of(inside, node) & NOT_OF_THE_ARTICLE))
      .map(({ text }) => text),
  );
  const inUse = wordsInUse(input);
  for (let i = headline + 1; i < first; i++) {
    const { text, node } = itemAt(blocks, i);
    if (!below.has(text) || text.length > NAME_CHARS_MAX || isHeadingTag(u16Of(parsed.page.tag, node))) continue;
    const name = text.replace(tailOfName, "");
    if ((bareName.test(name) || (name !== text && oneName.test(name))) && !role.test(name) && !inUse(name)) return [name];
  }
  return [];
}

const BELOW_MAX = 60;
