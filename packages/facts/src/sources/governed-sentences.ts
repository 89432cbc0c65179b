/**
 * German sentences that a verb of reporting governs without a clause of their own: “Der Sender berichtet von zwölf Verletzten”, “Unterdessen
 * forderte die Gewerkschaft einen Baustopp”; and sentences that the next one gives a source: “Der Pass ist gesperrt. Dies teilte die Polizei mit.”
 */
import { contextWords } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { mayBeSubject, reports, speaks } from "./led-clauses.ts";
import { hasNoun } from "./may-speak.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const backPointer = contextWords("backPointer");

/** How far into its sentence such a verb stands, in tokens. */
const verbReach = 16;
/** How far behind the verb its other part may stand, in tokens. */
const partReach = 40;
/** Fewest words told. */
const wordsMin = 2;

const anyVerb = lists.speechVerbs | lists.looseSpeechVerbs | lists.attitudeVerbs | lists.reportVerbs;

/** The frames with those of sentences that hold none yet, in order. */
export function withGovernedSentences(document: Document, map: ReferentMap, frames: readonly SpeechFrame[]): SpeechFrame[] {
  const { scan, language, sentences, sentenceOf } = document;
  if (language.reporting.objectVerbs.size === 0) return [...frames];
  const told = new Set<number>();
  const held = new Uint8Array(scan.count);
  for (const frame of frames) {
    told.add(sentenceOf[frame.cueFrom] as number);
    held.fill(1, frame.contentFrom, frame.contentTo);
  }
  const added: SpeechFrame[] = [];
  sentences.forEach(([first, end], index) => {
    if (end - first < 4 || told.has(index) || held[first] === 1 || held[end - 1] === 1) return;
    const before = sentences[index - 1];
    const isFree = before !== undefined && held[before[0]] === 0 && !told.has(index - 1);
    const frame = (isFree ? backFrame(document, map, before, [first, end]) : null) ?? objectFrame(document, map, first, end);
    if (frame !== null) added.push(frame);
  });
  return added.length === 0 ? [...frames] : [...frames, ...added].sort((a, b) => a.cueFrom - b.cueFrom);
}

/** “Dies bestätigte ein Sprecher der Werft.”: what it points back to is the sentence before. */
function backFrame(
  document: Document,
  map: ReferentMap,
  before: readonly [number, number],
  [first, end]: readonly [number, number],
): SpeechFrame | null {
  const { scan, quoteOf } = document;
  if (!backPointer.has(scan.lower(first)) || (quoteOf[before[0]] ?? -1) >= 0) return null;
  const cue = first + 1;
  let close = cue + 1;
  while (close < end && scan.mark(close) !== 0x2c && scan.mark(close) !== 0x3a) close++;
  if (close < end - 1 || !reports(document, cue, close)) return null;
  const source = subjectBehind(document, map, cue, close);
  return source === null ? null : told(document, cue, source, before);
}

/** “berichtet von”, “warnt vor”, “fordert einen Baustopp”: what is told is no clause. */
function objectFrame(document: Document, map: ReferentMap, first: number, last: number): SpeechFrame | null {
  const { scan, language, quoteOf } = document;
  let end = last;
  for (let cue = first + 1; cue < Math.min(end - 1, first + verbReach); cue++) {
    if ((quoteOf[cue] ?? -1) >= 0 || scan.mark(cue) === 0x3a || scan.has(cue, lists.negations)) return null;
    if (scan.isCapital(cue) || !(scan.has(cue, anyVerb) || !language.verbSecond)) continue;
    const parts = language.reporting.objectVerbs.get(scan.lower(cue));
    if (parts === undefined || !hasPart(document, cue, end, parts)) continue;
    const before = phraseBefore(document, map, cue);
    // “The board was accused of …”: it does not say so.
    if (!language.verbSecond && (scan.has(cue - 1, lists.passiveAuxiliaries) || scan.has(cue - 2, lists.passiveAuxiliaries)))
      return null;
    const isOpening =
      before !== null && (before.from <= first + 1 || (!language.verbSecond && scan.mark(before.from - 1) === 0x2c));
    const leading = isOpening ? before : null;
    const isLed = (leading !== null && isSource(document, leading)) || !language.verbSecond;
    const behind = isLed ? null : subjectBehind(document, map, cue, end);
    const leads = behind === null && leading !== null;
    const source = behind ?? leading;
    if (source === null) return null;
    if (leads && !isSource(document, source) && (parts.size === 0 || !mayBeSubject(document, source, first))) return null;
    const from = leads ? cue + 1 : Math.max(source.to, cue + 1);
    // “kündigt den Umbau an”: the verb's other part is none of its object.
    while (end > from && (!scan.isWord(end - 1) || (parts.has(scan.lower(end - 1)) && scan.has(end - 1, lists.prepositions))))
      end--;
    let words = 0;
    for (let i = from; i < end && words < wordsMin; i++) if (scan.isWord(i)) words++;
    return words < wordsMin ? null : told(document, cue, source, [from, end]);
  }
  return null;
}

function hasPart({ scan }: Document, cue: number, end: number, parts: ReadonlySet<string>): boolean {
  if (scan.has(cue + 1, lists.negations)) return false;
  if (parts.size === 0) return true;
  for (let i = cue + 1; i < Math.min(end, cue + partReach); i++) if (parts.has(scan.lower(i))) return true;
  return false;
}

/** The subject behind its verb. */
function subjectBehind(document: Document, map: ReferentMap, cue: number, end: number): SourcePhrase | null {
  const { scan } = document;
  let next = cue + 1;
  while (next < end && scan.has(next, lists.betweenSubjectAndVerb)) next++;
  const phrase = phraseAfter(document, map, next);
  return phrase !== null && phrase.to <= end && isSource(document, phrase) ? phrase : null;
}

const isSource = (document: Document, phrase: SourcePhrase): boolean =>
  speaks(document, phrase) && (phrase.referent?.kind === "pronoun" || hasNoun(document, phrase.from, phrase.to));

function told(document: Document, cue: number, source: SourcePhrase, content: readonly [number, number]): SpeechFrame {
  return {
    ...{ cueFrom: cue, cueTo: cue + 1, cueText: textOf(document, cue, cue + 1) },
    ...{ sourceFrom: source.from, sourceTo: source.to, referent: source.referent },
    ...{ contentFrom: content[0], contentTo: content[1], via: null },
  };
}
