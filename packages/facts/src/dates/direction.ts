import type { DateExpression } from "@wirefold/text";
import { contextWords, englishNoun, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const chance = onlyReadingWord("chance");
const goneInto = contextWords("goneInto");
const deadline = contextWords("deadline");

/** Which way the sentence points from the day it was written: a bare “Friday” is the last one, the next one, or open. */
export type Direction = "back" | "ahead" | null;

/** How far from a date the verb that tells its time is looked for, in tokens. */
const reachBefore = 12;
const reachAfter = 9;

/**
 * Tells by the nearest verb whether a date lies behind or ahead: first among the words before it in its sentence, else among
 * those after. “said on Friday it will open” lies behind, “will open on Friday” and “the hearing on Friday is expected” ahead.
 */
export function directionOf(document: Document, { span, meaning }: DateExpression): Direction {
  if (!["weekday", "day", "month", "range", "shift"].includes(meaning.kind)) return null;
  const { scan, sentenceOf } = document;
  const { tense } = document.language;
  const at = scan.indexAt(span[0]);
  const sentence = sentenceOf[at];
  if (tense.copulas.has(scan.lower(at - 1)) && !tense.pastForms.has(scan.lower(at - 1))) return "ahead";
  // “going into November”, but “dragged into November”
  if (meaning.kind === "month" && goneInto.has(scan.lower(at - 1))) return directionOfVerb(document, at - 2) ?? "ahead";
  // “wants the site cleared by Friday”: what is wished for has a term, whatever form says what is done.
  const hasTerm = deadline.has(scan.lower(at - 1));
  for (let i = at - 1; i >= 0 && i >= at - reachBefore && sentenceOf[i] === sentence && !scan.isNewline(i); i--) {
    // “According to officials on Tuesday, the road is open”: the day they said so.
    if (scan.has(i, lists.accordingTo) && document.language.accordingTo.some((words) => scan.reads(words, i))) return "back";
    if (hasTerm && tense.aheadWords.has(scan.lower(i))) return "ahead";
    const found =
      (hasTerm ? null : directionOfVerb(document, i)) ??
      directionOfInfinitive(document, i, at) ??
      (meaning.kind === "month" ? directionOfChance(document, i) : null);
    if (found !== null) return found;
  }
  const end = scan.indexAt(span[1]);
  for (let i = end; i < scan.count && i < end + reachAfter && sentenceOf[i] === sentence && !scan.isNewline(i); i++) {
    const found = directionOfVerb(document, i);
    if (found !== null) return found;
  }
  return null;
}

/** “an interview to air Tuesday”: an infinitive right before the date that no past verb governs; “to the board”, “to officials” are none. */
function directionOfInfinitive({ scan, language: { tense, determiners } }: Document, verb: number, at: number): Direction {
  if (tense.infinitiveMark === null || scan.lower(verb - 1) !== tense.infinitiveMark || at - verb > 3) return null;
  if (determiners.has(scan.lower(verb)) || englishNoun(scan.lower(verb))?.isVerb === false) return null;
  const governor = scan.lower(verb - 2);
  const isPast = tense.pastForms.has(governor) || tense.pastEndings.some((ending) => governor.endsWith(ending));
  return isPast || scan.isCapital(verb) || scan.isNumber(verb) ? null : "ahead";
}

/** “could close the mill in autumn”: what is possible lies ahead, unless it is denied. */
const directionOfChance = ({ scan, language }: Document, at: number): Direction =>
  chance.test(scan.lower(at)) && !language.negations.has(scan.lower(at + 1)) ? "ahead" : null;

function directionOfVerb({ scan, language }: Document, at: number): Direction {
  if (!scan.isWord(at)) return null;
  const { tense } = language;
  const lower = scan.lower(at);
  const before = scan.lower(at - 1);
  // “was due on Friday” looks back from a later day.
  if (tense.aheadWords.has(lower) || lower.endsWith("'ll")) return tense.pastForms.has(before) ? "back" : "ahead";
  // “are to march”, not “is the”
  if (tense.infinitiveMark !== null && lower === tense.infinitiveMark && tense.copulas.has(before))
    return tense.pastForms.has(before) ? "back" : "ahead";
  if (tense.scheduled.has(lower) && !scan.isCapital(at)) return "ahead";
  // “to be held”, “plans to cut”: the form alone would be past.
  if (before !== "" && (before === tense.infinitive || before === tense.infinitiveMark))
    return before === tense.infinitive ? "ahead" : null;
  if (tense.pastForms.has(lower)) return "back";
  for (const ending of tense.pastEndings) if (lower.length > ending.length + 2 && lower.endsWith(ending)) return "back";
  return null;
}
