import { anyPageForm } from "@wirefold/text/boilerplate";
import { collapseSpace } from "../html/decode-entities.ts";
import { isMonthName } from "./parse-date.ts";

/** Two to four capitalised words. */
export const bareName = /^\p{Lu}[\p{L}\p{M}.'\u2019-]+(?:\s\p{Lu}[\p{L}\p{M}.'\u2019-]*){1,3}$/u;

const leftOfName = new RegExp(`^${anyPageForm("leftOfName")}\\s+`, "i");

const prefix = new RegExp(
  `^(?:(?:written|posted|published|reported|updated|story|words|text|article|photos?|photographs|analysis|review(?:ed)?|edited)\\s+)?${anyPageForm("bylinePrefix")}\\s*[:：]?\\s+`,
  "iu",
);
const strictPrefix = new RegExp(`^${anyPageForm("authorLabel")}\\s*[:：]\\s*|^${anyPageForm("writtenBy")}\\s*[:：]?\\s+`, "iu");
const splitter = new RegExp(
  `\\s*(?:,\\s*${anyPageForm("andAfterComma")}?\\s+|;\\s*|\\s+(?:${anyPageForm("andNames")}|&)\\s+|\\s*[|\\u2022\\u00B7/]\\s*|\\n+)\\s*`,
  "u",
);
/** What people are, and what stands around names: no part of one. */
export const role =
  /\b(?:editor|reporter|reviewer|writer|correspondent|staff|contributor|contributing|journalist|columnist|producer|director|manager|redakteur(?:in)?|redaktion|chief|senior|junior|associate|assistant|freelance|special to|for the|bureau|desk|team|phd|md|updated|published|posted|min read|minutes?|ago|follow|email|twitter|facebook|subscribe|share|photo|photos|image|images|getty|more|view|profile|updated|comments?)\b/iu;
const notAName = new RegExp(
  `${/[@<>{}\\=]|https?:|www\.|\.(?:com|org|net|co|de)\b|^\d|\d{4}|[!?]{1}/.source}|^(?:admin|administrator|editor|staff|guest|unknown|anonymous|(?:no|unknown) author|none|null|undefined|webmaster|root|super user|news|${anyPageForm("deskName")}|(?:written|posted|published|reported|reviewed|edited|medically reviewed)(?: by)?|(?:your|my) account|about(?: the author)?|read more|log ?in|sign (?:in|up)|home|search|menu)$|^\\p{Ll}+(?:[._-]\\p{L}+)+$`,
  "iu",
);

/** "MaraMarch 4": a name and a day in elements of their own. */
const gluedDay = /(?<=\p{Ll})(\p{Lu}\p{Ll}+)\.?\s\p{N}.*$/u;
const withoutDay = (found: string, month: string): string => (isMonthName(month.toLowerCase()) ? "" : found);

const hostForm = /^[\p{L}\p{N}-]+\.\p{Ll}{2,10}$/u;

/** Names out of one author value or byline text, in order. Empty when it holds none that look like a person or a desk. */
export function namesIn(raw: string, options: { readonly trusted: boolean }): string[] {
  let text = collapseSpace(raw);
  if (text.length === 0 || text.length > 200) return [];
  const hadPrefix = prefix.test(text) || strictPrefix.test(text);
  if (!options.trusted && !hadPrefix) return [];
  text = text
    .replace(prefix, "")
    .replace(/^By(?=\p{Lu}[\p{Ll}.])/u, "")
    .replace(strictPrefix, "")
    .replace(/\s*\([^()]*\)/g, "")
    .replace(gluedDay, withoutDay);
  const names: string[] = [];
  const parts = text.split(splitter);
  for (const [index, part] of parts.entries()) {
    const name = part
      .replace(leftOfName, "")
      .replace(/[\s,.:;|–—-]+$/, "")
      .trim();
    if (name.length < 2 || name.length > 60 || notAName.test(name)) {
      // "courier.example, Saltby": behind an outlet stand its places.
      if (index > 0 || hostForm.test(name)) break;
      continue;
    }
    const words = name.split(/\s+/);
    if (words.length > 6) break;
    if (index > 0 && role.test(name)) break;
    if (!options.trusted && !/^[\p{Lu}\p{Lo}]/u.test(name)) break;
    // "Smith, Jane Doe": single words after the first are roles or places, except in unspaced scripts.
    if (!options.trusted && words.length === 1 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name)) break;
    names.push(fixCapitals(name));
    if (names.length === 12) break;
  }
  return names;
}

/** "JANE DOE" -> "Jane Doe". Short all-capital names (AFP) stay. */
const fixCapitals = (name: string): string =>
  name === name.toUpperCase() && name.includes(" ") && /\p{Lu}{3}/u.test(name)
    ? name
        .toLowerCase()
        .replace(/(^|[\s'\u2019-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name;

/** Each name once, whatever its case. */
export const uniqueNames = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
