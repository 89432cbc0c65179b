import { GERMAN_NOUNS } from "./data/german-nouns.ts";
import { bitsOf } from "./hash-table.ts";

const bits = bitsOf(GERMAN_NOUNS);

/** Whether a word in lower case is a German noun in its basic form, and no name. */
export const isGermanHeadword = (lower: string): boolean => bits(lower) !== 0;
