/**
 * Attributions that are plain whatever the words look like, so that short words, slogans and single phrases are known as
 * reported too: “…”, said Ana Duarte; From Ana Duarte: “…”; “…” — Ana Duarte, or her name on the line below.
 */
import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { hasNoun } from "../sources/may-speak.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase, subjectAfter } from "../sources/phrases.ts";
import type { Referent } from "../sources/referents.ts";
import { isHyphenated, isNounHere, isOver } from "../sources/reporting-verbs.ts";
import { lists } from "../word-roles.ts";
import type { QuoteContext } from "./quote-context.ts";

export interface PlainAttribution {
  readonly speaker: SourcePhrase;
  /** The words by which it is attributed; null where the layout alone does it. */
  readonly cue: readonly [number, number] | null;
  /** It tells who would have said it, not that anything was said: a title may stand behind the colon. */
  readonly isOpen?: boolean;
}

/** Longest line that leads in or signs, in tokens. */
const lineMax = 40;

export function plainAttribution(document: Document, map: ReferentMap, context: QuoteContext): PlainAttribution | null {
  return (
    leadIn(document, map, context) ??
    signature(document, map, context) ??
    inset(document, map, context) ??
    opinion(document, map, context)
  );
}

/** The person whose name a comma parts from the description that ends at `comma`, where the name is closed in turn; or null. */
export function namedBehind({ scan }: Document, map: ReferentMap, comma: number): Referent | null {
  if (scan.mark(comma) !== 0x2c) return null;
  const named = map.covering(comma + 1);
  if (!named?.isNamedPerson || named.from !== comma + 1 || named.isQuoted) return null;
  return scan.isWord(named.to) && !scan.has(named.to, lists.prepositions) ? null : named;
}

/** “…”, said Ana Duarte · “…,” she said: a verb of saying and its subject stand right behind the marks: reported words, be they short. */
export function hasVerbBeside(document: Document, map: ReferentMap, { first, end }: QuoteContext): boolean {
  const { scan, language } = document;
  const comma = scan.mark(end) === 0x2c ? end + 1 : end;
  const isCut = comma > end || isStop(scan.mark(end - 2)) || isStop(scan.mark(end - 1));
  if (!isCut || first >= end) return false;
  // « … », a déclaré la maire.
  let verb = comma;
  while (comma > end && verb < comma + auxiliariesMax && scan.has(verb, lists.betweenSubjectAndVerb)) verb++;
  if (isSayVerb(document, verb)) {
    // «…», afirmó. Where verbs alone tell who acts, no subject need stand there.
    if (comma > end && isOver(document, verb + 1)) return true;
    const after = subjectAfter(document, map, verb + 1);
    return after !== null && (speaks(after) || namedBehind(document, map, after.to) !== null);
  }
  if (isTiedVerb(document, comma)) return true;
  for (let cue = comma + 1; cue <= comma + subjectReach && scan.isWord(cue - 1); cue++) {
    if (!isSayVerb(document, cue)) continue;
    const before = phraseBefore(document, map, cue);
    return before?.from === comma && speaks(before) && !language.words.weekdays.has(scan.lower(before.from));
  }
  return false;
}

const invertedAuxiliary = contextWords("invertedAuxiliary");
/** Tokens of « -t-elle » and the participle. */
const tiedReach = 6;

/** « …, a-t-elle déclaré »: hyphens tie the auxiliary to its pronoun. */
function isTiedVerb(document: Document, at: number): boolean {
  const { scan } = document;
  if (!invertedAuxiliary.has(scan.lower(at)) || scan.mark(at + 1) !== 0x2d) return false;
  for (let i = at + 2; i < at + tiedReach; i++)
    if (scan.has(i, lists.pronouns)) return isSayVerb(document, i + 1) || isSayVerb(document, i + 2);
  return false;
}

/** Most auxiliaries and adverbs between the marks and a verb before its subject. */
const auxiliariesMax = 2;

