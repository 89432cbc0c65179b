/** How a sentence of a member is shown as a line of the record. */

import type { Span } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { openingLength } from "./dateline.ts";
import { sentenceAt } from "./sentence-spans.ts";

/** Characters of a sentence that still reads as a line. */
export const LINE_MAX = 240;
export const ENDS = /[.!?。]["”’»)\]]*$/u;
export const MARKS = /["“”„«»]/;

/** Whether each quotation that a sentence opens it also closes. */
export function haveBothMarks(sentence: string): boolean {
  const count = (marks: RegExp): number => sentence.match(marks)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/[“„]/g) === count(/”/g) && count(/«/g) === count(/»/g);
}

/** With one space for each stretch of white space; most sentences have no other. */
export const oneSpaced = (text: string): string => (/\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text);

/** The words of a sentence behind a dateline or tags that open it. */
export function ownWords(member: ReconcileMember, sentence: Span): string {
  const text = member.text.slice(...sentence).trim();
  return text.slice(openingLength(text, member.facts?.dateline ?? null));
}

/** A clause of a sentence, with an ellipsis on each side where it was cut from it. Both have single spaces. */
export function cutFrom(sentence: string, clause: string): string {
  const opens = sentence.indexOf(clause) <= 0;
  const closes = ENDS.test(clause) || sentence.replace(ENDS, "").endsWith(clause);
  return `${opens ? "" : "… "}${clause}${closes ? "" : " …"}`;
}

/**
 * The sentence that holds a clause, where it is whole and short enough to be a line: it says who tells it, and denies what the clause
 * alone would assert. Else the clause, with an ellipsis on each side where it was cut.
 */
export function lineAround(member: ReconcileMember, clause: Span, sentences: readonly Span[]): string {
  const sentence = oneSpaced(ownWords(member, sentenceAt(sentences, clause[0])));
  const words = oneSpaced(member.text.slice(...clause).trim());
  if (sentence.length <= LINE_MAX && sentence.includes(words) && ENDS.test(sentence) && haveBothMarks(sentence)) return sentence;
  return cutFrom(sentence, words);
}
