import { onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";

const clauseNext = readingWordSet("clauseNext");
const clauseBreak = onlyReadingWord("clauseBreak");
const clauseStart = onlyReadingWord("clauseStart");

/** Farthest a clause reaches from what it is read around, in tokens: bounds the work on text without sentence ends. */
const clauseReach = 40;

/** The clause a stretch of tokens stands in: up to a comma before a conjunction, a semicolon, a quotation mark or the sentence's end. */
export function clauseAround(document: Document, from: number, to: number): readonly [number, number] {
  const { scan } = document;
  const [first, end] = document.sentences[document.sentenceOf[from] as number] ?? [from, to];
  let start = from;
  while (start > first && from - start < clauseReach && !isBoundary(document, start - 1)) start--;
  let stop = to;
  while (stop < end && stop - to < clauseReach && !isBoundary(document, stop)) stop++;
  while (start < from && (scan.mark(start) === 0x2c || clauseStart.test(scan.lower(start)))) start++;
  while (stop > to && (scan.mark(stop - 1) === 0x2e || scan.mark(stop - 1) === 0x2c)) stop--;
  return [start, stop];
}

function isBoundary(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (scan.isNewline(at)) return true;
  const mark = scan.mark(at);
  if (
    mark === 0x3b ||
    mark === 0x2014 ||
    mark === 0x2013 ||
    mark === 0x22 ||
    mark === 0x201c ||
    mark === 0x201d ||
    mark === 0x201e
  )
    return true;
  if (mark === 0x2c) {
    const next = scan.lower(at + 1);
    return clauseNext.has(next) || language.subordinators.has(next);
  }
  const lower = scan.lower(at);
  return clauseBreak.test(lower);
}
