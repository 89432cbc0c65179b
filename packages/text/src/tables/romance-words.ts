import { bitsOf } from "./hash-table.ts";

const tables: Readonly<Record<string, (word: string) => number>> = { fr: bitsOf("french-words"), es: bitsOf("spanish-words") };

/** Whether a word in lower case is among the common words of French or Spanish, in any form; names may be among them too. */
export const isCommonRomanceWord = (lower: string, language: string): boolean => (tables[language]?.(lower) ?? 0) !== 0;
