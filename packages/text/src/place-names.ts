import { places as de, declinedNames } from "./languages/de/places.ts";
import { places as en } from "./languages/en/places.ts";
import { places as es } from "./languages/es/places.ts";
import { places as fr } from "./languages/fr/places.ts";

/** Names of places that languages tell besides the table of places. */
export const PLACE_NAMES: { readonly countries: ReadonlySet<string>; readonly others: ReadonlySet<string> } = {
  countries: new Set([...en.countries.split("|"), ...de.countries]),
  others: new Set([...en.others.split("|"), ...de.others, ...fr, ...es]),
};

/** The endings of an adjective before a noun, in any case. */
const adjectiveEndings = ["e", "en", "er", "es", "em"];

/** Every form of a name of several words that a language declines, by the form, with the name as it stands alone. */
export const DECLINED_NAMES: readonly (readonly [form: string, name: string, type: "place" | "organisation"])[] =
  declinedNames.flatMap(({ stem, rest, ending, type }) =>
    adjectiveEndings.flatMap((each) =>
      (rest.includes(" ") || /[en]$/.test(rest) ? [rest] : [rest, `${rest}s`, `${rest}es`]).map(
        (last) => [`${stem}${each} ${last}`, `${stem}${ending} ${rest}`, type] as const,
      ),
    ),
  );
