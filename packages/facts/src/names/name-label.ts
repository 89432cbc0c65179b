import { agencyByForm } from "@wirefold/text";
import { contextWords, isFirstName, isFrequentGermanNoun, isSurePlace, knownBodies, plainInitials } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { isCommonNoun } from "./name-form.ts";
import { isAcronym, isDemonym } from "./name-type.ts";

/** Opens a run but is no part of the name behind it: “Injecting Duarte”, “Former Mayor Ana Duarte”. */
const notNameEnding = /(?:ing|ed|ly|less|ful|ous)$/;

/**
 * Where a person's two names begin in a run that a common noun, a body or initials open: “Coastal Safety Ana Duarte”, “AG Ana Duarte”;
 * `from` where they open it.
 */
function personWithin({ scan, language }: Document, from: number, end: number): number {
  let at = end - 2;
  if (scan.mark(at) === 0x2e && scan.raw(at - 1).length === 1) at -= 2;
  if (at <= from || !isFirstName(scan.lower(at)) || !scan.isCapital(at)) return from;
  const before = scan.lower(at - 1);
  const isBearer = isFirstName(before) || language.honorifics.has(before) || !scan.isCapital(at - 1);
  if (isBearer || scan.has(end - 1, lists.organisationNouns | lists.placeNouns) || isCommonNoun(scan.lower(end - 1))) return from;
  const isOther = isCommonNoun(before) || scan.has(at - 1, lists.organisationNouns) || /^\p{Lu}{2,}$/u.test(scan.raw(at - 1));
  return isOther && !scan.has(at - 1, lists.titles) ? at : from;
}

/**
 * A run of capitalised words as a name, or null: a tag (#Sorrel, @duarte), a section's label (“Latest:”) and a lone word of a
 * line in capitals are none, and a participle before a first name is none of its words.
 */
export function withoutLabel(
  document: Document,
  from: number,
  end: number,
  seenInside: ReadonlySet<string>,
): readonly [number, number] | null {
  const { scan, sentences, sentenceOf } = document;
  const before = scan.mark(from - 1);
  if ((before === 0x23 || before === 0x40) && scan.isGlued(from)) return null;
  const [first] = sentences[sentenceOf[from] as number] as readonly [number, number];
  const isListed = (): boolean => isFirstName(scan.lower(from)) || isSurePlace(scan.raw(from));
  // “HARBOUR EFFECT”: a heading, where nobody is named.
  if (end - from > 1 && isHeading(scan, from, end)) return null;
  // “Flint, Mich.”, “(D-N.C.)”: where a place lies or what party somebody is of.
  const isAbbreviated = scan.mark(end) === 0x2e && scan.isGlued(end) && end - from === 1 && scan.raw(from).length <= 5;
  if (isAbbreviated && scan.mark(from - 1) === 0x2c && !isListed()) return null;
  // “in Sorrel, N.D.”
  const isDotted = end - from === 1 && /^\p{Lu}\.\p{Lu}\.?$/u.test(scan.raw(from));
  if (isDotted && scan.mark(from - 1) === 0x2c && !isSurePlace(scan.raw(from)) && !isListed()) return null;
  if (scan.raw(from).length === 1 && scan.mark(from + 1) === 0x2d) return null;
  // “The Latest: …”
  if (end - from === 1 && from - first <= 1 && scan.mark(end) === 0x3a && !isListed() && !isAcronym(scan.raw(from))) return null;
  if (end - from === 1) {
    if (plainInitials.has(scan.raw(from)) || suffix.test(scan.raw(from))) return null;
    // “anti-Semitism”, “un-American”
    if (
      scan.mark(from - 1) === 0x2d &&
      scan.isGlued(from) &&
      tiedPrefix.has(scan.lower(from - 2)) &&
      tiedWord.test(scan.raw(from))
    )
      return null;
    // “CLOSE”, “WATCH”: words in capitals that are no initials.
    if (isWordInCapitals(scan, from)) return null;
  }
  // A lone common noun for a body (“the Department”) refers back and names nothing by itself; nor does a word among capitals.
  if (end - from === 1 && isShouted(scan, from) && !isListed()) return null;
  if (end - from > 2 && isFirstName(scan.lower(from + 1)) && notNameEnding.test(scan.lower(from)) && !isListed())
    return [from + 1, end];
  // “Ask Duarte”: an order, where the text knows the name without it.
  const isOrder = from === first && end - from === 2 && scan.has(from, lists.verbs | lists.speechVerbs);
  if (isOrder && !seenInside.has(scan.raw(from)) && seenInside.has(scan.raw(from + 1)) && !isListed()) return [from + 1, end];
  // “AR-15”: a model.
  if (end - from === 1 && scan.mark(end) === 0x2d && scan.isGlued(end) && scan.isNumber(end + 1) && isAcronym(scan.raw(from)))
    return null;
  // “AP Ana Duarte”: a picture's credit.
  const person = end - from > 2 ? personWithin(document, from, end) : from;
  if (person > from) return [person, end];
  // “Vice President-elect”, “Cyber Monday”
  const { words } = document.language;
  if (scan.mark(end) === 0x2d && elect.has(scan.lower(end + 1)) && scan.has(end - 1, lists.titles)) return null;
  if (end - from === 1 && words.weekdayEpithets.has(scan.lower(from)) && words.weekdays.has(scan.lower(end))) return null;
  // “Colorado Democratic caucuses”: the adjective goes with the noun behind it.
  const isAttribute = end - from === 2 && isDemonym(scan.lower(end - 1)) && !scan.lower(end - 1).endsWith("s");
  if (isAttribute && isSurePlace(scan.raw(from)) && scan.isWord(end) && !scan.isCapital(end)) return [from, from + 1];
  // “8 a.m. ET”
  if (end - from === 1 && isTimeZone(scan, from)) return null;
  if (end - from === 2 && from === first && notNameEnding.test(scan.lower(from)) && !isListed()) return [from + 1, end];
  return [from, end];
}

