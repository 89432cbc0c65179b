import { agencyByForm } from "@wirefold/text";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { maySpeak } from "./may-speak.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { Referent } from "./referents.ts";
import { reportedFormFrame } from "./reported-form.ts";
import { isBeforeFigure, type ReportingSense, senseAt } from "./reporting-verbs.ts";
import type { Identity } from "./resolve-referents.ts";

/** A statement told by the text itself: who, by which word, and the words it covers. */
export interface SpeechFrame {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly cueText: string;
  /** The source as written. */
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly referent: Referent | null;
  readonly contentFrom: number;
  readonly contentTo: number;
  /** “told The Associated Press” */
  readonly via: string | null;
}

interface FrameInput {
  readonly document: Document;
  readonly map: ReferentMap;
  readonly identities: readonly (Identity | null)[];
}

/** Statements read in one sentence. They lie in one another, so without a bound a sentence without end repeats itself. */
const framesInSentenceMax = 12;

/** The statements a document tells outside quotation marks, in order. */
export function findSpeechFrames(input: FrameInput): SpeechFrame[] {
  const { document, map } = input;
  const { scan } = document;
  const out: SpeechFrame[] = [];
  let sentence = -1;
  let inSentence = 0;
  for (let at = 0; at < scan.count; at++) {
    if (!scan.isWord(at) || (document.quoteOf[at] as number) >= 0) continue;
    if (document.sentenceOf[at] !== sentence) {
      sentence = document.sentenceOf[at] ?? -1;
      inSentence = out.length;
    }
    if (out.length - inSentence >= framesInSentenceMax) continue;
    const according = accordingAt(document, at);
    if (according > 0) {
      const source = phraseAfter(document, map, at + according);
      if (source && accordingAt(document, source.from) === 0)
        out.push(accordingFrame(document, at, at + according, relayed(document, map, source)));
      at += according - 1;
      continue;
    }
    const claimed = claimFrame(input, at) ?? ownWordsFrame(input, at);
    if (claimed) {
      out.push(claimed);
      continue;
    }
    const sense = senseAt(document, at);
    if (sense === null) continue;
    const frame = withDocument(document, verbFrame(input, at, sense, out.at(-1) ?? null));
    if (frame) out.push(frame);
  }
  return withReportedForms(document, map, out);
}

