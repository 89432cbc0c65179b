/** Whose goods, firms or people a sum or a rate is laid on: "$34 billion worth of Chinese goods", "25 percent on U.S. products". */

import type { Span } from "@wirefold/core";
import { ASSUMED_LANGUAGE, countryOf } from "@wirefold/text";
import { languageFor } from "@wirefold/text/grammar";
import { anyStoryForm } from "@wirefold/text/story-words";

/** Characters behind a figure in which its object is looked for. */
const REACH = 60;
/** What ends the phrase behind a figure. */
const END = /[,;:()[\]–—"“”!?]|\.(?=\s+\p{Lu}|\s*$)/u;
const WORD = /\p{L}+(?:\.\p{L}+)*\.?/gu;
/** "Of U.S. products": a name that is its own adjective, before a noun. */
const SHORT_NAME = new RegExp(`\\b${anyStoryForm("ofOn")}\\s+(?:all\\s+)?$`, "i");

/** The country, as its ISO code, that the words right behind a figure name as an adjective; null where they name none. */
export function targetOf(text: string, [, after]: Span, sentenceEnd: number, language: string): string | null {
  const whole = text.slice(after, Math.min(sentenceEnd, after + REACH));
  const phrase = whole.slice(0, END.exec(whole)?.index ?? whole.length);
  const { demonyms } = languageFor(language || ASSUMED_LANGUAGE);
  for (const { 0: word, index } of phrase.matchAll(WORD)) {
    if (!/^\p{Lu}/u.test(word)) continue;
    const isNoun = /^\s+\p{Ll}/u.test(phrase.slice(index + word.length));
    const country = demonyms.get(word.toLowerCase());
    if (country) return isNoun ? countryOf(country) : null;
    if (isNoun && SHORT_NAME.test(phrase.slice(0, index)) && /^\p{Lu}\.?\p{Lu}\.?$/u.test(word)) {
      const code = countryOf(word);
      if (code) return code;
    }
  }
  return null;
}
