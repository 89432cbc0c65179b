/**
 * What a cut block is, by evidence of its own: where its link leads, what it is a part of, what stands around it. A class word gives
 * a reason its name (`removal-reason.ts`); here it must be borne out, or a weaker reason that is true takes its place.
 */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import { readHeadLine } from "../metadata/head-line.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { topicAddress } from "./topic-paths.ts";

/** Where a block stands to the kept body. */
export interface Place {
  readonly firstKept: number;
  readonly lastKept: number;
  readonly position: RemovalReason;
}

const NEAR_BLOCKS = 14;
const LABEL_WORDS_MAX = 4;
const HEADLINE_WORDS_MIN = 5;
/** A form of so many blocks is the whole page's, as some systems wrap it. */
const FORM_BLOCKS_MAX = 60;
/** An author's own line stands right below the article. */
const AUTHOR_BLOCKS = 8;
const BIO_BLOCKS = 16;

const tagWord = /(?:^|[\s_-])(?:tags?|topics?|keywords?|hashtags?|taglist|schlagworte?|etiquetas?)(?:$|[\s_-])/i;
const shareTarget =
  /sharer|share[?=/_-]|[?&/]share\b|intent\/(?:tweet|post)|\/\/(?:[\w-]+\.)?(?:facebook|fb|twitter|x|linkedin|pinterest|reddit|whatsapp|wa|t|telegram|tumblr|xing|vk|weibo|instagram|youtube|threads|bsky|mastodon|flipboard|tiktok|delicious|digg|stumbleupon|news\.google|plus\.google)\.(?:com|me|social|net|us|app)\b|^(?:mailto|whatsapp|sms|tg|fb-messenger|javascript:window\.print)/i;
const network =
  /(?<!\p{L})(?:facebook|twitter|tweet|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|xing|vk|weibo|instagram|youtube|threads|bluesky|mastodon|flipboard|tiktok|pocket|e-?mail|mail|rss|print|digg|delicious|messenger|snapchat|line|copy|link)(?!\p{L})/iu;
const counter = /^[\s(]*\p{N}+(?:[.,]\p{N}{3})*(?:[.,]\p{N})?(?:(?<=[.,]\p{N})\s?[kKmM]|(?<![.,]\p{N})\s?[kKmM]?)\+?[\s)]*$/u;
const playTime = /(?<!\p{N})\p{N}{1,2}:\p{N}{2}(?!\p{N})/u;
const rating =
  /\p{N}(?:[.,]\p{N})?\s?(?:\/\s?\p{N}|%|\u00B0|stars?|\u2605)|^\p{N}{1,3}(?:[.,]\p{N})?$|\p{Sc}\s?\p{N}|\p{N}\s?\p{Sc}/u;
const iconName =
  /^(?:[a-z]+_[a-z_]+|[\s\p{Co}\u2190-\u21FF\u25A0-\u25FF\u2600-\u27BF\u00D7+<>\u2039\u203A\u00AB\u00BB[\]]{1,4})$/u;
const loading = new RegExp(`^\\W{0,3}${anyPageForm("loading")}`, "iu");
const pickOrPiece = new RegExp(`(?<!\\p{L})${anyPageForm("pick", "leadIn")}(?!\\p{L})`, "iu");
const phrases = {
  share: phraseBit("share"),
  tags: phraseBit("tags"),
  widget: phraseBit("widget"),
  related: phraseBit("recirculation"),
  legal: phraseBit("legal"),
};
const meaning = {
  tag: meaningBit("tag"),
  comment: meaningBit("comment"),
  related: meaningBit("related"),
  author: meaningBit("author"),
  ad: meaningBit("ad"),
};

/** The reason, or what can be said instead with the evidence there is. */
export function borneOut(reason: RemovalReason, analysis: PageAnalysis, index: number, place: Place): RemovalReason {
  const block = itemAt(analysis.blocks, index);
  switch (reason) {
    case "share":
      return isShare(analysis, block) ? reason : elseOf(analysis, block, index, place);
    case "tags":
      return isTag(analysis, block, index, place) ? reason : elseOf(analysis, block, index, place);
    case "widget":
      return isWidget(analysis, block) && !isMenuLink(block, index, place) ? reason : elseOf(analysis, block, index, place);
    case "author-box":
      return authorOr(analysis, block, index, place);
    case "related":
      return isPointer(analysis, block, index) ? reason : elseOf(analysis, block, index, place);
    case "form":
      if (block.phrases.mask & phrases.legal) return "legal";
      return isField(analysis, block) ? reason : elseOf(analysis, block, index, place);
    case "appeal":
      // "Sign in" in the masthead is a door, and asks for nothing.
      return block.stats.words <= LABEL_WORDS_MAX && index < place.firstKept - NEAR_BLOCKS ? "navigation" : reason;
    default:
      return reason;
  }
}

