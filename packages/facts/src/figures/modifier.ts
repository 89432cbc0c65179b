import type { Figure } from "@wirefold/text";
import type { Language, Modifier } from "@wirefold/text/grammar";
import { contextWords, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";

const indefiniteArticle = contextWords("indefiniteArticle");
const rangeLead = contextWords("rangeLead");
const blurringAdjective = contextWords("blurringAdjective");
const estimating = contextWords("estimating");
const over = contextWords("over");
const overObject = contextWords("overObject");
const may = contextWords("may");
const covering = contextWords("covering");
const under = contextWords("under");

const or = readingWordSet("or");

/** Words that widen a figure from behind: “200 or more”. */
const trailing = contextWords("trailingModifier");

/** The token the words that bound or blur a figure begin at: that of “about” in “a crowd of about 1,200”. */
export function modifierStart(document: Document, figure: Figure): number {
  const { scan, language } = document;
  let at = figure.tokens[0];
  if (language.words.articles.has(scan.lower(at - 1)) && !isPartOfModifier(document, at - 1)) at--;
  const found = (modifiersEnding(language).get(scan.lower(at - 1)) ?? []).find(({ words }) =>
    scan.reads(words, at - words.length),
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
  while (scan.mark(end - 1) === 0x28 || rangeLead.has(scan.lower(end - 1))) end--;
  const ending = modifiersEnding(language).get(scan.lower(end - 1));
  for (const { words } of ending ?? []) {
    const from = end - words.length;
    if (from < 0 || !scan.reads(words, from)) continue;
    if (words.length === 1 && isOtherUse(document, from, words[0] as string)) continue;
    const [first = "", second = ""] = words;
    const text = (indefiniteArticle.has(first) && estimating.has(second) ? words.slice(1) : words).join(" ");
    if (text === "estimated" && isHedged(document, figure.tokens[1])) return "estimated; may have";
    return text;
  }
  const [, to] = figure.tokens;
  return or.has(scan.lower(to)) && trailing.has(scan.lower(to + 1)) ? `${scan.lower(to)} ${scan.lower(to + 1)}` : null;
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
  indefiniteArticle.has(document.scan.lower(at)) && blurringAdjective.has(document.scan.lower(at + 1));

/** “crossed over 40 bridges”, “buried roads under 8 centimeters”: what stands before it says that it bounds no figure. */
function isOtherUse({ scan, sentenceOf }: Document, at: number, word: string): boolean {
  if (over.has(word)) return overObject.has(scan.lower(at - 1));
  if (!under.has(word)) return false;
  for (let i = at - 1; i >= 0 && i >= at - COVERED_REACH && sentenceOf[i] === sentenceOf[at]; i--)
    if (covering.has(scan.lower(i))) return true;
  return false;
}

/** Tokens between a verb of covering and what it covers with: “buried roads in the southern district of Halvet under”. */
const COVERED_REACH = 10;

function isHedged(document: Document, from: number): boolean {
  for (let i = from; i < from + 5; i++) if (may.has(document.scan.lower(i))) return true;
  return false;
}
