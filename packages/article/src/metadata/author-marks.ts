/** Authors by how a page marks them up: a link to the author's page, an author's class, a label above the names. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { INSIDE } from "../html/analyse-page.ts";
import { meaningBit, meaningsOf } from "../html/class-words.ts";
import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import { isHeadingTag, TAG } from "../html/tags.ts";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { namesIn, role } from "./bylines.ts";
import { place, readHeadLine } from "./head-line.ts";
import type { MetadataInput } from "./metadata-input.ts";
import type { Ownership } from "./ownership.ts";
import { hostName } from "./urls.ts";

const NODES_MAX = 1500;
const MARKUP_CHARS_MAX = 4000;
const NAMES_MAX = 12;
/** How many blocks around the headline, the first sentences and the end may name the author. */
const ABOVE_BLOCKS = 4;
const HEAD_BLOCKS = 16;
const BODY_BLOCKS = 3;
const TAIL_BLOCKS = 6;
const FAR_BLOCKS = 20;
/** A teaser's text is longer than the label of a section. */
const TEASER_WORDS_MIN = 4;

/** Class names of an author's name; wider words ("profile", "user") mark other people as well. */
const authorName =
  /(?:^|[\s_-])(?:author|byline|autor|autore|auteur|writer|journalist|reporter|columnist|contributor|redakteur|verfasser|blogger|(?:posted|written)-?by)s?(?:[\s_-]|$)|(?:post|article|entry|blog|story|news|page|content|meta)authors?(?:[\s_-]|$)|author(?:name|link)|^fn$|\sfn(?:\s|$)/i;
/** The page of one author: "/author/mara-venn", "/autoren/mara-venn/", "/staff/mara_venn". */
const authorPath =
  /\/(?:authors?|auth?or(?:es|en|innen)?|auteurs?|autori|contributors?|staff|writers?|journalists?|reporters?|columnists?|redaktion|redakteure?|byline|people|person|profiles?|experts?|bloggers?|by|bio)\/[^/?#]{3,60}\/?(?:[?#]|$)|\/@[\w.-]{3,40}\/?(?:[?#]|$)|\/(?:authors?|autor(?:en)?|people|profiles?)\/(?:\w{1,12}\/)?[\w%.-]{3,60}\/?(?:[?#]|$)/i;
const camelCase = /(?<=[a-z])(?=[A-Z])/g;
/** What stands with a name: "author-position", "authorBio". */
const besideName =
  /(?:^|[\s_-])(?:positions?|titles?|roles?|jobs?|bios?|desc(?:ription)?|label|avatar|image|social|date)(?:$|[\s_-])/i;
const comments = meaningBit("comment");
const others = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar") | meaningBit("share");
/** Two to four words, the first and last with a capital or in a script without. */
const name =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'\u2019-]*(?:\s[\p{L}][\p{L}\p{M}.'\u2019-]*){0,3}\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'\u2019-]*$/u;
/** What a page marks beyond doubt may be one word, or have no capital. */
const handle = /^\p{L}[\p{L}\p{M}.'\u2019-]*(?:\s\p{L}[\p{L}\p{M}.'\u2019-]*){0,3}$/u;
const label = new RegExp(
  `^(?:(?:(?:${anyPageForm("byBefore")}\\s+)?${anyPageForm("by")}|${anyPageForm("authorLabel", "headAuthorLabel")}|${anyPageForm("writtenBy")})(?=[^\\p{L}\\p{M}]|[\\p{Script=Han}\\p{Script=Hangul}]|$)\\s*[:\uFF1A]?\\s*)+`,
  "iu",
);
/** "ByMara Venn": the label and the name in elements of their own. */
const gluedLabel = /^By(?=\p{Lu}[\p{Ll}.])/u;
const labelAlone = new RegExp(`${label.source}$`, "iu");
/** What leads to other pieces or to a profile: "Read More", "All Posts". */
export const pointer = new RegExp(`(?<!\\p{L})${anyPageForm("piece", "pick", "leadIn")}(?!\\p{L})`, "iu");
/** "Edited by", "Fotos:": the name behind it is not who wrote. */
const otherHand = new RegExp(`${anyPageForm("otherHand")}\\s*[:：]?\\s*$`, "iu");
/** Whether a line says who edited, checked, translated or photographed. */
export const isOtherHand = (line: string): boolean => otherHandFirst.test(line);
const otherHandFirst = new RegExp(`^${anyPageForm("otherHand")}(?!\\p{L})`, "iu");