/** "Live", "Play" far above the article: entries of a menu. */
const isMenuLink = ({ stats, linkDensity, text }: AnalysedBlock, index: number, { firstKept }: Place): boolean =>
  linkDensity > 0.8 &&
  stats.words <= LABEL_WORDS_MAX &&
  index < firstKept - NEAR_BLOCKS &&
  !rating.test(text) &&
  !playTime.test(text);

/** What a block is where the named reason is not borne out. */
function elseOf(analysis: PageAnalysis, block: AnalysedBlock, index: number, place: Place): RemovalReason {
  const { node, stats, linkDensity, text } = block;
  const inside = i32Of(analysis.inside, node);
  const inherited = i32Of(analysis.inherited, node);
  if (inherited & meaning.comment && index > place.lastKept) return "comments";
  if (inside & INSIDE.table) return place.position;
  if (isTag(analysis, block, index, place)) return "tags";
  if (isShare(analysis, block) && stats.words <= LABEL_WORDS_MAX) return "share";
  if (iconName.test(text) || loading.test(text) || (playTime.test(text) && stats.words <= LABEL_WORDS_MAX)) return "widget";
  const isLink = linkDensity > 0.8 || (inside & INSIDE.button) !== 0;
  if (isLink && stats.words <= LABEL_WORDS_MAX) {
    if (index < place.firstKept - LABEL_WORDS_MAX) return "navigation";
    // A short link between short links is a menu's.
    if (index > place.lastKept && isShortLink(analysis, index - 1) && isShortLink(analysis, index + 1))
      return inside & INSIDE.footer ? "footer" : "navigation";
  }
  if (isLink && stats.words >= HEADLINE_WORDS_MIN && place.position !== "in-article" && !(inherited & meaning.ad))
    return "related";
  if (isFormPart(analysis, block) && stats.words <= LABEL_WORDS_MAX && linkDensity === 0) return "form";
  return place.position;
}

const isShortLink = ({ blocks }: PageAnalysis, i: number): boolean => {
  const block = blocks[i];
  return block !== undefined && block.linkDensity > 0.8 && block.stats.words <= LABEL_WORDS_MAX;
};

/** The address the block's link leads to, "" for none: the link around it or the first in it. */
function targetOf({ parsed }: PageAnalysis, { node, start, end }: AnalysedBlock): string {
  const { page } = parsed;
  for (let up = node, level = 0; up > 0 && level < LINK_LEVELS; up = i32Of(page.parent, up), level++)
    if (page.tag[up] === TAG.a) return page.attribute(up, "href") ?? "";
  const around = page.html.slice(Math.max(i32Of(page.attrEnd, node), start - LINK_CHARS), Math.min(end, start + LINK_CHARS));
  return href.exec(around)?.[1] ?? "";
}

