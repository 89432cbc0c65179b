import { german } from "./languages/de/grammar.ts";
import { english } from "./languages/en/grammar.ts";
import { spanish } from "./languages/es/grammar.ts";
import { french } from "./languages/fr/grammar.ts";
import type { Language } from "./languages/grammar.ts";
import { neutral } from "./languages/neutral/grammar.ts";

export { type ContextWord, contextWords } from "./context-words.ts";
export { countedNounsOf, plainCountedNouns } from "./counted-nouns.ts";
export { type HarmWords, harmWordsOf } from "./harm-words.ts";
export { CompoundSet } from "./languages/compound-set.ts";
export { isFrequentGermanNoun, isGermanNoun, isSimpleGermanNoun } from "./languages/de/common-nouns.ts";
export type { Gender, Language, Modifier, PronounInfo } from "./languages/grammar.ts";

const languages = new Map<string, Language>([english, german, french, spanish].map((each) => [each.language, each]));

/** The folder for a BCP 47 tag (“de-AT” reads German); the neutral one for languages without a folder. */
export function languageFor(tag: string | null): Language {
  return (tag === null ? undefined : languages.get(tag.toLowerCase().split(/[-_]/)[0] as string)) ?? neutral;
}
export { knownBodies, namedThings, plainInitials, shortForms } from "./languages/neutral/known-bodies.ts";
export { DECLINED_NAMES } from "./place-names.ts";
export { anyReadingWord, onlyReadingWord, type ReadingWord, readingWordSet, readingWords } from "./reading-words.ts";

/** What English calls bodies by, in lower case: texts of every language name them so (“Hoover Institution”). */
export const englishBodyNouns = english.organisationNouns;
/** The same of places: “Downing Street”. */
export const englishPlaceNouns = english.placeNouns;
export { koreanSurnames } from "./languages/neutral/first-names.ts";
export { classOfMeaning, englishNoun, englishWord, isVerbOnly, meaningAbove, type NounClass } from "./tables/english-words.ts";
export { isGermanHeadword } from "./tables/german-nouns.ts";
export { genderOfFirstName, isFirstName, isPersonName, isSurname } from "./tables/people.ts";
export { isCountry, isLargeTown, isPossiblePlace, isSurePlace, placeInRunningText } from "./tables/places.ts";
export { isCommonRomanceWord } from "./tables/romance-words.ts";
