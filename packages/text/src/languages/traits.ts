import { traits as german } from "./de/traits.ts";
import { traits as english } from "./en/traits.ts";
import { traits as spanish } from "./es/traits.ts";
import { traits as french } from "./fr/traits.ts";
import { traits as neutral } from "./neutral/traits.ts";

/**
 * How a language works and how well it is known here, as far as rules ask: each rule asks for what it builds on, never for a language by its
 * name. To add a language, answer these in `<tag>/traits.ts` and name the file below. What numbers and dates ask stands with their words, in
 * `language-words.ts`.
 */
export interface Traits {
  /** Every noun is written with a capital: a capital proves no name, and a word without one is no noun. */
  readonly capitalisesNouns: boolean;
  /** Headlines, titles of works and names of bodies have a capital at every long word, and running text has not: “Sailing With the Gulls”. */
  readonly writesTitleCase: boolean;
  /** An article or a preposition is tied to a noun that begins with a vowel, as one word: « l'Oise », « d'Ana ». */
  readonly tiesArticles: boolean;
  /** Nouns are written together, the last part says what the whole is: „Umbaukosten“. */
  readonly compoundsNouns: boolean;
  /** A noun or a name stands unchanged before the noun it describes: “a passenger ferry”, “the Colorado governor”. */
  readonly nounsQualify: boolean;
  /** Who owns something in the plural stands before it with a mark: “the workers’ union”. */
  readonly marksOwners: boolean;
  /** The subject stands first in its sentence, and its verb behind it. */
  readonly subjectLeads: boolean;
  /** The finite verb stands second, and its subject behind it wherever something else comes first: „Täglich fahren 40“. */
  readonly verbSecond: boolean;
  /** The subject may stand behind its verb, after when and where it spoke, and a judgement behind its verb in marks: French, Spanish. */
  readonly subjectFollows: boolean;
  /** The part of the verb that says what happened closes the clause: „wurde am Montag … erschossen“. */
  readonly verbCloses: boolean;
  /** Verbs that no list holds show by their place and ending that they are some: “can bake 80,000”, “had blackened 23,000”, “14 hurt”. */
  readonly verbsShow: boolean;
  /** Its common nouns are known from a dictionary (WordNet), so of any word it can be told whether it is one. */
  readonly knowsNouns: boolean;
  /** Its nouns for people are known well enough to tell that a noun is none of them. */
  readonly knowsPeople: boolean;
  /** Its endings are what `stem` takes off. */
  readonly knowsEndings: boolean;
  /** Day and month are written in one order in some of its regions and in the other elsewhere: 3/4 here and there. */
  readonly ordersDatesByRegion: boolean;
  /** Where no region is known, 3/4/2021 is March 4th. */
  readonly monthFirst: boolean;
}

const byTag = new Map<string, Traits>(Object.entries({ en: english, de: german, fr: french, es: spanish }));

/** What texts of no known language are read as: English, of which most is known. */
export const ASSUMED_LANGUAGE = "en";

/** The traits of a language by its ISO 639 code; those of an unknown language for null and for languages without a folder. */
export const traitsOf = (language: string | null): Traits => (language === null ? undefined : byTag.get(language)) ?? neutral;
