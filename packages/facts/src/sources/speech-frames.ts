import { agencyByForm } from "@wirefold/text";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { Referent } from "./referents.ts";
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

/** Longest subject phrase read to the left of its verb, in tokens. */
const subjectReach = 14;

export interface SourcePhrase {
  readonly from: number;
  readonly to: number;
  readonly referent: Referent | null;
}

/** Finds, for tokens of a document, the referent that covers or ends at them. */
export class ReferentMap {
  private readonly at: Int32Array;
  readonly referents: readonly Referent[];

  constructor(document: Document, referents: readonly Referent[]) {
    this.referents = referents;
    this.at = new Int32Array(document.scan.count).fill(-1);
    for (const referent of referents) this.at.fill(referent.index, referent.from, referent.to);
  }

  covering(token: number): Referent | null {
    const index = this.at[token];
    return index === undefined || index < 0 ? null : (this.referents[index] as Referent);
  }
}

/** The noun phrase that ends right before `end`: “Police in North Ossetia”, “the Finnish Border Guard agency”. */
export function phraseBefore(document: Document, map: ReferentMap, end: number): SourcePhrase | null {
  const { scan, language } = document;
  let at = end - 1;
  // Over adverbs and auxiliaries, and over an apposition between commas.
  let guard = 0;
  while (at >= 0 && guard++ < 8 && scan.isWord(at) && scan.has(at, lists.betweenSubjectAndVerb) && !scan.isCapital(at)) at--;
  // “Thursday morning”: no day speaks, and who does stands too far to say.
  if (language.words.partsOfDay.has(scan.lower(at)) && language.words.weekdays.has(scan.lower(at - 1))) return null;
  let apposed: Referent | null = null;
  if (scan.mark(at) === 0x2c || scan.mark(at) === 0x29) {
    const opener = openingComma(document, at);
    if (opener < 0) return null;
    const inside = map.covering(opener + 1);
    if (inside?.isNamedPerson && inside.from === opener + 1 && inside.to === at && inside.to - inside.from > 1) apposed = inside;
    at = opener - 1;
  }
  if (at < 0 || scan.isNewline(at)) return null;
  const quote = document.quoteOf[at] as number;
  const to = at + 1;
  let from = to;
  let referent: Referent | null = null;
  while (from > 0 && to - from < subjectReach) {
    const token = from - 1;
    if (document.quoteOf[token] !== quote || scan.isNewline(token)) break;
    const covering = map.covering(token);
    if (covering && covering.to <= to) {
      from = covering.from;
      // The leftmost noun group leads: “officials in Kazakhstan” are officials.
      // “the union’s chairman” is the chairman.
      if (referent === null || !isOwner(document, covering)) referent = covering;
      const before = scan.lower(from - 1);
      if (covering.kind === "pronoun") break;
      if (
        isLink(before) &&
        from - 2 >= 0 &&
        (scan.isWord(from - 2) || scan.lower(from - 2) === "'s") &&
        !scan.has(from - 2, lists.speechVerbs) &&
        !isTime(document, from - 2)
      ) {
        from--;
        continue;
      }
      if (scan.isWord(from - 1) && isNounish(document, from - 1)) continue;
      if (language.determiners.has(before)) from--;
      break;
    }
    const lower = scan.lower(token);
    if (
      scan.isWord(token) ||
      scan.isNumber(token) ||
      lower === "'s" ||
      (scan.mark(token) === 0x2d && scan.isGlued(token) && scan.isGlued(token + 1))
    ) {
      if (language.determiners.has(lower)) {
        from = token;
        if (isLink(scan.lower(from - 1)) && scan.isWord(from - 2) && !scan.has(from - 2, lists.speechVerbs)) {
          from--;
          continue;
        }
        break;
      }
      if (isLink(lower)) {
        if (scan.isWord(token - 1) && !scan.has(token - 1, lists.speechVerbs) && token > 0 && !isClauseStart(document, token)) {
          from = token;
          continue;
        }
        break;
      }
      if (!isNounish(document, token) && !scan.isNumber(token) && lower !== "'s" && scan.mark(token) === 0) break;
      from = token;
      continue;
    }
    break;
  }
  if (from >= to) return null;
  // “Its spokesman, Ana Duarte, said”: the name says more than the description before it.
  if (apposed !== null && !referent?.isNamedPerson) return { from: apposed.from, to: apposed.to, referent: apposed };
  // “his office”: not he speaks.
  if (referent?.kind === "pronoun" && referent.isPossessive && referent.to < to) return { from, to, referent: null };
  return { from, to, referent };
}

