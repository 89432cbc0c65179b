import { bitsOf } from "./hash-table.ts";

const bits = bitsOf("german-nouns");

/** Whether a word in lower case is a German noun in its basic form, and no name. */
export const isGermanHeadword = (lower: string): boolean => bits(lower) !== 0;
