import { contextWords, countedNounsOf, type Language, plainCountedNouns, readingWords } from "@wirefold/text/grammar";

/** Plurals that -s does not make, and nouns for people that stand without a plural's ending. */
export const irregularPlurals: ReadonlyMap<string, string> = plainCountedNouns();

export const isPlural = (lower: string): boolean => /[^su]s$/.test(lower) || irregularPlurals.has(lower);

/** Longest word whose parts are tried. */
const compoundLengthMax = 40;
const partLengthMin = 3;

const unitsByLanguage = new Map<string, ReadonlyMap<string, string>>();

/** The nouns that texts of a language count most, each with the English name of its unit. */
function unitsOf({ language }: Language): ReadonlyMap<string, string> {
  const known = unitsByLanguage.get(language);
  if (known !== undefined) return known;
  const units = countedNounsOf(language);
  unitsByLanguage.set(language, units);
  return units;
}

/**
 * The unit that a noun in lower case names, in English where the language's list has it, else the noun's singular. Null for a compound too
 * long to be one.
 */
export function unitOfNoun(written: string, language: Language): string | null {
  // « une soixantaine d'habitants »
  const noun = language.tiesArticles && /^d['’]/.test(written) ? written.slice(2) : written;
  const unit = language.compoundsNouns ? unitOfCompound(noun, language) : unitsOf(language).get(noun);
  if (unit !== undefined) return unit;
  return language.compoundsNouns && noun.length > compoundLengthMax ? null : language.singular(noun);
}

/** By the longest end that is known: „Sporthallen“, „Dienstjahre“. */
function unitOfCompound(noun: string, language: Language): string | undefined {
  const units = unitsOf(language);
  if (noun.length > compoundLengthMax) return undefined;
  for (let at = 0; noun.length - at >= partLengthMin; at++) {
    const part = noun.slice(at);
    const unit = irregularPlurals.get(part) ?? units.get(part);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

const peopleNouns = contextWords("peopleNoun");

/** A plural noun in lower case for people beyond those that speak. */
export const isPeopleNoun = (word: string, { peopleEnding }: Language): boolean =>
  peopleNouns.has(word) || peopleEnding?.test(word) === true;

/** Nouns for numbers of people, whatever else they say. */
export const tollWords: ReadonlySet<string> = new Set(readingWords("toll"));
