import { type Figure, standsAlone } from "@wirefold/text";
import { anyReadingWord, contextWords, isFirstName, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { modifierStart } from "./modifier.ts";
import { tollWords } from "./unit-nouns.ts";

const countedOne = contextWords("countedOne");
const no = contextWords("no");
const behindAnybody = contextWords("behindAnybody");
const ageNoun = contextWords("ageNoun");
const one = contextWords("one");
const ordinalLead = contextWords("ordinalLead");
const madeOf = onlyReadingWord("madeOf");
const lasting = contextWords("lasting");
const toWord = contextWords("to");
const the = contextWords("the");
const timeBehind = contextWords("timeBehind");
const equals = readingWordSet("equals");
const asWord = contextWords("as");
const sizedBody = contextWords("sizedBody");
const partitivePronoun = contextWords("partitivePronoun");
const genericPerson = contextWords("genericPerson");
const died = contextWords("died");

const sizeOf = onlyReadingWord("sizeOf");
const not = onlyReadingWord("not");
const of = readingWordSet("of");
const and = onlyReadingWord("and");
const among = onlyReadingWord("among");
const remains = onlyReadingWord("remains");

const againstBehind = onlyReadingWord("againstBehind");
const tollAt = onlyReadingWord("tollAt");

/** “one” before these points at something instead of counting it. */
const notCounted = contextWords("pointedAt");

/** Whether a number is a figure of the story, and not an idiom, a pointer, a page's counter or a part of a date. */
export function isStoryFigure(document: Document, figure: Figure): boolean {
  const { scan, language } = document;
  const [from, to] = figure.tokens;
  if (figure.side !== undefined) return true;
  const before = scan.lower(from - 1);
  if (isOrdinal(document, figure) || isPronoun(document, figure) || isModel(document, figure)) return false;
  const after = scan.lower(to);
  if (isCaption(document, figure) || isVagueAge(document, figure)) return false;
  if (isWritten(document, figure)) return true;
  if (figure.kind === "factor" || figure.kind === "fraction") return !isHeadingOnly(document, from, to);
  if (figure.value === 1 && !figure.hasDigits && figure.kind === "count") {
    // “one count of fraud”, “by one vote”
    if (countedOne.has(after) && !no.has(before)) return true;
    // “one can never know”: anybody.
    if (behindAnybody.has(after)) return false;
    if (isOneHarmed(document, from, to)) return true;
    if (
      !scan.isWord(to) ||
      scan.isCapital(to) ||
      notCounted.has(after) ||
      language.personNouns.has(after) ||
      language.verbs.has(after)
    )
      return false;
    if (language.prepositions.has(before) || language.determiners.has(before) || no.has(before) || scan.isNewline(from - 1))
      return false;
    return scan.isWord(from - 1) && !isSentenceStart(document, from);
  }
  if (after === "o'clock") return false;
  // “those two”, “two of the officers”, “Marine One”: a small number word with nothing behind it that it counts.
  if (figure.kind === "count" && !figure.hasDigits && figure.value !== null && figure.value <= 10) {
    // “a six-vote majority”; “Ana Duarte, six, of Sorrel”
    const isTied = scan.mark(to) === 0x2d && scan.isGlued(to) && scan.isWord(to + 1);
    const isSetOff =
      scan.mark(from - 1) === 0x2c && closesAge(scan.mark(to)) && scan.isCapital(from - 2) && scan.isCapital(from - 3);
    if (isTied || isSetOff || (of.has(before) && ageNoun.has(scan.lower(from - 2)))) return true;
    if (isParentOf(document, from) || isGapped(document, from, to)) return true;
    if (isSecondOf(document, from) || isCorrected(document, from, to) || isSizeOf(document, from, to)) return true;
    if (isToll(document, from) || isPartOfCount(document, from, to) || isStateOfPeople(document, to)) return true;
    if (harmVerbs.has(scan.lower(modifierStart(document, figure) - 1))) return true;
    if (isOfAgedPeople(document, to)) return true;
    if (!scan.isWord(to) && scan.mark(to) !== 0x5b) return false;
    // “une dizaine de voitures”: a noun for the number leads to what is counted.
    if (language.words.linksUnits && language.words.multipliers.has(scan.lower(to - 1)) && language.words.of.has(after))
      return true;
    // “two per hour”
    if (language.words.per.has(after) && language.words.units.has(scan.lower(to + 1))) return true;
    // “drei der vier Verletzten”
    const isCardinal = scan.isNumber(to + 1) || language.words.cardinals.has(scan.lower(to + 1));
    if (language.words.of.has(after) && isCardinal) return true;
    const isSide = againstBehind.test(after) || (language.words.of.has(after) && language.determiners.has(scan.lower(to + 1)));
    if (isSide) return true;
    if (
      language.prepositions.has(after) ||
      language.pronouns.has(after) ||
      language.betweenSubjectAndVerb.has(after) ||
      language.subordinators.has(after)
    )
      return false;
  }
  // “one day”: some day, unless something says that it lasted that long.
  if (
    figure.kind === "measure" &&
    isTimeUnit(figure.unit) &&
    figure.value === 1 &&
    !figure.hasDigits &&
    one.has(scan.lower(from)) &&
    to === from + 2 &&
    !lasting.has(before) &&
    !toWord.has(after)
  )
    return false;
  // “the two men”: known already. “the first three weeks”, “the past two weeks”, “two days later”: when, not how many.
  if (!figure.hasDigits && figure.kind === "count" && figure.value !== null && figure.value <= 3 && the.has(before)) return false;
  // “ten years ago”, “two days earlier”: when, and no more.
  if (figure.kind === "measure" && timeBehind.has(after) && isTimeUnit(figure.unit))
    // “152 million years ago” is an age that somebody found out.
    return figure.hasDigits && (figure.value ?? figure.range?.[0] ?? 0) >= ageOfFinds;
  // “1.” and “2)” number a list.
  if (
    (scan.mark(to) === 0x2e || scan.mark(to) === 0x29) &&
    (from === 0 || scan.isNewline(from - 1)) &&
    scan.isGlued(to) &&
    figure.value !== null &&
    figure.value < 100
  )
    return false;
  if (figure.kind === "count" && figure.hasDigits && isHeadingOnly(document, from, to)) return false;
  return true;
}

/** “1 Ana Duarte (left)”: numbers the people of a picture. */
function isCaption({ scan }: Document, { kind, value, hasDigits, tokens: [from, to] }: Figure): boolean {
  if (kind !== "count" || !hasDigits || value === null || value > 99 || !(from === 0 || scan.isNewline(from - 1))) return false;
  return scan.isCapital(to) && scan.isCapital(to + 1) && isFirstName(scan.lower(to));
}

const partOfDecade = contextWords("partOfDecade");

/** “Anfang 30”, “Mitte 40”: about how old. */
const isVagueAge = ({ scan }: Document, { kind, value, tokens: [from, to] }: Figure): boolean =>
  kind === "count" &&
  value !== null &&
  value % 10 === 0 &&
  value <= 90 &&
  partOfDecade.has(scan.lower(from - 1)) &&
  !scan.isWord(to);

/** “beim 72. Bergfest”: an article or a preposition that holds one, a number and a stop. */
function isOrdinal({ scan }: Document, { kind, value, tokens: [from, to] }: Figure): boolean {
  if (kind !== "count" || value === null || value > 999 || !Number.isInteger(value)) return false;
  return scan.mark(to) === 0x2e && scan.isGlued(to) && ordinalLead.has(scan.lower(from - 1));
}

/** „Do 228“, “Polar 4”: a word and its number alone between marks; “2010 M. Night”: an initial is no unit. */
function isModel({ scan, quoteOf, quoteTokens }: Document, { kind, tokens: [from, to] }: Figure): boolean {
  if (kind === "count" && /^\p{Lu}$/u.test(scan.raw(to)) && scan.mark(to + 1) === 0x2e && scan.isCapital(to + 2)) return true;
  const marks = quoteTokens[quoteOf[from] ?? -1];
  if (kind !== "count" || marks === undefined || !scan.isCapital(from - 1)) return false;
  return marks[1] === to + 1 && from - marks[0] <= modelWordsMax;
}

/** Most words of a model's name, and the mark before them, in tokens. */
const modelWordsMax = 4;

/** “an easy one to win”: stands for something named before. “an eight-oared boat”: of what make it is. */
function isPronoun({ scan, language }: Document, { kind, value, hasDigits, tokens: [from, to] }: Figure): boolean {
  if (kind !== "count" || hasDigits || value === null) return false;
  if (scan.mark(to) === 0x2d && scan.isGlued(to) && madeOf.test(scan.lower(to + 1))) return true;
  if (value !== 1 || !one.has(scan.lower(from)) || to !== from + 1 || !scan.isWord(from - 1)) return false;
  const isOpen = !scan.isWord(to) || toWord.has(scan.lower(to)) || scan.has(to, lists.prepositions | lists.subordinators);
  const isPlain = (i: number): boolean => scan.isWord(i) && !scan.has(i, lists.prepositions | lists.speechVerbs | lists.verbs);
  return isOpen && isPlain(from - 1) && [from - 2, from - 3].some((i) => language.words.articles.has(scan.lower(i)));
}

/** A number that nobody writes for an idiom: a text of its own, below zero, in words with decimals, or what something is said to equal. */
function isWritten({ scan, paragraphOf }: Document, { tokens: [from, to], value, hasDigits, kind }: Figure): boolean {
  if (kind !== "count" && kind !== "fraction") return false;
  if (value !== null && !hasDigits && (value < 0 || (!Number.isInteger(value) && kind === "count"))) return true;
  // “zero is 0”
  if (scan.isNewline(from - 1) && value !== 1 && equals.has(scan.lower(to))) return true;
  if (!standsAlone(scan, from, to)) return false;
  const isOnlyLine = paragraphOf[0] === paragraphOf[scan.count - 1];
  return isOnlyLine && (!hasDigits || scan.count - to <= 1);
}

/** “Ana Duarte, seven;” */
export const closesAge = (mark: number): boolean => mark === 0x2c || mark === 0x3b || mark === 0x2e;

const numberNoun = onlyReadingWord("numberNoun");
const leadsToCounted = onlyReadingWord("leadsToCounted");

/** How far before “to four” the toll stands, in tokens. */
const tollReach = 12;

/** “The toll rose to four”: people, though none are named behind the number. */
function isToll({ scan }: Document, from: number): boolean {
  if (!tollAt.test(scan.lower(from - 1))) return false;
  for (let i = from - 2; i >= from - tollReach && scan.mark(i) !== 0x2e; i--)
    if (tollWords.has(scan.lower(i)) || (numberNoun.test(scan.lower(i)) && leadsToCounted.test(scan.lower(i + 1)))) return true;
  return false;
}

/** “A rockfall killed four.”: whom these verbs take are people. */
export const harmVerbs = contextWords("harmVerb");

const parent = onlyReadingWord("parent");

/** “a mother of three”: her children. */
const isParentOf = ({ scan }: Document, from: number): boolean =>
  of.has(scan.lower(from - 1)) && parent.test(scan.lower(from - 2));

/** “Ellis won nine delegates and Castell six.”: what the verb and the noun before it are left out for. */
function isGapped({ scan, language }: Document, from: number, to: number): boolean {
  if (scan.isWord(to) || scan.isNumber(to) || !scan.isCapital(from - 1) || !scan.isWord(from - 1)) return false;
  let at = from - 2;
  while (at > from - 5 && scan.isCapital(at)) at--;
  if (!and.test(scan.lower(at)) && scan.mark(at) !== 0x2c) return false;
  for (let i = at - 1; i >= at - pairReach && scan.mark(i) !== 0x2e; i--)
    if (scan.isNumber(i) || language.words.cardinals.has(scan.lower(i))) return scan.isWord(i + 1) && !scan.isCapital(i + 1);
  return false;
}

/** How far before “and three of forgery” the first count may begin, in tokens. */
const pairReach = 12;

/** “17 counts of fraud and three of forgery”: the second counts what the first does. */
function isSecondOf({ scan, language }: Document, from: number): boolean {
  if (!sizeOf.test(scan.lower(from + 1)) || !(language.words.and.has(scan.lower(from - 1)) || scan.mark(from - 1) === 0x2c))
    return false;
  const preposition = scan.lower(from + 1);
  for (let i = from - 2; i >= from - pairReach && scan.mark(i) !== 0x2e; i--)
    if (scan.isNumber(i) || language.words.cardinals.has(scan.lower(i)))
      return [i + 2, i + 3].some((at) => at < from && scan.lower(at) === preposition);
  return false;
}

/** “nine works, not eight, were taken”: the second counts what the first does. */
function isCorrected({ scan, language }: Document, from: number, to: number): boolean {
  if (!not.test(scan.lower(from - 1))) return false;
  if (scan.mark(to) !== 0x2c && scan.mark(to) !== 0x2e && !asWord.has(scan.lower(to))) return false;
  for (let i = from - 2; i >= from - pairReach && scan.mark(i) !== 0x2e; i--)
    if (scan.isNumber(i) || language.words.cardinals.has(scan.lower(i))) return true;
  return false;
}

/** “three 18-year-olds”, “drei 18-Jährige”: people, told by their age. */
export function isOfAgedPeople({ scan, language }: Document, to: number): boolean {
  if (!scan.isNumber(to) && !language.words.cardinals.has(scan.lower(to))) return false;
  if (scan.mark(to + 1) !== 0x2d || !scan.isGlued(to + 1)) return false;
  const { old } = language.words;
  return old.has(scan.lower(to + 2)) || (scan.mark(to + 3) === 0x2d && old.has(scan.lower(to + 4)));
}

/** “a majority of four”, “a crew of nine”: what has a size. */
function isSizeOf({ scan }: Document, from: number, to: number): boolean {
  const isClosed = !scan.isWord(to) || scan.has(to, lists.betweenSubjectAndVerb | lists.passiveAuxiliaries | lists.verbs);
  return of.has(scan.lower(from - 1)) && isClosed && sizedBody.has(scan.lower(from - 2));
}

/** “two of them”, “of those, six were”: part of what was counted before. */
function isPartOfCount({ scan }: Document, from: number, to: number): boolean {
  if (of.has(scan.lower(to)) && partitivePronoun.has(scan.lower(to + 1))) return true;
  const at = scan.mark(from - 1) === 0x2c ? from - 2 : from - 1;
  return partitivePronoun.has(scan.lower(at)) && among.test(scan.lower(at - 1)) && scan.isWord(to);
}

/** “Four are still missing”: what only people can be. */
export function isStateOfPeople(document: Document, to: number): boolean {
  const { scan } = document;
  if (!remains.test(scan.lower(to))) return stateBehind.test(`${scan.lower(to)} ${scan.lower(to + 1)} `);
  return saysBehind(document, to, stateOfPeople);
}

/** “is still missing”: a word of a state, soon behind one that says that somebody is or remains so. */
function saysBehind({ scan }: Document, at: number, states: ReadonlySet<string>): boolean {
  if (!remains.test(scan.lower(at))) return false;
  for (let i = at + 1; i <= at + 3 && scan.isWord(i); i++) if (states.has(scan.lower(i))) return true;
  return false;
}

const stateOfPeople = contextWords("personState");

/** “leaving seven at large”, “two in custody” */
const stateBehind = new RegExp(`^${anyReadingWord("stateOfPeople")} `);

/** “killed one person”, “one man was hurt”, “One person is missing”: a toll of one, not somebody. */
function isOneHarmed(document: Document, from: number, to: number): boolean {
  const { scan, language } = document;
  if (!language.personNouns.has(scan.lower(to)) && !genericPerson.has(scan.lower(to))) return false;
  return harmVerbs.has(scan.lower(from - 1)) || died.has(scan.lower(to + 1)) || saysBehind(document, to + 1, hurt);
}

const hurt = contextWords("harmedState");

/** From so many years ago on, the time is a finding. */
const ageOfFinds = 5000;

const isTimeUnit = (unit: string | null): boolean =>
  unit !== null && /^(?:second|minute|hour|day|week|month|year|decade|century)$/.test(unit);

function isSentenceStart(document: Document, token: number): boolean {
  const sentence = document.sentences[document.sentenceOf[token] as number];
  return sentence !== undefined && sentence[0] === token;
}

/** A line that is little more than the number: a counter, a score box, a temperature. */
function isHeadingOnly(document: Document, from: number, to: number): boolean {
  const { scan } = document;
  let words = 0;
  // A text of one line has nothing that the line could be a heading of.
  if (document.paragraphOf[0] === document.paragraphOf[scan.count - 1]) return false;
  for (let i = from - 1; i >= 0 && !scan.isNewline(i) && from - i < 8; i--) if (scan.isWord(i)) words++;
  for (let i = to; i < scan.count && !scan.isNewline(i) && i - to < 8; i++) if (scan.isWord(i)) words++;
  return words <= 1;
}
