import { u8At } from "@wirefold/core";
import { itemAt } from "../indexing.ts";

/**
 * Tag ids and what each tag does to the tree and to the flow of text. Ids are small integers so that the tree can live in
 * typed arrays; names outside the table get ids from `DYNAMIC_TAG_BASE` up, per page.
 */
const names =
  "html head body title meta link base script style noscript template iframe object embed applet svg math canvas audio video source track img picture " +
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr " +
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp " +
  "table caption colgroup col tbody tfoot thead tr td th button input select option optgroup textarea datalist output progress meter frameset frame noframes noembed area map param";

const ids = new Map<string, number>(names.split(" ").map((name, index) => [name, index + 1]));

/** The id of a known tag name; 0 for none. */
export const tagId = (name: string): number => ids.get(name) ?? 0;

/** Ids at and above this belong to names outside the HTML table (custom elements, `o:p`). */
export const DYNAMIC_TAG_BASE = 256;

const tagNames: string[] = [""];
for (const [name, id] of ids) tagNames[id] = name;
export const tagName = (id: number): string => tagNames[id] ?? "";

/** Open addressing over the names; a power of two, a third full at most. */
const NAME_SLOTS = 512;
const nameSlots = new Uint8Array(NAME_SLOTS);
const NAME_CHARS_MAX = 10;
for (const [name, id] of ids) {
  if (name.length > NAME_CHARS_MAX) throw new Error(`tags: "${name}" is longer than NAME_CHARS_MAX`);
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  let slot = (hash ^ (hash >>> 9)) & (NAME_SLOTS - 1);
  while (nameSlots[slot] !== 0) slot = (slot + 1) & (NAME_SLOTS - 1);
  nameSlots[slot] = id;
}

/** The id of the tag name `html.slice(from, to)` in any case; 0 for none. Makes no string. */
export function tagIdAt(html: string, from: number, to: number): number {
  const length = to - from;
  if (length > NAME_CHARS_MAX) return 0;
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + lower(html.charCodeAt(at))) | 0;
  for (let slot = (hash ^ (hash >>> 9)) & (NAME_SLOTS - 1); ; slot = (slot + 1) & (NAME_SLOTS - 1)) {
    const id = u8At(nameSlots, slot);
    if (id === 0) return 0;
    const name = itemAt(tagNames, id);
    if (name.length !== length) continue;
    let i = 0;
    while (i < length && lower(html.charCodeAt(from + i)) === name.charCodeAt(i)) i += 1;
    if (i === length) return id;
  }
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

const of = (list: string): Set<number> => new Set(list.split(" ").map((name) => tagId(name)));

const table = (list: string): Uint8Array => {
  const flags = new Uint8Array(DYNAMIC_TAG_BASE);
  for (const id of of(list)) flags[id] = 1;
  return flags;
};

/** No content, no end tag. */
export const isVoid = table("meta link base br img hr input area col embed param source track wbr frame");
/** Content is characters up to the matching end tag. */
export const isRawText = table("script style iframe noembed noframes xmp textarea title");
/** Starts and ends a block of text. */
export const isBlock = table(
  "html head body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp table caption colgroup tbody tfoot thead tr td th button select option optgroup frameset noframes canvas video audio object br",
);
/** Its text is never part of a page's visible text. */
export const isSkipped = table(
  "head script style noscript template iframe svg canvas audio video object select datalist textarea noembed noframes frameset rp rt",
);
/** A start tag of these closes an open `<p>`. */
export const closesParagraph = table(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul listing plaintext xmp",
);
/** An end tag never closes elements beyond these (HTML's "in scope"). */
export const isScopeBoundary = table("html table td th caption template button object body");

export const TAG = {
  html: tagId("html"),
  body: tagId("body"),
  head: tagId("head"),
  title: tagId("title"),
  meta: tagId("meta"),
  link: tagId("link"),
  base: tagId("base"),
  script: tagId("script"),
  a: tagId("a"),
  br: tagId("br"),
  p: tagId("p"),
  li: tagId("li"),
  ul: tagId("ul"),
  ol: tagId("ol"),
  dt: tagId("dt"),
  dd: tagId("dd"),
  dl: tagId("dl"),
  td: tagId("td"),
  th: tagId("th"),
  tr: tagId("tr"),
  table: tagId("table"),
  tbody: tagId("tbody"),
  thead: tagId("thead"),
  tfoot: tagId("tfoot"),
  option: tagId("option"),
  optgroup: tagId("optgroup"),
  select: tagId("select"),
  h1: tagId("h1"),
  h6: tagId("h6"),
  img: tagId("img"),
  time: tagId("time"),
  plaintext: tagId("plaintext"),
  blockquote: tagId("blockquote"),
  pre: tagId("pre"),
  code: tagId("code"),
  figure: tagId("figure"),
  figcaption: tagId("figcaption"),
  div: tagId("div"),
  section: tagId("section"),
  article: tagId("article"),
  aside: tagId("aside"),
  nav: tagId("nav"),
  header: tagId("header"),
  footer: tagId("footer"),
  main: tagId("main"),
  form: tagId("form"),
  button: tagId("button"),
  label: tagId("label"),
  address: tagId("address"),
  b: tagId("b"),
  strong: tagId("strong"),
  em: tagId("em"),
  i: tagId("i"),
  span: tagId("span"),
  caption: tagId("caption"),
  input: tagId("input"),
  abbr: tagId("abbr"),
  kbd: tagId("kbd"),
  noscript: tagId("noscript"),
  sup: tagId("sup"),
  template: tagId("template"),
} as const;

export const isHeadingTag = (tag: number): boolean => tag >= TAG.h1 && tag <= TAG.h6;
/** 1 to 6; 0 for what is no heading. */
export const headingLevel = (tag: number): number => (tag >= TAG.h1 && tag <= TAG.h6 ? 1 + tag - TAG.h1 : 0);
