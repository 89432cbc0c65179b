/** Authors by how a page marks them up: a link to the author's page, an author's class, a label above the names. */

import { mustAt } from "@wirefold/core";
import { anyPageForm } from "@wirefold/text/boilerplate";
import { INSIDE } from "../html/analyse-page.ts";
import { meaningBit, meaningsOf } from "../html/class-words.ts";
import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import { TAG } from "../html/tags.ts";
import { valueAt } from "../indexing.ts";
import { role } from "./bylines.ts";
import type { MetadataInput } from "./metadata-input.ts";
import type { Ownership } from "./ownership.ts";
import { hostName } from "./urls.ts";

const NODES_MAX = 1500;
const MARKUP_CHARS_MAX = 800;
const NAMES_MAX = 12;
/** How many blocks around the headline, the first sentences and the end may name the author. */
const ABOVE_BLOCKS = 4;
const HEAD_BLOCKS = 16;
const BODY_BLOCKS = 3;
const TAIL_BLOCKS = 6;

/** Class names of an author's name; wider words ("profile", "user") mark other people as well. */
const authorName =
  /(?:^|[\s_-])(?:author|byline|autor|autore|auteur|writer|journalist|reporter|columnist|contributor)s?(?:[\s_-]|$)|author(?:name|link)|^fn$|\sfn(?:\s|$)/i;
/** The page of one author: "/author/mara-venn", "/autoren/mara-venn/", "/staff/mara_venn". */
const authorPath =
  /\/(?:authors?|auth?or(?:es|en|innen)?|auteurs?|autori|contributors?|staff|writers?|journalists?|reporters?|columnists?|redaktion|byline)\/[^/?#]{3,60}\/?(?:[?#]|$)/i;
const camelCase = /(?<=[a-z])(?=[A-Z])/g;
/** What stands with a name: "author-position", "authorBio". */
const besideName =
  /(?:^|[\s_-])(?:positions?|titles?|roles?|jobs?|bios?|desc(?:ription)?|label|text|avatar|image|social|links?|date)(?:$|[\s_-])/i;
const others = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar") | meaningBit("share");
/** Two to four words, the first and last with a capital or in a script without. */
const name =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'\u2019-]*(?:\s[\p{L}][\p{L}\p{M}.'\u2019-]*){0,3}\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'\u2019-]*$/u;
/** What a page marks beyond doubt may be one word, or have no capital. */
const handle = /^\p{L}[\p{L}\p{M}.'\u2019-]*(?:\s\p{L}[\p{L}\p{M}.'\u2019-]*){0,3}$/u;
const label = new RegExp(
  `^(?:(?:${anyPageForm("byBefore")}\\s+)?${anyPageForm("by")}|${anyPageForm("authorLabel", "headAuthorLabel")}|${anyPageForm("writtenBy")})\\s*[:：]?\\s*`,
  "iu",
);
const labelAlone = new RegExp(`${label.source}$`, "iu");
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
  const start = (i: number): number => mustAt(blocks, Math.max(0, Math.min(i, blocks.length - 1))).start;
  const headline = owner.headline < 0 ? Math.max(0, first - ABOVE_BLOCKS) : owner.headline;
  const head = markedBetween(
    input,
    owner,
    start(headline - ABOVE_BLOCKS),
    start(Math.min(first, headline + HEAD_BLOCKS) + BODY_BLOCKS),
  );
  return head.length > 0 ? head : markedBetween(input, owner, start(last), start(last + 1 + TAIL_BLOCKS));
}

/** A photographer's page lies on another host. */
const isOwnAuthorPage = (href: string, host: string | undefined): boolean =>
  authorPath.test(href) && (!href.includes("//") || host === undefined || href.includes(host));

function markedBetween({ parsed, analysis, kept, url }: MetadataInput, owner: Ownership, from: number, to: number): string[] {
  const host = hostName(url);
  const { page } = parsed;
  const names: string[] = [];
  let outer: number | undefined;
  let node = firstNodeAt(page.start, page.count, from - LOOK_BACK);
  for (let seen = 0; node < page.count && seen < NODES_MAX && names.length < NAMES_MAX; node++, seen++) {
    const start = valueAt(page.start, node);
    if (start > to) break;
    if (valueAt(page.end, node) < from) continue;
    const classes = page.className(node).replace(camelCase, " ");
    const isLink = page.tag[node] === TAG.a;
    const isRel = isLink && /(?:^|\s)author(?:\s|$)/i.test(page.attribute(node, "rel") ?? "");
    const isMarked = isRel || (classes !== "" && authorName.test(classes) && !besideName.test(classes));
    if (!isMarked && !(isLink && isOwnAuthorPage(page.attribute(node, "href") ?? "", host))) continue;
    if (valueAt(analysis.inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.aside | INSIDE.hidden)) continue;
    if (valueAt(analysis.inherited, node) & others || meaningsOf(classes) & others) continue;
    if (!owner.isOwn(node) && !isRel) continue;
    const markup = page.html.slice(valueAt(page.attrEnd, node) + 1, valueAt(page.end, node));
    if (markup.length > MARKUP_CHARS_MAX) continue;
    const text = collapseSpace(decodeText(markup.replace(/<[^<>]*>/g, " "))).replace(label, "");
    const isFirmlyMarked = isRel || /(?:^|\s)(?:fn|vcard)(?:\s|$)/i.test(classes);
    if (!(name.test(text) || (isFirmlyMarked && handle.test(text) && text.length <= HANDLE_CHARS_MAX))) continue;
    if (role.test(text) || otherHand.test(textBefore(page.html, start))) continue;
    if (isInKeptProse(analysis.blocks, kept, start)) continue;
    // The innermost mark holds the name alone.
    if (outer !== undefined && start < valueAt(page.end, outer)) names.pop();
    outer = node;
    names.push(text);
  }
  return [...new Set(names)];
}

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
    if (mustAt(blocks, middle).start <= at) low = middle + 1;
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

const listMark = new RegExp(`\\s*(?:[,;|\\u2022\\u00B7]|\\s(?:&|${anyPageForm("andNames")})\\s)\\s*`, "u");
const LABELLED_MAX = 6;

/** Names in lines of their own below a label: "By", "Mara Venn", "Otto Brack". */
export function labelledAuthors(lines: readonly { readonly text: string }[]): string[] {
  for (const [i, { text }] of lines.entries()) {
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