/** The frames with those of sentences that only the form of their verb marks as reported. */
function withReportedForms(document: Document, map: ReferentMap, frames: SpeechFrame[]): SpeechFrame[] {
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

function accordingAt(document: Document, at: number): number {
  if (!document.scan.has(at, lists.accordingTo)) return 0;
  for (const words of document.language.accordingTo) {
    if (words.every((word, index) => document.scan.lower(at + index) === word)) return words.length;
  }
  return 0;
}

/** Farthest a statement reaches from its verb, in tokens: bounds the work on text without sentence ends. */
const statementReach = 120;

function bounds(document: Document, at: number): readonly [number, number] {
  const [first, end] = document.sentences[document.sentenceOf[at] as number] as readonly [number, number];
  return [Math.max(first, at - statementReach), Math.min(end, at + statementReach)];
}

/** “according to the Nordmark agency, the harbour authority of …”: an agency passes on what the body named behind it says. */
function relayed(document: Document, map: ReferentMap, source: SourcePhrase): SourcePhrase {
  const { scan } = document;
  if (scan.mark(source.to) !== 0x2c) return source;
  let isAgency = false;
  for (let i = source.from; i < source.to; i++) if (agencyByForm.has(scan.raw(i))) isAgency = true;
  if (!isAgency) return source;
  const behind = phraseAfter(document, map, source.to + 1);
  if (!behind || !scan.has(behind.from, lists.determiners)) return source;
  return scan.mark(behind.to) === 0x2e || scan.isNewline(behind.to) ? behind : source;
}

interface Parts {
  readonly source: SourcePhrase;
  readonly content: readonly [number, number];
  readonly via?: string | null;
}

function frameOf(document: Document, cueFrom: number, cueTo: number, { source, content, via = null }: Parts): SpeechFrame {
  return {
    cueFrom,
    cueTo,
    cueText: textOf(document, cueFrom, cueTo),
    sourceFrom: source.from,
    sourceTo: source.to,
    referent: source.referent,
    contentFrom: content[0],
    contentTo: content[1],
    via,
  };
}

function accordingFrame(document: Document, cueFrom: number, cueTo: number, source: SourcePhrase): SpeechFrame {
  const { scan } = document;
  const [first, end] = bounds(document, cueFrom);
  const isLeading = cueFrom - first <= 3;
  // Where the verb stands second no comma parts the source from the statement, and it may stand in the middle.
  if (document.language.verbSecond && scan.mark(source.to) !== 0x2c)
    return frameOf(document, cueFrom, cueTo, { source, content: isLeading ? [source.to, end] : [first, end] });
  const comma = isLeading ? nextComma(document, source.to, end) : end;
  return frameOf(document, cueFrom, cueTo, { source, content: isLeading ? [Math.min(comma + 1, end), end] : [first, cueFrom] });
}

function nextComma(document: Document, from: number, end: number): number {
  for (let i = from; i < end; i++) if (document.scan.mark(i) === 0x2c) return i;
  return end;
}

function verbFrame(input: FrameInput, cue: number, sense: ReportingSense, last: SpeechFrame | null): SpeechFrame | null {
  const { document, map } = input;
  const { scan } = document;
  const [first, end] = bounds(document, cue);
  const behind = document.language.verbSecond && sense === "show" ? map.covering(cue + 1) : null;
  // “Die Kosten schätzt sie auf …”: the subject stands behind its verb.
  if (behind?.isHuman && behind.from === cue + 1 && !behind.isPossessive && !behind.isQuoted)
    return frameOf(document, cue, cue + 1, {
      source: { from: behind.from, to: behind.to, referent: behind },
      content: [first, end],
    });
  const before = isParticiple(document, cue) ? subjectOfSentence(input, first, cue, last) : phraseBefore(document, map, cue);
  const source = before && before.from >= first ? before : null;
  if (!source) {
    // “…, said Ana Duarte.”
    const isInverted = scan.mark(cue - 1) === 0x2c || (document.quoteOf[cue - 1] ?? -1) >= 0;
    const inverted = isInverted && sense !== "act" ? phraseAfter(document, map, cue + 1) : null;
    if (!inverted || !maySpeak(input, inverted, sense)) return null;
    return frameOf(document, cue, cue + 1, { source: inverted, content: [first, cue] });
  }
  if (!maySpeak(input, source, sense)) return null;
  if (sense === "act") return frameOf(document, cue, cue + 1, { source, content: [cue + 1, clauseEnd(input, cue + 1, end)] });
  const told = listenerOf(document, map, cue);
  // “…, the company spoke of 1,200”: the figure behind is what it says.
  const isCount = sense === "show" && document.scan.mark(cue + 1) !== 0x2c && isBeforeFigure(document, cue);
  const content =
    (isCount ? null : tailContent(document, source, told?.to ?? cue + 1, first, end)) ??
    headContent(input, told?.to ?? cue + 1, sense, end);
  return content === null ? null : frameOf(document, cue, cue + 1, { source, content, via: told?.via ?? null });
}

/** “A report by engineers put …”: the report says it. */
function withDocument({ scan, language }: Document, frame: SpeechFrame | null): SpeechFrame | null {
  if (frame === null || scan.lower(frame.sourceFrom - 1) !== "by") return frame;
  const noun = frame.sourceFrom - 2;
  if (!language.reporting.documents.has(scan.lower(noun))) return frame;
  return { ...frame, sourceFrom: scan.has(noun - 1, lists.determiners) ? noun - 1 : noun, referent: null };
}

/** “her claim that …”, “the ministry's warning that …”: what is claimed is whose the claim is. */
function claimFrame(input: FrameInput, at: number): SpeechFrame | null {
  const { document, map } = input;
  const { scan, language } = document;
  // Asked at every word: the conjunction is rarer, and a bit tells.
  if (!scan.has(at + 1, lists.subordinators)) return null;
  if (!language.reporting.claimNouns.has(scan.lower(at)) || !language.reporting.conjunctions.has(scan.lower(at + 1))) return null;
  const [first, end] = bounds(document, at);
  // “her (own) repeated claim”: its owner stands within a few words.
  for (let i = at - 1; i >= Math.max(first, at - ownerReach); i--) {
    if (!scan.isWord(i) && scan.lower(i) !== "'s") return null;
    const owner = map.covering(i);
    const isOwner = owner?.isPossessive || scan.lower(i + 1) === "'s";
    if (owner?.isHuman && isOwner && owner.to <= at)
      return frameOf(document, at, at + 1, {
        source: { from: owner.from, to: owner.to, referent: owner },
        content: [at + 2, clauseEnd(input, at + 2, end)],
      });
  }
  return null;
}

/** “by her own account”, “nach eigenen Angaben”: the sentence is its subject's word. */
function ownWordsFrame(input: FrameInput, at: number): SpeechFrame | null {
  const { document } = input;
  if (!document.scan.has(at, lists.prepositions)) return null;
  const words = document.language.reporting.ownWords.find((each) =>
    each.every((word, offset) => document.scan.lower(at + offset) === word),
  );
  if (!words) return null;
  const [first, end] = bounds(document, at);
  const source = subjectOfSentence(input, first, at, null);
  return source && frameOf(document, at, at + words.length, { source, content: [source.to, end] });
}

/** How far before “claim” its owner stands, in tokens. */
const ownerReach = 4;

/** “, saying that …”: what the sentence's subject says further. “was saying” has a subject of its own. */
function isParticiple({ scan, language }: Document, cue: number): boolean {
  const { participleEnding } = language.reporting;
  if (participleEnding === null || !scan.lower(cue).endsWith(participleEnding)) return false;
  let at = cue - 1;
  while (scan.has(at, lists.betweenSubjectAndVerb)) {
    if (scan.has(at, lists.passiveAuxiliaries)) return false;
    at--;
  }
  return scan.mark(at) === 0x2c || /^(?:while|before|after|by|in)$/.test(scan.lower(at));
}

/** How far into a sentence its subject begins at most, in tokens. */
const subjectReach = 8;

function subjectOfSentence(
  { document, map }: FrameInput,
  first: number,
  cue: number,
  last: SpeechFrame | null,
): SourcePhrase | null {
  if (last !== null && last.sourceFrom >= first && last.cueFrom < cue)
    return { from: last.sourceFrom, to: last.sourceTo, referent: last.referent };
  for (let i = first; i < Math.min(cue, first + subjectReach); i++) {
    const referent = map.covering(i);
    if (!referent) continue;
    if (
      referent.isHuman &&
      !referent.isPossessive &&
      !referent.isQuoted &&
      !document.scan.has(referent.from - 1, lists.prepositions)
    )
      return { from: referent.from, to: referent.to, referent };
    i = referent.to - 1;
  }
  return null;
}

/** “told reporters that”, “told The Nordmark Press (that)”: who listens, and where what is said begins. */
function listenerOf(
  document: Document,
  map: ReferentMap,
  cue: number,
): { readonly to: number; readonly via: string | null } | null {
  const { scan, language } = document;
  const { withListener, conjunctions } = language.reporting;
  if (!withListener.has(scan.lower(cue)) || conjunctions.has(scan.lower(cue + 1))) return null;
  const at = scan.lower(cue + 1) === "to" ? cue + 2 : cue + 1;
  const covering = map.covering(at);
  // “told her she had”: the pronoun listens and no more.
  const listener =
    covering?.kind === "pronoun" ? { from: at, to: covering.to, referent: covering } : phraseAfter(document, map, at);
  if (!listener) return null;
  // “told Ana Duarte she had”, “told drivers the road”: a pronoun or article begins the clause.
  let to = listener.to;
  for (let i = listener.from + 1; i < listener.to; i++)
    if (
      (map.covering(i)?.kind === "pronoun" && !map.covering(i)?.isPossessive) ||
      (scan.has(i, lists.determiners) && scan.isWord(i - 1) && !scan.has(i - 1, lists.prepositions | lists.determiners))
    ) {
      to = i;
      break;
    }
  return { to, via: listener.referent?.kind === "pronoun" ? null : textOf(document, listener.from, to) };
}

/** “Asked about the fire, the mayor said …”: no statement. */
const isQuestion = /^(?:asked|questioned|pressed|interrogée?s?|preguntad[oa]s?|gefragt|befragt)$/;

/** Fewest words before “…, officials said.” that are a statement. */
const tailWordsMin = 3;

/** “…, officials said on Monday.” and “The toll, officials said, will rise.”: what is said stands before, or around. */
function tailContent(
  document: Document,
  source: SourcePhrase,
  next: number,
  first: number,
  end: number,
): readonly [number, number] | null {
  const { scan, language } = document;
  const before = language.reporting.tailJoins.has(scan.lower(source.from - 1)) ? source.from - 2 : source.from - 1;
  const isCut = scan.mark(before) === 0x2c || (document.quoteOf[before] ?? -1) >= 0;
  if (!isCut || source.from - first < 2 || isQuestion.test(scan.lower(first))) return null;
  if (scan.mark(next) !== 0x2c && countWords(document, first, source.from, tailWordsMin) < tailWordsMin) return null;
  if (scan.mark(next) === 0x2c) {
    const goesOn =
      scan.isWord(next + 1) && !scan.has(next + 1, lists.subordinators) && !isAfterthought(document, next + 1) && next + 2 < end;
    return goesOn ? [first, end] : [first, source.from];
  }
  const isOver =
    next >= end ||
    (!scan.isWord(next) && !scan.isNumber(next)) ||
    scan.has(next, lists.prepositions) ||
    language.reporting.circumstances.has(scan.lower(next)) ||
    language.words.weekdays.has(scan.lower(next)) ||
    language.words.dayWords.has(scan.lower(next));
  return isOver && !hasConjunction(document, next, end) ? [first, source.from] : null;
}

/** “, adding that”, “, and”: no part of the statement before. */
function isAfterthought({ scan, language }: Document, at: number): boolean {
  const { participleEnding } = language.reporting;
  return (
    language.reporting.joining.has(scan.lower(at)) || (participleEnding !== null && scan.lower(at).endsWith(participleEnding))
  );
}

function hasConjunction({ scan, language }: Document, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + adverbialReach); i++) {
    if (language.reporting.conjunctions.has(scan.lower(i))) return true;
    if (scan.mark(i) === 0x2c) return false;
  }
  return false;
}

