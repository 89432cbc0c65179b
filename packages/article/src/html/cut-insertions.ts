/**
 * Insertions that the classifier cannot tell from the paragraphs around them, because they stand in the same container or in a box
 * with no telling name, but that their form gives away: boxes that offer a newsletter, "READ MORE: …", captions, offers by text message,
 * and the line at the end that says who else worked on the story.
 */
import { contributorLine, endsInPhotoCredit, isMarkedLeadIn, isTextMessageOffer } from "../boilerplate-forms.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { TAG } from "./tags.ts";

/** A box has fewer characters, and less than this share of the text that was kept. */
const BOX_CHARS_MAX = 400;
const BOX_SHARE_MAX = 0.2;
/** How far up from a block its box may stand. */
const BOX_LEVELS = 3;
const CAPTION_CHARS_MAX = 400;
const CAPTION_SENTENCES_MAX = 3;
const CONTRIBUTOR_CHARS_MAX = 260;

const newsletterBit = phraseBit("newsletter");
const contributorBit = phraseBit("contributor");
const newsletterMeaning = meaningBit("newsletter");

/** Takes such blocks out of `kept` and notes why in `forced`. */
export function cutInsertions(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks } = analysis;
  const boxes = newsletterBoxes(analysis, kept);
  const last = kept.lastIndexOf(true);
  for (let i = 0; i < blocks.length; i++) {
    if (!kept[i]) continue;
    const reason = boxes.has(boxOf(analysis, i, boxes)) ? "newsletter" : formReason(analysis, i, last);
    if (reason === undefined) continue;
    kept[i] = false;
    forced[i] = reason;
  }
}

function formReason(analysis: PageAnalysis, i: number, last: number): RemovalReason | undefined {
  const block = analysis.blocks[i]!;
  const { text, stats, phrases } = block;
  if (stats.opening === 4) return undefined;
  if ((block.linkDensity > 0.3 || block.strongChars > text.length / 2) && isMarkedLeadIn(text)) return "related";
  if (stats.digits >= 4 && isTextMessageOffer(text)) return "newsletter";
  if (text.length <= CAPTION_CHARS_MAX && stats.sentences <= CAPTION_SENTENCES_MAX && i < last && endsInPhotoCredit(text))
    return "caption";
  if (
    i >= last - 1 &&
    text.length <= CONTRIBUTOR_CHARS_MAX &&
    phrases.mask & contributorBit &&
    contributorLine.test(text) &&
    (block.emphasisChars > text.length / 2 || phrases.startMask & contributorBit)
  )
    return "contributor-credit";
  return undefined;
}

/** A box that only its name gives away is no longer than an offer. */
const NAMED_BOX_CHARS_MAX = 200;
/** More boxes of one name on a page are its sections, whatever their class says. */
const NAMED_BOXES_MAX = 2;

/** The small containers named after newsletters, and those with such a name or asides that offer one in so many words. */
function newsletterBoxes(analysis: PageAnalysis, kept: readonly boolean[]): Set<number> {
  const { blocks } = analysis;
  const { page } = analysis.parsed;
  let keptChars = 0;
  for (let i = 0; i < blocks.length; i++) if (kept[i]) keptChars += blocks[i]!.text.length;
  const charsMax = Math.min(BOX_CHARS_MAX, keptChars * BOX_SHARE_MAX);
  const boxes = new Set<number>();
  const named = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const offers = (block.phrases.mask & newsletterBit) !== 0;
    if (!kept[i] && !offers) continue;
    let node = block.node;
    for (let level = 0; level <= BOX_LEVELS && node > 0; level++) {
      if (analysis.textChars[node]! > charsMax) break;
      const isNamed = (analysis.own[node]! & newsletterMeaning) !== 0;
      if (offers && (isNamed || page.tag[node] === TAG.aside)) boxes.add(node);
      else if (isNamed && kept[i] && analysis.textChars[node]! <= NAMED_BOX_CHARS_MAX) named.add(node);
      node = page.parent[node]!;
    }
  }
  if (named.size <= NAMED_BOXES_MAX) for (const node of named) boxes.add(node);
  return boxes;
}

/** The box around a block, -1 for none. */
function boxOf({ blocks, parsed }: PageAnalysis, i: number, boxes: ReadonlySet<number>): number {
  if (boxes.size === 0) return -1;
  let node = blocks[i]!.node;
  for (let level = 0; level <= BOX_LEVELS && node > 0; level++) {
    if (boxes.has(node)) return node;
    node = parsed.page.parent[node]!;
  }
  return -1;
}
