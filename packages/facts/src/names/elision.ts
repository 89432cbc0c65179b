import type { Document } from "../document.ts";

/** Length of an article or a preposition that a French name is tied to: “l'Oise”, “d'Ana”. */
export const elisionLength = 2;

const elided = /^[ld]['’]\p{Lu}/iu;
const capital = /^\p{Lu}/u;

/** How many letters of the word at a token stand before the name it holds; 0 where it holds none, or is all name. */
export function elisionAt({ scan, language }: Document, at: number): number {
  if (!language.tiesArticles || !scan.isWord(at)) return 0;
  const mark = scan.text.charCodeAt((scan.starts[at] as number) + 1);
  if (mark !== 0x27 && mark !== 0x2019) return 0;
  const raw = scan.raw(at);
  return elided.test(raw) && capital.test(raw.slice(elisionLength)) ? elisionLength : 0;
}
