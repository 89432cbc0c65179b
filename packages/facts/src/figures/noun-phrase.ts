/** The noun phrase behind a figure, in the order of words of each language. */
import type { Figure } from "@wirefold/text";
import { contextWords, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { englishPhrase, type HeadNumber } from "./english-phrase.ts";

const than = contextWords("than");
const more = contextWords("more");
const trailing = contextWords("trailingModifier");
const of = readingWordSet("of");
const or = readingWordSet("or");

/** Longest noun phrase read behind a figure, in tokens. */
const phraseReach = 7;

/** Words that end a noun phrase: conjunctions, adverbs, prepositions that may also stand alone, pronouns. */
const notInPhrase = onlyReadingWord("phraseEnd");
/** French and Spanish adjectives that stand before their noun. */
const isBeforeNoun = onlyReadingWord("adjectiveBefore");
/** Most adjectives before a German noun. */
const germanAdjectivesMax = 3;

/** The noun phrase behind a figure, its head last: what is counted, or what a sum or a measure is one of. Null where none stands there. */
export function countedPhrase(document: Document, figure: Figure, to: number): readonly [number, number] | null {
  const { scan, language } = document;
  const at = phraseStart(document, figure.tokens[1], to);
  const isBracketed = scan.mark(at) === 0x5b;
  const from = isBracketed ? at + 1 : at;
  const end = isBracketed ? Math.max(to, from + 3) : to;
  if (language.capitalisesNouns) return germanPhrase(document, from, end);
  if (language.words.linksUnits) return romancePhrase(document, from, end);
  return englishPhrase(document, from, end, headNumber(figure));
}

const headNumber = ({ kind, value }: Figure): HeadNumber => (kind !== "count" ? "any" : value === 1 ? "one" : "more");

/** Words that say whose the counted things are, at most. */
const ownerReach = 5;

/** Where the words for the counted begin: behind a hyphen, “or more”, “of”, “of the 30”, “of the mill's”, “more”. */
function phraseStart(document: Document, from: number, to: number): number {
  const { scan, language } = document;
  let at = from;
  if (scan.mark(at) === 0x2d && scan.isGlued(at)) at++;
  // “three or more years”
  if (or.has(scan.lower(at)) && trailing.has(scan.lower(at + 1))) at += 2;
  if (of.has(scan.lower(at))) at++;
  // “une quarantaine de véhicules”
  else if (language.words.linksUnits && language.words.of.has(scan.lower(at))) at++;
  // “drei der vier Verletzten”
  else if (language.words.of.has(scan.lower(at)) && isCardinal(document, at + 1)) at++;
  // “120 de sus 900 empleados”
  if (at > from && scan.has(at, lists.determiners)) at++;
  // “30 of the mill's machines”: whose they are stands before what is counted.
  if (at > from)
    for (let i = at; i < Math.min(to, at + ownerReach) && (scan.isWord(i) || scan.isGenitive(i)); i++)
      if (scan.isGenitive(i)) at = i + 1;
  if (at > from && isCardinal(document, at)) at++;
  if (more.has(scan.lower(at)) && !than.has(scan.lower(at + 1))) at++;
  return at;
}

/** In German the noun is the first word with a capital, what stands before it describes it, and a verb behind it does not. */
function germanPhrase(document: Document, from: number, to: number): readonly [number, number] | null {
  const { scan } = document;
  for (let at = from; at < Math.min(to, from + germanAdjectivesMax + 1); at++) {
    if (!scan.isWord(at)) return null;
    const isTied = scan.mark(at + 1) === 0x2d && scan.isGlued(at + 1) && scan.isGlued(at + 2) && scan.isWord(at + 2);
    // “drei Studenten-Verbände”: the last part is what is counted.
    if (isTied && (scan.isCapital(at) || scan.isCapital(at + 2))) return scan.isCapital(at + 2) ? [from, at + 3] : null;
    if (endsPhrase(document, at)) return null;
    if (scan.isCapital(at)) return [from, at + 1];
    if (!/(?:e|en|er|es|em)$/.test(scan.lower(at))) return null;
  }
  return null;
}

/** In French and Spanish the noun comes first, and what describes it behind. */
function romancePhrase(document: Document, from: number, to: number): readonly [number, number] | null {
  const { scan } = document;
  for (let at = from; at < Math.min(to, from + phraseReach); at++) {
    if (!scan.isWord(at) || endsPhrase(document, at)) return null;
    if (!isBeforeNoun.test(scan.lower(at))) return [at, at + 1];
  }
  return null;
}

const endsPhrase = ({ scan }: Document, at: number): boolean =>
  scan.has(at, lists.prepositions | lists.subordinators | lists.betweenSubjectAndVerb | lists.determiners | lists.pronouns) ||
  notInPhrase.test(scan.lower(at));

const isCardinal = ({ scan, language }: Document, at: number): boolean =>
  scan.isNumber(at) || language.words.cardinals.has(scan.lower(at));
