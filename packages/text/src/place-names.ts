/** Names that languages other than English have for places, from `languages/<tag>/places.ts`. */
import { places as de, declinedNames } from "./languages/de/places.ts";

export const PLACE_NAMES: { readonly countries: readonly string[]; readonly cities: readonly string[] } = {
  countries: [...de.countries],
  cities: [...de.cities],
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
