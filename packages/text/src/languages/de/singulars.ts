import { germanSingular } from "./common-nouns.ts";
import { readingWords } from "./reading-words.ts";

/** Plurals whose singular the ending tells: “Spenden” may be anything, “Spaltungen” are of one “Spaltung”. */
const pluralBehindEnding = new RegExp(`(?<=(?:${(readingWords.nounEnding ?? []).join("|")}))(?:en|nen)$`);

/** The singular of a German noun in lower case: by its ending where that tells it, else by the lists and the table of nouns. */
export function germanSingularOf(lower: string): string {
  const single = lower.replace(pluralBehindEnding, "");
  return single === lower ? germanSingular(lower) : single;
}
