import { german } from "./de/index.ts";
import { english } from "./en/index.ts";
import type { Language } from "./language.ts";
import { neutral } from "./neutral/index.ts";

export type { Language } from "./language.ts";

const languages = new Map<string, Language>([english, german].map((each) => [each.language, each]));

/** Words that are common in one language and absent from the other: enough to tell the languages that have a folder apart. */
const telltales = new Map<string, string>([
  ..."the of and to that was for said with his has have from they were".split(" ").map((word) => [word, "en"] as const),
  ..."der die das und nicht von mit des dem sich auf eine ist auch wird wurde".split(" ").map((word) => [word, "de"] as const),
]);

/** How much of a text is read to tell its language. */
const sampleLengthMax = 3000;
/** Share of telltale words below which the text is in none of the languages known here. */
const telltaleShareMin = 0.06;

/** The language a text is written in, among those with a folder; null if it is none of them. */
export function guessLanguage(text: string): string | null {
  const counts = new Map<string, number>();
  const words = text
    .slice(0, sampleLengthMax)
    .toLowerCase()
    .split(/[\s.,;:!?“”"()]+/);
  for (const word of words) {
    const language = telltales.get(word);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: string | null = null;
  let bestCount = Math.max(1, words.length * telltaleShareMin);
  for (const [language, count] of counts) {
    if (count < bestCount) continue;
    best = language;
    bestCount = count;
  }
  return best;
}

/** The folder for a BCP 47 tag (“de-AT” reads German); the neutral one for languages without a folder. */
export function languageFor(tag: string | null): Language {
  return (tag === null ? undefined : languages.get(tag.toLowerCase().split(/[-_]/)[0] as string)) ?? neutral;
}
