import { detectLanguage } from "@wirefold/text";

/** The primary language of a document as ISO 639: as given where that is a language tag, else as its text shows. */
export function languageOf(given: string | null | undefined, text: string): string | null {
  if (typeof given === "string" && /^[a-z]{2,3}(-|$)/iu.test(given)) return given.split("-")[0]?.toLowerCase() ?? null;
  return detectLanguage(text);
}
