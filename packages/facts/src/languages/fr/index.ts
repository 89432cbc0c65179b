import { french as words } from "@wirefold/text";
import type { Language } from "../language.ts";
import { neutral } from "../neutral/index.ts";

/** French: figures with their units and dates are read; who says what and what is counted are not yet. */
export const french: Language = { ...neutral, language: "fr", words, prepositions: words.datePrepositions };
