import { mustAt, u16At } from "@wirefold/core";
import bg from "./languages/bg/stop-words.ts";
import cs from "./languages/cs/stop-words.ts";
import da from "./languages/da/stop-words.ts";
import de from "./languages/de/stop-words.ts";
import el from "./languages/el/stop-words.ts";
import en from "./languages/en/stop-words.ts";
import es from "./languages/es/stop-words.ts";
import fi from "./languages/fi/stop-words.ts";
import fr from "./languages/fr/stop-words.ts";
import hu from "./languages/hu/stop-words.ts";
import it from "./languages/it/stop-words.ts";
import nb from "./languages/nb/stop-words.ts";
import nl from "./languages/nl/stop-words.ts";
import pl from "./languages/pl/stop-words.ts";
import pt from "./languages/pt/stop-words.ts";
import ro from "./languages/ro/stop-words.ts";
import ru from "./languages/ru/stop-words.ts";
import sk from "./languages/sk/stop-words.ts";
import sv from "./languages/sv/stop-words.ts";
import tr from "./languages/tr/stop-words.ts";
import uk from "./languages/uk/stop-words.ts";

/**
 * The function words of each language with a list, in lower case: articles, pronouns, prepositions, auxiliaries. They carry no
 * subject, so overlap ignores them, and they say which language a text is in.
 */
export const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ bg, cs, da, de, el, en, es, fi, fr, hu, it, nb, nl, pl, pt, ro, ru, sk, sv, tr, uk }),
);

const languages = [...stopWords.keys()];
/** Languages by stop word, as places in `languages`: several for those they share. */
const languagesOfWord = new Map<string, number[]>();
for (const [at, language] of languages.entries())
  for (const word of stopWords.get(language) ?? []) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), at]);

export interface StopWordShare {
  readonly language: string;
  /** Share of the words read that are stop words of the language, 0 to 1. */
  readonly share: number;
}

/** Characters read: the middle of a text is the least likely to hold a foreign lead or tail. */
const sampleChars = 600;
/** With fewer words a share says nothing. */
const wordsMin = 30;

const none: readonly number[] = [];

/** For each language with a stop word in the middle of `text`, their share there, the highest first; none for short texts. */
export function stopWordShares(text: string): StopWordShare[] {
  const from = Math.max(0, Math.floor(text.length / 2 - sampleChars / 2));
  const words = text
    .slice(from, from + sampleChars)
    .toLowerCase()
    .split(/[\s.,;:!?"()\u201C\u201D\u201E\u00AB\u00BB]+/);
  if (words.length < wordsMin) return [];
  const counts = new Uint16Array(languages.length);
  /** In the order of their first word, which decides between equals. */
  const seen: number[] = [];
  for (const word of words)
    for (const at of languagesOfWord.get(word) ?? none) {
      if (counts[at] === 0) seen.push(at);
      counts[at] = u16At(counts, at) + 1;
    }
  return seen
    .map((at) => ({ language: mustAt(languages, at), share: u16At(counts, at) / words.length }))
    .sort((a, b) => b.share - a.share);
}
