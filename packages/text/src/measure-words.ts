/** Words that say what a sum, a length or a count is one of, in the languages whose words we hold. */
import { attributes as german, happenings as germanHappenings } from "./languages/de/measures.ts";
import {
  anyCounted,
  countedForPeople,
  countedThings,
  attributes as english,
  happenings as englishHappenings,
  peopleKinds,
} from "./languages/en/measures.ts";
import { attributes as spanish, happenings as spanishHappenings } from "./languages/es/measures.ts";
import { attributes as french, happenings as frenchHappenings } from "./languages/fr/measures.ts";

/** The attribute that a word in lower case names: "rainfall" -> "rain", "Umbaukosten" -> "cost". English words win. */
export const ATTRIBUTE_WORDS: ReadonlyMap<string, string> = new Map([...spanish, ...french, ...german, ...english]);

/** What a word says happens to the counted: "leaked" -> "spill". */
export const HAPPENING_WORDS: readonly (readonly [word: string, happening: string])[] = [
  ...englishHappenings,
  ...germanHappenings,
  ...frenchHappenings,
  ...spanishHappenings,
];

/** What a counted noun stands for, by the singular: "lorry" -> "vehicle". Units of counts are named in English in every language. */
export const COUNTED_THINGS: ReadonlyMap<string, string> = new Map(countedThings);

/** The kind of people a noun in lower case names, as "what tells them apart:kind": "officers" -> "role:officer". */
export const PEOPLE_KINDS: ReadonlyMap<string, string> = new Map(peopleKinds);

/** Nouns that are counted for the people they befall or bind. */
export const COUNTED_FOR_PEOPLE: ReadonlySet<string> = new Set(countedForPeople);

/** Nouns that stand for whatever is counted. */
export const ANY_COUNTED: readonly string[] = anyCounted;