/** Longest subject between the marks and its verb, in tokens. */
const subjectReach = 8;

/** Fewest words behind a colon that are speech whatever leads to them: fewer may be a title or a motto. */
const colonWordsMin = 6;

/** The same for a whole sentence behind a colon on its own line. */
const sentenceWordsMin = 4;

/** “…, director of the board, had this response:” and a sentence in quotation marks on the line below. */
export function isLedByColon({ scan, language }: Document, { first, end, hasColon, startsParagraph }: QuoteContext): boolean {
  // Where no weights know the words around the marks, a whole sentence behind a colon is enough.
  const isEnough = startsParagraph || language.subjectFollows;
  if (!hasColon || !isEnough || !scan.isCapital(first + 1)) return false;
  const least = startsParagraph ? colonWordsMin : sentenceWordsMin;
  let words = 0;
  for (let i = first; i < end && words < least; i++) if (scan.isWord(i)) words++;
  return words >= least;
}

const isStop = (mark: number): boolean => mark === 0x2c || mark === 0x2e || mark === 0x21 || mark === 0x3f || mark === 0x2026;

const isSayVerb = (document: Document, at: number): boolean =>
  document.scan.has(at, lists.speechVerbs) && !isHyphenated(document, at) && !isNounHere(document, at);

const speaks = ({ referent }: SourcePhrase): boolean =>
  referent?.isHuman === true && !referent.isPossessive && !referent.isFirstPerson && !referent.isRelative;

/** From Ana Duarte: · And this from Ana Duarte, the mayor: · In the words of Ana Duarte: · A statement from Ana Duarte: */
function leadIn(document: Document, map: ReferentMap, { first, hasColon, leadFrom }: QuoteContext): PlainAttribution | null {
  const { scan, language } = document;
  if (!hasColon) return null;
  const colon = scan.isNewline(first - 1) ? first - 2 : first - 1;
  if (scan.mark(colon) !== 0x3a) return null;
  const from = Math.max(lineStart(document, colon), Math.min(leadFrom, colon), colon - lineMax);
  // With a verb the sentence has a subject of its own.
  for (let i = from; i < colon; i++) if (scan.has(i, lists.speechVerbs) && !isNounHere(document, i)) return null;
  for (let i = from; i < colon; i++) {
    const words = language.leadIns.find((each) => scan.reads(each, i));
    if (words === undefined) continue;
    const speaker = phraseAfter(document, map, i + words.length);
    const isNamed = speaker !== null && speaker.to <= colon && (speaker.referent?.isHuman ?? false);
    if (!isNamed) continue;
    // Up to the colon there is nothing but who it is.
    return scan.mark(speaker.to) === 0x3a || scan.mark(speaker.to) === 0x2c ? { speaker, cue: [i, i + words.length] } : null;
  }
  return ledByName(document, map, from, colon);
}

/** “Her deputy, Sam Pell, was blunter:”: whom a sentence without a verb of saying is about, where it leads to a quotation. */
function ledByName(document: Document, map: ReferentMap, from: number, colon: number): PlainAttribution | null {
  const { scan } = document;
  for (let i = from; i < colon; i++) {
    const named = map.covering(i);
    if (named === null) continue;
    if (named.isNamedPerson && !named.isPossessive) {
      const isApposed = scan.mark(named.from - 1) === 0x2c && scan.mark(named.to) === 0x2c;
      const isSubject = (named.from === from || isApposed) && colon - named.to <= ledReach;
      return isSubject ? { speaker: { from: named.from, to: named.to, referent: named }, cue: null, isOpen: true } : null;
    }
    i = Math.max(i, named.to - 1);
  }
  return null;
}

/** Longest “was blunter” between the name and its colon, in tokens. */
const ledReach = 6;

function lineStart({ scan }: Document, at: number): number {
  let from = at;
  while (from > 0 && !scan.isNewline(from - 1) && at - from < lineMax) from--;
  return from;
}

