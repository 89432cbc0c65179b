import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { FewWords, lists } from "../word-roles.ts";

/** How far behind such a word a pronoun for a person is looked for, in tokens. */
const pronounReach = 45;

/**
 * Words that open sentences, are followed by a verb and taken up by “he”, “she”, “his” or “her”, occur more than once and never
 * without their capital: people whom the text calls by one name only. `opensSentence` marks the tokens where a capital proves nothing.
 */
export function findLoneFirstNames(document: Document, opensSentence: Uint8Array): ReadonlySet<string> {
  const { scan, language } = document;
  const out = new Set<string>();
  if (!language.subjectLeads) return out;
  const candidates = new Map<string, Candidate>();
  const lowers = new Set<string>();
  const sought = new FewWords();
  for (let i = 0; i < scan.count; i++) {
    if (!opensSentence[i] || !scan.isCapital(i)) continue;
    const lower = scan.lower(i);
    if (language.verbs.has(lower) || !scan.has(i + 1, lists.verbs)) continue;
    if (language.notNames.has(lower) || isCommonNoun(document, lower)) continue;
    const raw = scan.raw(i);
    // Most that ends in -s, -ing or -ly is a plural, a verb or an adverb.
    if (!/^\p{Lu}\p{Ll}{2,}$/u.test(raw) || /(?:ing|ly|[^aiou]s)$/.test(raw)) continue;
    const known = candidates.get(raw);
    if (known) known.isPerson ||= isTakenUp(document, i);
    else candidates.set(raw, { lower, isPerson: isTakenUp(document, i), count: 0 });
    lowers.add(lower);
    sought.add(scan.wordAt(i));
  }
  if (lowers.size === 0) return out;
  const lowered = new Set<string>();
  for (let i = 0; i < scan.count; i++) {
    if (!scan.isWord(i) || !sought.mayHold(scan.wordAt(i)) || !lowers.has(scan.lower(i))) continue;
    const known = scan.isCapital(i) ? candidates.get(scan.raw(i)) : undefined;
    if (known) known.count++;
    else if (!scan.isCapital(i)) lowered.add(scan.lower(i));
  }
  for (const [raw, { lower, isPerson, count }] of candidates) if (isPerson && count >= 2 && !lowered.has(lower)) out.add(raw);
  return out;
}

interface Candidate {
  readonly lower: string;
  isPerson: boolean;
  count: number;
}

const personPronouns = contextWords("personPronoun");

/** A pronoun for a person follows in the same paragraph, outside quotations. */
function isTakenUp(document: Document, at: number): boolean {
  const { scan } = document;
  const limit = Math.min(scan.count, at + pronounReach);
  for (let k = at + 2; k < limit && !scan.isNewline(k); k++)
    if ((document.quoteOf[k] as number) < 0 && personPronouns.has(scan.lower(k))) return true;
  return false;
}

const isCommonNoun = ({ language }: Document, lower: string): boolean =>
  language.personNouns.has(lower) ||
  language.organisationNouns.has(lower) ||
  language.placeNouns.has(lower) ||
  language.titles.has(lower) ||
  language.demonyms.has(lower);
