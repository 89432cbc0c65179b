/**
 * Tells names of countries, in the languages news most often comes in, from the CLDR names the runtime carries. A country
 * claimed along with a value that is none is nearly always the broader of the two, which claims alone show only when they are many.
 */
import { fold } from "./content-words.ts";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"];

/** Words of official names that say what a country is, not which: "Bolivia (Plurinational State of)". */
const POLITICAL =
  /\b(?:the|of|and|republic|federation|federal|kingdom|people'?s|democratic|state|states|islamic|plurinational|bolivarian|socialist|former|yugoslav|arab|union|commonwealth|great|northern|ireland|britain)\b/g;

const ALIASES = [
  ["usa", "US"],
  ["us", "US"],
  ["uk", "GB"],
] as const;

/** Parts of a country that stand for it next to a value, but are no other name of it. */
const PARTS = new Map<string, string>([
  ["england", "GB"],
  ["scotland", "GB"],
  ["wales", "GB"],
]);

let names: Map<string, string> | null = null;

function countryNames(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const first of letters)
      for (const second of letters) {
        const code = first + second;
        // User-assigned and exceptional codes name no country.
        if (/^(?:A[AB]|EU|EZ|QO|UK|UN|X|ZZ)/.test(code)) continue;
        const name = display.of(code);
        if (name) names.set(squash(fold(name)), code);
      }
  }
  for (const [alias, code] of [...ALIASES, ...PARTS]) names.set(alias, code);
  return names;
}

const squash = (text: string): string => text.replace(/[^\p{L}]+/gu, "");

/** Whether two spellings name one country in any of the languages read here: “U.S.”, “USA”, “Vereinigte Staaten”. */
export function isSameCountry(a: string, b: string): boolean {
  const known = countryNames();
  const [x, y] = [a, b].map((name) => squash(fold(name)).replace(/^the(?=unite)/, ""));
  if (x === undefined || y === undefined || PARTS.has(x) || PARTS.has(y)) return false;
  const code = known.get(x);
  return code !== undefined && code === known.get(y);
}

/** The ISO 3166 code of the country a label names, or null. */
export function countryOf(label: string): string | null {
  const known = countryNames();
  const folded = fold(label).replace(/\(.*$/, "").trim();
  const exact = known.get(squash(folded)) ?? known.get(squash(folded.replace(/^the\s+/, "")));
  if (exact) return exact;
  const whole = fold(label);
  if (!/republic|federation|kingdom|people|democratic|islamic/.test(whole)) return null;
  const core = squash(whole.replace(POLITICAL, " "));
  if (core.length < 3) return /united kingdom/.test(whole) ? "GB" : null;
  const found = known.get(core);
  if (found) return found;
  if (/^united/.test(core)) return /kingdom/.test(whole) ? "GB" : (known.get("unitedstates") ?? null);
  // "Syrian", "Russian", "Lao": the adjective of an official name.
  for (const [name, code] of known)
    if (name.length >= 4 && (core.startsWith(name) || (name.startsWith(core) && name.length - core.length <= 1))) return code;
  return null;
}

const words = new Map<string, boolean>();

/** A country's name or its adjective, as a stemmed word: "german", "kazakh", "georgia". */
export function isCountryWord(word: string): boolean {
  let known = words.get(word);
  if (known === undefined) {
    known = false;
    if (word.length >= 4)
      for (const name of countryNames().keys())
        if (
          name === word ||
          (commonPrefix(name, word) >= Math.max(4, Math.min(name.length, word.length) - 2) &&
            Math.abs(name.length - word.length) <= 4)
        ) {
          known = true;
          break;
        }
    if (words.size > 20_000) words.clear();
    words.set(word, known);
  }
  return known;
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