/** The names that elements around the headline, or else right below the end, are marked with. */
export function markedAuthors(input: MetadataInput, owner: Ownership): string[] {
  const { analysis, kept } = input;
  const { blocks } = analysis;
  const first = kept.indexOf(true);
  if (first < 0) return [];
  const last = kept.lastIndexOf(true);
  const start = (i: number): number => itemAt(blocks, Math.max(0, Math.min(i, blocks.length - 1))).start;
  const headline = owner.headline < 0 ? Math.max(0, first - ABOVE_BLOCKS) : owner.headline;
  const body = start(first);
  const head = markedBetween(input, owner, {
    from: start(headline - ABOVE_BLOCKS),
    to: start(Math.min(first, headline + HEAD_BLOCKS) + BODY_BLOCKS),
    own: owner.headline < 0 ? undefined : [isPlainRow(input, headline) ? start(headline - ABOVE_BLOCKS) : start(headline), body],
  });
  if (head.length > 0) return head;
  const tail = markedBetween(input, owner, { from: start(last), to: start(last + 1 + TAIL_BLOCKS) });
  if (tail.length > 0) return tail;
  // Farther below stand the cards of others too: only where all that is marked is one name.
  const far = markedBetween(input, owner, { from: start(last), to: start(last + 1 + FAR_BLOCKS) });
  return far.length === 1 ? far : [];
}

/** Whether what stands right above the headline is no teaser: no heading and no link as long as a headline. */
function isPlainRow({ analysis }: MetadataInput, headline: number): boolean {
  const { tag } = analysis.parsed.page;
  return analysis.blocks
    .slice(Math.max(0, headline - ABOVE_BLOCKS), headline)
    .every(
      ({ node, stats, linkChars }) => !isHeadingTag(u16Of(tag, node)) && (stats.words < TEASER_WORDS_MIN || linkChars === 0),
    );
}

/** A photographer's page lies on another host. */
const isOwnAuthorPage = (href: string, host: string | undefined): boolean =>
  authorPath.test(href) && (!href.includes("//") || host === undefined || href.includes(host));

interface Stretch {
  /** Characters of the page. */
  readonly from: number;
  readonly to: number;
  /** Where what stands is the article's own, whatever the classes around it say: headline to first sentence. */
  readonly own?: readonly [number, number] | undefined;
}

/** Whether the nearest `<article>` around an element is the one that the headline stands in. */
function isFooterOf({ analysis }: MetadataInput, headline: number, node: number): boolean {
  const { page } = analysis.parsed;
  const start = analysis.blocks[headline]?.start ?? -1;
  let up = node;
  while (up > 0 && page.tag[up] !== TAG.article) up = i32Of(page.parent, up);
  return up > 0 && start >= i32Of(page.start, up) && start < i32Of(page.end, up);
}

