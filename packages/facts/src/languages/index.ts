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

const telltaleLengthMax = Math.max(...[...telltales.keys()].map((word) => word.length));

/** White space, stops, quotation marks and brackets. */
const separatesWords = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0x2e ||
  code === 0x2c ||
  code === 0x22 ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x28 ||
  code === 0x29 ||
  code === 0x201c ||
  code === 0x201d ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x1680 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

/** How much of a text is read to tell its language. */
const sampleLengthMax = 3000;
/** Share of telltale words below which the text is in none of the languages known here. */
const telltaleShareMin = 0.06;

/** The language a text is written in, among those with a folder; null if it is none of them. */
export function guessLanguage(text: string): string | null {
  const counts = new Map<string, number>();
  const sample = text.slice(0, sampleLengthMax).toLowerCase();
  let words = 1;
  let from = 0;
  for (let at = 0; at <= sample.length; at++) {
    if (at < sample.length && !separatesWords(sample.charCodeAt(at))) continue;
    if (at > from || from === 0) {
      if (at < sample.length) words++;
      const language = at - from <= telltaleLengthMax ? telltales.get(sample.slice(from, at)) : undefined;
      if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    from = at + 1;
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
