import { RETROSPECT_WORDS, type RetrospectList, type RetrospectWords } from "./languages/retrospect-words.ts";
import { ASSUMED_LANGUAGE } from "./languages/traits.ts";

export type { RetrospectList, RetrospectWords };

/** How a language (ISO 639, English where null) says that a text looks back; null where that is not known. */
export function retrospectWords(language: string | null): RetrospectWords | null {
  return RETROSPECT_WORDS[language ?? ASSUMED_LANGUAGE] ?? null;
}
