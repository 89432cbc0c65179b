/** Which line of a text is its headline, and which lines repeat it. */

import { ENDS_SENTENCE } from "../html/text-statistics.ts";
import { foldWords } from "../html/title-words.ts";
import { itemAt } from "../indexing.ts";
import { namesIn } from "../metadata/bylines.ts";
import type { RemovalReason } from "../reasons.ts";
import { bits } from "./line-facts.ts";
import { formReason } from "./line-form.ts";
import type { TextLine } from "./text-lines.ts";

/** Boilerplate that stands before or around a headline and must not be taken for it. */
const notTitle = bits("navigation", "share", "date", "credit", "widget", "ad", "comments", "tags", "newsletter", "legal");
const HEADLINE_CHARS_MAX = 220;

export function findTitle(
  lines: readonly TextLine[],
  firstProse: number,
  repeats: ReadonlyMap<string, number>,
  declared: string | undefined,
): number {
  if (declared !== undefined) {
    const folded = foldWords(declared).join(" ");
    const found = lines.findIndex((line, i) => i < 30 && line.folded === folded);
    if (found >= 0) return found;
  }
  const until = firstProse < 0 ? Math.min(lines.length, 12) : Math.min(firstProse, 20);
  let best = -1;
  let bestScore = 0;
  for (let i = 0; i < until; i++) {
    const line = itemAt(lines, i);
    if (line.text.length > HEADLINE_CHARS_MAX || line.stats.letters < 4 || /[\n]/.test(line.text)) continue;
    if (line.phrases.startMask & notTitle && line.phraseShare > 0.3) continue;
    if (formReason(lines, i, firstProse) !== undefined) continue;
    if (namesIn(line.text, { trusted: false }).length > 0 && line.stats.words < 8) continue;
    const words = line.stats.words;
    let score = Math.min(words, 10) / 2;
    if (line.stats.ending === ENDS_SENTENCE) score -= line.text.endsWith(".") ? 3 : 0.5;
    if (words >= 4) score += 2;
    if (words < 3) score -= 2;
    if ((repeats.get(line.folded) ?? 0) > 1 && words >= 3) score += 5;
    if (isMenu(line.text)) score -= 6;
    if (runsOn(line, lines[i + 1])) score -= 6;
    // The first of several equals is the headline, the next the standfirst.
    score -= i * 0.4;
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  }
  // Without anything after it a single line is a text, not a headline.
  if (lines.length < 2) return -1;
  return best < 0 && until > 0 && isShortHeadline(lines) ? 0 : best;
}

const MENU_WORDS_MAX = 3;

/** "Home | Sport", "News > Region > North": labels of a word or three with marks between them. */
function isMenu(text: string): boolean {
  const pieces = text.split(/\s*[|>\u203A\u00BB\u2022\u00B7]\s*|\s\/\s/u);
  return pieces.length > 1 && pieces.every((piece) => piece.trim().split(/\s+/).length <= MENU_WORDS_MAX);
}

/** A line of wrapped prose: the next one goes on in small letters, with no empty line between. */
const runsOn = (line: TextLine, next: TextLine | undefined): boolean =>
  next !== undefined && next.blanksBefore === 0 && next.stats.opening === 2 && line.stats.ending === 0;

/** A first line of a word or two that stands apart from what follows. */
function isShortHeadline(lines: readonly TextLine[]): boolean {
  const [first, second] = lines as [TextLine, TextLine];
  return (
    second.blanksBefore > 0 &&
    second.stats.words > first.stats.words * 3 &&
    first.stats.ending === 0 &&
    first.stats.letters >= 3 &&
    first.phrases.startMask === 0 &&
    !isMenu(first.text)
  );
}

/** Same words but for quotes and dashes, or all but one in ten the same. */
export function cutRepeatedHeadlines(lines: readonly TextLine[], titleAt: number, reasons: (RemovalReason | undefined)[]): void {
  const title = itemAt(lines, titleAt);
  const words = new Set(title.folded.split(" "));
  for (let i = 0; i < lines.length; i++) {
    if (i === titleAt) continue;
    const line = itemAt(lines, i);
    if (line.folded === title.folded) {
      reasons[i] = "headline";
      continue;
    }
    if (words.size < 5 || line.text.length > title.text.length * 1.25 || line.text.length < title.text.length * 0.8) continue;
    const own = new Set(line.folded.split(" "));
    let shared = 0;
    for (const word of own) if (words.has(word)) shared += 1;
    if (shared / Math.max(own.size, words.size) >= 0.9) reasons[i] = "headline";
  }
}
