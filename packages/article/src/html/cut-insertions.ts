/**
 * Insertions that the classifier cannot tell from the paragraphs around them, because they stand in the same container or in a box
 * with no telling name, but that their form gives away: boxes that offer a newsletter, "READ MORE: …", captions, offers by text message,
 * and the line at the end that says who else worked on the story.
 */

import {
  contributorLine,
  endsInPhotoCredit,
  isAffiliateDisclosure,
  isErrorReport,
  isLinkedLeadIn,
  isMarkedLeadIn,
  isRating,
  isShortLinkedLeadIn,
  isTextMessageOffer,
} from "../boilerplate-forms.ts";
import { addressShare, CALL_CHARS_MAX, callToAction, callWords, isChannelCall } from "../call-to-action.ts";
import { f64Of, i32Of, itemAt, u8Of, u16Of } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { ENDS_SENTENCE } from "./text-statistics.ts";

/** A box has fewer characters, and less than this share of the text that was kept. */
const BOX_CHARS_MAX = 400;
const BOX_SHARE_MAX = 0.2;
/** How far up from a block its box may stand. */
const BOX_LEVELS = 3;
const CAPTION_CHARS_MAX = 400;
const CAPTION_SENTENCES_MAX = 3;
const CONTRIBUTOR_CHARS_MAX = 260;

const newsletterBit = phraseBit("newsletter");
const callBit = phraseBit("callToAction");
const contributorBit = phraseBit("contributor");
const tagsBit = phraseBit("tags");
const recirculationBit = phraseBit("recirculation");
const newsletterMeaning = meaningBit("newsletter");

/** Takes such blocks out of `kept` and notes why in `forced`. */
export function cutInsertions(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks } = analysis;
  const boxes = newsletterBoxes(analysis, kept);
  const calls = callsOf(analysis, kept);
  const gates = gateBoxes(analysis, kept, calls);
  const last = kept.lastIndexOf(true);
  for (let i = 0; i < blocks.length; i++) {
    if (gates.has(boxOf(analysis, i, gates))) {
      kept[i] = false;
      forced[i] = "appeal";
    }
    if (!kept[i]) continue;
    const reason = boxes.has(boxOf(analysis, i, boxes))
      ? "newsletter"
      : calls[i] === 2 && itemAt(blocks, i).stats.opening !== 4
        ? itemAt(blocks, i).phrases.mask & newsletterBit
          ? "newsletter"
          : "appeal"
        : formReason(analysis, i, last);
    if (reason === undefined) continue;
    kept[i] = false;
    forced[i] = reason;
  }
}

function formReason(analysis: PageAnalysis, i: number, last: number): RemovalReason | undefined {
  const block = itemAt(analysis.blocks, i);
  const { text, stats, phrases } = block;
  if (stats.opening === 4) return undefined;
  if ((block.linkDensity > 0.2 || block.strongChars > text.length / 2 || isBoxedLine(analysis, block)) && isMarkedLeadIn(text))
    return "related";
  if (isRating(text) || isErrorReport(text)) return "widget";
  if (isLinkedPointer(block) || isUnderPointerLabel(analysis, i)) return "related";
  if (
    (isLabelledLink(block) || isLinkInCapitals(analysis, block)) &&
    !(i32Of(analysis.inside, block.node) & (INSIDE.list | INSIDE.table))
  )
    return "related";
  if (phrases.startMask & tagsBit && block.linkDensity > 0.4 && stats.sentences === 0) return "tags";
  if (isAffiliateDisclosure(text)) return "advertisement";
  if (isLinkedLeadIn(text, block.linkChars)) return "related";
  if (
    block.linkChars > 0 &&
    !(i32Of(analysis.inside, block.node) & (INSIDE.list | INSIDE.table)) &&
    isShortLinkedLeadIn(text, block.linkChars)
  )
    return "related";
  if (stats.digits >= 4 && isTextMessageOffer(text)) return "newsletter";
  if (text.length <= CAPTION_CHARS_MAX && stats.sentences <= CAPTION_SENTENCES_MAX && i < last && endsInPhotoCredit(text))
    return "caption";
  if (
    i >= last - 1 &&
    text.length <= CONTRIBUTOR_CHARS_MAX &&
    phrases.mask & contributorBit &&
    contributorLine.test(text) &&
    (block.emphasisChars > text.length / 2 || phrases.startMask & contributorBit || stats.sentences <= 1)
  )
    return "contributor-credit";
  return undefined;
}