/** “the union’s”, “its”: whose the noun behind it is. */
const isOwner = ({ scan }: Document, referent: Referent): boolean =>
  referent.isPossessive || scan.lower(referent.to) === "'s" || scan.lower(referent.to - 1) === "'s";

const isLink = (lower: string): boolean => /^(?:of|in|at|from|for|on|with|von|der|des|aus|im)$/.test(lower);

function isTime(document: Document, token: number): boolean {
  return document.language.words.weekdays.has(document.scan.lower(token));
}

function isClauseStart(document: Document, token: number): boolean {
  const before = document.scan.mark(token - 1);
  return before === 0x2c || document.scan.isNewline(token - 1);
}

/** A word that may stand inside a noun phrase: no verb, conjunction or adverb that we know. */
function isNounish(document: Document, token: number): boolean {
  const { scan, language } = document;
  if (!scan.isWord(token)) return false;
  const lower = scan.lower(token);
  if (language.speechVerbs.has(lower) || language.betweenSubjectAndVerb.has(lower) || language.subordinators.has(lower))
    return false;
  if (language.prepositions.has(lower) || language.words.weekdays.has(lower) || language.words.dayWords.has(lower)) return false;
  return !/^(?:and|but|or|und|oder|aber|so|then|there|here|not|be|been|say|week|today)$/.test(lower);
}

/** The comma that opens the apposition closed at `close`, or the bracket; -1 if none is near. */
function openingComma(document: Document, close: number): number {
  const { scan } = document;
  const isBracket = scan.mark(close) === 0x29;
  for (let i = close - 1; i >= 0 && close - i < 28; i--) {
    if (scan.isNewline(i) || scan.mark(i) === 0x2e || (document.quoteOf[i] as number) !== document.quoteOf[close]) return -1;
    if (isBracket ? scan.mark(i) === 0x28 : scan.mark(i) === 0x2c) return i;
  }
  return -1;
}

/** The noun phrase that starts at `start`: “Mert Aydin of the border guard”, “the 24-year-old”. */
export function phraseAfter(document: Document, map: ReferentMap, start: number): SourcePhrase | null {
  const { scan } = document;
  let at = start;
  while (scan.isWord(at) && scan.has(at, lists.betweenSubjectAndVerb) && !scan.isCapital(at) && at - start < 3) at++;
  let to = at;
  let referent: Referent | null = null;
  while (to < scan.count && to - at < subjectReach && !scan.isNewline(to) && document.quoteOf[to] === document.quoteOf[at]) {
    const covering = map.covering(to);
    if (covering && covering.from >= at) {
      referent ??= covering;
      to = covering.to;
      if (covering.kind === "pronoun") break;
      if (isLink(scan.lower(to)) && (scan.isWord(to + 1) || scan.isNumber(to + 1)) && !isTime(document, to + 1)) {
        to++;
        continue;
      }
      const behind = map.covering(to);
      // “Harrow manager Ana Duarte”: the club’s name leads, the person speaks.
      if (covering.kind === "name" && behind?.isNamedPerson && behind.from === to && !scan.isCapital(to)) {
        referent = behind;
        to = behind.to;
        break;
      }
      // “the Interfax agency”: the noun behind the name belongs to it.
      if (covering.kind === "name" && scan.lower(to) !== "'s" && !(behind?.kind === "nominal" && behind.from >= covering.from))
        break;
      continue;
    }
    if (
      scan.has(to, lists.determiners) ||
      isNounish(document, to) ||
      scan.isNumber(to) ||
      scan.lower(to) === "'s" ||
      (scan.mark(to) === 0x2d && scan.isGlued(to) && scan.isGlued(to + 1))
    ) {
      to++;
      continue;
    }
    if (isLink(scan.lower(to)) && to > at && (scan.isWord(to + 1) || scan.isNumber(to + 1)) && !isTime(document, to + 1)) {
      to++;
      continue;
    }
    break;
  }
  while (to > at && (isLink(scan.lower(to - 1)) || scan.mark(to - 1) === 0x2d || scan.has(to - 1, lists.determiners))) to--;
  return to > at ? { from: at, to, referent } : null;
}