function markedBetween(input: MetadataInput, owner: Ownership, { from, to, own }: Stretch): string[] {
  const { parsed, analysis, kept, url } = input;
  const host = hostName(url);
  const { page } = parsed;
  const around = i32Of(analysis.inherited, analysis.blocks[owner.headline]?.node ?? 0);
  const names: string[] = [];
  let outer: number | undefined;
  let outerNames = 0;
  let node = firstNodeAt(page.start, page.count, from - LOOK_BACK);
  for (let seen = 0; node < page.count && seen < NODES_MAX && names.length < NAMES_MAX; node++, seen++) {
    const start = i32Of(page.start, node);
    if (start > to) break;
    if (i32Of(page.end, node) < from) continue;
    const isLink = page.tag[node] === TAG.a;
    const className = page.className(node);
    // Most elements have neither a class nor an address.
    if (!isLink && className === "") continue;
    const classes = className.replace(camelCase, " ");
    const isRel = isLink && /(?:^|\s)author(?:\s|$)/i.test(page.attribute(node, "rel") ?? "");
    const isPage = isLink && !isRel && isOwnAuthorPage(page.attribute(node, "href") ?? "", host);
    const isMarked = isRel || (classes !== "" && authorName.test(classes) && !besideName.test(classes));
    if (!isMarked && !isPage) continue;
    const isInHead = own !== undefined && start >= own[0] && start < own[1];
    const isFirm = isRel || /(?:^|\s)(?:fn|vcard)(?:\s|$)/i.test(classes);
    const inside = i32Of(analysis.inside, node);
    // An article's own footer says who wrote it.
    const isFooter = isFirm && (inside & INSIDE.footer) !== 0 && isFooterOf(input, owner.headline, node);
    const never = isFooter ? NEVER_INSIDE & ~INSIDE.footer : NEVER_INSIDE;
    if (inside & (isInHead ? never : never | INSIDE.aside)) continue;
    // What the headline lies in as well says nothing of what is in it.
    const foreign = (isInHead ? comments : others) & ~around;
    if (i32Of(analysis.inherited, node) & foreign || meaningsOf(classes) & foreign) continue;
    if (!isInHead && !isRel && !isFooter && !owner.isOwn(node)) continue;
    const markup = page.html.slice(
      i32Of(page.attrEnd, node) + 1,
      Math.min(i32Of(page.end, node), i32Of(page.attrEnd, node) + MARKUP_CHARS_MAX),
    );
    if (markup.length >= MARKUP_CHARS_MAX - 1) continue;
    const text = collapseSpace(decodeText(markup.replace(drawn, " ").replace(/<[^<>]*>/g, " ")))
      .replace(gluedLabel, "")
      .replace(label, "")
      .replace(markBehind, "");
    const before = textBefore(page.html, start);
    const isLabelled = labelBefore.test(before);
    const found = namesOf(text, isFirm, isMarked ? isPage || isLabelled : isPage && isLabelled);
    if (found.length === 0 || otherHand.test(before)) continue;
    if (isInKeptProse(analysis.blocks, kept, start)) continue;
    // The innermost mark holds the name alone.
    if (outer !== undefined && start < i32Of(page.end, outer) && found.length <= outerNames) names.length -= outerNames;
    outer = node;
    outerNames = found.length;
    names.push(...found);
  }
  return [...new Set(names)];
}

/** The names that a marked text gives and nothing else: "Mara Venn", "Mara Venn and Otto Brack", "Mara Venn, MD", "Mara Venn | 4 March 2031". */
function namesOf(marked: string, isFirm: boolean, isLabelled: boolean): string[] {
  const unplaced = marked.replace(place, "");
  const text = unplaced.includes(" ") ? unplaced : marked;
  if (text.length < 2 || text.length > NAMES_CHARS_MAX) return [];
  if (name.test(text)) return role.test(text) || pointer.test(text) ? [] : [text];
  if (isFirm && handle.test(text) && text.length <= HANDLE_CHARS_MAX) return role.test(text) ? [] : [text];
  if (isLabelled && userName.test(text) && !role.test(text) && !pointer.test(text)) return [text];
  const line = readHeadLine(text);
  const listed = line === undefined ? namesIn(text.replace(degree, ""), { trusted: true }) : line.names;
  const [first] = listed;
  if (first === undefined || !name.test(first) || role.test(first) || pointer.test(text)) return [];
  if (line !== undefined) return [...listed];
  // A list of full names, and no other words.
  const full = listed.filter((one) => name.test(one) && !role.test(one));
  const rest = full.reduce((left, one) => left.replace(one, ""), text.replace(degree, ""));
  return listMarksOnly.test(rest) || /^\s*,/u.test(rest) ? full : [];
}