/** Longest “in a statement on Monday” between a verb and what is said, in tokens. */
const adverbialReach = 12;
/** How far into a clause its verb is looked for, in tokens. */
const clauseVerbReach = 16;

/** “said (on Monday) (that) …”: what is said stands behind, if a clause does. */
function headContent(input: FrameInput, from: number, sense: ReportingSense, end: number): readonly [number, number] | null {
  const { document } = input;
  const { scan, language } = document;
  const isFigure = sense === "show" && isBeforeFigure(document, from - 1);
  let at = from;
  let isConnected = false;
  while (at < end && at - from < adverbialReach) {
    const lower = scan.lower(at);
    if (language.reporting.conjunctions.has(lower) || scan.mark(at) === 0x3a) {
      isConnected = true;
      at++;
      break;
    }
    // “hoped to say that”
    if (lower === language.reporting.infinitiveMark) return null;
    const isAdverb =
      language.words.weekdays.has(lower) || language.words.dayWords.has(lower) || scan.has(at, lists.betweenSubjectAndVerb);
    if (isAdverb || scan.mark(at) === 0x2c) {
      at++;
      continue;
    }
    if (!scan.has(at, lists.prepositions) || isFigure || isBound(document, at)) break;
    const over = endOfAdverbial(document, at, end);
    if (over < 0) return null;
    at = over;
  }
  if (at >= end - 1 || countWords(document, at, end, 2) < 2) return null;
  // What stands in quotation marks is a quotation of its own.
  if ((document.quoteOf[at] ?? -1) >= 0 && !isConnected) return null;
  if (!isConnected && !isFigure && (sense === "that" || !isClause(document, at, end))) return null;
  return [at, clauseEnd(input, at, end)];
}

