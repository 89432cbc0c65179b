/**
 * From probabilities to the body: the classifier's choice, less what rules know better (headlines, lines of authors and dates,
 * repetitions, the next article, boxes and captions), with tables kept or cut whole.
 */

import { isCounter, isLeakedSource, isPlaylistEntry, isPollOfReaders, isTicker } from "../boilerplate-forms.ts";
import { f32Of, i32Of, itemAt, u16Of } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import type { RemovalReason } from "../reasons.ts";
import { isRecurring, lineFingerprint, type RecurringLookup } from "../recurring-lines.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { codeOf, decideCode } from "./code.ts";
import { cutBoxes } from "./cut-boxes.ts";
import { cutDialogs } from "./cut-dialogs.ts";
import { cutHeadLines } from "./cut-head-lines.ts";
import { cutInsertions } from "./cut-insertions.ts";
import { cutCountedComments, cutTeasers } from "./cut-neighbours.ts";
import { cutTailLines } from "./cut-tail-lines.ts";
import { islandsOf } from "./islands.ts";
import { cutNextArticle } from "./next-article.ts";
import { cutPressContact } from "./press-contact.ts";
import { cutPullQuotes } from "./pull-quotes.ts";
import type { BodySelection } from "./select-body.ts";
import { cutSignatures } from "./signatures.ts";
import { type DataTable, decideTables, findDataTables } from "./tables.ts";
import { TAG } from "./tags.ts";
import { keepThread } from "./threads.ts";
import { foldedText } from "./title-words.ts";
import { cutLabelledLists, cutLooseEnd, decideLists, fillHoles, keepEmbeds } from "./units.ts";

/** Repetitions shorter than this may be refrains or list entries. */
const DUPLICATE_CHARS_MIN = 60;

const adBit = phraseBit("ad");
const shareBit = phraseBit("share");
const widgetBit = phraseBit("widget");
const navigationBit = phraseBit("navigation");

export interface KeptBlocks {
  readonly kept: boolean[];
  /** Reasons known already; the others follow from a block's place. */
  readonly forced: (RemovalReason | undefined)[];
  readonly tables: readonly DataTable[];
}

/** What is known beyond the page's blocks: lines of the site that recur, and the authors that the page's data name. */
export interface KnownOfPage {
  readonly recurring?: RecurringLookup | undefined;
  readonly authors?: readonly string[];
}

export function keepBlocks(
  analysis: PageAnalysis,
  selection: BodySelection,
  titles: readonly string[],
  { recurring, authors = [] }: KnownOfPage = {},
): KeptBlocks {
  const { blocks } = analysis;
  const { p, threshold, features } = selection;
  const headlines = new Set(titles.map(foldedText));
  const kept = new Array<boolean>(blocks.length).fill(false);
  const forced = new Array<RemovalReason | undefined>(blocks.length).fill(undefined);
  const seen = new Map<string, number>();
  const isIsland = islandsOf(analysis, p, threshold);
  for (let i = 0; i < blocks.length; i++) {
    const block = itemAt(blocks, i);
    const folded = itemAt(features.folded, i);
    if (
      folded !== "" &&
      block.text.length < 400 &&
      (headlines.has(folded) || (folded.startsWith("re ") && headlines.has(folded.slice(3))))
    ) {
      forced[i] = "headline";
      continue;
    }
    // What a form gives away stays out, whatever its list or thread is taken for. Half of a page are links that nothing keeps.
    const control = features.hopeless[i] === 1 ? undefined : controlReason(analysis, block);
    if (control !== undefined) {
      forced[i] = control;
      continue;
    }
    if (f32Of(p, i) < threshold || isIsland(i)) continue;
    const { letters, digits } = block.stats;
    if (letters + digits === 0 && !(i32Of(analysis.inside, block.node) & INSIDE.table) && codeOf(analysis, block.node) === 0) {
      forced[i] = "separator";
      continue;
    }
    if (codeOf(analysis, block.node) === 0 && isLeakedSource(block.text)) {
      forced[i] = "widget";
      continue;
    }
    if (recurring !== undefined && isRecurring(recurring, lineFingerprint(block.text))) {
      forced[i] = "recurring-line";
      continue;
    }
    if (block.text.length >= DUPLICATE_CHARS_MIN) {
      const first = seen.get(block.text);
      if (first !== undefined && !isEntry(analysis, i, first)) {
        forced[i] = "duplicate";
        continue;
      }
      seen.set(block.text, i);
    }
    kept[i] = true;
  }
  const tables = findDataTables(analysis);
  const isFixed = (i: number): boolean => forced[i] !== undefined;
  decideTables(analysis, tables, p, kept, isFixed);
  decideLists(analysis, kept, isFixed);
  keepThread(analysis, titles, kept, isFixed);
  fillHoles(analysis, p, kept, isFixed);
  keepEmbeds(analysis, kept, isFixed);
  decideCode(analysis, kept, forced, p, isFixed);
  cutDialogs(analysis, kept, forced);
  cutBoxes(analysis, kept, forced);
  cutCountedComments(analysis, kept, forced);
  cutTeasers(analysis, kept, forced);
  cutNextArticle(analysis, features.folded, headlines, kept);
  cutHeadLines(analysis, kept, forced);
  cutSignatures(analysis, kept, forced);
  cutInsertions(analysis, kept, forced);
  cutPullQuotes(analysis, kept, forced);
  cutPressContact(analysis, kept, forced);
  cutLabelledLists(analysis, kept, forced);
  cutTailLines(analysis, kept, forced, authors);
  cutLooseEnd(analysis, kept, forced);
  return { kept, forced, tables };
}