/** "Mara Venn:", "Mara Venn |": what parts the name from what follows. */
const markBehind = /\s*[:|,]$/u;
const NAMES_CHARS_MAX = 120;
const NEVER_INSIDE = INSIDE.nav | INSIDE.footer | INSIDE.hidden;
/** Pictures drawn in the page bring characters that nobody reads. */
const drawn = /<svg\b[\s\S]*?<\/svg>|<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>/gi;
const userName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{2,29}$/u;
/** "Mara Venn, PhD", "Otto Brack, M.D.": what a name is followed by. */
const degree = /(?:,\s*(?:\p{Lu}[\p{L}]?\.?){1,4}(?=,|$|\s(?:and|&)\s))+/gu;
const listMarksOnly = new RegExp(`^(?:[\\s,;&|\\u2022\\u00B7/]|${anyPageForm("andNames")}(?!\\p{L}))*$`, "iu");
const labelBefore = new RegExp(`(?:^|[^\\p{L}])${anyPageForm("by", "authorLabel")}\\s*[:\uFF1A]?\\s*$`, "iu");

const HANDLE_CHARS_MAX = 40;
/** An element around a block begins before it. */
const LOOK_BACK = 300;

const textBefore = (html: string, at: number): string => {
  const text = html
    .slice(Math.max(0, at - 200), at)
    .replace(/^[^<>]*>/, "")
    .replace(/<[^<>]*>/g, " ");
  return collapseSpace(text.replace(/<[^<>]*$/, "")).slice(-40);
};

/** A name linked in a sentence is its subject, not its writer. */
function isInKeptProse(
  blocks: readonly { readonly start: number; readonly end: number; readonly isProse: boolean }[],
  kept: readonly boolean[],
  at: number,
): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(blocks, middle).start <= at) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block !== undefined && at < block.end && block.isProse && kept[low - 1] === true;
}

/** The first element at or behind a place; elements stand in the order of their starts. */
function firstNodeAt(starts: ArrayLike<number>, count: number, from: number): number {
  let low = 1;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many blocks below the end a label may stand. */
const LABEL_BLOCKS = 40;

/** Names below a label under the article, where all such labels there agree: "Written by", "Mara Venn", and what she is. */
export function labelledBelow({ analysis, kept }: MetadataInput): string[] {
  const last = kept.lastIndexOf(true);
  if (last < 0) return [];
  const below = analysis.blocks
    .slice(last + 1, last + 1 + LABEL_BLOCKS)
    .filter(({ node }) => !(i32Of(analysis.inside, node) & NEVER_INSIDE) && !(i32Of(analysis.inherited, node) & FOREIGN_BELOW));
  const found = new Set<string>();
  let names: string[] = [];
  for (let i = 0; i < below.length; i++) {
    if (isOtherHand(itemAt(below, i).text)) continue;
    const here = labelledAuthors(below.slice(i, i + 1 + LABELLED_MAX), true);
    if (here.length === 0) continue;
    found.add(here.join());
    names = here;
  }
  return found.size === 1 ? names : [];
}

const FOREIGN_BELOW = meaningBit("related") | meaningBit("comment");

const listMark = new RegExp(`\\s*(?:[,;|\\u2022\\u00B7]|\\s(?:&|${anyPageForm("andNames")})\\s)\\s*`, "u");
const LABELLED_MAX = 6;

/** Names in lines of their own below a label: "By", "Mara Venn", "Otto Brack". With `firstAlone`, only the first line may be the label. */
export function labelledAuthors(lines: readonly { readonly text: string }[], firstAlone = false): string[] {
  for (const [i, { text }] of lines.slice(0, firstAlone ? 1 : undefined).entries()) {
    if (text.length > 30 || !labelAlone.test(text)) continue;
    const names: string[] = [];
    for (const { text: next } of lines.slice(i + 1, i + 1 + LABELLED_MAX)) {
      const parts = next.split(listMark).filter((part) => part !== "");
      if (parts.length === 0 || !parts.every((part) => name.test(part))) break;
      names.push(...parts);
    }
    if (names.length > 0) return names;
  }
  return [];
}
