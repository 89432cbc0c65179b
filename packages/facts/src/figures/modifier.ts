import type { Figure } from "@wirefold/text";
import type { Language, Modifier } from "@wirefold/text/grammar";
import { onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";

const or = onlyReadingWord("or");

/** Words that widen a figure from behind: “200 or more”. */
const trailing = new Map([
  ["more", "or more"],
  ["less", "or less"],
  ["fewer", "or fewer"],
  ["so", "or so"],
]);

/** The token the words that bound or blur a figure begin at: that of “about” in “a crowd of about 1,200”. */
export function modifierStart(document: Document, figure: Figure): number {
  const { scan, language } = document;
  let at = figure.tokens[0];
  if (language.words.articles.has(scan.lower(at - 1)) && !isPartOfModifier(document, at - 1)) at--;
  const found = (modifiersEnding(language).get(scan.lower(at - 1)) ?? []).find(({ words }) =>
    words.every((word, index) => scan.lower(at - words.length + index) === word),
  );
  return found === undefined ? figure.tokens[0] : at - found.words.length;
}

/** The bound or blur on a figure, as written in lower case: “more than”, “nearly”, “only about”; null where it is plain. */
export function modifierOf(document: Document, figure: Figure): string | null {
  const { scan, language } = document;
  let end = figure.tokens[0];
  // “more than a 70-day march”, “an estimated 4,200”
  const skipsArticle = language.words.articles.has(scan.lower(end - 1)) && !isPartOfModifier(document, end - 1);
  if (skipsArticle) end--;
  while (scan.mark(end - 1) === 0x28 || /^(?:from|between)$/.test(scan.lower(end - 1))) end--;
  const ending = modifiersEnding(language).get(scan.lower(end - 1));
  for (const { words } of ending ?? []) {
    const from = end - words.length;
    if (from < 0 || !words.every((word, index) => scan.lower(from + index) === word)) continue;
    if (words.length === 1 && isOtherUse(document, from, words[0] as string)) continue;
    const text = words.join(" ").replace(/^an? (?=estimated|additional|average)/, "");
    if (text === "estimated" && isHedged(document, figure.tokens[1])) return "estimated; may have";
    return text;
  }
  if (or.test(scan.lower(figure.tokens[1]))) return trailing.get(scan.lower(figure.tokens[1] + 1)) ?? null;
  return null;
}

/** A language's modifiers by their last word, each list in the language's order. */
const endings = new WeakMap<Language, ReadonlyMap<string, readonly Modifier[]>>();

function modifiersEnding(language: Language): ReadonlyMap<string, readonly Modifier[]> {
  const known = endings.get(language);
  if (known) return known;
  const made = new Map<string, Modifier[]>();
  for (const modifier of language.modifiers) {
    const last = modifier.words.at(-1) as string;
    made.set(last, [...(made.get(last) ?? []), modifier]);
  }
  endings.set(language, made);
  return made;
}

const isPartOfModifier = (document: Document, at: number): boolean =>
  /^(?:a|an)$/.test(document.scan.lower(at)) &&
  /^(?:estimated|additional|average|record|total)$/.test(document.scan.lower(at + 1));

/** “around” a table, “over” a bridge, “above” a roof: a figure behind them is not always bounded by them. */
function isOtherUse(document: Document, at: number, word: string): boolean {
  if (word !== "over" && word !== "about") return false;
  const before = document.scan.lower(at - 1);
  return word === "over" && /^(?:took|takes|take|crossed|cross|fight|fought|war|dispute)$/.test(before);
}

function isHedged(document: Document, from: number): boolean {
  for (let i = from; i < from + 5; i++) if (document.scan.lower(i) === "may" || document.scan.lower(i) === "might") return true;
  return false;
}
