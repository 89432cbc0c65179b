/** The English noun phrase behind a number: what describes comes first, what is counted last, and what is neither ends it. */
import { classOfMeaning, contextWords, englishNoun, englishWord, isVerbOnly, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { irregularPlurals, isPeopleNoun, isPlural } from "./unit-nouns.ts";

const collectivePeople = contextWords("collectivePeople");
const adjectiveVerb = contextWords("adjectiveVerb");
const describingPlural = contextWords("describingPlural");
const one = contextWords("one");
const and = onlyReadingWord("and");
/** Words that end a noun phrase: conjunctions, adverbs, prepositions that may also stand alone, pronouns. */
const phraseEnd = onlyReadingWord("phraseEnd");

/** Longest phrase read, in tokens. */
const phraseReach = 8;

/**
 * What a word can be in the phrase: what more than one is counted of, one thing, what only describes, an adverb behind an adjective's
 * place (“12 badly burnt cars”), or none of it.
 */
type Part = "plural" | "singular" | "describes" | "end";

/** How many are counted: of more than one the head is a plural, of one it is not, and of measures it is whatever noun closes the phrase. */
export type HeadNumber = "one" | "more" | "any";

/**
 * The phrase from a token on, as [from, to): with its head as the last token. Null where nothing that can be counted stands there: “72
 * aboard”, “3,000 fewer”, “26 detained”.
 */
export function englishPhrase(
  document: Document,
  from: number,
  to: number,
  number: HeadNumber,
): readonly [number, number] | null {
  const { scan } = document;
  let noun = -1;
  let joints = 0;
  const end = Math.min(to, from + phraseReach);
  for (let at = from; at < end; ) {
    // “11 security and defense force members”: one joint before the plural.
    if (at > from && number === "more" && and.test(scan.lower(at)) && joints === 0 && hasPluralBehind(document, at + 1, end)) {
      joints++;
      at++;
      continue;
    }
    const last = lastOfCompound(document, at);
    const part = partAt(document, last, at, from);
    if (part === "end") break;
    if (part === "plural") {
      noun = last;
      if (number === "one" || !goesOn(document, last, end)) break;
    } else if (part === "singular") noun = last;
    at = last + 1;
  }
  if (noun < 0) return null;
  // “the three term Nordmark governor Ana Duarte”: a name behind the noun is of somebody else.
  let close = noun + 1;
  if (!scan.isCapital(from)) while (close > from + 1 && scan.isCapital(close - 1) && !isPlural(scan.lower(close - 1))) close--;
  // “the twelve term Nordmark governor”: what a number makes an adjective of is one.
  const isTied = close <= noun;
  if (number === "more" && !isTied && !isCountable(document, close - 1, from)) return null;
  return [from, close];
}

/** The last token of a word with its hyphens: “well-known”, “MX-5”, “T-shirts”. */
function lastOfCompound({ scan }: Document, at: number): number {
  let last = at;
  while (
    scan.mark(last + 1) === 0x2d &&
    scan.isGlued(last + 1) &&
    scan.isGlued(last + 2) &&
    (scan.isWord(last + 2) || scan.isNumber(last + 2))
  )
    last += 2;
  return last;
}

/** What the word that ends at `at` and begins at `first` can be; `from` is where the phrase begins. */
function partAt(document: Document, at: number, first: number, from: number): Part {
  const { scan, language } = document;
  // “14 MX-5 radios”
  if (scan.isNumber(at)) return first < at ? "describes" : "end";
  if (!scan.isWord(at)) return "end";
  const lower = scan.lower(at);
  if (first < at) return isPlural(lower) && !scan.has(at, lists.prepositions) ? "plural" : "describes";
  // “three straight years”
  if (at > from && isPlural(lower) && language.words.units.has(lower)) return "plural";
  if (
    scan.has(at, lists.prepositions | lists.subordinators | lists.betweenSubjectAndVerb | lists.determiners | lists.pronouns) ||
    phraseEnd.test(lower) ||
    language.words.weekdays.has(lower) ||
    language.words.months.has(lower)
  )
    return "end";
  if (irregularPlurals.has(lower)) return "plural";
  if (scan.has(at, lists.verbs | lists.speechVerbs)) return partOfVerb(document, at, from);
  if (isPeopleNoun(lower, language)) return "plural";
  if (language.personNouns.has(lower)) return isPlural(lower) ? "plural" : "singular";
  const noun = englishNoun(lower);
  if (noun !== null) {
    if (isPlural(lower)) return "plural";
    // “dozens dead”, “five short”: what describes more often than it names is no head.
    return noun.isAdjective && !scan.isCapital(at) && noun.isAdverb ? "describes" : "singular";
  }
  const word = englishWord(lower);
  if (word !== null) return word.isAdjective || isDegree(word, document, at) ? "describes" : "end";
  if (isPlural(lower)) return isVerbOnly(lower) ? "end" : "plural";
  return scan.isCapital(at) || /(?:ed|ing|en|wn|rn)$/.test(lower) || /ly$/.test(lower) ? "describes" : "singular";
}

/** “12 badly burnt cars”: an adverb in -ly, or one before an adjective, describes what comes. */
const isDegree = (word: { readonly isAdverb: boolean }, { scan }: Document, at: number): boolean =>
  word.isAdverb && /ly$/.test(scan.lower(at)) && scan.isWord(at + 1);

/** A verb's form is a noun where its number agrees with no verb (“14 attacks”), and describes where a noun follows (“12 stolen cars”). */
function partOfVerb(document: Document, at: number, from: number): Part {
  const { scan, language } = document;
  const lower = scan.lower(at);
  // “60 votes needed”: no verb of one goes with more than one; “Channel 6 reports” counts nothing.
  if (isPlural(lower)) {
    if (englishNoun(lower) === null) return "end";
    const before = from - 2;
    const isName = scan.isCapital(before) && !scan.has(before, lists.determiners | lists.prepositions) && !scan.isNewline(before);
    const isLabel = isName || language.words.designators.has(scan.lower(before));
    if (at === from && isLabel && (scan.has(at, lists.speechVerbs) || !isNounHere(document, at))) return "end";
    // “one claims it was late”, but “in three states last week”
    return one.has(scan.lower(from - 1)) && language.speechVerbs.has(lower) && !isNounHere(document, at) ? "end" : "plural";
  }
  if (adjectiveVerb.has(lower)) return "describes";
  if (/(?:ed|ing|en|wn|rn|rnt|lt)$/.test(lower)) return nounBehind(document, at) ? "describes" : "end";
  // “three test flights”: a noun before a noun, where the number is no subject that could do it.
  const isObject = scan.has(from - 2, lists.prepositions | lists.verbs | lists.determiners);
  return isObject && englishNoun(lower) !== null && nounBehind(document, at) ? "describes" : "end";
}

const isNounHere = ({ scan }: Document, at: number): boolean =>
  !scan.isWord(at + 1) || scan.has(at + 1, lists.prepositions | lists.betweenSubjectAndVerb | lists.passiveAuxiliaries);

/** Whether a noun in the plural stands next, or behind a word that describes it. */
function nounBehind({ scan }: Document, at: number): boolean {
  const isNoun = (i: number): boolean =>
    scan.isWord(i) &&
    isPlural(scan.lower(i)) &&
    !scan.has(i, lists.prepositions | lists.betweenSubjectAndVerb | lists.determiners);
  if (isNoun(at + 1)) return true;
  const next = scan.lower(at + 1);
  const describes = englishWord(next);
  return describes !== null && (describes.isAdjective || describes.meanings.length > 0) && isNoun(at + 2);
}

/** Whether a plural follows before anything that ends the phrase. */
function hasPluralBehind(document: Document, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const last = lastOfCompound(document, at);
    const part = partAt(document, last, at, at);
    if (part === "plural") return true;
    if (part === "end" || /ed$/.test(document.scan.lower(last))) return false;
    at = last + 1;
  }
  return false;
}