const suffix = /^(?:Jr|Sr)$/;
const tiedPrefix = contextWords("tiedPrefix");
const tiedWord = /(?:ism|itic|an|ist|ese|ish)$/;

/** Three to six capitals that spell a verb, a preposition or a common noun. */
function isWordInCapitals(scan: Document["scan"], at: number): boolean {
  const second = scan.text.charCodeAt((scan.starts[at] ?? 0) + 1);
  if (second < 0x41 || second > 0x5a || knownBodies.has(scan.raw(at)) || agencyByForm.has(scan.raw(at))) return false;
  if (scan.raw(at).length < 3 || !isAcronym(scan.raw(at))) return false;
  return (
    isCommonNoun(scan.lower(at)) ||
    isFrequentGermanNoun(scan.lower(at)) ||
    scan.has(at, lists.verbs | lists.speechVerbs | lists.prepositions | lists.pronouns | lists.personNouns | lists.notNames)
  );
}

/** Words in capitals alone, one of them too long for initials, none of them a first name. */
function isHeading(scan: Document["scan"], from: number, end: number): boolean {
  const second = scan.text.charCodeAt((scan.starts[from] ?? 0) + 1);
  if (second < 0x41 || second > 0x5a) return false;
  let isLong = false;
  for (let i = from; i < end; i++) {
    if (scan.isWord(i) && !/^\p{Lu}+$/u.test(scan.raw(i))) return false;
    if (isFirstName(scan.lower(i)) || isSurePlace(scan.raw(i))) return false;
    isLong ||= scan.raw(i).length > 6 && isCommonNoun(scan.lower(i));
  }
  return isLong;
}

const elect = contextWords("elect");
const timeZone = contextWords("timeZone");

/** “8:46 a.m. ET”: initials behind a time of day. */
const isTimeZone = (scan: Document["scan"], at: number): boolean =>
  timeZone.has(scan.lower(at)) &&
  isAcronym(scan.raw(at)) &&
  (scan.isNumber(at - 1) ||
    /^[ap]\.?m\.?$/.test(scan.lower(at - 1)) ||
    (scan.mark(at - 1) === 0x2e && /^[ap]\.?m\.?$/.test(scan.lower(at - 2))));

/** “FLINT, Mich.”, “LOS ANGELES”: a word in capitals that begins a line or stands next to another, no initials. */
function isShouted(scan: Document["scan"], at: number): boolean {
  const second = scan.text.charCodeAt((scan.starts[at] ?? 0) + 1);
  if (second >= 0x61 && second <= 0x7a) return false;
  const isCapitals = (i: number): boolean => /^\p{Lu}{3,}$/u.test(scan.raw(i));
  if (!isCapitals(at) || agencyByForm.has(scan.raw(at))) return false;
  const startsLine = at === 0 || scan.isNewline(at - 1);
  const isCry = scan.mark(at + 1) === 0x21;
  return isCapitals(at - 1) || isCapitals(at + 1) || isCry || (startsLine && scan.mark(at + 1) === 0x2c);
}
