/**
 * Which lines of a plain text are boilerplate. Without tags there are four signals: stock phrases that fill or open a line; the form
 * of a line (counters, credits, time stamps, separators); repetition (of the headline, of other lines); and place, for what follows
 * the article is one run of lines at its end.
 *
 * The bias is to keep: a sentence of reporting is cut only when several signals agree.
 */

import { itemAt } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { cutCaptions } from "./captions.ts";
import { cutRepeatedHeadlines, findTitle } from "./headline.ts";
import { bits, endsSentence } from "./line-facts.ts";
import { formReason } from "./line-form.ts";
import { phraseReason } from "./line-phrase.ts";
import { cutTail } from "./tail.ts";
import type { TextLine } from "./text-lines.ts";

export interface Judgement {
  /** Why each line goes; undefined for lines that stay. */
  readonly reasons: (RemovalReason | undefined)[];
  /** The line that is the headline, -1 for none. It has the reason "headline" as well. */
  readonly titleAt: number;
}

export function judgeLines(lines: readonly TextLine[], declaredTitle?: string): Judgement {
  const reasons = new Array<RemovalReason | undefined>(lines.length).fill(undefined);
  if (lines.length === 0) return { reasons, titleAt: -1 };
  const repeats = countRepeats(lines);
  const firstProse = lines.findIndex((line) => isLead(line));
  const titleAt = findTitle(lines, firstProse, repeats, declaredTitle);
  for (let i = 0; i < lines.length; i++) reasons[i] = formReason(lines, i, firstProse) ?? phraseReason(lines, i, firstProse);
  if (titleAt >= 0) {
    reasons[titleAt] = "headline";
    cutRepeatedHeadlines(lines, titleAt, reasons);
  }
  cutBeforeArticle(lines, titleAt, firstProse, reasons);
  cutCaptions(lines, reasons, titleAt);
  cutRepeats(lines, repeats, reasons);
  cutTail(lines, reasons, firstProse);
  keepSomething(lines, reasons, titleAt);
  return { reasons, titleAt };
}

/** A paragraph a story can open with. */
const isLead = (line: TextLine): boolean =>
  line.isProse && line.stats.words >= 12 && !(line.phrases.startMask !== 0 && line.phraseShare > 0.3);

function countRepeats(lines: readonly TextLine[]): Map<string, number> {
  const repeats = new Map<string, number>();
  for (const line of lines) if (line.folded !== "") repeats.set(line.folded, (repeats.get(line.folded) ?? 0) + 1);
  return repeats;
}

/** A label above the headline has few words. */
const KICKER_WORDS_MAX = 4;

function cutBeforeArticle(
  lines: readonly TextLine[],
  titleAt: number,
  firstProse: number,
  reasons: (RemovalReason | undefined)[],
): void {
  if (titleAt > 0) {
    for (let i = 0; i < titleAt; i++) {
      if (reasons[i] !== undefined) continue;
      const line = itemAt(lines, i);
      if (line.isProse) continue;
      if (line.stats.words <= KICKER_WORDS_MAX && !endsSentence(line))
        reasons[i] = line.phrases.startMask & bits("navigation", "share") ? "navigation" : "kicker";
      else if (line.phrases.startMask !== 0 && line.phraseShare > 0.4) reasons[i] = "before-article";
    }
  }
  if (titleAt < 0 || firstProse < 0) return;
  for (let i = titleAt + 1; i < firstProse; i++) {
    const line = itemAt(lines, i);
    if (reasons[i] !== undefined) continue;
    // A bare name next to a date or byline line.
    const isByDate = reasons[i + 1] === "date" || reasons[i - 1] === "date" || reasons[i - 1] === "byline";
    if (
      isByDate &&
      line.stats.words <= 4 &&
      line.stats.capitalisedWords === line.stats.words &&
      line.stats.digits === 0 &&
      !endsSentence(line)
    )
      reasons[i] = "byline";
  }
}

/** Shorter paragraphs may be refrains. */
const REPEATED_PROSE_CHARS = 60;

function cutRepeats(
  lines: readonly TextLine[],
  repeats: ReadonlyMap<string, number>,
  reasons: (RemovalReason | undefined)[],
): void {
  const seen = new Set<string>();
  for (let i = 0; i < lines.length; i++) {
    const line = itemAt(lines, i);
    if ((repeats.get(line.folded) ?? 0) < 2) continue;
    // Short ones are labels of lists ("Best for:"), or boilerplate that the tail's cut sees anyway.
    if (seen.has(line.folded) && reasons[i] === undefined && line.text.length >= REPEATED_PROSE_CHARS && line.isProse) {
      reasons[i] = "duplicate";
    }
    seen.add(line.folded);
  }
}

/** A text that is boilerplate all through was misread: keep its sentences. */
function keepSomething(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], titleAt: number): void {
  const kept = lines.some((_, i) => reasons[i] === undefined);
  if (kept) return;
  for (let i = 0; i < lines.length; i++) if (i !== titleAt && itemAt(lines, i).isProse) reasons[i] = undefined;
}
