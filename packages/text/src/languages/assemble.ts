import { currencyNames } from "../currencies.ts";
import { monthNames, unitNames, weekdayNames } from "./cldr-words.ts";
import type { LanguageWords, SharedTrait } from "./language-words.ts";
import { lazy } from "./lazy.ts";
import { siUnits } from "./si-units.ts";
import { traitsOf } from "./traits.ts";

/** A language's own lists; what CLDR adds is made when it is first asked for. */
type OwnWords = Omit<LanguageWords, "language" | SharedTrait | "months" | "weekdays" | "units" | "currencies"> & {
  readonly shortMonths: ReadonlyMap<string, number>;
};

/** Puts a language's lists and CLDR's names of months, weekdays, units and currencies together. A language's own words win. */
export function assembled(
  language: string,
  own: OwnWords,
  named: { readonly units: ReadonlyMap<string, string>; readonly currencies: ReadonlyMap<string, string> },
): LanguageWords {
  const months = lazy(() => new Map([...monthNames(language), ...own.shortMonths]));
  const weekdays = lazy(() => weekdayNames(language, "long"));
  const units = lazy(() => new Map([...siUnits(), ...unitNames(language), ...named.units]));
  const currencies = lazy(() => new Map([...currencyNames(language), ...named.currencies]));
  const { capitalisesNouns, monthFirst } = traitsOf(language);
  return {
    ...own,
    language,
    capitalisesNouns,
    monthFirst,
    get months() {
      return months();
    },
    get weekdays() {
      return weekdays();
    },
    get units() {
      return units();
    },
    get currencies() {
      return currencies();
    },
  };
}
