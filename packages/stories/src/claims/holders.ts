/** Whose figure it is: the candidate whose share of the vote it is, the driver whose hours they are. */

import type { Span } from "@wirefold/core";
import { fold } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import type { Bearer, PersonMention } from "./bearers.ts";

/** Characters between a name and its figure. */
const REACH = 60;
/** "24.5 percent for Lund", "26.1 percent of the vote to Ellison". */
const GIVEN_TO = new RegExp(`^[^.,;:]{0,24}\\b${anyStoryForm("givenTo")}\\s+(?:\\p{L}+\\.?\\s+){0,2}$`, "iu");
/** A possessive after the name leads to a figure of its own. */
const POSSESSIVE = /^[’']s\b/;
/** Another sentence, or who tells a figure: he need not be who has it. */
const BREAK = new RegExp(`[.;:!?“”"]|\\b${anyStoryForm("saying")}\\b`, "iu");

/** The person named nearest before the figure in its own stretch, or the one it is given to behind it; null where neither is. */
export function holderOf(text: string, people: readonly PersonMention[], stretch: Span, [from, to]: Span): Bearer | null {
  let before: PersonMention | null = null;
  for (const person of people) {
    if (person.span[0] >= stretch[1]) break;
    if (person.span[0] >= to) {
      if (GIVEN_TO.test(text.slice(to, person.span[0])) && !POSSESSIVE.test(text.slice(person.span[1], person.span[1] + 2)))
        return person.bearer;
      break;
    }
    if (person.span[1] <= from && person.span[0] >= stretch[0]) before = person;
  }
  if (before === null || from - before.span[1] > REACH || BREAK.test(text.slice(before.span[1], from))) return null;
  return before.bearer;
}

/** Words with a capital in a row, possessives parted from them. */
const NAMED = /\p{Lu}[\p{L}-]*\p{Ll}[\p{L}-]*(?:(?:[’']s)?\s+\p{Lu}[\p{L}-]*\p{Ll}[\p{L}-]*)*/gu;
/** "30.8 percent for the Labour Front". */
const NAMED_BEHIND = new RegExp(`^[^.,;:]{0,24}\\b${anyStoryForm("givenTo")}\\s+(?:\\p{Ll}+\\s+)?$`, "iu");
const NOBODY: readonly string[] = [];

/**
 * Words of the name that a share is of, whoever or whatever bears it: the last one before the figure in its stretch, or the one it is given to
 * behind it; none where somebody tells it in between. `isName`: whether some document of the story has the folded word in a name. Nouns of German all have a capital: it tells nothing there.
 */
export function namesBeside(text: string, stretch: Span, [from, to]: Span, isName: (word: string) => boolean): readonly string[] {
  const after = text.slice(to, Math.min(stretch[1], to + REACH));
  NAMED.lastIndex = 0;
  const next = NAMED.exec(after);
  if (next !== null && NAMED_BEHIND.test(after.slice(0, next.index))) return wordsOf(next[0]).filter(isName);
  const before = text.slice(Math.max(stretch[0], from - REACH), from);
  let [last, end] = [NOBODY, 0];
  NAMED.lastIndex = 0;
  for (let found = NAMED.exec(before); found !== null; found = NAMED.exec(before)) {
    const words = wordsOf(found[0]).filter(isName);
    if (words.length > 0) [last, end] = [words, found.index + found[0].length];
  }
  return BREAK.test(before.slice(end)) ? NOBODY : last;
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/[’']s\b/g, "")
    .split(/\s+/)
    .map((word) => fold(word));