/** “said about 40 boats”, “said over 300”: the word bounds a figure and leads to no place or time. */
const isBound = ({ scan, language }: Document, at: number): boolean =>
  (scan.isNumber(at + 1) || language.words.cardinals.has(scan.lower(at + 1))) &&
  language.modifiers.some(({ words }) => words.length === 1 && words[0] === scan.lower(at));

/** “in an interview on Monday that”, “on the radio, the”: past it, or -1 where nothing but the adverbial follows. */
function endOfAdverbial(document: Document, at: number, end: number): number {
  const { scan, language } = document;
  for (let i = at + 1; i < Math.min(end, at + adverbialReach); i++) {
    if (language.reporting.conjunctions.has(scan.lower(i)) || scan.mark(i) === 0x2c || scan.has(i, lists.prepositions)) return i;
    if (scan.has(i, lists.pronouns) && i > at + 1 && !language.determiners.has(scan.lower(i))) return i;
  }
  return -1;
}

/** A finite verb stands in the next words, and something before it. */
function isClause({ scan, language }: Document, from: number, end: number): boolean {
  if (!scan.isWord(from) && !scan.isNumber(from) && scan.mark(from) === 0) return false;
  if (
    scan.has(from, lists.subordinators) &&
    !/^(?:if|when|while|as|since|because|after|before|wenn|weil|da)$/.test(scan.lower(from))
  )
    return true;
  for (let i = from + 1; i < Math.min(end, from + clauseVerbReach); i++) {
    const lower = scan.lower(i);
    if (lower === "'s" && scan.has(i + 1, lists.betweenSubjectAndVerb | lists.determiners)) return true;
    if (/n['’]t$|['’](?:re|ll|ve|d|m)$/.test(lower)) return true;
    if (
      scan.has(i, lists.passiveAuxiliaries) ||
      language.reporting.reportedForms.has(lower) ||
      /^(?:has|have|had|will|would|can|could|may|might|must|should|did|does|do)$/.test(lower)
    )
      return true;
    if (
      scan.has(i, lists.verbs) &&
      !/ing$/.test(lower) &&
      scan.lower(i - 1) !== "to" &&
      !scan.has(i - 1, lists.determiners | lists.prepositions)
    )
      return true;
  }
  return false;
}