/** The statements a document tells outside quotation marks, in order. */
export function findSpeechFrames(document: Document, map: ReferentMap): SpeechFrame[] {
  const { scan } = document;
  const out: SpeechFrame[] = [];
  for (let at = 0; at < scan.count; at++) {
    if (!scan.isWord(at) || (document.quoteOf[at] as number) >= 0) continue;
    const according = accordingAt(document, at);
    if (according > 0) {
      const source = phraseAfter(document, map, at + according);
      if (source && accordingAt(document, source.from) === 0)
        out.push(accordingFrame(document, at, at + according, relayed(document, map, source)));
      at += according - 1;
      continue;
    }
    if (!isReporting(document, at)) continue;
    const frame = verbFrame(document, map, at);
    if (frame) out.push(frame);
  }
  return out;
}

const anyReportingVerb = lists.speechVerbs | lists.looseSpeechVerbs | lists.reportVerbs;

/** A verb of saying, or one of showing or promising with “that”, a figure or a sum behind it; not a noun of the same form. */
function isReporting(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (!scan.has(at, anyReportingVerb)) return false;
  const lower = scan.lower(at);
  const next = scan.lower(at + 1);
  const isSpeech = scan.has(at, lists.speechVerbs);
  // “was announced”, “were reported at”: nobody says it.
  for (let i = at - 1; i >= at - 3 && scan.has(i, lists.betweenSubjectAndVerb); i--) {
    if (scan.has(i, lists.passiveAuxiliaries) && !lower.endsWith("ing")) return false;
  }
  const leadsOn = next === "that" || next === "dass" || scan.mark(at + 1) === 0x3a || (document.quoteOf[at + 1] ?? -1) >= 0;
  // “an estimated 3,000”, “its announced plan”
  if (lower.endsWith("ed") && scan.has(at - 1, lists.determiners) && !scan.has(at - 1, lists.pronouns)) return false;
  if (scan.has(at, lists.nounLikeVerbs)) {
    const before = scan.lower(at - 1);
    if (
      language.determiners.has(before) ||
      language.prepositions.has(before) ||
      before === "'s" ||
      before === "own" ||
      language.speechVerbs.has(before)
    )
      return false;
    if (!leadsOn && !isBeforeFigure(document, at)) return false;
    return true;
  }
  return isSpeech || leadsOn || (scan.has(at, lists.reportVerbs) && isBeforeFigure(document, at));
}

/** How far behind “put the number of …” the figure may stand, in tokens. */
const numberOfReach = 14;

