/** What the reader sees around the headline: lines, dates, times, microdata. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { attributeOf, INSIDE, isWithin, type PageAnalysis } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { collapseSpace } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parsed-page.ts";
import { isHeadingTag, TAG } from "../html/tags.ts";
import { foldedText } from "../html/title-words.ts";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import { readHeadLine } from "./head-line.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import { type Ownership, timeValue } from "./ownership.ts";
import { changeLabel, publicationWords } from "./publication-words.ts";

export interface VisibleHead {
  readonly lines: { readonly text: string; readonly meanings: number; readonly isHeading: boolean }[];
  readonly dates: string[];
  readonly updates: string[];
}

const elsewhere = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar") | meaningBit("list");

/** How many blocks before the body and after its end may hold the byline and date. */
export const HEAD_BLOCKS = 14;
export const TAIL_BLOCKS = 6;
/** The article's row of metadata may stand behind its first sentences. */
const HEAD_BODY_BLOCKS = 6;
const BARE_BLOCKS = 3;
const NEXT_BLOCKS = 2;
const HEAD_BLOCKS_BARE = 3;
const year = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u;
const dateBit = phraseBit("date");

export function visibleHead({ analysis, kept, forced, titles }: MetadataInput, owner: Ownership): VisibleHead {
  const { blocks } = analysis;
  const firstKept = kept.indexOf(true);
  const lastKept = kept.lastIndexOf(true);
  const from = owner.headline < 0 ? Math.max(0, firstKept - HEAD_BLOCKS) : owner.headline;
  const lines: VisibleHead["lines"] = [];
  // Without a known headline, or right below the text, a line that is a date and nothing else.
  const isBare = (i: number): boolean => {
    const { node, text, phrases } = itemAt(blocks, i);
    // Right at the headline, or between it and the first sentences, a full day stands for itself, whatever the box around it is called.
    const isNextToHeadline =
      owner.headline >= 0 &&
      i >= owner.headline - NEXT_BLOCKS &&
      i <= Math.max(firstKept + HEAD_BLOCKS_BARE, owner.headline + NEXT_BLOCKS) &&
      (i < owner.headline || i <= lastKept);
    if (
      isNextToHeadline &&
      year.test(text) &&
      !(i32Of(analysis.inside, node) & INSIDE.hidden) &&
      !owner.isOfToday(node) &&
      readHeadLine(text)?.dated === true
    )
      return true;
    if (
      i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.footer | INSIDE.hidden | INSIDE.link) ||
      i32Of(analysis.inherited, node) & elsewhere
    )
      return false;
    const isPlace =
      (owner.headline < 0 && i < firstKept && i >= firstKept - BARE_BLOCKS) ||
      (i > lastKept &&
        i <= lastKept + BARE_BLOCKS &&
        ((phrases.startMask & dateBit) !== 0 || publicationWords.has(text.slice(0, text.search(/[^\p{L}]|$/u)).toLowerCase())));
    return isPlace && readHeadLine(text)?.dated === true;
  };
  const take = (start: number, end: number, aboveHeadline = false): void => {
    for (let i = Math.max(0, start); i < Math.min(blocks.length, end); i++) {
      const block = itemAt(blocks, i);
      if (kept[i] || block.text.length > 250) continue;
      const isCutByForm = forced[i] === "byline" || forced[i] === "date";
      if (!isCutByForm && !owner.isOwn(block.node) && !isBare(i)) continue;
      // Above the headline stand offers, editions and events with days of their own.
      if (aboveHeadline && !isCutByForm && /\d/.test(block.text) && isOffer(analysis, i)) continue;
      // Below the article stand cards of others, with bylines and dates of their own.
      if (
        !isCutByForm &&
        start > lastKept &&
        lastKept >= 0 &&
        (i32Of(analysis.inherited, block.node) & elsewhere ||
          i32Of(analysis.inside, block.node) & (INSIDE.list | INSIDE.aside | INSIDE.link))
      )
        continue;
      lines.push({
        text: block.text,
        isHeading: isHeadingTag(u16Of(analysis.parsed.page.tag, block.node)),
        meanings: i32Of(analysis.own, block.node) | i32Of(analysis.own, i32Of(analysis.parsed.page.parent, block.node)),
      });
    }
  };
  take(
    from,
    Math.max(from + 1, Math.min(firstKept < 0 ? from + HEAD_BLOCKS : firstKept + HEAD_BODY_BLOCKS, from + HEAD_BLOCKS * 3)),
  );
  // A headline far above its text: the lines right above the text as well.
  if (firstKept > from + HEAD_BLOCKS * 3) take(firstKept - HEAD_BLOCKS, firstKept + HEAD_BODY_BLOCKS);
  take(from - 4, from, true);
  if (lastKept >= 0) take(lastKept + 1, lastKept + 1 + TAIL_BLOCKS);
  for (const i of new Set([owner.headline, firstKept])) {
    const day = dayByHeadline(blocks[i]?.text ?? "", titles)?.day;
    if (day !== undefined) lines.push({ text: day, meanings: 0, isHeading: false });
  }
  return { lines, ...datesIn(lines.map((line) => line.text)) };
}

