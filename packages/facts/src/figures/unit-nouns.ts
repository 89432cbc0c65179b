import {
  anyReadingWord,
  contextWords,
  countedNounsOf,
  frenchSingular,
  germanSingular,
  plainCountedNouns,
  readingWords,
  spanishSingular,
} from "@wirefold/text/grammar";

/** Plurals that -s does not make, and nouns for people that stand without a plural's ending. */
export const irregularPlurals: ReadonlyMap<string, string> = plainCountedNouns();

export const isPlural = (lower: string): boolean => /[^su]s$/.test(lower) || irregularPlurals.has(lower);

/** German nouns and the English words units are given in; compounds go by their last part: “Sporthallen”, “Dienstjahre”. */
const germanUnits = countedNounsOf("de");
/** Longest word whose parts are tried. */
const compoundLengthMax = 40;
const partLengthMin = 3;

/** Plurals whose singular the ending tells: “Spenden” may be anything, “Spaltungen” are of one “Spaltung”. */
const pluralBehindEnding = new RegExp(`(?<=${anyReadingWord("nounEnding")})(?:en|nen)$`);

/** The English unit for a German noun, by the longest known end of it; the noun itself where nobody listed it. */
export function germanUnit(noun: string): string | null {
  if (noun.length > compoundLengthMax) return null;
  for (let at = 0; noun.length - at >= partLengthMin; at++) {
    const part = noun.slice(at);
    const unit = irregularPlurals.get(part) ?? germanUnits.get(part);
    if (unit !== undefined) return unit;
  }
  // “Chinesen”, “Amerikaner”
  if (/.{3}(?:aner|anern|esen)$/.test(noun)) return "person";
  const single = noun.replace(pluralBehindEnding, "");
  return single === noun ? germanSingular(noun) : single;
}

/** French and Spanish nouns that are counted most, by the English name of the unit. */
const romanceUnits = countedNounsOf("fr", "es");

/** The unit a French or Spanish noun names; the noun itself where it is none of the common ones. */
export function romanceUnit(written: string, language: string): string {
  // “une soixantaine d'habitants”
  const noun = /^d['’]/.test(written) ? written.slice(2) : written;
  return romanceUnits.get(noun) ?? (language === "fr" ? frenchSingular(noun) : spanishSingular(noun));
}

const peopleNouns = contextWords("peopleNoun");
/** Ends that make nouns for people: firefighters, dockworkers, shopkeepers, geologists. */
const peopleEnds = new RegExp(`.${anyReadingWord("peopleEnding")}$`);

/** A plural noun for people beyond those that speak. The ends are English: “Festnahmen” are no men. */
export const isPeopleNoun = (word: string, language: string): boolean =>
  peopleNouns.has(word) || (language === "en" && peopleEnds.test(word));

/** Nouns for numbers of people, whatever else they say. */
export const tollWords: ReadonlySet<string> = new Set(readingWords("toll"));
