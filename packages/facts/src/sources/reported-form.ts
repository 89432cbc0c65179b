/**
 * Sentences that a verb's form alone marks as somebody's word: German writes “Die Stadt habe …” for what the mayor, who spoke in
 * the sentence before, says further.
 */
import { contextWords } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { clauseVerbs, readMainClause } from "./main-clause.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const speakerItself = contextWords("speakerItself");

/** How far into a sentence its finite verb stands, in tokens. */
const verbReach = 12;
/** How far where the sentence before was told. */
const verbReachOn = 24;
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
  const isGoingOn = told.has(sentence - 1);
  const own = reportedVerb(document, first, end);
  const verb = own >= 0 || !isGoingOn ? own : continuedVerb(document, first, end);
  if (verb < 0) return null;
  const found = sourceBefore(document, map, sentence, told) ?? sourceBehind(document, map, sentence);
  if (found === null) return null;
  return {
    ...{ cueFrom: verb, cueTo: verb + 1, cueText: textOf(document, verb, verb + 1) },
    ...{ sourceFrom: found.from, sourceTo: found.to, referent: found.referent },
    ...{ contentFrom: first, contentTo: end, via: null },
  };
}

const paragraphAt = ({ paragraphOf, sentences }: Document, sentence: number): number =>
  paragraphOf[sentences[sentence]?.[0] ?? 0] ?? 0;

/** Who was said to speak in the sentences before; of another paragraph only the last sentence counts, where it tells something. */
function sourceBefore(
  document: Document,
  map: ReferentMap,
  sentence: number,
  told: ReadonlyMap<number, SpeechFrame>,
): SourcePhrase | null {
  for (let back = sentence - 1; back >= Math.max(0, sentence - sentencesBack); back--) {
    const before = document.sentences[back];
    if (before === undefined) return null;
    const frame = told.get(back);
    const isApart = paragraphAt(document, back) !== paragraphAt(document, sentence);
    if (isApart && (back !== sentence - 1 || frame === undefined)) return null;
    if (frame !== undefined) return { from: frame.sourceFrom, to: frame.sourceTo, referent: frame.referent };
    const speaker = speakerIn(document, map, back);
    if (speaker !== null) return speaker;
    if (isApart) return null;
  }
  return null;
}

/** “Sie habe nichts gegen ihn. „…“, sagte die Frau.”: who speaks in the next sentence that says so, in forms of reported speech up to it. */
function sourceBehind(document: Document, map: ReferentMap, sentence: number): SourcePhrase | null {
  for (let next = sentence + 1; next <= sentence + sentencesBack; next++) {
    const behind = document.sentences[next];
    if (behind === undefined || paragraphAt(document, next) !== paragraphAt(document, sentence)) return null;
    const speaker = speakerIn(document, map, next);
    if (speaker !== null) return speaker;
    if (reportedVerb(document, behind[0], behind[1]) < 0 && (document.quoteOf[behind[0]] ?? -1) < 0) return null;
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

const anyFinite = lists.speechVerbs | lists.passiveAuxiliaries | lists.verbs;

/**
 * The verb of a main clause whose form goes on with what the sentence before told: farther in, in the forms that suppose (“würden”), or a
 * verb in -e behind a pronoun or a noun with its article (“Das Werk diene …”).
 */
function continuedVerb({ scan, language, quoteOf }: Document, first: number, end: number): number {
  const { reportedForms, supposedForms } = language.reporting;
  let isDependent = false;
  for (let i = first; i < Math.min(end, first + verbReachOn); i++) {
    if ((quoteOf[i] ?? -1) >= 0) continue;
    if (!scan.isWord(i)) {
      if (scan.mark(i) === 0x2c) isDependent = scan.has(i + 1, lists.subordinators) || scan.has(i + 2, lists.subordinators);
      continue;
    }
    if (isDependent || scan.isCapital(i)) continue;
    const lower = scan.lower(i);
    if (reportedForms.has(lower) || supposedForms.has(lower)) return speakerItself.has(scan.lower(i - 1)) ? -1 : i;
    if (scan.has(i, anyFinite)) return -1;
    if (i > first && isThirdPerson(scan, i) && isBehindSubject(scan, first, i)) return i;
  }
  return -1;
}

/** “diene”, “nutze”; “hatte” and “heute” are none. */
const thirdPerson = /^\p{Ll}{2,}[^t\P{L}]e$/u;

/** A word in the form in which a verb tells what a third person said, where only a verb stands. */
export const isThirdPerson = (scan: Document["scan"], at: number): boolean =>
  !scan.isCapital(at) && thirdPerson.test(scan.lower(at)) && !scan.has(at, anyFinite | lists.betweenSubjectAndVerb);

/** A pronoun, or an article and its noun, that opens the sentence, and the verb behind it. */
function isBehindSubject(scan: Document["scan"], first: number, at: number): boolean {
  if (at - first === 1) return scan.has(first, lists.pronouns);
  return at - first === 2 && scan.has(first, lists.determiners) && scan.isCapital(first + 1) && !scan.isCapital(at + 1);
}

/** Who says something in a sentence that quotes: “sagte Ana Duarte: „…“”. */
function speakerIn(document: Document, map: ReferentMap, sentence: number): SourcePhrase | null {
  const { scan, language, quoteOf } = document;
  const [first, end] = document.sentences[sentence] as readonly [number, number];
  // “Ana Duarte kritisierte den Rat der Stadt.”: the council is whom she speaks of.
  const clause = readMainClause(document, map, sentence);
  const subject = clause === null || clause.isReported || clause.act === clauseVerbs.other ? null : clause.subject;
  if (subject?.referent?.isHuman && !subject.referent.isQuoted) return subject;
  for (let i = first; i < end; i++) {
    const isVerb =
      scan.has(i, lists.speechVerbs | lists.looseSpeechVerbs) && !language.reporting.besideQuotations.has(scan.lower(i));
    if ((quoteOf[i] ?? -1) >= 0 || !isVerb || scan.isCapital(i)) continue;
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
