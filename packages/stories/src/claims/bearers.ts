/** Whose age a figure gives: two ages of one person are one question, equal ages of two people are two. */

import type { Span } from "@wirefold/core";
import { fold } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import type { ReconcileMember } from "../reconcile-member.ts";

/** A person as one document names them. */
export interface Bearer {
  /** Words before the last: given names, and what a text puts before them. */
  readonly given: readonly string[];
  readonly last: string;
}

export interface PersonMention {
  readonly span: Span;
  readonly bearer: Bearer;
}

/** Mentions of people, in the order of the text. */
export function personMentions({ facts }: ReconcileMember): PersonMention[] {
  const found: PersonMention[] = [];
  for (const { type, canonical, mentions } of facts?.entities ?? []) {
    if (type !== "person") continue;
    const words = fold(canonical).split(/\s+/).filter(Boolean);
    const last = words.at(-1);
    if (last === undefined) continue;
    const bearer = { given: words.slice(0, -1), last };
    for (const { span } of mentions) found.push({ span, bearer });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Characters between a name and the age behind it, and from an age to the name it stands before. */
const BEHIND = 90;
const BEFORE = 24;
/** Characters from a name to a sentence about it that names nobody. */
const FAR = 300;
const PRONOUN = new RegExp(`^\\s*${anyStoryForm("pronoun")}\\s+${anyStoryForm("wasOld")}\\s*$`, "iu");
/** “Die 49-Jährige leitete …”, “The 58-year-old had denied …”: whom the text spoke of. */
const DESCRIBED = new RegExp(`^\\s*${anyStoryForm("theOne")}\\s+$`, "iu");
/** What parts a name from an age that is another person's. */
const OTHERS = new RegExp(`[’']s\\b|\\b${anyStoryForm("belongsTo")}\\b`, "iu");
/** "Then 12", "when he was 30": no age of the day. */
const THEN = new RegExp(`\\b${anyStoryForm("ofAnotherDay")}\\s+(?:${anyStoryForm("agedWord")}\\s+)?$`, "iu");
const THEN_BEHIND = new RegExp(`^[^.;]{0,24}\\b${anyStoryForm("atThatTime")}\\b`, "iu");

/** The person whose age stands at `number`; null where the sentence does not say, or the age is of another day. */
export function bearerOf(text: string, people: readonly PersonMention[], [start, end]: Span, [from, to]: Span): Bearer | null {
  if (THEN.test(text.slice(Math.max(start, from - 40), from)) || THEN_BEHIND.test(text.slice(to, Math.min(end, to + 40))))
    return null;
  let before: PersonMention | null = null;
  for (const person of people) {
    if (person.span[1] <= from) before = person;
    else {
      // "The 58-year-old Gwen Tarrant".
      const gap = text.slice(to, person.span[0]);
      if (person.span[0] >= to && person.span[0] < end && gap.length <= BEFORE && !/[,.;:]/.test(gap) && !OTHERS.test(gap))
        return person.bearer;
      break;
    }
  }
  if (before === null) return null;
  // "Ole Brandt has died. He was 83."
  if (before.span[0] < start) {
    const lead = text.slice(start, from);
    return from - before.span[1] <= FAR && (PRONOUN.test(lead) || DESCRIBED.test(lead)) ? before.bearer : null;
  }
  const gap = text.slice(before.span[1], from);
  return gap.length > BEHIND || OTHERS.test(gap) ? null : before.bearer;
}

/** "Robert Buck" and "the Englishman Robert Buck", "Buck", "Robert Bucke": a given name in common, or none known, and one surname or nearly. */
export function areOnePerson(a: Bearer, b: Bearer): boolean {
  const share = a.given.some((word) => b.given.includes(word));
  return a.last === b.last ? share || a.given.length === 0 || b.given.length === 0 : share && areNearlyOne(a.last, b.last);
}

/** Letters from which a surname is long enough to be misspelt and still known. */
const MISSPELT_MIN = 5;

/** One letter more, less or other. */
function areNearlyOne(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MISSPELT_MIN || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let left = 0;
  while (left < Math.min(a.length, b.length) - from && a[a.length - 1 - left] === b[b.length - 1 - left]) left++;
  return Math.max(a.length, b.length) - from - left <= 1;
}
