import { contextWords, englishNoun, isFirstName, isPersonName, knownBodies } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const topLevelDomain = contextWords("topLevelDomain");
const the = contextWords("the");

/** “YouTube”, “NextHarbour”, but not “McDuarte”, “DeSorrel” or “LaQuill”; asked only of words with a capital inside. */
export const camelCase = /^(?!(?:Mc|Mac|De|Di|Du|Da|La|Le|Lo|Fitz|Van|St|O)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{L}+$/u;

const isSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || code >= 0xdf;
const isLarge = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** Whether a small letter of a token is followed by a capital. */
function hasInnerCapital({ text, starts, ends }: Document["scan"], at: number): boolean {
  const end = ends[at] ?? 0;
  for (let i = (starts[at] ?? 0) + 2; i < end; i++)
    if (isLarge(text.charCodeAt(i)) && isSmall(text.charCodeAt(i - 1))) return true;
  return false;
}

/** Three capitals and more, and nothing else. */
function isInitials({ text, starts, ends }: Document["scan"], at: number): boolean {
  const end = ends[at] ?? 0;
  const from = starts[at] ?? 0;
  if (end - from < 3) return false;
  for (let i = from; i < end; i++) if (!isLarge(text.charCodeAt(i))) return false;
  return true;
}

/** Whether a noun stands at a token, in the singular or plural, that is hardly anybody’s name: “Optics”, “Squad”, “Strategies”. */
export function isCommonNoun(lower: string): boolean {
  // “Optics”, “Robotics”
  if (lower.length > 5 && lower.endsWith("ics")) return true;
  const noun = englishNoun(lower);
  return noun !== null && (noun.isPlain || !isPersonName(lower));
}

/**
 * Whether a name shows by its form alone that it is a body’s: one that is listed or begins with one that is (“YouTube Sorrel”), a
 * capital inside a word, initials at its end (“NS Union BRT”), a domain (“Sorrel.com”).
 */
export function hasBodyForm({ scan }: Document, from: number, to: number, surface: string): boolean {
  if (knownBodies.has(surface)) return true;
  if (to - from === 1) {
    const isDomain = scan.mark(to) === 0x2e && scan.isGlued(to) && scan.isGlued(to + 1) && topLevelDomain.has(scan.lower(to + 1));
    return isDomain || (hasInnerCapital(scan, from) && camelCase.test(surface));
  }
  if (isFirstName(scan.lower(from))) return false;
  if (knownBodies.has(scan.raw(from)) || isInitials(scan, to - 1)) return true;
  for (let i = from; i < to; i++) if (hasInnerCapital(scan, i) && camelCase.test(scan.raw(i))) return true;
  return false;
}

/** Words that are somebody’s surname where they stand alone with a capital: “Stone said”. */
export function findLoneCapitals({ scan }: Document, opensSentence: Uint8Array, isTitleCase: Uint8Array): ReadonlySet<string> {
  const out = new Set<string>();
  for (let i = 0; i < scan.count; i++) {
    if (!scan.isCapital(i) || isTitleCase[i] || scan.isCapital(i + 1) || scan.isCapital(i - 1)) continue;
    if (opensSentence[i] && !scan.has(i + 1, lists.speechVerbs) && !scan.isGenitive(i + 1)) continue;
    if (!the.has(scan.lower(i - 1))) out.add(scan.raw(i));
  }
  return out;
}
