/** Small questions about the words around a verb of saying: what goes on, what begins anew, what is nobody. */
import { anyReadingWord, contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const who = contextWords("who");
const finiteAuxiliary = contextWords("finiteAuxiliary");
const adverb = new RegExp(`^${anyReadingWord("adverb")}$`);
/** “says the board won’t”: a finite verb stands in the phrase or right behind it. */
export function hasOwnVerb({ scan }: Document, from: number, to: number): boolean {
  for (let i = from; i < to && !scan.isNewline(i); i++)
    if (scan.has(i, lists.passiveAuxiliaries) || /n['’]t$/.test(scan.lower(i)) || finiteAuxiliary.has(scan.lower(i))) return true;
  return false;
}

/** “called for more help and has had a feud”, “threatened to leave, cut ties and went”: what the subject does next is not part of it. */
export function actEnd({ scan, language }: Document, from: number, end: number): number {
  for (let i = from + 2; i < end - 1; i++) {
    const isJoined =
      language.words.and.has(scan.lower(i)) &&
      (scan.has(i + 1, lists.passiveAuxiliaries) || finiteAuxiliary.has(scan.lower(i + 1)));
    const isNext = scan.mark(i) === 0x2c && scan.has(i + 1, lists.verbs) && scan.lower(i + 1).endsWith("ed");
    if (isJoined || isNext) return i;
  }
  return end;
}

/** An adverb, the participle of “…, beating forecasts”, or another word that names nobody. */
export function isNobody({ scan, language: { reporting } }: Document, at: number): boolean {
  const lower = scan.lower(at);
  if (scan.has(at, lists.notNames) && !reporting.people.has(lower)) return true;
  const isParticiple = reporting.participleEnding !== null && lower.endsWith(reporting.participleEnding);
  return !scan.isCapital(at) && (isParticiple || adverb.test(lower));
}

/** A word that goes on with a clause cut open, and opens none of its own. */
export const isPlainWord = ({ scan, language }: Document, at: number): boolean =>
  scan.isWord(at) &&
  !scan.has(at, lists.subordinators | lists.pronouns) &&
  !language.reporting.joining.has(scan.lower(at)) &&
  !who.has(scan.lower(at));

/** “workers’”: the mark behind an owner in the plural, tied to it. */
export const isPluralOwner = ({ scan, language, quoteOf }: Document, at: number): boolean =>
  language.marksOwners &&
  (scan.mark(at) === 0x2019 || scan.mark(at) === 0x27) &&
  scan.isGlued(at) &&
  scan.isWord(at - 1) &&
  scan.lower(at - 1).endsWith("s") &&
  quoteOf[at] === quoteOf[at - 1];
