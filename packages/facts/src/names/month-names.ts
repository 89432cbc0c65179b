import type { WordScan } from "@wirefold/text";
import { givenNames } from "./given-names.ts";

/** Months, whole and shortened, that people are called by. */
const givenMonths = new Set("april may june august jan".split(" "));
const surnameMonths = new Set("may march".split(" "));
/** Prepositions that lead to a month and not to a person. */
const leadsToTime = new Set("in since until till during through early late mid last next this every each".split(" "));
/** Capitalised behind a month, these make it a feast, a sale or a revolution. */
const eventWords = new Set(
  "day days fool fools bank madness revolution uprising holiday holidays election elections summit massacre sale war".split(" "),
);

/** Whether a month's name is the first name of a person: “April Stone”, “Jan Mays”, “in June Park” is not. */
export function isGivenMonth(scan: WordScan, at: number): boolean {
  const lower = scan.lower(at);
  if (!givenMonths.has(lower) || !scan.isCapital(at) || !scan.isCapital(at + 1)) return false;
  const next = scan.lower(at + 1);
  return scan.raw(at + 1).length > 1 && !eventWords.has(next) && !leadsToTime.has(scan.lower(at - 1));
}

/** Whether a month's name is the surname behind a first name: “Fredric March”; a number behind it makes it a date. */
export const isSurnameMonth = (scan: WordScan, at: number): boolean =>
  surnameMonths.has(scan.lower(at)) && givenNames.has(scan.lower(at - 1)) && scan.isCapital(at - 1) && !scan.isNumber(at + 1);
