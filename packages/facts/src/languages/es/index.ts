import { spanish as words } from "@wirefold/text";
import type { Language } from "../language.ts";
import { neutral } from "../neutral/index.ts";

/** Spanish: figures with their units and dates are read; who says what and what is counted are not yet. */
export const spanish: Language = { ...neutral, language: "es", words, prepositions: words.datePrepositions };
