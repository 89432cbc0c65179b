import type { Span } from "@wirefold/core";

/** Words of a line that asks the reader for something. */
const appealPattern =
  /\b(?:subscribe|subscription|sign up|sign in|log in|newsletter|donate|donation|paywall|membership|join (?:our|us|the)|support (?:our|us|quality)|for as little as|free trial|already a member|become a (?:member|subscriber)|follow us|download (?:our|the) app|readers like you|(?:professional|loyal|valued) reader|unlike (?:other|many) (?:news|media)|our journalism|journalism we do|privacy policy|terms of (?:use|service)|cookies?)\b/i;
const secondPerson = /\b(?:you|your|our|we|us)\b/i;
const menuPattern =
  /^(?:skip to|see also|read (?:more|also|next)|related|recommended|recent (?:news|posts)|leave a (?:reply|comment)|continue reading|share this|advertisement|comments?|trending|most (?:read|popular)|you may also|more from|tags?:|filed under)/i;

/** Longest line that may be residue of a page instead of prose. */
const residueLengthMax = 600;

/**
 * The lines of a text that are left over from its page: counters, weather, appeals, menus. Only what no article says of itself
 * is named here; cutting boilerplate is the cleaner's work, this is for text that never went through it.
 */
export function findResidue(text: string): Span[] {
  const out: Span[] = [];
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    if (end > at && end - at <= residueLengthMax && isResidue(text.slice(at, end))) out.push([at, end]);
    at = end + 1;
  }
  return out;
}

function isResidue(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed === "") return false;
  // Digits and marks alone: “60º”, “1 / 7”, “12:30”, “|”. Dates have words or full years.
  if (trimmed.length <= 12 && !/\p{L}{2}/u.test(trimmed)) return true;
  if (menuPattern.test(trimmed) && trimmed.length < 200) return true;
  if (secondPerson.test(trimmed) && !/["“”„«»]/.test(trimmed) && appealPattern.test(trimmed)) return true;
  // A few words in lower case, no sentence: a tag or an advertisement’s anchor.
  return trimmed.length < 40 && /^\p{Ll}/u.test(trimmed) && !/[.!?,:;”"]/.test(trimmed) && trimmed.split(/\s+/).length <= 5;
}
