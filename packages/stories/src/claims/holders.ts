/** Whose figure it is: the candidate whose share of the vote it is, the driver whose hours they are. */

import type { Span } from "@wirefold/core";
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
