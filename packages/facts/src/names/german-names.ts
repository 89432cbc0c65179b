/** Names that German shows by more than a capital: bodies with an adjective, towns, parties within a compound. */
import {
  anyReadingWord,
  contextWords,
  isGermanHeadword,
  isGermanNoun,
  isSurePlace,
  onlyReadingWord,
  plainInitials,
} from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const describedBody = contextWords("describedBody");
const withArticle = contextWords("prepositionWithArticle");
const placeLead = contextWords("placeLead");
const inWord = contextWords("bareIn");
const noNoun = onlyReadingWord("noNounBehind");
const townForm = new RegExp(`^\\p{Lu}\\p{Ll}{2,11}${anyReadingWord("townEnding")}$`, "u");
const adjective = new RegExp(`^(?:\\p{Lu}\\p{Ll}*)?${anyReadingWord("adjectiveStem")}e[nrs]?$`, "iu");
/** Letters that no German noun has so. */
const foreignForm = /q(?!u)|[a-z]sh|[sz]h[aeiou]|oo|^[A-Z][a-z]+ij|[bcdfgklmnprtvz]y$/;

const firmEnding = new RegExp(`${anyReadingWord("firmLeadEnding")}$`);

/** “Metallbetrieb”, “Firma”: a noun that stands before a firm's name; the word in lower case. */
export const isFirmNoun = (lower: string): boolean => firmEnding.test(lower);

/** “Nautische Union”: inside a sentence an adjective with a capital, and a body behind it; null where none stands at a token. */
export function describedBodyAt({ scan }: Document, at: number, end: number): readonly [number, number] | null {
  if (at + 1 >= end || !scan.isCapital(at + 1) || scan.isNewline(at + 1)) return null;
  return describedBody.has(scan.lower(at + 1)) && adjective.test(scan.raw(at)) ? [at, at + 2] : null;
}

/** “in Kallendorf”, “der Ort Brehmsund”: a place that no list has, by its form or the noun before it. */
export function isUnlistedPlace({ scan }: Document, at: number): boolean {
  const raw = scan.raw(at);
  const lower = scan.lower(at);
  if (noNoun.test(lower) || scan.mark(at + 1) === 0x2d || scan.isCapital(at + 1)) return false;
  if (placeLead.has(scan.lower(at - 1)))
    return (!isGermanNoun(lower) || (townForm.test(raw) && !isGermanHeadword(lower))) && scan.isCapital(at - 1);
  if (!scan.has(at - 1, lists.placePrepositions) || withArticle.has(scan.lower(at - 1))) return false;
  // “In Kallendorf” opens a sentence; “Das Leben In Kallendorf” is a headline.
  if (scan.isCapital(at - 1) && scan.isWord(at - 2)) return false;
  // “in Kallendorf”: a village of its own would have an article.
  if (townForm.test(raw) || (foreignForm.test(raw) && !isGermanNoun(lower))) return true;
  // “in Velm”: things are in something with an article, a state one is in (“in Sorge”) is a noun of the table.
  return (
    inWord.has(scan.lower(at - 1)) && raw.length > 3 && !isGermanNoun(lower) && !scan.has(at, lists.determiners | lists.pronouns)
  );
}

/** “FDP-Politiker Otto Brack”: the initials of a body within a compound for a person; false where they are a country's or none. */
export function isBodyOfCompound(document: Document, at: number): boolean {
  const { scan } = document;
  const raw = scan.raw(at);
  if (!/^\p{Lu}{3,5}$/u.test(raw) || plainInitials.has(raw) || isSurePlace(raw)) return false;
  const isTied = scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1) && scan.isGlued(at + 2) && !scan.isGlued(at);
  return isTied && scan.isCapital(at + 2) && scan.has(at + 2, lists.personNouns | lists.titles);
}
