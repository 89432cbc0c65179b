import { PLACE_NAMES } from "../place-names.ts";
import { readingWords } from "../reading-words.ts";
import { bitsOf, remembering } from "./hash-table.ts";

const bits = bitsOf("places");
const sure = 1;
const country = 2;
const large = 64;

/** Shortest place that texts write in capitals; shorter rows of capitals are initials. */
const capitalsMin = 5;

/** Words within a name that running text writes small: “Port of Spain”, “Rio de Janeiro”. */
const smallWords = new Set([...readingWords("nameJoiner"), ...readingWords("of")]);

const isInCapitals = (name: string): boolean => name.length >= capitalsMin && !/\p{Ll}/u.test(name);

const asInRunningText = (form: string): string =>
  form.replace(/\p{L}+/gu, (word, at) =>
    at > 0 && smallWords.has(word.toLowerCase()) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  );

/** A place's name as running text writes it: “Des Moines” for “DES MOINES”; what is no place in capitals stays as it is. */
export const placeInRunningText: (form: string) => string = remembering((form) =>
  isInCapitals(form) && isSurePlace(form) ? asInRunningText(form) : form,
);

/** Bits of a place as a text writes it; 0 for none. A row of capitals that is too short for a place is none. */
const bitsAsWritten: (name: string) => number = remembering((name) => {
  if (PLACE_NAMES.countries.has(name)) return sure | country;
  if (PLACE_NAMES.others.has(name)) return sure;
  if (!/^\p{Lu}/u.test(name)) return 0;
  if (/\p{Ll}/u.test(name)) return bits(name);
  const written = asInRunningText(name);
  return isInCapitals(name) && written !== name ? bitsAsWritten(written) : 0;
});

/** Whether a name is known as a place without more evidence: a country, a region, a large city that is no word and nobody's name. */
export const isSurePlace = (name: string): boolean => (bitsAsWritten(name) & sure) !== 0;

/** Whether some town or region of the world has the name, which may as well be a word or somebody's: it takes more evidence. */
export const isPossiblePlace = (name: string): boolean => bitsAsWritten(name) !== 0;

/** Whether a town of a hundred thousand people has the name, whatever else has. */
export const isLargeTown = (name: string): boolean => (bitsAsWritten(name) & large) !== 0;

/** Whether a country, or a land that acts as one, has the name in English, German, French or Spanish: “Kazakhstan said”. */
export const isCountry = (name: string): boolean => (bitsAsWritten(name) & country) !== 0;