/** A line that is one link, right under a label in the same box that says "related" and nothing else. */
function isUnderPointerLabel({ blocks, parsed }: PageAnalysis, i: number): boolean {
  const { linkDensity, links, node, stats } = itemAt(blocks, i);
  const label = blocks[i - 1];
  if (label === undefined || linkDensity < 0.95 || links !== 1 || stats.ending === ENDS_SENTENCE) return false;
  const { phrases, text } = label;
  return (
    (phrases.startMask & recirculationBit) !== 0 &&
    phrases.startChars >= text.length * 0.8 &&
    [parsed.page.parent[node], node].includes(parsed.page.parent[label.node])
  );
}

/** A line without a sentence that stands in a box of its own rather than in a paragraph. */
const isBoxedLine = ({ parsed }: PageAnalysis, { node, stats }: AnalysedBlock): boolean =>
  stats.sentences === 0 && parsed.page.tag[node] !== TAG.p && parsed.page.tag[node] !== TAG.li;

const CAPITAL_WORDS_MAX = 6;
const CAPITAL_LETTERS_MIN = 6;

/** "SEE THE PICTURES": a paragraph that is one link in capitals. */
const isLinkInCapitals = ({ parsed }: PageAnalysis, { node, stats, linkDensity, links }: AnalysedBlock): boolean =>
  links === 1 &&
  linkDensity > 0.95 &&
  stats.words <= CAPITAL_WORDS_MAX &&
  stats.words > 1 &&
  stats.letters >= CAPITAL_LETTERS_MIN &&
  stats.upper === stats.letters &&
  !isHeadingTag(u16Of(parsed.page.tag, node));