/** “showed hundreds of”, “put this figure at 98,000”, “speak of 5,500”. */
function isBeforeFigure(document: Document, at: number): boolean {
  const { scan, language } = document;
  // “put the number of carts waiting at the gate at 300”
  const isLong = /^(?:number|figure|total|toll)$/.test(scan.lower(at + 2));
  for (let i = at + 1; i <= at + (isLong ? numberOfReach : 6); i++) {
    if (scan.isNumber(i) || language.words.vague.has(scan.lower(i)) || language.words.multipliers.has(scan.lower(i))) return true;
    if (!scan.isWord(i)) return false;
  }
  return false;
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

/** “according to the Interfax agency, the migration authority of …”: an agency passes on what the body named behind it says. */
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

function accordingFrame(document: Document, cueFrom: number, cueTo: number, source: SourcePhrase): SpeechFrame {
  const [first, end] = bounds(document, cueFrom);
  const isLeading = cueFrom - first <= 3;
  const comma = isLeading ? nextComma(document, source.to, end) : end;
  const content: [number, number] = isLeading ? [Math.min(comma + 1, end), end] : [first, cueFrom];
  return {
    cueFrom,
    cueTo,
    cueText: textOf(document, cueFrom, cueTo),
    sourceFrom: source.from,
    sourceTo: source.to,
    referent: source.referent,
    contentFrom: content[0],
    contentTo: content[1],
    via: null,
  };
}

function nextComma(document: Document, from: number, end: number): number {
  for (let i = from; i < end; i++) if (document.scan.mark(i) === 0x2c) return i;
  return end;
}

function verbFrame(document: Document, map: ReferentMap, cue: number): SpeechFrame | null {
  const { scan, language } = document;
  const [first, end] = bounds(document, cue);
  const next = scan.lower(cue + 1);
  const source = phraseBefore(document, map, cue);
  // “35 per cent of the pupils said” names no one whose word it is.
  if (source && ((source.referent === null && scan.isNumber(source.from)) || scan.lower(source.from) === "cent")) return null;
  if (!source || source.from < first) {
    // “…, said Ana Duarte.”
    const inverted =
      scan.mark(cue - 1) === 0x2c || (document.quoteOf[cue - 1] ?? -1) >= 0 ? phraseAfter(document, map, cue + 1) : null;
    if (!inverted) return null;
    return {
      cueFrom: cue,
      cueTo: cue + 1,
      cueText: textOf(document, cue, cue + 1),
      sourceFrom: inverted.from,
      sourceTo: inverted.to,
      referent: inverted.referent,
      contentFrom: first,
      contentTo: cue,
      via: null,
    };
  }
  let contentFrom = cue + 1;
  let via: string | null = null;
  // “told reporters that”, “told The Associated Press (that)”
  if (/^(?:told|tells|telling|tell|assured|informed|reminded|warned|confirmed)$/.test(scan.lower(cue))) {
    const listenerAt = next === "to" ? cue + 2 : cue + 1;
    const listener = phraseAfter(document, map, listenerAt);
    if (listener) {
      via = listener.referent?.kind === "pronoun" ? null : textOf(document, listener.from, listener.to);
      contentFrom = listener.to;
    }
  }
  while (
    contentFrom < end &&
    (language.words.weekdays.has(scan.lower(contentFrom)) ||
      /^(?:on|also|that|dass|in|a|statement|,)$/.test(scan.lower(contentFrom)) ||
      scan.mark(contentFrom) === 0x2c)
  ) {
    const isThat = /^(?:that|dass)$/.test(scan.lower(contentFrom));
    contentFrom++;
    if (isThat) break;
  }
  if (contentFrom < end - 1 && hasWords(document, contentFrom, end)) {
    return {
      cueFrom: cue,
      cueTo: cue + 1,
      cueText: textOf(document, cue, cue + 1),
      sourceFrom: source.from,
      sourceTo: source.to,
      referent: source.referent,
      contentFrom,
      contentTo: clauseEnd(document, map, contentFrom, end),
      via,
    };
  }
  // “…, officials said.”
  return {
    cueFrom: cue,
    cueTo: cue + 1,
    cueText: textOf(document, cue, cue + 1),
    sourceFrom: source.from,
    sourceTo: source.to,
    referent: source.referent,
    contentFrom: first,
    contentTo: source.from,
    via,
  };
}

function hasWords(document: Document, from: number, to: number): boolean {
  let words = 0;
  for (let i = from; i < to; i++) if (document.scan.isWord(i) || document.scan.isNumber(i)) words++;
  return words >= 2;
}

/** A statement ends with its sentence, or where “, while” and the like hand the word to another speaker. */
function clauseEnd(document: Document, map: ReferentMap, from: number, end: number): number {
  const { scan } = document;
  for (let i = from + 1; i < end; i++) {
    const lower = scan.lower(i);
    if ((lower === "while" || lower === "but" || lower === "and" || lower === "während") && scan.mark(i - 1) === 0x2c) {
      for (let j = i + 1; j < Math.min(end, i + 16); j++) {
        const reports = scan.has(j, lists.speechVerbs) || (scan.has(j, lists.reportVerbs) && isBeforeFigure(document, j));
        if (reports && (document.quoteOf[j] as number) < 0) {
          const other = phraseBefore(document, map, j);
          if (other && other.from > i) return i - 1;
        }
      }
      if (lower === "but") return i - 1;
    }
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
    // “Interior Ministry officials in Kazakhstan” says more than the ministry’s name alone.
    const isWhole = frame.referent.from === frame.sourceFrom && frame.referent.to === frame.sourceTo;
    return isWhole || frame.referent.kind === "pronoun" || identity.isPerson ? identity.name : written;
  }
  return identity && !identity.isPlural && frame.referent?.from === frame.sourceFrom && frame.referent.to === frame.sourceTo
    ? identity.name
    : written;
}