/** “…” — Ana Duarte, mayor: a name behind a dash up to the line's end, or alone on the line below a quotation that stands alone. */
function signature(document: Document, map: ReferentMap, context: QuoteContext): PlainAttribution | null {
  const { scan } = document;
  const { end, startsParagraph } = context;
  if (!startsParagraph) return null;
  let at = end;
  const isBelow = scan.isNewline(at);
  while (at < scan.count && scan.isNewline(at)) at++;
  const isDash = scan.mark(at) === 0x2014 || scan.mark(at) === 0x2013 || scan.mark(at) === 0x2d || scan.mark(at) === 0x2015;
  while (isDash && [0x2014, 0x2013, 0x2d, 0x2015].includes(scan.mark(at))) at++;
  if (!isDash && !isBelow) return null;
  let lineEnd = at;
  while (lineEnd < scan.count && !scan.isNewline(lineEnd) && lineEnd - at <= signatureMax) lineEnd++;
  if (lineEnd - at > signatureMax || lineEnd === at) return null;
  const named = firstNamed(map, at, lineEnd);
  // Only a title stands before the name, a role or body behind its comma, and no sentence is made.
  if (!named || scan.mark(lineEnd - 1) === 0x2e || scan.mark(lineEnd - 1) === 0x3a || named.from > at + 3) return null;
  for (let i = at; i < named.from; i++) if (!scan.isCapital(i) && !scan.has(i, lists.titles | lists.personNouns)) return null;
  if (named.to < lineEnd && scan.mark(named.to) !== 0x2c && scan.mark(named.to) !== 0x28) return null;
  for (let i = at; i < lineEnd; i++) if (scan.has(i, lists.speechVerbs | lists.passiveAuxiliaries)) return null;
  if (!isDash && (!named.isNamedPerson || !isStop(scan.mark(end - 2)))) return null;
  return hasNoun(document, at, lineEnd) ? { speaker: { from: named.from, to: named.to, referent: named }, cue: null } : null;
}

const insetVerb = contextWords("insetVerb");

/** « Il faut attendre, explique le géologue Paul Ferrand, avant de rouvrir »: the marks stay open round who says so. */
function inset(document: Document, map: ReferentMap, { first, end }: QuoteContext): PlainAttribution | null {
  const { scan } = document;
  for (let cue = first + 2; cue < end - 1; cue++) {
    if ((scan.mark(cue - 1) !== 0x2c && scan.mark(cue - 1) !== 0x2014) || !insetVerb.has(scan.lower(cue))) continue;
    const speaker = phraseAfter(document, map, cue + 1);
    if (speaker?.referent == null || speaker.to > end) return null;
    const isClosed = speaker.to >= end - 1 || !scan.isWord(speaker.to);
    return isClosed && speaker.referent.isHuman ? { speaker, cue: [cue, cue + 1] } : null;
  }
  return null;
}

const opinionLead = contextWords("opinionLead");

/** « Pour Ana Duarte, géologue, “la hausse va durer” »: whose view the sentence gives. */
function opinion(document: Document, map: ReferentMap, { first, leadFrom }: QuoteContext): PlainAttribution | null {
  const { scan, language } = document;
  if (!language.subjectFollows || scan.mark(first - 1) !== 0x2c || !opinionLead.has(scan.lower(leadFrom))) return null;
  const named = map.covering(leadFrom + 1);
  if (named === null || named.isQuoted || named.isPossessive || scan.mark(named.to) !== 0x2c) return null;
  const speaker = { from: named.from, to: named.to, referent: named };
  return named.isHuman || scan.isCapital(named.from) ? { speaker, cue: [leadFrom, leadFrom + 1] } : null;
}

/** Longest signature, in tokens. */
const signatureMax = 14;

function firstNamed(map: ReferentMap, from: number, to: number): Referent | null {
  for (let i = from; i < to; i++) {
    const referent = map.covering(i);
    if (referent?.kind === "name") return referent;
  }
  return null;
}
