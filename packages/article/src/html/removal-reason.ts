import { mustAt } from "@wirefold/core";
import { valueAt } from "../indexing.ts";
import { isSigned, readHeadLine } from "../metadata/head-line.ts";
import { type PhraseKind, phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { type Meaning, meaningBit } from "./class-words.ts";
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
  if (valueAt(inside, node) & INSIDE.table) return true;
  if (valueAt(inside, node) & INSIDE.blockquote && valueAt(inherited, node) & embedMeaning) return true;
  for (let at = node, level = 0; at > 0 && level < CODE_LEVELS; at = valueAt(parent, at), level++)
    if (tag[at] === TAG.pre) return true;
  return false;
}

const CODE_LEVELS = 3;
/** Lines of authors and dates may stand behind the lead. */
const HEAD_BLOCKS = 3;

/** Why block `index` was left out, given where the kept body begins and ends. */
export function removalReason(analysis: PageAnalysis, index: number, firstKept: number, lastKept: number): RemovalReason {
  const block = mustAt(analysis.blocks, index);
  const inside = valueAt(analysis.inside, block.node);
  for (const [bits, reason] of byAncestor) if (inside & bits) return reason;
  const isShort = block.text.length < 300;
  const position: RemovalReason =
    firstKept < 0 ? "outside-article" : index < firstKept ? "before-article" : index > lastKept ? "after-article" : "in-article";
  if (block.stats.letters + block.stats.digits === 0) return "separator";
  if (isShort) {
    if (position === "before-article" || index <= firstKept + HEAD_BLOCKS) {
      const line = readHeadLine(block.text);
      if (line !== undefined) return isSigned(line) ? "byline" : "date";
    }
    for (const [bit, reason] of block.phrases.startMask === 0 ? [] : byPhrase) {
      if (!(block.phrases.startMask & bit)) continue;
      return reason === "byline" && index > lastKept && lastKept >= 0 ? "author-box" : reason;
    }
  }
  const { page } = analysis.parsed;
  // A class word says what a box is for, not what code, a post or a row of figures is.
  if (isContent(analysis, block.node)) return position;
  const own = valueAt(analysis.own, block.node) | valueAt(analysis.own, valueAt(page.parent, block.node));
  for (const mask of [own, valueAt(analysis.inherited, block.node)]) {
    for (const [bit, reason] of mask === 0 ? [] : byMeaning) {
      if (!(mask & bit)) continue;
      if (reason === "byline") return block.text.length > 120 || position === "after-article" ? "author-box" : "byline";
      if (mask === own || bit & inheritable) return reason;
    }
  }
  if (isShort && block.phrases.mask !== 0)
    for (const [bit, reason] of byPhrase) if (block.phrases.mask & bit) return reason;
  if (inside & INSIDE.header && page.tag[block.node] !== TAG.h1) return "header";
  if (inside & INSIDE.figure) return "caption";
  if (position === "before-article" && firstKept - index <= 4 && block.text.length < 40 && block.stats.sentences === 0)
    return "kicker";
  if (position === "after-article" && block.linkDensity > 0.7) return "related";
  return position;
}
