/**
 * People harmed who are counted without a number: “a passenger was hurt”, “killing a guard”, “ein Todesopfer”, “no one was injured”.
 * Only at the head of a text, where it says what happened; further on it tells of somebody.
 */
import type { Figure } from "@wirefold/text";
import { type HarmWords, harmWordsOf } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { closesAge } from "./is-story-figure.ts";

/** Sentences of a text's head, and of its headline. */
const headSentences = 5;
/** Longest phrase before its noun: “a 34-year-old off-duty police officer”, in tokens. */
const phraseReach = 9;
/** Tokens between a helping verb and what happened; farther where that closes the clause. */
const stateReach = 4;
const clauseReach = 16;
const helpReach = 6;

/** The counts of a text's head, in order. */
export function smallCounts(document: Document): Figure[] {
  const { scan, language, sentences } = document;
  const words = harmWordsOf(language.language);
  if (words === null) return [];
  const end = sentences[Math.min(headSentences, sentences.length) - 1]?.[1] ?? 0;
  const out: Figure[] = [];
  for (let at = 0; at < end; at++) {
    if (!scan.isWord(at)) continue;
    const lower = scan.lower(at);
    const found = words.article.has(lower)
      ? oneHarmed(document, at, words)
      : words.nobody.has(lower) || words.no.has(lower)
        ? nobodyHarmed(document, at, words)
        : null;
    if (found === null) continue;
    out.push(found);
    at = found.tokens[1] - 1;
  }
  return out;
}

/** “a passenger was hurt”, “killing a guard”, “a couple died”, “eine Frau starb”, “ein Toter”. */
function oneHarmed(document: Document, at: number, words: HarmWords): Figure | null {
  const { scan } = document;
  const noun = nounBehind(document, at, words);
  if (noun === null) return null;
  const lower = scan.lower(noun);
  const value = words.pair?.get(lower) ?? 1;
  const isHarmed =
    words.victim?.has(lower) === true ||
    words.harms?.has(scan.lower(at - 1)) === true ||
    isSuffering(document, at, pairEnd(document, noun, words), words);
  return isHarmed ? counted(document, at, at + 1, value) : null;
}

/** “a trio of hikers”: the token behind whom a noun for a few people counts. */
const pairEnd = ({ scan, language }: Document, noun: number, words: HarmWords): number =>
  words.pair?.has(scan.lower(noun)) === true && language.words.of.has(scan.lower(noun + 1)) ? noun + 3 : noun + 1;

/** The noun for a person that an article leads to; null where another word ends the phrase. */
function nounBehind({ scan, language }: Document, at: number, words: HarmWords): number | null {
  let found: number | null = null;
  for (let i = at + 1; i < at + phraseReach && i < scan.count; i++) {
    const lower = scan.lower(i);
    const joins = (scan.mark(i) === 0x2d && scan.isGlued(i)) || scan.isNumber(i);
    if (joins) continue;
    if (!scan.isWord(i) || words.notOne?.has(lower) === true) break;
    // “off-duty”
    if (scan.mark(i + 1) === 0x2d && scan.isGlued(i + 1)) continue;
    if (words.people.has(lower) || words.victim?.has(lower) === true) {
      found = i;
      if (language.capitalisesNouns) break;
      continue;
    }
    // What stands behind the noun is no part of its phrase any more.
    if (found !== null) break;
    const isAnotherPhrase = language.capitalisesNouns
      ? scan.isCapital(i) && !scan.isGlued(i)
      : language.prepositions.has(lower) || language.determiners.has(lower);
    if (isAnotherPhrase) break;
    if (words.helping.has(lower) || language.pronouns.has(lower) || language.subordinators.has(lower)) break;
  }
  // “a passenger ferry was lost”
  if (found === null || !language.nounsQualify) return found;
  const behind = scan.lower(found + 1);
  const isEnd =
    !scan.isWord(found + 1) ||
    words.helping.has(behind) ||
    words.died.has(behind) ||
    words.suffered.has(behind) ||
    language.prepositions.has(behind) ||
    language.subordinators.has(behind) ||
    language.words.and.has(behind);
  return isEnd && scan.mark(found + 1) !== 0x2d && !scan.isGenitive(found + 1) ? found : null;
}

/** Whether the words behind a noun, or before its article where the verb closes the clause, say that those it names were harmed. */
function isSuffering(document: Document, at: number, behind: number, words: HarmWords): boolean {
  const { scan, language } = document;
  // “von einem Polizisten erschossen”: who did it.
  if (language.verbCloses && language.prepositions.has(scan.lower(at - 1))) return false;
  if (words.died.has(scan.lower(behind)) || words.suffered.has(scan.lower(behind))) return true;
  if (language.verbCloses) {
    if (words.died.has(scan.lower(at - 1))) return true;
    if (!words.helping.has(scan.lower(behind)) && !hasHelpBefore(document, at, words)) return false;
    for (let i = behind; i < behind + clauseReach && scan.mark(i) !== 0x2e && scan.mark(i) !== 0x2c && !scan.isNewline(i); i++)
      if (words.suffered.has(scan.lower(i))) return true;
    return false;
  }
  if (!words.helping.has(scan.lower(behind))) return false;
  for (let i = behind + 1; i <= behind + stateReach && scan.isWord(i); i++) {
    const lower = scan.lower(i);
    if (words.suffered.has(lower) || words.died.has(lower)) return true;
    if (!words.helping.has(lower) && words.between?.has(lower) !== true) return false;
  }
  return false;
}

/** “ist am Montag ein Mann … gekommen”: the helping verb stands before the article, in its clause. */
function hasHelpBefore({ scan }: Document, at: number, words: HarmWords): boolean {
  for (let i = at - 1; i >= at - helpReach && (scan.isWord(i) || scan.isNumber(i)); i--)
    if (words.helping.has(scan.lower(i)) || (i === at - 1 && words.has?.has(scan.lower(i)) === true)) return true;
  return false;
}

/** “No one was hurt”, “nobody died”, “no injuries were reported”, “keine Verletzten”, “niemand wurde verletzt”. */
function nobodyHarmed(document: Document, at: number, words: HarmWords): Figure | null {
  const { scan } = document;
  const next = scan.lower(at + 1);
  if (words.nobody.has(scan.lower(at))) {
    // “Verletzt wurde niemand.”
    const isInverted = words.helping.has(scan.lower(at - 1)) && words.suffered.has(scan.lower(at - 2));
    return isInverted || isSuffering(document, at, at + 1, words) ? counted(document, at, at + 1, 0) : null;
  }
  if (words.one?.has(next) === true) return isSuffering(document, at, at + 2, words) ? counted(document, at, at + 2, 0) : null;
  if (words.victim?.has(next) === true) return counted(document, at, at + 1, 0);
  if (words.people.has(next)) return isSuffering(document, at, at + 2, words) ? counted(document, at, at + 1, 0) : null;
  if (words.harm?.has(next) !== true) return null;
  const isTold = [at - 1, at - 2, at + 2, at + 3].some((i) => words.reported?.has(scan.lower(i)) === true);
  return isTold || closesAge(scan.mark(at + 2)) ? counted(document, at, at + 1, 0) : null;
}

function counted({ scan, source }: Document, from: number, to: number, value: number): Figure {
  const span = [scan.starts[from] ?? 0, scan.ends[to - 1] ?? 0] as const;
  return {
    ...{ span: [...span], text: source.slice(...span), kind: "count", value, range: null, unit: "person" },
    ...{ isVague: false, hasDigits: false, tokens: [from, to] },
  };
}
