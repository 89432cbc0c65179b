/**
 * Sentences that a verb's form alone marks as somebody's word: German writes “Die Stadt habe …” for what the mayor, who spoke in
 * the sentence before, says further.
 */
import { contextWords } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frames.ts";

const speakerItself = contextWords("speakerItself");

/** How far into a sentence its finite verb stands, in tokens. */
const verbReach = 12;
/** Sentences back in a paragraph in which the speaker is looked for. */
const sentencesBack = 3;

/** The statement a sentence is, where its verb has the form of reported speech and the sentences before it name a speaker. */
function reportedFormFrame(
  document: Document,
  map: ReferentMap,
  sentence: number,
  told: ReadonlyMap<number, SpeechFrame>,
): SpeechFrame | null {
  const bounds = document.sentences[sentence];
  if (bounds === undefined || document.language.reporting.reportedForms.size === 0) return null;
  const [first, end] = bounds;
  const verb = reportedVerb(document, first, end);
  if (verb < 0) return null;
  for (let back = sentence - 1; back >= Math.max(0, sentence - sentencesBack); back--) {
    const before = document.sentences[back];
    if (before === undefined || document.paragraphOf[before[0]] !== document.paragraphOf[first]) return null;
    const frame = told.get(back);
    const source =
      frame !== undefined
        ? { from: frame.sourceFrom, to: frame.sourceTo, referent: frame.referent }
        : speakerIn(document, map, before[0], before[1]);
    if (source === null) continue;
    return {
      ...{ cueFrom: verb, cueTo: verb + 1, cueText: textOf(document, verb, verb + 1) },
      ...{ sourceFrom: source.from, sourceTo: source.to, referent: source.referent },
      ...{ contentFrom: first, contentTo: end, via: null },
    };
  }
  return null;
}

/** The verb in the form of reported speech, outside quotation marks and with no “ich” or “es” of wishes before it; -1 without one. */
function reportedVerb({ scan, language, quoteOf }: Document, first: number, end: number): number {
  for (let i = first; i < Math.min(end, first + verbReach); i++) {
    if ((quoteOf[i] ?? -1) >= 0) return -1;
    if (!scan.isCapital(i) && language.reporting.reportedForms.has(scan.lower(i)))
      return speakerItself.has(scan.lower(i - 1)) ? -1 : i;
    // A finite verb of its own: the sentence is the article's.
    if (scan.has(i, lists.speechVerbs) && !language.reporting.reportedForms.has(scan.lower(i))) return -1;
  }
  return -1;
}

/** Who says something in a sentence that quotes: “sagte Ana Duarte: „…“”. */
function speakerIn(document: Document, map: ReferentMap, first: number, end: number): SourcePhrase | null {
  const { scan, language, quoteOf } = document;
  for (let i = first; i < end; i++) {
    if ((quoteOf[i] ?? -1) >= 0 || !language.reporting.sayVerbs.has(scan.lower(i))) continue;
    for (const phrase of [phraseAfter(document, map, i + 1), phraseBefore(document, map, i)])
      if (phrase?.referent?.isHuman && !phrase.referent.isQuoted && phrase.from >= first) return phrase;
  }
  return null;
}

/** The frames with those of sentences that only the form of their verb marks as reported. */
export function withReportedForms(document: Document, map: ReferentMap, frames: SpeechFrame[]): SpeechFrame[] {
  if (document.language.reporting.reportedForms.size === 0) return frames;
  const told = new Map<number, SpeechFrame>();
  for (const frame of frames) told.set(document.sentenceOf[frame.cueFrom] as number, frame);
  let added = false;
  for (let sentence = 1; sentence < document.sentences.length; sentence++) {
    if (told.has(sentence)) continue;
    const frame = reportedFormFrame(document, map, sentence, told);
    if (frame === null) continue;
    told.set(sentence, frame);
    frames.push(frame);
    added = true;
  }
  return added ? frames.sort((a, b) => a.cueFrom - b.cueFrom) : frames;
}