/** “12 police officers”, “six women lawmakers”, “four sports clubs”: a plural that describes the one behind it. */
function goesOn({ scan }: Document, at: number, to: number): boolean {
  const lower = scan.lower(at);
  if (!describingPlural.has(lower) && !collectivePeople.has(lower)) return false;
  for (let i = at + 1; i < Math.min(to, at + 3); i++) {
    if (!scan.isWord(i) || scan.has(i, lists.prepositions | lists.betweenSubjectAndVerb | lists.determiners)) return false;
    const isNoun = englishNoun(scan.lower(i)) !== null;
    if (!isNoun) return false;
    if (isPlural(scan.lower(i))) return true;
    if (scan.has(i, lists.verbs)) return false;
  }
  return false;
}

/** Whether more than one can be counted of a noun as it stands: a plural, a group, animals, a unit, or a word that is nothing but a noun. */
function isCountable({ scan, language }: Document, at: number, from: number): boolean {
  const lower = scan.lower(at);
  if (isPlural(lower) || isPeopleNoun(lower, language) || language.personNouns.has(lower)) return true;
  if (language.words.units.has(lower) || language.words.currencies.has(lower)) return true;
  const noun = englishNoun(lower);
  // “14 Taliban”, “9 exahash”: what no table has.
  if (noun === null) return at > from || scan.isCapital(at) || !scan.isWord(at + 1) || scan.has(at + 1, lists.prepositions);
  const kind = classOfMeaning(noun.meanings[0] as number);
  return kind === "group" || kind === "animal" || !(noun.isVerb || noun.isAdjective || noun.isAdverb);
}
