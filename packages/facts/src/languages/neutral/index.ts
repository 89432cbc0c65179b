import { neutralWords } from "@wirefold/text";
import { english } from "../en/index.ts";
import type { Language } from "../language.ts";

const nothing: ReadonlySet<string> = new Set();

/**
 * For a language without a folder: quotation marks, digits and signs are read, words are not. Answers less, never guesses
 * from another language's words.
 */
export const neutral: Language = {
  ...english,
  language: "und",
  words: neutralWords,
  speechVerbs: nothing,
  looseSpeechVerbs: nothing,
  nounLikeVerbs: nothing,
  passiveAuxiliaries: nothing,
  speechNouns: nothing,
  betweenSubjectAndVerb: nothing,
  accordingTo: [],
  pronouns: new Map(),
  determiners: nothing,
  indefinite: nothing,
  prepositions: nothing,
  personNouns: nothing,
  femaleNouns: nothing,
  maleNouns: nothing,
  titles: nothing,
  honorifics: new Map(),
  organisationNouns: nothing,
  placeNouns: nothing,
  placePrepositions: nothing,
  modifiers: [],
  namingWords: nothing,
  workNouns: nothing,
  negations: nothing,
  subordinators: nothing,
  verbs: new Map(),
  reportVerbs: nothing,
  peopleVerbs: nothing,
  populated: nothing,
  perWords: nothing,
  demonyms: new Map(),
  tense: {
    aheadWords: nothing,
    scheduled: nothing,
    pastForms: nothing,
    pastEndings: [],
    copulas: nothing,
    infinitiveMark: null,
    infinitive: null,
  },
};