const LINK_LEVELS = 4;
const LINK_CHARS = 500;
const href = /<a\b[^<>]{0,400}?\bhref\s*=\s*["']?([^"'\s>]{1,300})/i;

function isShare(analysis: PageAnalysis, block: AnalysedBlock): boolean {
  const { text, stats, phrases: hits } = block;
  if (hits.startMask & phrases.share || counter.test(text) || shareTarget.test(targetOf(analysis, block))) return true;
  return stats.words <= SHARE_WORDS_MAX && (network.test(text) || (hits.mask & phrases.share) !== 0);
}
const SHARE_WORDS_MAX = 8;

/** A label whose link leads to a topic, near the article; farther away it is a menu's or a card's. */
function isTag(analysis: PageAnalysis, block: AnalysedBlock, index: number, { firstKept, lastKept }: Place): boolean {
  const { text, stats, phrases: hits, node } = block;
  if (i32Of(analysis.own, node) & meaning.author) return false;
  if (hits.startMask & phrases.tags && stats.words > 1 && index >= firstKept - NEAR_BLOCKS) return true;
  if (stats.words > TAG_WORDS_MAX && !(hits.mask & phrases.tags)) return false;
  const isNear = index >= firstKept - NEAR_BLOCKS && index <= lastKept + NEAR_BLOCKS * 2;
  if (!isNear || i32Of(analysis.inside, node) & (INSIDE.nav | INSIDE.footer) || pickOrPiece.test(text)) return false;
  const { page } = analysis.parsed;
  const names = `${page.className(node)} ${page.className(i32Of(page.parent, node))} ${page.className(i32Of(page.parent, i32Of(page.parent, node)))}`;
  const leads = topicAddress.test(targetOf(analysis, block));
  if (/^tags?:?$/i.test(text)) return true;
  if (index < firstKept && !leads) return false;
  return (
    (leads && (tagWord.test(names) || index >= firstKept - LABEL_WORDS_MAX)) || (tagWord.test(names) && block.linkDensity > 0.5)
  );
}
const TAG_WORDS_MAX = 6;

/** Players, ratings, counters, icons, polls: what shows a state or is worked with. */
function isWidget(analysis: PageAnalysis, { text, stats, phrases: hits, node, linkDensity }: AnalysedBlock): boolean {
  if (linkDensity > 0.8 && stats.words >= HEADLINE_WORDS_MIN) return false;
  if (hits.mask & phrases.widget || loading.test(text) || iconName.test(text)) return true;
  if (stats.words > WIDGET_WORDS_MAX) return false;
  if ((playTime.test(text) && stats.words <= LABEL_WORDS_MAX) || rating.test(text)) return true;
  const { page } = analysis.parsed;
  return widgetName.test(
    `${page.className(node)} ${page.className(i32Of(page.parent, node))} ${page.idName(i32Of(page.parent, node))}`,
  );
}
const WIDGET_WORDS_MAX = 12;
/** Players and the like by name; "widget", "module" and "box" are words of page builders for anything. */
const widgetName =
  /(?:^|[\s_-])(?:polls?|quiz|survey|ankieta|umfrage|player|jwplayer|weather|wetter|pogoda|meteo|slideshow|rating|ratings|score|scores|stars|progress|spinner|loader|loading|countdown|counter|calculator|ticker|stock|quotes?-?ticker|map|audio|duration)(?:$|[\s_-])/i;

/** Below the article: a portrait or a line of the author; in a card's place, the card's. */
function authorOr(analysis: PageAnalysis, block: AnalysedBlock, index: number, place: Place): RemovalReason {
  const { text, node, stats } = block;
  if (i32Of(analysis.inherited, node) & meaning.comment) return "comments";
  if (place.lastKept >= 0 && index > place.lastKept) {
    const isLine = stats.sentences === 0 || (readHeadLine(text)?.names.length ?? 0) > 0;
    const isCard =
      isLine &&
      (isTeaser(analysis, index - 1) || isTeaser(analysis, index - 2) || i32Of(analysis.inherited, node) & meaning.related);
    if (isCard && index > place.lastKept + 2) return "related";
    if (isLine && index > place.lastKept + AUTHOR_BLOCKS) return "after-article";
    if (index > place.lastKept + BIO_BLOCKS && !(i32Of(analysis.own, node) & meaning.author)) return "after-article";
  }
  return "author-box";
}

/** A headline of another article: a heading or a link of a headline's length. */
function isTeaser({ blocks, parsed }: PageAnalysis, i: number): boolean {
  const block = blocks[i];
  if (block === undefined || block.stats.words < HEADLINE_WORDS_MIN || block.text.length > 200) return false;
  return block.linkDensity > 0.7 || isHeadingTag(u16Of(parsed.page.tag, block.node));
}

/** Leads to other articles, or belongs to a card of one. */
function isPointer(analysis: PageAnalysis, block: AnalysedBlock, index: number): boolean {
  const { stats, linkDensity, phrases: hits, text, node } = block;
  if (hits.mask & phrases.related || pickOrPiece.test(text) || stats.words >= HEADLINE_WORDS_MIN) return true;
  if (stats.unspaced > 8) return true;
  if (isHeadingTag(u16Of(analysis.parsed.page.tag, node))) return true;
  if (linkDensity > 0.8) return isTeaser(analysis, index - 1) && isTeaser(analysis, index + 1);
  return [index - 2, index - 1, index + 1, index + 2].some((i) => isTeaser(analysis, i)) && !rating.test(text);
}

/** The form around a block, where it is one box of the page. */
function isFormPart({ parsed, inside, blockCount }: PageAnalysis, { node }: AnalysedBlock): boolean {
  const { page } = parsed;
  if (!(i32Of(inside, node) & INSIDE.form)) return false;
  let up = node;
  while (up > 0 && page.tag[up] !== TAG.form) up = i32Of(page.parent, up);
  return up > 0 && i32Of(blockCount, up) <= FORM_BLOCKS_MAX;
}

/** Labels and buttons of a form; a button that opens a menu, or stands alone on a label, is none. */
function isField(analysis: PageAnalysis, block: AnalysedBlock): boolean {
  if (isFormPart(analysis, block))
    return (
      !tagWord.test(analysis.parsed.page.className(block.node)) &&
      !(i32Of(analysis.inside, block.node) & INSIDE.button && tagPathNear(analysis, block))
    );
  const { page } = analysis.parsed;
  if (!(i32Of(analysis.inside, block.node) & INSIDE.button)) return false;
  for (let up = block.node, level = 0; up > 0 && level < LINK_LEVELS; up = i32Of(page.parent, up), level++)
    if (page.attribute(up, "aria-expanded") !== undefined || page.attribute(up, "aria-haspopup") !== undefined) return false;
  return !iconName.test(block.text);
}

/** A form that only leads to a topic: its hidden field holds the address. */
const tagPathNear = ({ parsed }: PageAnalysis, { start }: AnalysedBlock): boolean =>
  topicAddress.test(parsed.page.html.slice(Math.max(0, start - LINK_CHARS), start));
