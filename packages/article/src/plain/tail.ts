/** What follows the article in a plain text is one run of lines at its end; this cuts it. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { itemAt } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { bits, endsSentence, has, opens, opensQuote } from "./line-facts.ts";
import type { TextLine } from "./text-lines.ts";

/** How sure a run at the end must be, in the units of `tailScore`, and its first line alone. */
const TAIL_SCORE_MIN = 3;
const TAIL_FIRST_MIN = 1;
/** Lines looked at from the end. */
const TAIL_LINES_MAX = 60;

/** Positive for boilerplate, negative for article. */
function tailScore(
  line: TextLine,
  topic: ReadonlyMap<string, number>,
  reason: RemovalReason | undefined,
  isGuide: () => boolean,
): number {
  if (reason !== undefined)
    return reason === "separator" || reason === "caption" || reason === "headline"
      ? 0.5
      : reason === "contributor-credit"
        ? 1
        : 2.5;
  const { text, phrases, stats, address } = line;
  let score = 0;
  const strong = bits("recirculation", "comments", "newsletter", "callToAction", "legal", "share", "widget");
  if (phrases.startMask & strong) score += line.phraseShare > 0.4 ? 2.5 : 0.7;
  for (const kind of ["callToAction", "newsletter", "comments", "legal"] as const) if (has(line, kind)) score += 1.2;
  const quotes = stats.quotes > 0 || opensQuote(line);
  const call = quotes ? 0 : line.call;
  if (call > 0 && !isGuide()) score += call * 1.6;
  // The outlet's voice: in reporting one speaks like that only in quotations, or as one of its people says so.
  if (!quotes && address >= 0.05 && !isGuide() && !isReported(text)) score += address >= 0.09 ? 1.6 : 1;
  if (/(?:https?:\/\/|www\.)\S|\S@\S+\.\S/.test(text)) score += 0.8;
  const overlap = topicOverlap(line, topic);
  if (!endsSentence(line) && stats.words <= 9 && !quotes) score += overlap > 0.34 ? -0.6 : 0.8;
  else if (line.isProse || stats.words > 9) {
    // Reporting: the more of it and the more on topic, the surer.
    const weight = Math.min(3, 0.8 + stats.words / 25);
    score -= weight * (0.4 + (overlap < 0 ? 0.5 : overlap)) * (score > 0 ? 0.6 : 1.5);
    if (quotes && stats.words > 6) score -= 1.2;
  } else score -= quotes ? 1.5 : 0.4;
  return score;
}

/** "…, he told the mayor": a clause at the end that says who spoke makes the line someone's words. */
const reported = /,\s(?:\p{L}+\s){0,4}\p{L}{3,}(?:\s\p{L}+){0,5}[.!]?$/u;
const thirdPerson = new RegExp(`\\b${anyPageForm("thirdPerson")}\\b`, "iu");
const isReported = (text: string): boolean => {
  const clause = reported.exec(text);
  return clause !== null && thirdPerson.test(clause[0]);
};

/** Marks a word that several paragraphs use. */
const SHARED = -1;

/** Longer words of the article proper: which paragraph they stand in, or that they stand in several. */
function topicOf(lines: readonly TextLine[], reasons: readonly (RemovalReason | undefined)[]): Map<string, number> {
  const topic = new Map<string, number>();
  lines.forEach((line, i) => {
    if (reasons[i] !== undefined && reasons[i] !== "headline") return;
    if (line.phrases.mask !== 0 && line.address >= 0.05) return;
    for (const word of line.words) {
      if (word.length < 4) continue;
      const seen = topic.get(word);
      if (seen === undefined) topic.set(word, i);
      else if (seen !== i && seen !== SHARED) topic.set(word, SHARED);
    }
  });
  return topic;
}

/** Share of the line's longer words that several paragraphs use; -1 when it has too few to say. */
function topicOverlap(line: TextLine, topic: ReadonlyMap<string, number>): number {
  const words = new Set(line.words.filter((word) => word.length >= 4));
  if (words.size === 0) return -1;
  let shared = 0;
  for (const word of words) if (topic.get(word) === SHARED) shared += 1;
  return shared / words.size;
}

const GUIDE_SHARE = 0.3;

/**
 * Cuts the run of lines at the end whose evidence sums highest. Lines inside it that say nothing by themselves ("Thank you,", a
 * name, a link's text) go with their neighbours.
 */
export function cutTail(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], firstProse: number): void {
  const topic = topicOf(lines, reasons);
  // A guide or a column speaks to its reader throughout, so there it proves nothing.
  let guide: boolean | undefined;
  const isGuide = (): boolean => {
    if (guide === undefined) {
      const prose = lines.filter((line, i) => line.isProse && reasons[i] === undefined);
      guide = prose.filter((line) => line.address >= 0.03).length > prose.length * GUIDE_SHARE;
    }
    return guide;
  };
  const from = Math.max(firstProse + 1, lines.length - TAIL_LINES_MAX, 1);
  const scores: number[] = [];
  let sum = 0;
  /** Lines so far that are boilerplate by their words or form, not only by their tone. */
  let sure = 0;
  let best = -1;
  let bestSum = TAIL_SCORE_MIN;
  for (let i = lines.length - 1; i >= from; i--) {
    const score = tailScore(itemAt(lines, i), topic, reasons[i], isGuide);
    scores[i] = score;
    sum += score;
    if (reasons[i] !== undefined || itemAt(lines, i).phrases.mask !== 0 || itemAt(lines, i).call > 0) sure += 1;
    if (sure > 0 && score >= TAIL_FIRST_MIN && sum >= bestSum) {
      bestSum = sum;
      best = i;
    }
    // Solid reporting ends the search: nothing before it can belong to the tail.
    if (score <= -2.2) break;
  }
  if (best < 0) return;
  for (let i = best; i < lines.length; i++) reasons[i] ??= tailReason(lines, i, best, reasons);
}

function tailReason(
  lines: readonly TextLine[],
  i: number,
  start: number,
  reasons: readonly (RemovalReason | undefined)[],
): RemovalReason {
  const line = itemAt(lines, i);
  if (has(line, "callToAction") || line.call > 0 || line.address >= 0.05) return "appeal";
  if (opens(line, "comments")) return "comments";
  if (has(line, "newsletter")) return "newsletter";
  if (has(line, "legal")) return "legal";
  const before = i > start ? reasons[i - 1] : undefined;
  return before === "related" || before === "appeal" || before === "comments" || before === "newsletter"
    ? before
    : "after-article";
}
