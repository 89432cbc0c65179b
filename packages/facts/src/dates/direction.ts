import type { DateExpression, DateMeaning, WordScan } from "@wirefold/text";
import { contextWords, englishNoun, type Language, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const chance = onlyReadingWord("chance");
const goneInto = contextWords("goneInto");
const deadline = contextWords("deadline");
const since = contextWords("since");
const putOff = contextWords("putOff");
const from = contextWords("awayFrom");
const putOffTo = contextWords("putOffTo");
const updated = contextWords("updatedLabel");

/** Which way the sentence points from the day it was written: a bare “Friday” is the last one, the next one, or open. */
export type Direction = "back" | "ahead" | null;

/** Dates that may lie behind or ahead. */
const directed: { readonly [kind in DateMeaning["kind"]]?: true } = {
  weekday: true,
  day: true,
  month: true,
  range: true,
  shift: true,
};
/** How far from a date the verb that tells its time is looked for, in tokens. */
const reachBefore = 12;
const reachAfter = 9;

/**
 * Tells by the nearest verb whether a date lies behind or ahead: first among the words before it in its sentence, else among
 * those after. “said on Friday it will open” lies behind, “will open on Friday” and “the hearing on Friday is expected” ahead.
 */
export function directionOf(document: Document, { span, meaning }: DateExpression): Direction {
  if (!(directed[meaning.kind] || (meaning.kind === "offset" && meaning.needsFuture))) return null;
  const { scan, sentenceOf } = document;
  const { tense } = document.language;
  const at = scan.indexAt(span[0]);
  const sentence = sentenceOf[at];
  const isOneClause = (i: number): boolean => sentenceOf[i] === sentence && !scan.isNewline(i) && scan.mark(i) !== 0x3b;
  if (tense.copulas.has(scan.lower(at - 1)) && !tense.pastForms.has(scan.lower(at - 1))) return "ahead";
  // “going into November”, but “dragged into November”
  if (meaning.kind === "month" && goneInto.has(scan.lower(at - 1))) return directionOfVerb(document, at - 2) ?? "ahead";
  // “wants the site cleared by Friday”: what is wished for has a term, whatever form says what is done.
  const hasTerm = deadline.has(scan.lower(at - 1));
  const { until, articles } = document.language.words;
  const lead = scan.lower(articles.has(scan.lower(at - 1)) ? at - 2 : at - 1);
  if (since.has(lead)) return "back";
  // “postponed until September”, “moved from June to October”
  const end = scan.indexAt(span[1]);
  if ((until.has(lead) || putOffTo.has(lead) || from.has(lead)) && isPutOff(document, at, end)) return "ahead";
  // “Updated Thursday at 9:14”: behind the day the text went out.
  if (updated.has(scan.lower(at - 1)) && scan.isNewline(at - 2)) return "ahead";
  // German: the finite verb stands right behind what opens its clause.
  const inverted = document.language.verbSecond ? directionOfVerb(document, end) : null;
  if (inverted !== null) return inverted;
  for (let i = at - 1; i >= 0 && i >= at - reachBefore && isOneClause(i); i--) {
    // “According to officials on Tuesday, the road is open”: the day they said so.
    if (scan.has(i, lists.accordingTo) && document.language.accordingTo.some((words) => scan.reads(words, i))) return "back";
    if (hasTerm && tense.aheadWords.has(scan.lower(i))) return "ahead";
    if (at - i <= 2 && isPresentPassive(document, i)) return "ahead";
    const found =
      (hasTerm ? null : directionOfVerb(document, i)) ??
      directionOfInfinitive(document, i, at) ??
      (meaning.kind === "month" ? directionOfChance(document, i) : null);
    if (found !== null) return found;
  }
  for (let i = end; i < scan.count && i < end + reachAfter && isOneClause(i); i++) {
    const found = directionOfVerb(document, i);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a verb that gives something another time stands near, on either side: “postponed until September”, “auf Mai verschoben”. */
function isPutOff({ scan, sentenceOf }: Document, at: number, end: number): boolean {
  for (let i = Math.max(0, at - reachBefore); i < Math.min(scan.count, end + reachAfter); i++)
    if (putOff.has(scan.lower(i)) && sentenceOf[i] === sentenceOf[at]) return true;
  return false;
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
  // “in May” is no auxiliary.
  if (scan.isCapital(at) && language.words.months.has(lower)) return null;
  // “was due on Friday” looks back from a later day.
  if (tense.aheadWords.has(lower) || lower.endsWith("'ll")) return tense.pastForms.has(before) ? "back" : "ahead";
  // “are to march”, not “is the”
  if (tense.infinitiveMark !== null && lower === tense.infinitiveMark && tense.copulas.has(before))
    return tense.pastForms.has(before) ? "back" : "ahead";
  if (tense.scheduled.has(lower) && isVerb(scan, at, language)) return "ahead";
  const ahead = tense.futureEndings.some((ending) => lower.length > ending.length + 2 && lower.endsWith(ending));
  if (ahead && isVerb(scan, at, language)) return "ahead";
  // “to be held”, “plans to cut”: the form alone would be past.
  if (before !== "" && (before === tense.infinitive || before === tense.infinitiveMark))
    return before === tense.infinitive ? "ahead" : null;
  if (tense.pastForms.has(lower)) return "back";
  const isPast = tense.pastEndings.some((ending) => lower.length > ending.length + 2 && lower.endsWith(ending));
  // “le marché”, “cent blessés”: a noun that ends as a participle does.
  return isPast && (tense.copulas.size > 0 || isVerb(scan, at, language)) ? "back" : null;
}

/** A form that may be a noun as well is one behind an article, a number or a preposition: “in a 14-7 vote”, “after two votes”. */
function isVerb(scan: WordScan, at: number, { determiners, placePrepositions, words }: Language): boolean {
  const before = scan.lower(at - 1);
  if (scan.isCapital(at) || scan.isNumber(at - 1) || scan.mark(at - 1) === 0x2d) return false;
  return !determiners.has(before) && !words.possessives.has(before) && !placePrepositions.has(before) && !words.of.has(before);
}

/** “are released on May 8”: a passive of the present right before its day. */
function isPresentPassive({ scan, language: { tense } }: Document, at: number): boolean {
  const before = scan.lower(at - 1);
  if (!tense.copulas.has(before) || tense.pastForms.has(before)) return false;
  const lower = scan.lower(at);
  return (
    tense.pastForms.has(lower) || tense.pastEndings.some((ending) => lower.length > ending.length + 2 && lower.endsWith(ending))
  );
}
