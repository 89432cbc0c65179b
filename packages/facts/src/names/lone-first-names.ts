import type { Document } from "../document.ts";

/** How far behind such a word a pronoun for a person is looked for, in tokens. */
const pronounReach = 45;

/**
 * Words that open sentences, are followed by a verb and taken up by “he”, “she”, “his” or “her”, occur more than once and never
 * without their capital: people whom the text calls by one name only. `opensSentence` marks the tokens where a capital proves nothing.
 */
export function findLoneFirstNames(document: Document, opensSentence: Uint8Array): ReadonlySet<string> {
  const { scan, language } = document;
  const out = new Set<string>();
  if (language.language !== "en") return out;
  const counts = new Map<string, number>();
  const lowered = new Set<string>();
  for (let i = 0; i < scan.count; i++) {
    if (!scan.isWord(i)) continue;
    if (scan.isCapital(i)) counts.set(scan.raw(i), (counts.get(scan.raw(i)) ?? 0) + 1);
    else lowered.add(scan.lower(i));
  }
  for (let i = 0; i < scan.count; i++) {
    const raw = scan.raw(i);
    const lower = scan.lower(i);
    if (!opensSentence[i] || !scan.isCapital(i) || (counts.get(raw) ?? 0) < 2 || lowered.has(lower)) continue;
    // Most that ends in -s, -ing or -ly is a plural, a verb or an adverb.
    if (!/^\p{Lu}\p{Ll}{2,}$/u.test(raw) || /(?:ing|ly|[^aiou]s)$/.test(raw)) continue;
    if (language.notNames.has(lower) || isCommonNoun(document, lower) || language.verbs.has(lower)) continue;
    if (!language.verbs.has(scan.lower(i + 1))) continue;
    for (let k = i + 2; k < Math.min(scan.count, i + pronounReach) && !scan.isNewline(k); k++) {
      if ((document.quoteOf[k] as number) >= 0 || !/^(?:he|she|his|her|him)$/.test(scan.lower(k))) continue;
      out.add(raw);
      break;
    }
  }
  return out;
}

const isCommonNoun = ({ language }: Document, lower: string): boolean =>
  language.personNouns.has(lower) ||
  language.organisationNouns.has(lower) ||
  language.placeNouns.has(lower) ||
  language.titles.has(lower) ||
  language.demonyms.has(lower);
