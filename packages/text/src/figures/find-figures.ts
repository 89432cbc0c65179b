import type { DateExpression } from "../dates/date-expression.ts";
import { findDatesIn } from "../dates/find-dates.ts";
import { english } from "../languages/en/index.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { onlyReadingWord } from "../reading-words.ts";
import { WordScan } from "../word-scan.ts";
import type { Figure } from "./figure.ts";
import { FigureReader } from "./figure-reader.ts";

const rangeFrom = onlyReadingWord("rangeFrom");

/** {@link findFigures} over a text that is scanned already; `dates` are places where digits tell time. */
export function findFiguresIn(
  scan: WordScan,
  words: LanguageWords = english,
  dates: readonly DateExpression[] = findDatesIn(scan, words),
): Figure[] {
  const out: Figure[] = [];
  const reader = new FigureReader(scan, words);
  // “in three days” may be how long something takes, and counts either way.
  const hiding = dates.filter(({ meaning }) => meaning.kind !== "offset" || meaning.needsFuture !== true);
  let date = 0;
  for (let at = 0; at < scan.count; ) {
    const start = scan.starts[at] ?? 0;
    while (date < hiding.length && (hiding[date]?.span[1] ?? 0) <= start) date++;
    const current = hiding[date];
    if (current && current.span[0] <= start) {
      at++;
      continue;
    }
    const read = reader.readAt(at);
    if (read === null) at++;
    else if ("skipTo" in read) {
      if (read.sides !== undefined) out.push(...read.sides);
      at = Math.max(read.skipTo, at + 1);
    } else if (current && read.span[1] > current.span[0]) at++;
    else {
      out.push(withStartUnit(scan, read, out.at(-1)));
      at = Math.max(read.tokens[1], at + 1);
    }
  }
  return out;
}

/** “to 47 million crowns from 42 million”: where a change began has the unit of where it ended. */
function withStartUnit(scan: WordScan, figure: Figure, previous: Figure | undefined): Figure {
  if (figure.kind !== "count" || previous === undefined || previous.tokens[1] !== figure.tokens[0] - 1) return figure;
  const isStart = rangeFrom.test(scan.lower(figure.tokens[0] - 1)) && /^(?:money|percent|measure)$/.test(previous.kind);
  return isStart && !scan.isWord(figure.tokens[1]) ? { ...figure, kind: previous.kind, unit: previous.unit } : figure;
}

/**
 * The figures of a text: counts, sums of money, percentages, measures, ages, factors, fractions and shares, in digits and words,
 * in order and disjoint. Dates, clock times, ordinals, years, codes, scores and numbers that only name a thing are left out.
 * One pass, linear in the text's length.
 */
export function findFigures(text: string, words: LanguageWords = english): Figure[] {
  return findFiguresIn(new WordScan(text), words);
}
