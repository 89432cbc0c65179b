import { contextWords, isFirstName } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";

const surnameMonths = contextWords("surnameMonth");
/** Words that lead to a month and not to a person: “in June”, “last May”. */
const leadsToTime = contextWords("leadsToMonth");
/** Capitalised behind a month, these make it a feast, a sale or a revolution. */
const eventWords = contextWords("eventNoun");

/**
 * “April Stone”, “May said”: a month's name before another name or a verb of saying is somebody's, unless a word that leads
 * to dates stands before it or a day or year next to it.
 */
export function isMonthAsName({ scan, language }: Document, at: number): boolean {
  if (!scan.isCapital(at) || !scan.is(at, wordKinds.givenMonth)) return false;
  if (scan.isNumber(at - 1) || scan.isNumber(at + 1) || leadsToTime.has(scan.lower(at - 1))) return false;
  // German: “Juni Regen”, “Mai Kundgebungen”.
  if (language.capitalisesNouns) return isFirstName(scan.lower(at)) && scan.isCapital(at + 1);
  if (scan.has(at + 1, lists.speechVerbs)) return true;
  return (
    scan.isCapital(at + 1) &&
    scan.raw(at + 1).length > 1 &&
    !scan.has(at + 1, lists.notNames) &&
    !eventWords.has(scan.lower(at + 1)) &&
    !language.demonyms.has(scan.lower(at + 1))
  );
}

/** “Rosa May”, “Mrs. March”: behind one name, title or honorific a month's name is a surname, unless a day or year follows. */
export function isMonthAsSurname({ scan, language }: Document, at: number, wordsBefore: number): boolean {
  if (!surnameMonths.has(scan.lower(at)) || scan.isNumber(at + 1) || wordsBefore > 2) return false;
  const before = scan.mark(at - 1) === 0x2e ? scan.lower(at - 2) : scan.lower(at - 1);
  // “Fredric March left”: a verb or comma goes on behind a subject's name.
  const goesOn = scan.has(at + 1, lists.verbs | lists.speechVerbs) || scan.mark(at + 1) === 0x2c;
  if (wordsBefore === 1 && goesOn && scan.isCapital(at - 1) && !scan.has(at - 1, lists.notNames)) return true;
  return isFirstName(before) || language.honorifics.has(before) || language.titles.has(before);
}
