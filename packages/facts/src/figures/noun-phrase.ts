/** The noun phrase behind a figure, in the order of words of each language. */
import type { Figure } from "@wirefold/text";
import { contextWords, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { irregularPlurals, isPeopleNoun } from "./unit-nouns.ts";

const than = contextWords("than");
const more = contextWords("more");
const collectivePeople = contextWords("collectivePeople");
const adjectiveVerb = contextWords("adjectiveVerb");
const trailing = contextWords("trailingModifier");
const personState = contextWords("personState");
const sufferedParticiple = contextWords("sufferedParticiple");
const of = readingWordSet("of");
const or = readingWordSet("or");
const and = onlyReadingWord("and");

/** Longest noun phrase read behind a figure, in tokens. */
const phraseReach = 7;

/** Words that end a noun phrase: conjunctions, adverbs, prepositions that may also stand alone, pronouns. */
const notInPhrase = onlyReadingWord("phraseEnd");
/** French and Spanish adjectives that stand before their noun. */
const isBeforeNoun = onlyReadingWord("adjectiveBefore");
/** Most adjectives before a German noun. */
const germanAdjectivesMax = 3;

/** The noun phrase behind a figure; of more than one English thing up to its plural, which is what is counted. */
export function countedPhrase(document: Document, figure: Figure, to: number): readonly [number, number] | null {
  const phrase = nounPhrase(document, figure.tokens[1], to);
  if (phrase === null || figure.kind !== "count" || figure.value === 1 || document.language.language !== "en") return phrase;
  const { scan } = document;
  const [from, end] = phrase;
  if (isHead(document, end - 1)) return phrase;
  // “five officers downtown”: behind the plural stands what no longer names it.
  for (let i = end - 2; i >= from; i--) if (isPlural(scan.lower(i)) && !scan.isCapital(i)) return [from, i + 1];
  return [from, pluralBehind(document, end, to) ?? end];
}

/** Whether a word can be what more than one is counted of: a plural, a noun for people, a unit. */
function isHead({ scan, language }: Document, at: number): boolean {
  const lower = scan.lower(at);
  return (
    isPlural(lower) ||
    isPeopleNoun(lower, language.language) ||
    language.personNouns.has(lower) ||
    language.words.units.has(lower) ||
    language.words.currencies.has(lower)
  );
}

/** Words between the first noun of a phrase and the plural that it describes. */
const pluralReach = 4;

/** “seven food processing plants”, “11 security and defense force members”: the token behind the plural; null where none follows. */
function pluralBehind({ scan, language }: Document, from: number, to: number): number | null {
  let joints = 0;
  for (let i = from; i < Math.min(to, from + pluralReach); i++) {
    const lower = scan.lower(i);
    if (and.test(lower) && joints++ === 0) continue;
    if (
      !scan.isWord(i) ||
      lower.endsWith("ed") ||
      language.prepositions.has(lower) ||
      language.determiners.has(lower) ||
      language.pronouns.has(lower) ||
      language.subordinators.has(lower) ||
      language.betweenSubjectAndVerb.has(lower) ||
      language.speechVerbs.has(lower)
    )
      return null;
    if (isPlural(lower)) return i + 1;
  }
  return null;
}

/** Words that say whose the counted things are, at most. */
const ownerReach = 5;

/** The nouns right behind the figure, brackets and “of” skipped: “of residential buildings”, “[Russians]”. */
function nounPhrase(document: Document, from: number, to: number): readonly [number, number] | null {
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
  if (scan.has(at, lists.determiners) && of.has(scan.lower(at - 1))) at++;
  // “30 of the mill's machines”: whose they are stands before what is counted.
  if (at > from)
    for (let i = at; i < Math.min(to, at + ownerReach) && (scan.isWord(i) || scan.isGenitive(i)); i++)
      if (scan.isGenitive(i)) at = i + 1;
  if (at > from && isCardinal(document, at)) at++;
  if (more.has(scan.lower(at)) && !than.has(scan.lower(at + 1))) at++;
  const isBracketed = scan.mark(at) === 0x5b;
  if (isBracketed) at++;
  let end = at;
  while (end < Math.max(to, isBracketed ? at + 3 : to) && end - at < phraseReach) {
    const lower = scan.lower(end);
    if (scan.mark(end) === 0x2d && scan.isGlued(end) && scan.isGlued(end + 1) && end > at) {
      end++;
      continue;
    }
    if (!scan.isWord(end)) break;
    // “drei Studenten-Verbände”: the last part is what is counted.
    if (
      language.language === "de" &&
      scan.isCapital(end) &&
      scan.mark(end + 1) === 0x2d &&
      scan.isGlued(end + 2) &&
      scan.isCapital(end + 2)
    )
      return [at, end + 3];
    // “well-known”, “so-called”: one adjective, whatever its parts are.
    if (scan.mark(end + 1) === 0x2d && scan.isGlued(end + 1) && scan.isGlued(end + 2) && scan.isWord(end + 2)) {
      end += 3;
      continue;
    }
    if (
      language.prepositions.has(lower) ||
      language.subordinators.has(lower) ||
      language.betweenSubjectAndVerb.has(lower) ||
      language.determiners.has(lower) ||
      language.pronouns.has(lower)
    )
      break;
    if (notInPhrase.test(lower)) break;
    // “200 residents packed a hall”: behind a plural comes what they did.
    if (end > at && lower.endsWith("ed") && isPlural(scan.lower(end - 1)) && !scan.isCapital(end)) break;
    // “5.2 million filed during the week”: what they did, and nothing that is counted.
    if (end === at && lower.endsWith("ed") && isOnlyVerb(document, end)) break;
    // In German the noun is the first word with a capital, what stands before it describes it, and a verb behind it does not.
    if (language.language === "de") {
      if (scan.isCapital(end)) return [at, end + 1];
      if (!/(?:e|en|er|es|em)$/.test(lower) || end - at >= germanAdjectivesMax) return null;
      end++;
      continue;
    }
    // In French and Spanish the noun comes first, and what describes it behind.
    if (language.words.linksUnits) {
      if (isBeforeNoun.test(lower)) {
        at = end + 1;
        end++;
        continue;
      }
      return [at, end + 1];
    }
    if (language.verbs.has(lower) && !isNounHere(document, end, at)) break;
    if (language.speechVerbs.has(lower) && !isNounHere(document, end, at)) break;
    if (language.words.weekdays.has(lower) || language.words.months.has(lower)) break;
    end++;
    // “26 people hurt”: behind people comes what they do, unless another plural follows.
    if (irregularPlurals.get(lower) === "person" && !/[^s]s$/.test(scan.lower(end)) && !collectivePeople.has(lower)) break;
  }
  if (language.language === "de") return null;
  // “the three term Nordmark governor Ana Duarte”: a name behind the noun is of somebody else.
  if (end - at > 1 && !scan.isCapital(at)) while (end > at + 1 && scan.isCapital(end - 1)) end--;
  while (end > at && (scan.mark(end - 1) === 0x2d || /ly$/.test(scan.lower(end - 1)))) end--;
  return end > at ? [at, end] : null;
}

const isCardinal = ({ scan, language }: Document, at: number): boolean =>
  scan.isNumber(at) || language.words.cardinals.has(scan.lower(at));

/** An English participle that no noun follows, and that is no word for people harmed. */
function isOnlyVerb({ scan, language }: Document, at: number): boolean {
  const lower = scan.lower(at);
  if (language.language !== "en" || sufferedParticiple.has(lower) || personState.has(lower)) return false;
  const next = scan.lower(at + 1);
  return !scan.isWord(at + 1) || language.prepositions.has(next) || language.determiners.has(next);
}

export const isPlural = (lower: string): boolean => /[^su]s$/.test(lower) || irregularPlurals.has(lower);

/** A word that is a verb's form may still be a noun or an adjective: right behind the figure with a noun after it (“armed men”, “wounded soldiers”). */
function isNounHere(document: Document, at: number, first: number): boolean {
  const { scan, language } = document;
  const lower = scan.lower(at);
  if (irregularPlurals.has(lower)) return true;
  const next = scan.lower(at + 1);
  // “two separate attacks”, “two state TV hosts”
  if (at === first && adjectiveVerb.has(lower)) return isPlural(next) || (scan.isWord(at + 2) && isPlural(scan.lower(at + 2)));
  const nextIsNoun =
    scan.isWord(at + 1) &&
    /[^s]s$|people|men|women/.test(next) &&
    !language.prepositions.has(next) &&
    !language.verbs.has(next) &&
    !language.betweenSubjectAndVerb.has(next);
  if (/ed$|ing$/.test(lower)) return nextIsNoun;
  // “60 votes needed”: no verb of one goes with more than one; “Channel 6 reports” counts nothing.
  const isLabel = scan.isCapital(at - 2) && !scan.has(at - 2, lists.determiners) && !scan.isNewline(at - 2);
  const isCounted = isPlural(lower) && isCardinal(document, at - 1) && !isLabel && !language.speechVerbs.has(lower);
  // “3 tests were”, “15 cases of”
  return (
    at === first &&
    /s$/.test(lower) &&
    (isCounted || language.prepositions.has(next) || language.betweenSubjectAndVerb.has(next) || !scan.isWord(at + 1))
  );
}
