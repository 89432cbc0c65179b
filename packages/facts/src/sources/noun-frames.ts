/** Statements that a noun reports: “her claim that …”, “by her own account”, “by Holm’s reckoning”. */
import { contextWords, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import { bounds, frameOf } from "./according-frames.ts";
import { hasNoun } from "./may-speak.ts";
import { phraseAfter, phraseBefore, type SourcePhrase } from "./phrases.ts";
import { ownerBefore, subjectOfSentence } from "./sentence-subject.ts";
import type { FrameInput, SpeechFrame } from "./speech-frame.ts";
import { clauseEnd } from "./statement-extent.ts";

/** How far before “claim” its owner stands, in tokens. */
const ownerReach = 4;

/** “her claim that …”, “the ministry's warning that …”: what is claimed is whose the claim is. */
export function claimFrame(input: FrameInput, at: number): SpeechFrame | null {
  const { document, map } = input;
  const { scan, language } = document;
  // Asked at every word: what may follow is rarer, and a bit tells.
  if (!scan.has(at + 1, lists.subordinators | lists.prepositions)) return null;
  if (!language.reporting.claimNouns.has(scan.lower(at))) return null;
  const [first, end] = bounds(document, at);
  if (!language.reporting.conjunctions.has(scan.lower(at + 1))) return claimByFrame(input, at, end);
  // “her (own) repeated claim”: its owner stands within a few words.
  for (let i = at - 1; i >= Math.max(first, at - ownerReach); i--) {
    if (!scan.isWord(i) && !scan.isGenitive(i)) return null;
    const owner = map.covering(i);
    const isOwner = owner?.isPossessive || scan.isGenitive(i + 1);
    if (owner?.isHuman && isOwner && owner.to <= at)
      return frameOf(document, at, at + 1, {
        source: { from: owner.from, to: owner.to, referent: owner },
        content: [at + 2, clauseEnd(input, at + 2, end)],
      });
  }
  return null;
}

/** “the claim by Ormel that …”: whose claim it is stands between the noun and its clause. */
function claimByFrame(input: FrameInput, at: number, end: number): SpeechFrame | null {
  const { document, map } = input;
  const { scan, language } = document;
  if (!by.has(scan.lower(at + 1))) return null;
  const source = phraseAfter(document, map, at + 2);
  if (source === null || !hasNoun(document, source.from, source.to)) return null;
  if (!language.reporting.conjunctions.has(scan.lower(source.to))) return null;
  return frameOf(document, at, at + 1, { source, content: [source.to + 1, clauseEnd(input, source.to + 1, end)] });
}

/** “by her own account”, “nach eigenen Angaben”: the sentence is its subject's word. */
export function ownWordsFrame(input: FrameInput, at: number): SpeechFrame | null {
  const { document } = input;
  const { scan, language } = document;
  if (!scan.has(at, lists.prepositions) || !scan.has(at, lists.ownWords)) return null;
  const words = phraseIn(language.reporting.ownWords, scan, at);
  if (words === undefined) return null;
  const [first, end] = bounds(document, at);
  const source = subjectOfSentence(input, first, at, null);
  return source && frameOf(document, at, at + words.length, { source, content: [source.to, end] });
}

/** The phrase that stands at a token. */
const phraseIn = (phrases: readonly (readonly string[])[], scan: Document["scan"], at: number): readonly string[] | undefined =>
  phrases.find((each) => scan.reads(each, at));

const by = contextWords("by");
const reckoning = onlyReadingWord("reckoning");
/** Longest “by the environment ministry’s latest count”, in tokens. */
const reckoningReach = 8;

/** “Holm’s”, “police” before the noun for what they counted. */
function counterBefore({ document, map }: FrameInput, from: number, noun: number): SourcePhrase | null {
  const { scan } = document;
  let owner = noun - 1;
  while (owner > from && !scan.isGenitive(owner)) owner--;
  if (owner > from) return phraseBefore(document, map, owner);
  return scan.has(noun - 1, lists.personNouns | lists.organisationNouns)
    ? { from, to: noun, referent: map.covering(noun - 1) }
    : null;
}

/** “by Holm’s reckoning”, “By its estimate, 900 boats”: who has counted is named before the noun. */
export function reckoningFrame(input: FrameInput, at: number): SpeechFrame | null {
  const { document, map } = input;
  const { scan, language } = document;
  if (!scan.is(at, wordKinds.reckonedBy)) return null;
  const [first, end] = bounds(document, at);
  for (let i = at + 2; i < Math.min(end, at + reckoningReach); i++) {
    if (!scan.isWord(i) && !scan.isGenitive(i)) return null;
    if (!reckoning.test(scan.lower(i))) continue;
    const isOwned = language.words.possessives.has(scan.lower(at + 1));
    const pronoun = isOwned ? map.covering(at + 1) : null;
    const content: readonly [number, number] = at - first <= 1 ? [i + 1, end] : [first, at];
    // “By its estimate”: the body the text is about.
    const owner = isOwned && pronoun === null ? ownerBefore(input, at) : null;
    if (owner !== null)
      return {
        ...frameOf(document, at, i + 1, { source: { from: at + 1, to: at + 2, referent: null }, content }),
        sourceName: owner,
      };
    const source = pronoun !== null ? { from: at + 1, to: at + 2, referent: pronoun } : counterBefore(input, at + 1, i);
    if (source === null || source.from <= at) return null;
    return frameOf(document, at, i + 1, { source, content });
  }
  return null;
}
