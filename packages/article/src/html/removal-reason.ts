import { callToAction } from "../call-to-action.ts";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { isSigned, readHeadLine, saysWhenOnly } from "../metadata/head-line.ts";
import { parseDate } from "../metadata/parse-date.ts";
import { photoCreditIn } from "../metadata/photo-credits.ts";
import { type PhraseKind, phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { type Meaning, meaningBit } from "./class-words.ts";
import { borneOut, type Place } from "./reason-evidence.ts";
import { TAG } from "./tags.ts";

/** Reasons by their bit, which is looked up once. */
const bits = <T>(bitOf: (name: T) => number, rows: readonly (readonly [T, RemovalReason])[]) =>
  rows.map(([name, reason]) => [bitOf(name), reason] as const);

/** A phrase that opens the block, strongest evidence first. */
const byPhrase = bits<PhraseKind>(phraseBit, [
  ["recirculation", "related"],
  ["comments", "comments"],
  ["callToAction", "appeal"],
  ["newsletter", "newsletter"],
  ["contributor", "contributor-credit"],
  ["credit", "photo-credit"],
  ["legal", "legal"],
  ["ad", "advertisement"],
  ["tags", "tags"],
  ["share", "share"],
  ["date", "date"],
  ["author", "byline"],
  ["widget", "widget"],
  ["navigation", "navigation"],
]);

const byMeaning = bits<Meaning>(meaningBit, [
  ["caption", "caption"],
  ["comment", "comments"],
  ["related", "related"],
  ["newsletter", "newsletter"],
  ["share", "share"],
  ["ad", "advertisement"],
  ["tag", "tags"],
  ["author", "byline"],
  ["date", "date"],
  ["legal", "legal"],
  ["paywall", "appeal"],
  ["nav", "navigation"],
  ["sidebar", "sidebar"],
  ["promo", "advertisement"],
  ["media", "widget"],
  ["widget", "widget"],
  ["list", "related"],
]);

/** Meanings that hold for all that stands in an element. */
const inheritable =
  meaningBit("comment") | meaningBit("related") | meaningBit("newsletter") | meaningBit("sidebar") | meaningBit("nav");
const embedMeaning = meaningBit("embed");

const byAncestor: readonly (readonly [number, RemovalReason])[] = [
  [INSIDE.hidden | INSIDE.dialog, "hidden"],
  [INSIDE.nav, "navigation"],
  [INSIDE.caption, "caption"],
  [INSIDE.footer, "footer"],
  [INSIDE.aside, "sidebar"],
  [INSIDE.form | INSIDE.button, "form"],
];

/** Code, embedded posts and cells of tables are content, of this article or of none. */
function isContent({ parsed, inside, inherited }: PageAnalysis, node: number): boolean {
  const { parent, tag } = parsed.page;
  if (i32Of(inside, node) & INSIDE.table) return true;
  if (i32Of(inside, node) & INSIDE.blockquote && i32Of(inherited, node) & embedMeaning) return true;
  for (let at = node, level = 0; at > 0 && level < CODE_LEVELS; at = i32Of(parent, at), level++)
    if (tag[at] === TAG.pre) return true;
  return false;
}

const CODE_LEVELS = 3;
/** Lines of authors and dates may stand behind the lead. */
const HEAD_BLOCKS = 3;

/** Class words of authors, tags and captions are used far from the article for other things. */
const NEAR_BLOCKS = 14;
/** A label of a topic, a name of a menu. */
const LABEL_WORDS_MAX = 4;
/** A linked headline has so many words at least. */
const HEADLINE_WORDS_MIN = 5;

const tagMeaning = meaningBit("tag");
const controlMeanings =
  meaningBit("nav") | meaningBit("share") | meaningBit("comment") | meaningBit("newsletter") | meaningBit("related");
/** "© 2031 The Courier", "Copyright Oxmoor Media. All rights reserved." */
const copyrightNotice = /^\W{0,3}(?:copyright\b|\u00A9|\(c\)\s).{0,60}?(?:(?:19|20)\d\d|\bltd\b|\binc\b|\bgmbh\b)/iu;
const crumbName = /crumb/i;
/** "/ Updated Dec. 19, 2031": no name stands before the day. */
const dayLine = /^[^\p{L}\p{N}]*(?:\p{L}+\s){0,3}?(?:\p{L}{3,9}\.?\s)?\p{N}/u;
const crumbs = /^[^<>]{2,40}(?:\s[>\u203A\u00BB/]\s[^<>]{2,60}){1,6}$/u;

const pictureName = /capt|credit|figur|image|img|photo|picture|legend|bild/i;

/** Whether the words of a block bear out what a class word says of it. */
function bearsOut(reason: RemovalReason, bit: number, analysis: PageAnalysis, index: number, place: Place): boolean {
  const block = itemAt(analysis.blocks, index);
  const { text, stats, linkDensity, phrases } = block;
  const { page } = analysis.parsed;
  const isNear = index >= place.firstKept - NEAR_BLOCKS && index <= place.lastKept + NEAR_BLOCKS;
  switch (reason) {
    case "byline":
    case "author-box":
      return isNear && (stats.sentences > 0 || (stats.words > 1 && !/\d/.test(text)) || readHeadLine(text) !== undefined);
    case "date":
      return saysWhenOnly(text) || (/\p{N}/u.test(text) && (linkDensity < 0.7 || readHeadLine(text) !== undefined));
    case "tags":
      return (
        isNear &&
        stats.sentences === 0 &&
        (linkDensity > 0.5 || (phrases.mask & tagsBit) !== 0) &&
        !(i32Of(analysis.inside, block.node) & INSIDE.button)
      );
    case "caption": {
      if (!isNear || copyrightNotice.test(text)) return false;
      const { parent } = page;
      return pictureName.test(`${page.className(block.node)} ${page.className(i32Of(parent, block.node))}`);
    }
    case "share":
      return stats.words <= SHARE_WORDS_MAX && stats.digits < PHONE_DIGITS_MIN;
    case "appeal":
      return bit !== promoMeaning || (phrases.mask & appealBits) !== 0 || callToAction(text) > 0;
    case "related":
      return bit !== listMeaning || stats.words >= HEADLINE_WORDS_MIN || place.position === "in-article";
    default:
      return true;
  }
}

const SHARE_WORDS_MAX = 8;
const PHONE_DIGITS_MIN = 6;
const tagsBit = phraseBit("tags");
const appealBits = phraseBit("callToAction") | phraseBit("newsletter");
const listMeaning = meaningBit("list");
const tocMeaning = meaningBit("toc");
const navMeaning = meaningBit("nav");

/** What a class word stands for once the words are looked at: a linked headline in a promotion or a gallery leads to another article. */
function refined(
  reason: RemovalReason,
  bit: number,
  className: string,
  { stats, linkDensity, text, phrases }: AnalysedBlock,
): RemovalReason {
  const isHeadline = linkDensity > 0.7 && stats.words >= HEADLINE_WORDS_MIN;
  if (reason === "widget" && isHeadline) return "related";
  if (bit === promoMeaning) return isHeadline ? "related" : "appeal";
  if (reason === "tags" && (crumbs.test(text) || crumbName.test(className))) return "navigation";
  // A field's label and a log-in have the class words of a newsletter's form.
  if (reason === "newsletter" && stats.words <= LABEL_WORDS_MAX && !(phrases.mask & appealBits)) return "form";
  return reason;
}

const shareMeaning = meaningBit("share");
const promoMeaning = meaningBit("promo");

/** What opens the line, where its words bear it out: "Photo gallery" is no credit, "By posting here" no byline. */
function reasonByPhrase(block: AnalysedBlock, mask: number, place: Place, index: number): RemovalReason | undefined {
  const { text, stats, phrases } = block;
  if (mask === 0) return undefined;
  if (copyrightNotice.test(text)) return "legal";
  // "Privacy policy" stands in forms for newsletters as well; alone it is itself.
  if (mask & legalBit && stats.words <= LABEL_WORDS_MAX) return "legal";
  for (const [bit, reason] of byPhrase) {
    if (!(mask & bit)) continue;
    if (reason === "photo-credit" && photoCreditIn(text) === undefined) continue;
    if (reason === "byline") {
      if (text.includes("?")) continue;
      if (phrases.startMask & bit && phrases.startChars <= 3 && /^\P{L}*\p{L}+\s\p{Ll}/u.test(text)) continue;
      return index > place.lastKept && place.lastKept >= 0 ? "author-box" : reason;
    }
    return reason;
  }
  return undefined;
}

const legalBit = phraseBit("legal");

/** Why block `index` was left out, given where the kept body begins and ends. */
export function removalReason(analysis: PageAnalysis, index: number, firstKept: number, lastKept: number): RemovalReason {
  const position: RemovalReason =
    firstKept < 0 ? "outside-article" : index < firstKept ? "before-article" : index > lastKept ? "after-article" : "in-article";
  const place = { firstKept, lastKept, position };
  return borneOut(namedReason(analysis, index, place), analysis, index, place);
}

/** The reason by phrases, elements and class words, not yet borne out. */
function namedReason(analysis: PageAnalysis, index: number, place: Place): RemovalReason {
  const { firstKept, position } = place;
  const block = itemAt(analysis.blocks, index);
  const { page } = analysis.parsed;
  const inside = i32Of(analysis.inside, block.node);
  const own = i32Of(analysis.own, block.node) | i32Of(analysis.own, i32Of(page.parent, block.node));
  const inherited = i32Of(analysis.inherited, block.node);
  for (const [bits, reason] of byAncestor) {
    if (!(inside & bits)) continue;
    // Buttons are for sharing, for menus, for comments; their names say which.
    if (reason === "form" && own & controlMeanings && own & ~formMeaning)
      for (const [bit, other] of byMeaning) if (own & bit & controlMeanings) return other;
    if (reason !== "caption" || !copyrightNotice.test(block.text)) return reason;
  }
  const isShort = block.text.length < 300;
  if (block.stats.letters + block.stats.digits === 0) return "separator";
  if (isShort) {
    if (position === "before-article" || index <= firstKept + HEAD_BLOCKS) {
      const line = readHeadLine(block.text);
      if (line !== undefined) return isSigned(line) ? "byline" : "date";
    }
    // A topic's label under a heading that says "related".
    if (
      own & tagMeaning &&
      block.stats.words <= LABEL_WORDS_MAX &&
      bearsOut("tags", tagMeaning, analysis, index, place) &&
      block.linkDensity > 0.9
    )
      return "tags";
    const said = reasonByPhrase(block, block.phrases.startMask, place, index);
    if (said !== undefined) return said;
  }
  // Far above the article a short link is a menu's, in whatever list it stands; so is an entry of a table of contents.
  const isLink = block.linkDensity > 0.9 && block.stats.words <= LABEL_WORDS_MAX;
  if (isLink && (own & tocMeaning || index < firstKept - NEAR_BLOCKS)) return own & shareMeaning ? "share" : "navigation";
  if (own & navMeaning && own & (tagMeaning | listMeaning) && isLink) return "navigation";
  // A class word says what a box is for, not what code, a post or a row of figures is.
  if (isContent(analysis, block.node)) return position;
  const names = `${page.className(block.node)} ${page.className(i32Of(page.parent, block.node))}`;
  for (const mask of [own, inherited]) {
    for (const [bit, named] of mask === 0 ? [] : byMeaning) {
      if (!(mask & bit) || (mask !== own && !(bit & inheritable))) continue;
      const reason = refined(named, bit, names, block);
      if (!bearsOut(reason, bit, analysis, index, place)) continue;
      if (reason === "byline" && dayLine.test(block.text) && parseDate(block.text, { order: "dmy" }) !== undefined) return "date";
      if (reason === "byline") return block.text.length > 120 || position === "after-article" ? "author-box" : "byline";
      return reason;
    }
  }
  if (isShort) {
    const said = reasonByPhrase(block, block.phrases.mask, place, index);
    if (said !== undefined) return said;
  }
  if (copyrightNotice.test(block.text)) return "legal";
  if (inside & INSIDE.header && page.tag[block.node] !== TAG.h1) return "header";
  if (inside & INSIDE.figure) return "caption";
  if (
    position === "before-article" &&
    firstKept - index <= KICKER_BLOCKS &&
    block.text.length < 40 &&
    block.stats.sentences === 0 &&
    isByHeadline(analysis, index)
  )
    return parseDate(block.text, { order: "dmy" }) === undefined ? "kicker" : "date";
  if (position === "after-article" && block.linkDensity > 0.7) return "related";
  return position;
}

const KICKER_BLOCKS = 6;

const isByHeadline = ({ blocks, parsed }: PageAnalysis, index: number): boolean =>
  blocks.slice(Math.max(0, index - 4), index + 4).some(({ node }) => {
    const tag = u16Of(parsed.page.tag, node);
    return tag === TAG.h1 || tag === TAG.h1 + 1;
  });

const formMeaning = meaningBit("newsletter");
