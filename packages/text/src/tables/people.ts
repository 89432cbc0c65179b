import type { Gender } from "../languages/grammar.ts";
import { firstNames } from "../languages/neutral/first-names.ts";
import { bitsOf } from "./hash-table.ts";

const bits = bitsOf("people");
const female = 1;
const male = 2;
const surname = 4;
/** Also a word that texts have in lower case, or a place that needs no context. */
const otherwise = 8;

/** The gender a first name most often goes with; null for what is no first name, or as well a word or a place: “Price”, “Florida”. */
export function genderOfFirstName(lower: string): Gender | null {
  if (firstNames.female.has(lower)) return "f";
  if (firstNames.male.has(lower)) return "m";
  const found = bits(lower);
  if ((found & otherwise) !== 0 || (found & (female | male)) === 0) return null;
  return (found & male) !== 0 ? "m" : "f";
}

export const isFirstName = (lower: string): boolean => genderOfFirstName(lower) !== null;

/** Whether people bear the word as a surname and English, French and Spanish have no such word: “Duarte”, but not “Baker”. */
export const isSurname = (lower: string): boolean => (bits(lower) & (surname | otherwise)) === surname;

/** Whether it is a first name or a surname, whatever else it is. */
export const isPersonName = (lower: string): boolean => bits(lower) !== 0;
