/** A plain text as units to judge: lines, or whole paragraphs where the text is hard-wrapped. */

import { addressShare, callToAction } from "../call-to-action.ts";
import { isProseText } from "../html/analyse-page.ts";
import { type TextStatistics, textStatistics } from "../html/text-statistics.ts";
import { foldWords } from "../html/title-words.ts";
import { itemAt } from "../indexing.ts";
import { findPhrases, foldPhrase, type PhraseHits } from "../phrases.ts";

/** A line with what the judges read of it: its words are folded once, and the costlier readings made once, where one is asked for. */
export class TextLine {
  /** Exactly `input.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its folded words, see {@link foldWords}. */
  readonly words: readonly string[];
  /** They with one space between them. */
  readonly folded: string;
  readonly stats: TextStatistics;
  readonly phrases: PhraseHits;
  /** The share of the line that a stock phrase at its start covers. */
  readonly phraseShare: number;
  readonly isProse: boolean;
  /** Empty lines before it. */
  readonly blanksBefore: number;
  #address: number | undefined;
  #call: 0 | 1 | 2 | undefined;

  constructor(input: string, { start, end, blanks }: RawLine) {
    const text = input.slice(start, end);
    const flat = text.includes("\n") ? text.replace(/\s+/g, " ") : text;
    this.text = text;
    this.start = start;
    this.end = end;
    this.words = foldWords(flat);
    this.folded = this.words.join(" ");
    this.stats = textStatistics(flat);
    this.phrases = findPhrases(flat);
    const { startChars } = this.phrases;
    this.phraseShare = startChars === 0 ? 0 : startChars / Math.max(1, foldPhrase(flat).length);
    this.isProse = isProseText(this.stats, 0);
    this.blanksBefore = blanks;
  }

  /** See {@link addressShare}. */
  get address(): number {
    this.#address ??= addressShare(this.text, this.words);
    return this.#address;
  }

  /** See {@link callToAction}. */
  get call(): 0 | 1 | 2 {
    this.#call ??= callToAction(this.text);
    return this.#call;
  }
}

/**
 * Hard-wrapped text: this share of all line breaks fall inside a paragraph, at lines of similar length; or of those that no empty line
 * follows, and this share of the lines behind them go on in small letters.
 */
const WRAPPED_SHARE = 0.5;
const RUNNING_ON_SHARE = 0.4;
const WRAP_WIDTH_MIN = 45;
const WRAP_WIDTH_MAX = 110;
const LINES_MAX = 50_000;

export function readLines(input: string): TextLine[] {
  const raw: RawLine[] = [];
  let blanks = 0;
  let at = 0;
  while (at <= input.length && raw.length < LINES_MAX) {
    let end = input.indexOf("\n", at);
    if (end < 0) end = input.length;
    let first = at;
    let last = end;
    while (first < last && isBlank(input.charCodeAt(first))) first += 1;
    while (last > first && isBlank(input.charCodeAt(last - 1))) last -= 1;
    if (first === last) blanks += 1;
    else {
      raw.push({ start: first, end: last, blanks });
      blanks = 0;
    }
    at = end + 1;
  }
  const units = isHardWrapped(raw, input) ? joinParagraphs(raw) : raw;
  return units.map((unit) => new TextLine(input, unit));
}

const isBlank = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x3000;

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly blanks: number;
}

function isHardWrapped(lines: readonly RawLine[], input: string): boolean {
  if (lines.length < 3) return false;
  let inside = 0;
  let runningOn = 0;
  const widths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = itemAt(lines, i);
    const next = itemAt(lines, i + 1);
    if (next.blanks > 0) continue;
    const lastChar = input.charAt(line.end - 1);
    widths.push(line.end - line.start);
    // A paragraph's last line ends a sentence; a wrapped one seldom does, and the next goes on in small letters.
    if (/[.!?:"\u201D\u2019\u3002]/.test(lastChar)) continue;
    inside += 1;
    if (/\p{Ll}/u.test(input.charAt(next.start))) runningOn += 1;
  }
  const mostBreaks = lines.length >= 6 && inside >= (lines.length - 1) * WRAPPED_SHARE;
  const mostPairs = runningOn >= 1 && inside >= widths.length * WRAPPED_SHARE && runningOn >= widths.length * RUNNING_ON_SHARE;
  if (!mostBreaks && !mostPairs) return false;
  widths.sort((a, b) => a - b);
  const high = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const middle = widths[widths.length >> 1] ?? 0;
  return high >= WRAP_WIDTH_MIN && high <= WRAP_WIDTH_MAX && middle > high * 0.75;
}

function joinParagraphs(lines: readonly RawLine[]): RawLine[] {
  const joined: RawLine[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    if (last === undefined || line.blanks > 0) joined.push(line);
    else joined[joined.length - 1] = { start: last.start, end: line.end, blanks: last.blanks };
  }
  return joined;
}
