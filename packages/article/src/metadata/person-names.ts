/** Which capitalised words are a person's name, by tables of first names, surnames and places. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { genderOfFirstName, isPersonName, isSurePlace, isSurname } from "@wirefold/text/grammar";
import { bareName, role } from "./bylines.ts";

/** Names of associations, firms and offices. */
export const corporate = new RegExp(`(?<!\\p{L})${anyPageForm("corporate")}(?!\\p{L})`, "u");

const plain = (word: string): string => word.toLowerCase().replace(/\.$/, "");
const initial = /^\p{Lu}\.?$/u;

/**
 * Whether two to four words are surely a person's full name: a known first name before a surname that is known, or at least no word of
 * the text, or initials before a known surname. Most people of the world are in no table, so `false` says nothing.
 *
 * @param inUse Whether all words of a name stand in small letters in the text at hand.
 */
export function isFullName(name: string, inUse: (name: string) => boolean = () => false): boolean {
  if (!bareName.test(name) || role.test(name) || corporate.test(name) || isSurePlace(name)) return false;
  const words = name.split(" ");
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  if (initial.test(first)) return isSurname(plain(last));
  if (!/\p{Ll}/u.test(last) && last.length > 1) return false;
  return isOneFirstName(first) && last.length > 2 && (isPersonName(plain(last)) || !inUse(last));
}

/** Whether a word is a first name and no usual word besides. */
export const isOneFirstName = (word: string): boolean => genderOfFirstName(plain(word)) !== null;

/** Whether a site or a notice of rights bears a person's name: firms bear such names too, with more words or such as no table of people has. */
export const isOwnersName = (name: string): boolean =>
  isFullName(name) && name.split(" ").length <= 3 && isPersonName(plain(name.split(" ").at(-1) ?? ""));
