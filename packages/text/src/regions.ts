/**
 * Tells which country a state, province or district lies in, by the names of ISO 3166-2. Kept out of the main entry: the table is
 * large, and only who compares places needs it.
 */
import { iso31662 } from "iso-3166";
import { fold } from "./content-words.ts";
import { contextWords } from "./context-words.ts";

/** “Province of Sorrel” and “Sorrel (Sorrelle)” are Sorrel: words for kinds of districts and what stands in brackets say no more. */
const kinds = contextWords("districtKind");
/** Longest label read. */
const labelMax = 200;

function core(label: string): string {
  const words = fold(label.slice(0, labelMax))
    .replace(/\([^()]*\)/g, " ")
    .match(/\p{L}+/gu);
  return (words ?? []).filter((word) => !kinds.has(word)).join(" ");
}

let countries: Map<string, Set<string>> | null = null;

function byCore(): ReadonlyMap<string, ReadonlySet<string>> {
  if (countries) return countries;
  countries = new Map();
  for (const { code, name } of iso31662) {
    const key = core(name);
    if (key === "") continue;
    const codes = countries.get(key);
    if (codes) codes.add(code.slice(0, 2));
    else countries.set(key, new Set([code.slice(0, 2)]));
  }
  return countries;
}

/**
 * The ISO 3166 codes of the countries that have a district of that name; null where none has.
 *
 * @example countriesOfRegion("State of Bayern") // Set { "DE" }
 */
export function countriesOfRegion(label: string): ReadonlySet<string> | null {
  return byCore().get(core(label)) ?? null;
}
