import { german } from "./de/index.ts";
import { english } from "./en/index.ts";
import type { Language } from "./language.ts";
import { neutral } from "./neutral/index.ts";

export type { Language } from "./language.ts";

const languages = new Map<string, Language>([english, german].map((each) => [each.language, each]));

/** Words that are common in one language and absent from the other: enough to tell the languages that have a folder apart. */
const telltales: readonly (readonly [string, RegExp])[] = [
  ["en", /^(?:the|of|and|to|that|was|for|said|with|his|has|have|from|they|were)$/],
  ["de", /^(?:der|die|das|und|nicht|von|mit|des|dem|sich|auf|eine|ist|auch|wird|wurde)$/],
];

/** How many words are read to tell the language. */
const sampleWordsMax = 400;
/** Share of telltale words below which the text is in none of the languages known here. */
const telltaleShareMin = 0.06;

/** The language a text is written in, among those with a folder; null if it is none of them. */
export function guessLanguage(text: string): string | null {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text.slice(0, 8000).matchAll(/\p{L}{1,40}/gu)) {
    if (++words > sampleWordsMax) break;
    const lower = word.toLowerCase();
    for (const [language, pattern] of telltales) if (pattern.test(lower)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: string | null = null;
  let bestCount = Math.max(1, words * telltaleShareMin);
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
