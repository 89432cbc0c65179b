import type { Span } from "@wirefold/core";
import { anyReadingWord } from "@wirefold/text/grammar";

const stampOpener = new RegExp(`^(?:${anyReadingWord("stampOpener")}|©)`, "i");

/** Lines before the first paragraph of prose are searched for the headline, this many at most. */
const headLinesMax = 30;
const titleWordsMin = 4;
const titleLengthMax = 220;
/** A line with this many words that ends like a sentence is prose. */
const proseWordsMin = 14;
/** What each repetition of a line is worth, in words, where lines compete to be the headline. */
const repeatScore = 3;
/** Lines past this many are not compared: a headline is repeated around the article, not in an archive. */
const linesMax = 2000;

export interface Headline {
  readonly text: string;
  readonly span: Span;
  /** Where the headline stands again, as pages repeat it for captions and sharing. */
  readonly repeats: readonly Span[];
}

/** Curly and straight marks alike, case and spacing aside. */
const normal = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "")
    .trim();

const isStamp = (line: string): boolean => stampOpener.test(line.trim());

/** Finds the headline: the title given, where the text has it, else the most headline-like line before the prose begins. */
export function findHeadline(text: string, title: string | null): Headline | null {
  const lines: { text: string; span: Span }[] = [];
  let at = 0;
  while (at < text.length && lines.length < linesMax) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const raw = text.slice(at, end);
    const trimmed = raw.trim();
    if (trimmed !== "" && trimmed.length <= titleLengthMax * 2) {
      const start = at + raw.indexOf(trimmed);
      lines.push({ text: trimmed, span: [start, start + trimmed.length] });
    } else if (trimmed !== "") lines.push({ text: "", span: [at, at] });
    at = end + 1;
  }
  const wanted = title === null || title.trim() === "" ? null : normal(title);
  const isSame = (line: { readonly text: string }, key: string): boolean =>
    line.text !== "" && Math.abs(line.text.length - key.length) <= 4 && normal(line.text) === key;
  let best: (typeof lines)[number] | null = null;
  let bestScore = 0;
  if (wanted !== null) best = lines.find((line) => isSame(line, wanted)) ?? null;
  else {
    for (const line of lines.slice(0, headLinesMax)) {
      if (line.text === "") break;
      const words = line.text.split(/\s+/).length;
      const endsLikeProse = /[.!?]["”’)]?$/.test(line.text);
      if (words >= proseWordsMin && endsLikeProse) break;
      if (words < titleWordsMin || endsLikeProse || line.text.length > titleLengthMax || isStamp(line.text)) continue;
      const key = normal(line.text);
      const score = words + lines.filter((each) => isSame(each, key)).length * repeatScore;
      if (score > bestScore) {
        best = line;
        bestScore = score;
      }
    }
  }
  if (best === null) return null;
  const key = normal(best.text);
  const found = best;
  return {
    text: best.text,
    span: best.span,
    repeats: lines.filter((line) => line !== found && isSame(line, key)).map((line) => line.span),
  };
}
