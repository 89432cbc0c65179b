import type { ReadingWords } from "../../reading-words.ts";

/** Words in Italian that figures, dates and statements are read by, whatever the language of the text. */
export const readingWords: ReadingWords = {
  street: ["via"],
  residueLabel: ["leggi anche"],
  nameJoiner: ["della", "di", "da", "dos", "e"],
};