const arrow = /^[\u25B6\u25BA\u25B8\u2192\u27A1\u279C\u00BB\u203A\u25CF\u{1F449}\u{1F4F0}]/u;
const capitalLabel = /^[\p{Lu}][\p{Lu}\s'\u2019&-]{2,40}:\s*/u;
const LINKED_CHARS_MIN = 15;

/** "▶ <headline>", "ALSO IN THE MAIL: <headline>": all but the mark or the label in capitals is one link. */
function isLabelledLink({ text, links, linkChars }: AnalysedBlock): boolean {
  if (links !== 1 || text.length > POINTER_CHARS_MAX || linkChars < LINKED_CHARS_MIN) return false;
  if (arrow.test(text)) return text.length - linkChars <= POINTER_SLACK;
  const label = capitalLabel.exec(text)?.[0].length;
  return label !== undefined && text.length - linkChars <= label + POINTER_SLACK && linkChars < text.length - 2;
}

const POINTER_CHARS_MAX = 260;
const POINTER_SLACK = 4;

/** "Also in this section: <headline>": a stock phrase that leads to other articles, and nothing but a link behind it. */
const isLinkedPointer = ({ text, phrases, linkChars }: AnalysedBlock): boolean =>
  linkChars > 0 &&
  text.length <= POINTER_CHARS_MAX &&
  (phrases.startMask & recirculationBit) !== 0 &&
  text.length - linkChars <= phrases.startChars + POINTER_SLACK;

/** A box that only its name gives away is no longer than an offer. */
const NAMED_BOX_CHARS_MAX = 200;
/** More boxes of one name on a page are its sections, whatever their class says. */
const NAMED_BOXES_MAX = 2;

/** A guide or a help page speaks to its reader throughout: there a call to action is what it is about. */
const GUIDE_SHARE = 0.3;
const ADDRESS_MIN = 0.03;
/** So many times the paragraphs outside of boxes: an appeal may be longer than a short article. */
const BOXED_MAX = 2;

/** How much each kept block speaks for a call to action, and each cut one that may share a box with it; all 0 on a guide. */
function callsOf({ blocks, inherited, inside }: PageAnalysis, kept: readonly boolean[]): Uint8Array {
  const calls = new Uint8Array(blocks.length);
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return calls;
  let found = false;
  for (let i = Math.max(0, first - 2); i <= Math.min(blocks.length - 1, last + 2); i++) {
    const { text, stats, node } = itemAt(blocks, i);
    if (stats.words > CALL_WORDS_MAX || stats.words < 2) continue;
    // What was cut already matters only in a box that may hold a kept block as well.
    if (!kept[i] && !(i32Of(inherited, node) & gateMeaning)) continue;
    if (text.length > CALL_CHARS_MAX) continue;
    const words = callWords(text);
    calls[i] = !(i32Of(inside, node) & INSIDE.list) && isChannelCall(text, words) ? 2 : callToAction(text, words);
    if (u8Of(calls, i) > 0) found = true;
  }
  if (!found) return calls;
  // What stands in boxes for appeals says nothing about the article, unless most of it stands there.
  const free = { prose: 0, addressing: 0 };
  const boxed = { prose: 0, addressing: 0 };
  for (let i = first; i <= last; i++) {
    const block = itemAt(blocks, i);
    if (!kept[i] || !block.isProse || u8Of(calls, i) > 0) continue;
    const part = i32Of(inherited, block.node) & gateMeaning ? boxed : free;
    part.prose += 1;
    if (addressShare(block.text) >= ADDRESS_MIN) part.addressing += 1;
  }
  const all = boxed.prose > BOXED_MAX * free.prose;
  const prose = free.prose + (all ? boxed.prose : 0);
  const addressing = free.addressing + (all ? boxed.addressing : 0);
  return addressing > prose * GUIDE_SHARE ? calls.fill(0) : calls;
}

const CALL_WORDS_MAX = 40;
const gateMeaning = meaningBit("paywall") | meaningBit("newsletter") | meaningBit("promo") | meaningBit("hidden");
const hiddenMeaning = meaningBit("hidden");
const wallMeaning = meaningBit("paywall");

/** The small containers that a gate or an offer stands in: named so, with a call to action inside. */
function gateBoxes(analysis: PageAnalysis, kept: readonly boolean[], calls: Uint8Array): Set<number> {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  const boxes = new Set<number>();
  let keptChars = 0;
  for (let i = 0; i < blocks.length; i++) if (kept[i]) keptChars += itemAt(blocks, i).text.length;
  const charsMax = Math.min(GATE_CHARS_MAX, keptChars * GATE_SHARE_MAX);
  const wallCharsMax = Math.min(GATE_CHARS_MAX, keptChars * WALL_SHARE_MAX);
  const lastStart = blocks[kept.lastIndexOf(true)]?.start ?? 0;
  const walls = namedWalls(analysis, kept, charsMax);
  const hiddenCharsMax = Math.min(HIDDEN_CHARS_MAX, keptChars * HIDDEN_SHARE_MAX);
  for (let i = 0; i < blocks.length; i++) {
    if (calls[i] === 0 && !(itemAt(blocks, i).phrases.mask & callBit)) {
      if (walls.size === 0 || !mayCall(itemAt(blocks, i).text)) continue;
      const wall = boxOf(analysis, i, walls);
      if (wall >= 0) boxes.add(wall);
      continue;
    }
    let node = itemAt(blocks, i).node;
    for (let level = 0; level <= BOX_LEVELS && node > 0 && page.tag[node] !== TAG.body; level++) {
      const own = i32Of(analysis.own, node);
      const isHidden = (own & hiddenMeaning) !== 0;
      const isLast = (own & wallMeaning) !== 0 && i32Of(page.end, node) > lastStart;
      if (f64Of(analysis.textChars, node) > (isHidden ? hiddenCharsMax : isLast ? wallCharsMax : charsMax)) break;
      if (own & wallMeaning || (own & gateMeaning && u8Of(calls, i) > 0)) boxes.add(node);
      node = i32Of(page.parent, node);
    }
  }
  return boxes;
}

/** Whether a line has a phrase by which a call asks, gates or leads to a channel. */
const mayCall = (text: string): boolean => text.length <= CALL_CHARS_MAX && callWords(text).mask !== 0;

/** Fewest lines of such a container that are the reader's to see. */
const WALL_LINES_MIN = 2;

/**
 * The small containers named after walls, of several blocks: there a line that has the words of a call, in whatever order, is one. Not
 * so paragraphs that are named so one by one, nor what stands under such a name all over the page.
 */
function namedWalls(analysis: PageAnalysis, kept: readonly boolean[], charsMax: number): Set<number> {
  const { page } = analysis.parsed;
  const inWall = new Map<number, number>();
  analysis.blocks.forEach((block, i) => {
    let node = block.node;
    for (let level = 0; level <= BOX_LEVELS && node > 0 && page.tag[node] !== TAG.body; level++) {
      if (f64Of(analysis.textChars, node) > charsMax) break;
      if (i32Of(analysis.own, node) & wallMeaning && page.tag[node] !== TAG.p) {
        if (kept[i] || callWords(block.text.slice(0, CALL_CHARS_MAX)).mask !== 0) inWall.set(node, (inWall.get(node) ?? 0) + 1);
        break;
      }
      node = i32Of(page.parent, node);
    }
  });
  return new Set(
    inWall.size > NAMED_BOXES_MAX ? [] : [...inWall].filter(([, lines]) => lines >= WALL_LINES_MIN).map(([node]) => node),
  );
}

/** A gate has its offer, its prices and its log-in line. */
const GATE_CHARS_MAX = 700;
const GATE_SHARE_MAX = 0.35;
/** What ends a page that shows the first lines alone may be longer than they are. */
const WALL_SHARE_MAX = 1.2;
/** An appeal in many sentences that scripts show later. */
const HIDDEN_CHARS_MAX = 2000;
const HIDDEN_SHARE_MAX = 0.5;

/** The small containers named after newsletters, and those with such a name or asides that offer one in so many words. */
function newsletterBoxes(analysis: PageAnalysis, kept: readonly boolean[]): Set<number> {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  let keptChars = 0;
  for (let i = 0; i < blocks.length; i++) if (kept[i]) keptChars += itemAt(blocks, i).text.length;
  const charsMax = Math.min(BOX_CHARS_MAX, keptChars * BOX_SHARE_MAX);
  const boxes = new Set<number>();
  const named = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const block = itemAt(blocks, i);
    const offers = (block.phrases.mask & newsletterBit) !== 0;
    if (!kept[i] && !offers) continue;
    let node = block.node;
    for (let level = 0; level <= BOX_LEVELS && node > 0; level++) {
      if (f64Of(analysis.textChars, node) > charsMax) break;
      const isNamed = (i32Of(analysis.own, node) & newsletterMeaning) !== 0;
      if (offers && (isNamed || page.tag[node] === TAG.aside)) boxes.add(node);
      else if (isNamed && kept[i] && f64Of(analysis.textChars, node) <= NAMED_BOX_CHARS_MAX) named.add(node);
      node = i32Of(page.parent, node);
    }
  }
  if (named.size <= NAMED_BOXES_MAX) for (const node of named) boxes.add(node);
  return boxes;
}

/** The box around a block, -1 for none. */
function boxOf({ blocks, parsed }: PageAnalysis, i: number, boxes: ReadonlySet<number>): number {
  if (boxes.size === 0) return -1;
  let node = itemAt(blocks, i).node;
  for (let level = 0; level <= BOX_LEVELS && node > 0; level++) {
    if (boxes.has(node)) return node;
    node = i32Of(parsed.page.parent, node);
  }
  return -1;
}