/** "27.01.2031Ferry back at work": the date that shares an element with the headline. */
export function dayByHeadline(text: string, titles: readonly string[]): { title: string; day: string } | undefined {
  for (const title of titles) {
    if (title.length < TITLE_CHARS_MIN || text.length <= title.length || text.length > title.length + DAY_CHARS_MAX) continue;
    const rest = text.startsWith(title) ? text.slice(title.length) : text.endsWith(title) ? text.slice(0, -title.length) : "";
    const line = rest.replace(/^[\s|,:\u2013\u2014\u2022\u00B7-]+|[\s|,:\u2013\u2014\u2022\u00B7-]+$/gu, "");
    if (line !== "" && readHeadLine(line)?.dated === true) return { title, day: line };
  }
  return undefined;
}

const TITLE_CHARS_MIN = 8;
const DAY_CHARS_MAX = 60;

/** A line that is a link, or one with a heading of its own above it. */
const isOffer = ({ blocks, parsed }: PageAnalysis, i: number): boolean => {
  const { node, linkDensity, text } = itemAt(blocks, i);
  // A row of author, day and section may be links altogether.
  if (linkDensity > 0.5) return readHeadLine(text)?.dated !== true;
  const above = blocks[i - 1];
  const { parent, tag } = parsed.page;
  return above !== undefined && isHeadingTag(u16Of(tag, above.node)) && parent[above.node] === parent[node];
};

/** "Updated 6 March | First published 5 March". */
const firstLabel = new RegExp(`(?<!\\p{L})${anyPageForm("publishedLabel")}(?!\\p{L})(?=[^|]*\\d)`, "iu");

/** Lines with figures, parted at the word that makes what follows the day of a change. */
function datesIn(lines: readonly string[]): { dates: string[]; updates: string[] } {
  const dates: string[] = [];
  const updates: string[] = [];
  for (const text of lines) {
    if (text.length > 160 || !/\d/.test(text)) continue;
    const cut = changeLabel.exec(text);
    if (cut === null) {
      dates.push(text);
      continue;
    }
    const before = text.slice(0, cut.index);
    const behind = text.slice(cut.index);
    const again = firstLabel.exec(behind);
    updates.push(again === null ? behind : behind.slice(0, again.index));
    if (/\d/.test(before)) dates.push(before);
    if (again !== null) dates.push(behind.slice(again.index));
  }
  // Where the page gives no other day, the day of its last change is the day of this text.
  dates.push(...updates);
  return { dates, updates };
}

/** The source of times below the article: cards of others have them as well. */
export const TIME_BELOW = "html:time-below";
const HEAD_LEVELS = 4;
const changeName = /(?:^|[\s_-])(?:updated|modified|date-?modified|last-?mod)(?:$|[\s_-])/i;

