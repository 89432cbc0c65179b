/** Statements cited by “according to” and its like: whose they are, and which words they cover. */
import { agencyByForm } from "@wirefold/text";
import { contextWords } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { hasOwnVerb, isPlainWord } from "./clause-parts.ts";
import { hasNoun } from "./may-speak.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import type { SpeechFrame } from "./speech-frame.ts";
import { appositionEnd } from "./statement-extent.ts";

/** Farthest a statement reaches from its verb, in tokens: bounds the work on text without sentence ends. */
export const statementReach = 120;

export function bounds(document: Document, at: number): readonly [number, number] {
  const [first, end] = document.sentences[document.sentenceOf[at] as number] as readonly [number, number];
  return [Math.max(first, at - statementReach), Math.min(end, at + statementReach)];
}

/** “according to the Nordmark agency, the harbour authority of …”: an agency passes on what the body named behind it says. */
export function relayed(document: Document, map: ReferentMap, source: SourcePhrase): SourcePhrase {
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

export function frameOf(document: Document, cueFrom: number, cueTo: number, { source, content, via = null }: Parts): SpeechFrame {
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

export function nextComma(document: Document, from: number, end: number): number {
  for (let i = from; i < end; i++) if (document.scan.mark(i) === 0x2c) return i;
  return end;
}

export function accordingFrame(document: Document, cueFrom: number, cueTo: number, source: SourcePhrase): SpeechFrame {
  const { scan } = document;
  const [first, last] = bounds(document, cueFrom);
  const end = semicolonEnd(document, source.to, last);
  const isLeading = cueFrom - first <= (document.language.verbSecond ? 1 : 3);
  // Where the verb stands second no comma parts the source from the statement, and it may stand in the middle.
  if (document.language.verbSecond && scan.mark(source.to) !== 0x2c) {
    const isTail = scan.mark(cueFrom - 1) === 0x2c && endsWithSource(document, source.to, end);
    const clause = isLeading || isTail ? null : clauseAround(document, cueFrom, source.to, first, end);
    if (clause !== null) return frameOf(document, cueFrom, cueTo, { source, content: clause });
    return frameOf(document, cueFrom, cueTo, {
      source,
      content: isLeading ? [source.to, end] : [first, isTail ? cueFrom - 1 : end],
    });
  }
  // “The gate has, according to the board, closed for good.”
  const joined = document.language.reporting.tailJoins.has(scan.lower(cueFrom - 1)) ? cueFrom - 2 : cueFrom - 1;
  const isInside =
    !isLeading &&
    scan.mark(joined) === 0x2c &&
    scan.mark(source.to) === 0x2c &&
    isPlainWord(document, source.to + 1) &&
    !isDescribed(document, source.to + 1, end);
  if (isInside && source.to + 2 < end) return frameOf(document, cueFrom, cueTo, { source, content: [first, end] });
  const closest = isLeading ? nextComma(document, source.to, end) : end;
  const isPerson = source.referent?.isNamedPerson === true;
  const described = closest === source.to ? appositionEnd(document, closest, end - 2, isPerson) : -1;
  const comma = described > 0 ? described : closest;
  return frameOf(document, cueFrom, cueTo, { source, content: isLeading ? [Math.min(comma + 1, end), end] : [first, cueFrom] });
}

/** “According to police, 4,000 came; organisers spoke of 9,000”: behind a semicolon another source begins where a verb says so. */
function semicolonEnd({ scan }: Document, from: number, end: number): number {
  let at = from;
  while (at < end && scan.mark(at) !== 0x3b) at++;
  for (let i = at + 1; i < end; i++) if (scan.has(i, lists.speechVerbs | lists.reportVerbs)) return at;
  return end;
}

/** “Das Gesetz, das laut Ministerium helfen soll, …”: the clause between its commas that a source is cited in. */
function clauseAround({ scan }: Document, cue: number, to: number, first: number, end: number): readonly [number, number] | null {
  let comma = cue - 1;
  while (comma > first && scan.mark(comma) !== 0x2c) comma--;
  if (scan.mark(comma) !== 0x2c || !scan.has(comma + 1, lists.subordinators)) return null;
  let close = to;
  while (close < end && scan.mark(close) !== 0x2c) close++;
  return [comma + 1, close];
}

/** “…, according to Halden officials, one of the towns.”: up to the sentence's end nothing but more of the source. */
function isDescribed(document: Document, from: number, end: number): boolean {
  const { scan, language } = document;
  if (!scan.has(from, lists.determiners) && !language.words.cardinals.has(scan.lower(from))) return false;
  return !hasOwnVerb(document, from, end);
}

const by = contextWords("by");
const surveyLead = contextWords("surveyLead");
const surveyNoun = contextWords("surveyNoun");
/** How far behind the first word of a sentence the noun for a survey stands, in tokens. */
const surveyReach = 6;
/** Longest “of 1,200 adults by Harbour Polls” between that noun and its comma, in tokens. */
const surveyTail = 20;

/** “In a survey of 1,200 adults by Harbour Polls, 61 percent …”: the shares are those of the survey, or of the body that made it. */
export function surveyFrame(document: Document, map: ReferentMap, at: number): SpeechFrame | null {
  const { scan } = document;
  const [first, end] = bounds(document, at);
  if (at !== first || !surveyLead.has(scan.lower(at)) || !scan.has(at + 1, lists.determiners)) return null;
  let noun = at + 2;
  while (noun < at + surveyReach && !surveyNoun.has(scan.lower(noun))) noun++;
  if (!surveyNoun.has(scan.lower(noun))) return null;
  const comma = document.language.verbSecond ? noun + 1 : nextComma(document, noun, Math.min(end, noun + surveyTail));
  if (!document.language.verbSecond && scan.mark(comma) !== 0x2c) return null;
  let source = { from: at + 1, to: noun + 1, referent: null } as SourcePhrase;
  for (let i = noun + 1; i < (document.language.verbSecond ? noun + surveyReach : comma); i++) {
    const referent = map.covering(i);
    if (referent?.kind === "name" && (referent.isBody || by.has(scan.lower(referent.from - 1))))
      source = { from: referent.from, to: referent.to, referent };
  }
  const content = document.language.verbSecond ? Math.max(source.to, noun + 1) : comma + 1;
  for (let i = content; i < Math.min(end, content + surveyTail); i++)
    if (scan.isNumber(i)) return frameOf(document, at, noun + 1, { source, content: [content, end] });
  return null;
}

/** Longest “am Montag in Hallstedt.” behind “…, so die Ministerin”, in tokens. */
const afterSource = 8;

/** Nothing but when and where it was said stands behind the source. */
function endsWithSource({ scan }: Document, from: number, end: number): boolean {
  if (end - from > afterSource) return false;
  for (let i = from; i < end - 1; i++) if (!scan.isWord(i) && !scan.isNumber(i)) return false;
  return true;
}

/** “Dem Bericht zufolge stieg die Zahl …”: the source stands before the word. */
export function accordingAfterFrame(document: Document, map: ReferentMap, at: number): SpeechFrame | null {
  if (!document.scan.has(at, lists.accordingAfter)) return null;
  const [first, end] = bounds(document, at);
  const phrase = phraseBefore(document, map, at);
  if (phrase === null || phrase.from < first || !hasNoun(document, phrase.from, phrase.to)) return null;
  const source = lastNouns(document, map, phrase);
  return frameOf(document, at, at + 1, { source, content: source.from - first <= 1 ? [at + 1, end] : [first, end] });
}

/** “Die Fabrik soll Medienberichten zufolge …”: what stands before a word in small letters that leads to no noun is no part of the source. */
function lastNouns(document: Document, map: ReferentMap, { from, to, referent }: SourcePhrase): SourcePhrase {
  const { scan, language } = document;
  if (!language.capitalisesNouns) return { from, to, referent };
  let at = to - 1;
  while (at > from) {
    const isPart = scan.isCapital(at - 1) || !scan.isWord(at - 1) || scan.has(at - 1, lists.determiners | lists.prepositions);
    // An adjective stands behind an article.
    if (!isPart && !scan.has(at - 2, lists.determiners)) break;
    at--;
  }
  const covering = at === from ? referent : map.covering(to - 1);
  return { from: at, to, referent: covering !== null && covering.from >= at ? covering : null };
}

const opinionLead = contextWords("opinionLead");

/** « Pour Ana Duarte, géologue, la hausse va durer »: whose view the sentence gives; of people without a name it may be for whom it is. */
export function opinionFrame(document: Document, map: ReferentMap, at: number): SpeechFrame | null {
  const { scan } = document;
  if (!document.language.subjectFollows || !opinionLead.has(scan.lower(at))) return null;
  const source = phraseAfter(document, map, at + 1);
  if (source?.referent?.isNamedPerson !== true || scan.mark(source.to) !== 0x2c) return null;
  const end = bounds(document, at)[1];
  const next = source.to + 1;
  const isDescribed = !scan.isCapital(next) && !scan.has(next, lists.determiners | lists.pronouns | lists.notNames);
  const close = isDescribed ? nextComma(document, next, end) : source.to;
  return close < end - 2 ? frameOf(document, at, at + 1, { source, content: [close + 1, end] }) : null;
}
