/** Names that languages other than English have for places, from `languages/<tag>/places.ts`. */
import { places as de } from "./languages/de/places.ts";

export const PLACE_NAMES: { readonly countries: readonly string[]; readonly cities: readonly string[] } = {
  countries: [...de.countries],
  cities: [...de.cities],
};
