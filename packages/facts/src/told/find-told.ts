/**
 * The statements a text tells without quotation marks: those that the rules read, and others that a fitted model finds. For each word
 * that may be a cue the model chooses whose the statement is and which words it covers, and then decides whether there is one. It is
 * fitted on the cues of the rules as well, which show what a statement looks like.
 */
import { textOf } from "../document.ts";
import type { Reading } from "../reading.ts";
import type { SourcePhrase } from "../sources/phrases.ts";
import { isHyphenated, isNounHere, isNounOfVerb, isUnsaid } from "../sources/reporting-verbs.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { lists } from "../word-roles.ts";
import { cueFeatures, earlyFeatures, type ToldChoice, wordFeatures } from "./cue-features.ts";
import { extentOptions } from "./extent-options.ts";
import { sourceFeatures, sourceOptions, type ToldCue } from "./source-options.ts";
import { Features, likeliest, type ToldTable } from "./told-space.ts";

export interface ToldModel {
  /** Whether a word may be a cue at all, from the word and its neighbours. */
  readonly early: ToldTable;
  /** Sum of the word's own weights from which its neighbours are read, and of all these from which source and extent are. */
  readonly wordMin: number;
  readonly earlyMin: number;
  readonly source: ToldTable;
  readonly extent: ToldTable;
  readonly cue: ToldTable;
  /** Log-odds from which a statement counts as told. */
  readonly acceptMin: number;
}

const cueLists =
  lists.speechVerbs |
  lists.looseSpeechVerbs |
  lists.reportVerbs |
  lists.attitudeVerbs |
  lists.verbs |
  lists.nounLikeVerbs |
  lists.speechNouns;

/** What may be a cue, in order: where the rules read a statement, and those verbs and nouns that `isLikely` lets through. */
export function eachCue({ document, frames }: Reading, isLikely: (cue: ToldCue) => boolean, visit: (cue: ToldCue) => void): void {
  const { scan, quoteOf, sentenceOf } = document;
  const ordered = [...frames].sort((a, b) => a.cueFrom - b.cueFrom);
  const word = { at: 0, rule: null };
  let next = 0;
  for (let at = 0; at < scan.count; at++) {
    const from = next;
    for (let rule = ordered[next]; rule?.cueFrom === at; rule = ordered[++next]) {
      visit({ at, rule });
    }
    // A capital within a sentence is a name's, or a noun's.
    if (next > from || !scan.has(at, cueLists) || (quoteOf[at] as number) >= 0) continue;
    if (scan.isCapital(at) && sentenceOf[at] === sentenceOf[at - 1]) continue;
    word.at = at;
    if (isLikely(word)) visit({ at, rule: null });
  }
}

/** The likeliest source and words of a cue; null where no words stand around it. */
export function chooseTold(
  reading: Reading,
  cue: ToldCue,
  last: SourcePhrase | null,
  { source, extent }: Pick<ToldModel, "source" | "extent">,
  features: Features,
): ToldChoice | null {
  const sources = sourceOptions(reading, cue, last);
  const [chosen, sourceShare] =
    sources.length === 1
      ? [0, 1]
      : likeliest(sources.map((option) => sourceFeatures(reading, cue.at, option, features).score(source)));
  const phrase = sources[chosen];
  if (phrase === undefined) return null;
  const extents = extentOptions(reading, cue, phrase, extent, features);
  const [widest, extentShare] = likeliest(extents.map(({ score }) => score));
  const words = extents[widest];
  return words === undefined ? null : { cue, source: phrase, sourceShare, extent: words, extentShare };
}

/** A statement with the log-odds that it is one. */
export interface ScoredFrame {
  readonly frame: SpeechFrame;
  readonly score: number;
}

/** Share of the longer of two statements that both cover, from which they are one. */
const sameShareMin = 0.5;

/** The likely statements that the rules do not read. */
export function scoreTold(reading: Reading, model: ToldModel): ScoredFrame[] {
  const scored: ScoredFrame[] = [];
  const features = new Features();
  let last: SourcePhrase | null = null;
  const isLikely = (cue: ToldCue): boolean =>
    wordFeatures(reading, cue, features).score(model.early) >= model.wordMin &&
    earlyFeatures(reading, cue, features).score(model.early) >= model.earlyMin;
  eachCue(reading, isLikely, (cue) => {
    const { at, rule } = cue;
    if (rule !== null) {
      last = { from: rule.sourceFrom, to: rule.sourceTo, referent: rule.referent };
      return;
    }
    // A plain verb of saying the rules know: where they read nothing, nothing is told.
    if (reading.document.scan.has(at, lists.speechVerbs) || isNone(reading, at)) return;
    const choice = chooseTold(reading, cue, last, model, features);
    if (choice === null || choice.source.from < 0) return;
    const score = cueFeatures(reading, choice, last !== null, features).score(model.cue);
    if (score > 0) last = choice.source;
    if (score >= model.acceptMin) scored.push({ frame: frameOf(reading, choice), score });
  });
  return scored.sort((a, b) => b.score - a.score);
}

/** The statements of a text: those of the rules, and others that are likely and cover other words, in order. */
export function findTold(reading: Reading, model: ToldModel): SpeechFrame[] {
  const out = [...reading.frames];
  for (const { frame } of scoreTold(reading, model)) if (!out.some((each) => covers(each, frame, sameShareMin))) out.push(frame);
  return out.sort((a, b) => a.cueFrom - b.cueFrom);
}

/** Whether the words that two statements both cover are such a share of the longer. */
function covers(a: SpeechFrame, b: SpeechFrame, share: number): boolean {
  const shared = Math.min(a.contentTo, b.contentTo) - Math.max(a.contentFrom, b.contentFrom);
  return shared >= share * Math.max(a.contentTo - a.contentFrom, b.contentTo - b.contentFrom);
}

/** A noun, or what was denied, declined (“refused to say whether”) or only supposed. */
function isNone({ document }: Reading, at: number): boolean {
  const { scan, language } = document;
  if (scan.lower(at + 1) === language.reporting.infinitiveMark && scan.has(at + 2, lists.speechVerbs)) return true;
  return isHyphenated(document, at) || isNounHere(document, at) || isNounOfVerb(document, at) || isUnsaid(document, at);
}

function frameOf({ document }: Reading, { cue: { at }, source, extent }: ToldChoice): SpeechFrame {
  return {
    cueFrom: at,
    cueTo: at + 1,
    cueText: textOf(document, at, at + 1),
    sourceFrom: source.from,
    sourceTo: source.to,
    referent: source.referent,
    contentFrom: document.scan.has(extent.from, lists.conjunctions) ? extent.from + 1 : extent.from,
    contentTo: extent.to,
    via: null,
  };
}