function countWords(document: Document, from: number, to: number, enough: number): number {
  let words = 0;
  for (let i = from; i < to && words < enough; i++) if (document.scan.isWord(i) || document.scan.isNumber(i)) words++;
  return words;
}

function hasVerbOfSaying({ scan, quoteOf }: Document, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (scan.has(i, lists.speechVerbs) && (quoteOf[i] ?? -1) < 0) return true;
  return false;
}

/** A statement ends with its sentence, or where “, while”, “, adding” and the like hand the word on. */
function clauseEnd({ document, map }: FrameInput, from: number, end: number): number {
  const { scan, language } = document;
  for (let i = from + 1; i < end; i++) {
    // “…; four more are missing” goes on, “…; the union said it knew” is another's.
    if (scan.mark(i) === 0x3b && hasVerbOfSaying(document, i + 1, end)) return i;
    if (scan.mark(i - 1) !== 0x2c) continue;
    const lower = scan.lower(i);
    const { participleEnding } = language.reporting;
    if (participleEnding !== null && lower.endsWith(participleEnding) && scan.has(i, lists.speechVerbs)) return i - 1;
    if (accordingAt(document, i) > 0) return i - 1;
    if (!/^(?:while|but|and|während|aber)$/.test(lower)) continue;
    for (let j = i + 1; j < Math.min(end, i + 16); j++) {
      const reports = scan.has(j, lists.speechVerbs) || (scan.has(j, lists.reportVerbs) && isBeforeFigure(document, j));
      if (reports && (document.quoteOf[j] as number) < 0) {
        const other = phraseBefore(document, map, j);
        if (other && other.from > i) return i - 1;
      }
    }
    if (lower === "but" || lower === "aber") return i - 1;
  }
  return end;
}

/** The source of a frame in words: the identity's name where there is one, else what the text says. */
export function sourceName(
  document: Document,
  frame: { readonly sourceFrom: number; readonly sourceTo: number; readonly referent: Referent | null },
  identities: readonly (Identity | null)[],
): string {
  const identity = frame.referent === null ? null : (identities[frame.referent.index] ?? null);
  const written = textOf(document, frame.sourceFrom, frame.sourceTo);
  if (identity && frame.referent && (frame.referent.kind !== "nominal" || identity.entity >= 0)) {
    // “Harbour Ministry officials in Halden” says more than the ministry’s name alone.
    const isWhole = frame.referent.from === frame.sourceFrom && frame.referent.to === frame.sourceTo;
    return isWhole || frame.referent.kind === "pronoun" || identity.isPerson ? identity.name : written;
  }
  return identity && !identity.isPlural && frame.referent?.from === frame.sourceFrom && frame.referent.to === frame.sourceTo
    ? identity.name
    : written;
}
