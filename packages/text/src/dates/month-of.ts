/** Which month a word names, in whatever language: for dates on pages whose language is not known yet. */
import { monthNames } from "../languages/cldr-words.ts";
import { lazy } from "../languages/lazy.ts";

/** Earlier languages win where two disagree: "listopada" is November in Polish and October in Croatian. */
const LANGUAGES =
  "en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr bg be uk ru lt lv et ro hu tr el id ms vi ar fa he hi bn".split(" ");

/** Abbreviations in use that CLDR does not list. */
const ALSO: Readonly<Record<string, number>> = {
  jänner: 1,
  feber: 2,
  fév: 2,
  фев: 2,
  maerz: 3,
  mrz: 3,
  μαι: 5,
  μαϊου: 5,
  aout: 8,
  сен: 9,
  ноя: 11,
  studenog: 11,
};

const english = lazy(() => monthNames("en"));
const all = lazy(() => {
  const out = new Map(Object.entries(ALSO));
  for (const language of LANGUAGES) for (const [name, month] of monthNames(language)) if (!out.has(name)) out.set(name, month);
  return out;
});

/** The month, 1 to 12, that a word in lower case without its full stop names or shortens; undefined for another word. */
export const monthOf = (word: string): number | undefined => english().get(word) ?? all().get(word);
