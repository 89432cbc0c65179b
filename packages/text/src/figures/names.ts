import { contextWords } from "../context-words.ts";
import { isCurrencyCode } from "../currencies.ts";
import { germanSingular, isGermanNoun } from "../languages/de/common-nouns.ts";
import { english } from "../languages/en/index.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import type { NumberReading } from "../numbers/read-number.ts";
import { onlyReadingWord } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";

const numero = contextWords("numero");
const flight = contextWords("flight");
const the = contextWords("the");
const inWord = contextWords("in");
const modelLead = contextWords("modelLead");
const behindModel = contextWords("behindModel");

/** Words that number what follows them even in lower case. */
const numberingWords = onlyReadingWord("numbering");
/** Behind these a number is the subject of its clause, whatever name stands before it. */
const clauseVerbs = onlyReadingWord("clauseVerb");
/** Adjectives of nations, regions and parties, which stand before what is counted. */
const capitalAdjective = /(?:an|ish|ese|ench|utch|elsh|wiss|eek|ic|ern|i|al|ist|tory|labour)$/;

/** “Article 5”, “Boeing 737”, “the 737 Max”, a bare year: digits that name a thing instead of counting. */
export function isNamed(scan: WordScan, at: number, reading: NumberReading, words: LanguageWords): boolean {
  const raw = scan.raw(at);
  const isOneToken = reading.next === at + 1;
  if (isOneToken && /^(?:1[5-9]|20)\d\d$/.test(raw) && isYear(scan, at, words)) return true;
  let previous = at - 1;
  // A day of a month that is no date of the calendar is no figure either.
  const isMonth = words.months.has(scan.lower(previous)) || english.months.has(scan.lower(previous));
  if (scan.isCapital(previous) && isMonth && /^\d{1,2}$/.test(raw)) return true;
  if (scan.mark(previous) === 0x2e && scan.isGlued(previous)) previous--;
  if (scan.mark(previous) === 0x2d && scan.isGlued(previous)) previous--;
  if (!scan.isWord(previous)) return isModel(scan, at, isOneToken, words);
  const before = scan.lower(previous);
  if (words.designators.has(before)) {
    const next = scan.lower(reading.next);
    // “Der Dow Jones 300 Punkte höher”
    if (scan.isCapital(previous) && !words.units.has(next) && !words.points.has(next)) return true;
    // “in question 40 people”: a plural noun behind the digits is counted all the same.
    if (numberingWords.test(before)) return !isPluralNoun(scan, reading.next) || numero.has(before);
  }
  // “Flight KX 204”: initials between the designator and its number.
  if (
    /^\p{Lu}{1,3}$/u.test(scan.raw(previous)) &&
    words.designators.has(scan.lower(previous - 1)) &&
    (scan.isCapital(previous - 1) || flight.has(scan.lower(previous - 1)))
  )
    return true;
  // “PhotoLab 300 prints”: a word written like no other is a trade name.
  if (isOneToken && previous === at - 1 && /\p{Ll}\p{Lu}/u.test(scan.raw(previous)) && /^\d{1,4}$/.test(raw)) return true;
  if (isModel(scan, at, isOneToken, words)) return true;
  // “B 96”, “vitamin D 3”: a letter and its number; “A” and “I” are words in most languages.
  const letters = words.capitalisesNouns ? /^\p{Lu}$/u : /^[B-HJ-NP-XZ]$/;
  if (isOneToken && previous === at - 1 && letters.test(scan.raw(previous)) && /^\d{1,4}$/.test(raw)) return true;
  // “The Kestrel 9 carried”
  const isSubject = the.has(scan.lower(previous - 1)) && scan.isCapital(previous) && previous === at - 1;
  if (isOneToken && isSubject && /^\d{1,2}$/.test(raw) && words.pastEnd?.test(scan.lower(at + 1)) === true) return true;
  // Where nouns have capitals too, one says nothing.
  if (words.capitalisesNouns) return false;
  // “Ostra 7 returns”, “Kestrel 2.1”: behind a name inside a sentence, and no noun follows.
  return (
    isOneToken &&
    previous === at - 1 &&
    /^\d{1,3}(?:\.\d{1,2})?$/.test(raw) &&
    scan.isCapital(previous) &&
    !words.weekdays.has(before) &&
    !words.months.has(before) &&
    !isLineStart(scan, previous) &&
    scan.mark(at + 1) !== 0x25 &&
    !scan.isWord(at + 1) &&
    !scan.isGlued(at + 1)
  );
}

const isLineStart = (scan: WordScan, at: number): boolean => {
  const mark = scan.mark(at - 1);
  return (
    scan.isNewline(at - 1) || mark === 0x2e || mark === 0x3f || mark === 0x21 || mark === 0x3a || mark === 0x201c || mark === 0x22
  );
};

function isYear(scan: WordScan, at: number, words: LanguageWords): boolean {
  const following = scan.lower(at + 1);
  const isMeasured = words.units.has(following) || words.percent.has(following) || words.currencies.has(following);
  const isPlural = words.capitalisesNouns ? isGermanPlural(scan, at + 1) : isPluralNoun(scan, at + 1);
  const isCounted = scan.isWord(at + 1) && (isMeasured || isPlural);
  if (!isCounted) return true;
  // “2034 Harbourites”: crowds that are counted to the last one stand with a separator, round ones without.
  if (!words.capitalisesNouns && isPlural && scan.isCapital(at + 1) && !scan.isNewline(at + 1) && Number(scan.raw(at)) % 50 !== 0)
    return true;
  // “the 2010 elections”, “in 2010 elections”
  const before = scan.lower(at - 1);
  // “von 2000 Euro”; “in 2010 dollars” are those of a year.
  if (words.currencies.has(following) || words.percent.has(following)) return inWord.has(before);
  return (words.datePrepositions.has(before) || (the.has(before) && !isMeasured)) && !words.units.has(following);
}

/** “the 737 Max has”: a capitalised word that is no plural and no adjective of a nation, with no noun behind it. */
function isModel(scan: WordScan, at: number, isOneToken: boolean, words: LanguageWords): boolean {
  if (words.capitalisesNouns) return false;
  if (!isOneToken || !/^\d{1,4}$/.test(scan.raw(at)) || !scan.isCapital(at + 1) || scan.isGlued(at + 1)) return false;
  const lower = scan.lower(at + 1);
  // “100 MB”, “5 Euro”, “300 Million”
  if (words.units.has(lower) || words.currencies.has(lower) || words.multipliers.has(lower) || words.percent.has(lower))
    return false;
  if (/^[A-Z]{3}$/.test(scan.raw(at + 1)) && isCurrencyCode(scan.raw(at + 1))) return false;
  if (lower.endsWith("s") || capitalAdjective.test(lower) || scan.isCapital(at + 2)) return false;
  if (modelLead.has(scan.lower(at - 1)) && !isPluralNoun(scan, at + 2)) return true;
  return !scan.isWord(at + 2) || clauseVerbs.test(scan.lower(at + 2)) || behindModel.has(scan.lower(at + 2));
}

const isGermanPlural = (scan: WordScan, at: number): boolean =>
  scan.isCapital(at) && isGermanNoun(scan.lower(at)) && germanSingular(scan.lower(at)) !== scan.lower(at);

const pluralPeople = contextWords("pluralPeople");
const notPlural = contextWords("noPluralS");

/** Whether a word looks like a plural noun. */
export function isPluralNoun(scan: WordScan, at: number): boolean {
  if (!scan.isWord(at)) return false;
  const lower = scan.lower(at);
  if (pluralPeople.has(lower)) return true;
  return lower.length > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !notPlural.has(lower);
}