/** `<time>` and `<abbr>` elements that stand with the article, those of a change last. */
export function timeElements({ parsed, analysis, kept }: MetadataInput, owner: Ownership): Candidate[] {
  const { page, times } = parsed;
  const { blocks } = analysis;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return [];
  const from = itemAt(blocks, Math.max(0, owner.headline < 0 ? first - HEAD_BLOCKS : owner.headline - HEAD_LEVELS)).start;
  const until = itemAt(blocks, Math.min(blocks.length - 1, first + 3)).end;
  const tailEnd = itemAt(blocks, Math.min(blocks.length - 1, last + 3)).end;
  const near: Candidate[] = [];
  const changed: Candidate[] = [];
  const after: Candidate[] = [];
  for (const node of times.slice(0, 200)) {
    const start = i32Of(page.start, node);
    if (start < from || start > tailEnd) continue;
    if (i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.aside) || !owner.isOwn(node)) continue;
    const value = timeValue(analysis, node) ?? textBelow(parsed, node);
    const isChange = changeName.test(`${page.className(node)} ${page.attribute(node, "itemprop") ?? ""}`);
    if (start <= until) (isChange ? changed : near).push(["html:time", value]);
    else if (!isChange) after.push([TIME_BELOW, value]);
  }
  return [...near, ...changed, ...after.slice(0, 1)];
}

const textBelow = (parsed: ParsedPage, node: number): string =>
  collapseSpace(
    parsed.page.html.slice(i32Of(parsed.page.attrEnd, node) + 1, i32Of(parsed.page.end, node)).replace(/<[^<>]*>/g, " "),
  );

export function itemprop({ parsed, analysis, titles }: MetadataInput, owner: Ownership, name: string): string | undefined {
  const { page } = parsed;
  const headline = analysis.blocks[owner.headline];
  /** In the scope of a thing with a headline of its own that is not the page's. */
  const isOfAnother = (node: number): boolean => {
    let scope = i32Of(page.parent, node);
    while (scope > 0 && page.attribute(scope, "itemscope") === undefined) scope = i32Of(page.parent, scope);
    const from = i32Of(page.start, scope);
    const to = i32Of(page.end, scope);
    if (scope === 0 || headline === undefined || (headline.start >= from && headline.start < to)) return false;
    const named = parsed.itemprops
      .slice(0, 500)
      .find((one) => one > scope && i32Of(page.start, one) < to && page.attribute(one, "itemprop") === "headline");
    if (named === undefined) return false;
    const text = foldedText(attributeOf(parsed, named, "content") ?? textUnder(parsed, analysis, named) ?? "");
    return text !== "" && !titles.some((title) => foldedText(title) === text);
  };
  for (const node of parsed.itemprops.slice(0, 500)) {
    if (!(page.attribute(node, "itemprop") ?? "").split(/\s+/).includes(name)) continue;
    if (i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.aside) || i32Of(analysis.inherited, node) & meaningBit("comment"))
      continue;
    // A `<meta>` stands for the whole page, wherever a template puts it; what is shown is its container's.
    if (page.tag[node] !== TAG.meta && !owner.isOwn(node)) continue;
    if (isOfAnother(node)) continue;
    const value = attributeOf(parsed, node, "content") ?? timeValue(analysis, node) ?? textUnder(parsed, analysis, node);
    if (value !== undefined && value.trim() !== "") return value;
  }
  return undefined;
}

/** The visible characters of a small element. */
function textUnder(parsed: ParsedPage, analysis: PageAnalysis, node: number): string | undefined {
  const { page } = parsed;
  const from = i32Of(page.attrEnd, node) + 1;
  const to = i32Of(page.end, node);
  if (to - from > 1000 || to <= from) return analysis.blocks.find((block) => isWithin(parsed, block.node, node))?.text;
  return collapseSpace(
    page.html
      .slice(from, to)
      .replace(/<[^<>]*>/g, " ")
      .replace(/&nbsp;|&#160;/g, " ")
      .replace(/&amp;/g, "&"),
  );
}