/** Longer lines are never mere controls. */
const CONTROL_CHARS_MAX = 120;
const AD_CHARS_MAX = 60;
const SHARE_CHARS_MAX = 60;
const WIDGET_CHARS_MAX = 40;

function controlReason(analysis: PageAnalysis, block: AnalysedBlock): RemovalReason | undefined {
  const { text, phrases, linkDensity, stats } = block;
  if (text.length > CONTROL_CHARS_MAX) return undefined;
  // "Advertisement" alone is never a sentence of an article, wherever it stands.
  if (text.length < AD_CHARS_MAX && phrases.startMask & adBit && phrases.startChars > text.length * 0.5 && stats.ending !== 1)
    return "advertisement";
  if (text.length < SHARE_CHARS_MAX && phrases.startMask & shareBit && linkDensity > 0.9 && stats.sentences === 0) return "share";
  if (isWayToTop(analysis, block)) return "navigation";
  if (i32Of(analysis.inside, block.node) & INSIDE.table) return undefined;
  if (
    text.length < WIDGET_CHARS_MAX &&
    phrases.startMask & widgetBit &&
    phrases.startChars > text.length * 0.6 &&
    stats.sentences === 0 &&
    linkDensity < 0.5
  )
    return "widget";
  return isCounter(text) || isPollOfReaders(text) || isTicker(text) || isPlaylistEntry(text) ? "widget" : undefined;
}

const WAY_CHARS_MAX = 40;
/** A start tag of a link has its address within these. */
const START_TAG_CHARS_MAX = 300;
const topAddress = /\bhref\s*=\s*["']?#(?:top|page-?top|back-?to-?top|header|main|content|start|oben|haut|up)?["'\s>]/i;

/** "Back to top": a line that is a link to the head of its own page, or says so. */
function isWayToTop({ parsed }: PageAnalysis, { text, linkDensity, phrases, start }: AnalysedBlock): boolean {
  if (text.length > WAY_CHARS_MAX || linkDensity < 0.9) return false;
  if (phrases.startMask & navigationBit && phrases.startChars >= text.length * 0.8) return true;
  const before = parsed.page.html.slice(Math.max(0, start - START_TAG_CHARS_MAX), start);
  return topAddress.test(before.slice(before.lastIndexOf("<a")));
}

/** Entries of lists, cells of tables and lines of code may look alike; only right behind each other are they repetitions. */
function isEntry({ blocks, inside, parsed }: PageAnalysis, i: number, first: number): boolean {
  const { node } = itemAt(blocks, i);
  const tag = u16Of(parsed.page.tag, node);
  return i - first > 1 && (tag === TAG.pre || tag === TAG.li || (i32Of(inside, node) & (INSIDE.table | INSIDE.list)) !== 0);
}
