import { createTokenBuffer, detectLanguage, hashFront, hashStem, TokenKind, tokenize } from "@wirefold/text";
import { knowsLanguage, knowsWord } from "./lexicon.ts";

/**
 * The primary language of a document as ISO 639: as given where that is a language tag, else as its text shows. Null where
 * neither says, and where the text holds next to none of that language's common words: a tag may be a guess as well, and a
 * text of another language is read by other stems, so two versions of one text must not be guessed apart.
 */
export function languageOf(given: string | null | undefined, text: string): string | null {
  const isTag = typeof given === "string" && /^[a-z]{2,3}(-|$)/iu.test(given);
  const language = (isTag ? given.split("-")[0]?.toLowerCase() : null) ?? detectLanguage(text);
  return !isTranslated(language) || isWrittenIn(language, text) ? language : null;
}

/** The language that the words of others are translated into, to compare texts across languages: the dictionaries are into it. */
export const PIVOT_LANGUAGE = "en";

/** Whether words of a language are translated to be compared with others; those of an unknown one stand for themselves. */
export const isTranslated = (language: string | null): language is string => language !== null && language !== PIVOT_LANGUAGE;

/** How the words of a language are told: those of the pivot by their stems, others, whose endings no stemmer here knows, by their fronts. */
export const wordHashOf = (language: string | null): ((text: string, start: number, end: number) => number) =>
  isTranslated(language) ? hashFront : hashStem;

/** Common words make half of a text, and more. */
const COMMON_SHARE = 0.2;
/** Words looked at, from the middle on: openings are names and headlines. */
const SAMPLE = 120;
const buffer = createTokenBuffer(SAMPLE);

const LATIN = /\p{Script=Latin}/u;

function isWrittenIn(language: string, text: string): boolean {
  // Of a language whose words are not known only the script tells: Latin letters may be anybody's.
  if (!knowsLanguage(language)) return !LATIN.test(text.slice(0, 1000));
  tokenize(text, buffer, SAMPLE, Math.max(0, Math.floor(text.length / 2) - 400));
  let words = 0;
  let common = 0;
  for (let i = 0; i < buffer.count; i++) {
    const kind = buffer.kind[i];
    // Scripts without spaces are told by their script alone.
    if (kind === TokenKind.ideograph) return true;
    if (kind !== TokenKind.word) continue;
    words++;
    if (knowsWord(language, hashFront(text, buffer.start[i] ?? 0, buffer.end[i] ?? 0))) common++;
  }
  return common >= words * COMMON_SHARE;
}
