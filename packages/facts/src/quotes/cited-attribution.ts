/**
 * Speakers that somebody else quotes, and papers whose name stands in marks of its own: “…“, zitiert das Blatt die Ministerin; Quill wird von
 * der „Bucht“ mit den Worten zitiert: „…“; „…“, schrieb die „Bucht“. And who calls something by a word in marks.
 */
import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "../sources/phrases.ts";
import type { Referent } from "../sources/referents.ts";
import { lists, wordKinds } from "../word-roles.ts";
import type { PlainAttribution } from "./plain-attribution.ts";
import type { QuoteContext } from "./quote-context.ts";

/** How far from a quotation the verb may stand, and how long who quotes whom may be, in tokens. */
const citedReach = 24;
/** Longest name of a paper in marks. */
const paperMax = 5;

export function citedAttribution(document: Document, map: ReferentMap, context: QuoteContext): PlainAttribution | null {
  return (
    called(document, map, context) ??
    judged(document, map, context) ??
    paperBehind(document, context) ??
    citedBehind(document, map, context) ??
    citedBefore(document, map, context)
  );
}

const asWord = contextWords("as");
const agent = contextWords("agentPreposition");

/** How far before the marks whose judgement it is stands, in tokens. */
const agentReach = 12;

/**
 * Als „Unsinn“ bezeichnete Ana Duarte den Plan. · Der Plan wurde von Ana Duarte als „Unsinn“ bezeichnet. · Von „Unsinn“ sprach Ana
 * Duarte. Where the verb stands second or last, single words between such marks are somebody's.
 */
function called(document: Document, map: ReferentMap, { first, end, leadFrom }: QuoteContext): PlainAttribution | null {
  const { scan, language } = document;
  const lead = scan.lower(first - 1);
  if (!language.verbSecond || !scan.has(end, lists.looseSpeechVerbs) || !(asWord.has(lead) || agent.has(lead))) return null;
  const cue: readonly [number, number] = [end, end + 1];
  if (first - 1 <= leadFrom) {
    const subject = phraseAfter(document, map, end + 1);
    return subject?.referent?.isHuman === true && !subject.referent.isQuoted ? { speaker: subject, cue } : null;
  }
  if (scan.isWord(end + 1)) return null;
  for (let i = first - 2; i > first - agentReach && i >= leadFrom; i--) {
    if (!agent.has(scan.lower(i))) continue;
    const found = phraseAfter(document, map, i + 1);
    return found?.referent?.isHuman === true && found.to < first ? { speaker: found, cue } : null;
  }
  return null;
}

/** How far before the marks its verb stands, in tokens. */
const judgementReach = 9;

/** « Ana Duarte a jugé la réforme “inutile” », “tachó el plan de “inútil””: what somebody finds something to be, in marks. */
function judged(document: Document, map: ReferentMap, { first, leadFrom }: QuoteContext): PlainAttribution | null {
  const { scan, language } = document;
  if (!language.subjectFollows || scan.isCapital(first + 1)) return null;
  for (let cue = first - 1; cue > Math.max(leadFrom, first - judgementReach); cue--) {
    if (!scan.isWord(cue)) return null;
    if (!scan.has(cue, lists.looseSpeechVerbs)) continue;
    const subject = phraseBefore(document, map, cue);
    const isPerson = subject?.referent?.isHuman === true && !subject.referent.isQuoted && !subject.referent.isPossessive;
    return subject !== null && isPerson && subject.from >= leadFrom ? { speaker: subject, cue: [cue, cue + 1] } : null;
  }
  return null;
}

const isStop = (mark: number): boolean => mark === 0x2e || mark === 0x3b || mark === 0x3a;

const behindMarks = ({ scan }: Document, end: number): number => (scan.mark(end) === 0x2c ? end + 1 : end);

/** „…“, schrieb die „Bucht“ in einem Nachruf. */
function paperBehind(document: Document, { end }: QuoteContext): PlainAttribution | null {
  const { scan, quoteOf, quoteTokens } = document;
  const cue = behindMarks(document, end);
  if (!scan.has(cue, lists.speechVerbs) || scan.is(cue, wordKinds.cites)) return null;
  const article = scan.has(cue + 1, lists.determiners) ? cue + 1 : -1;
  const opens = article < 0 ? cue + 1 : cue + 2;
  const tokens = quoteTokens[quoteOf[opens] ?? -1];
  if (tokens === undefined || tokens[0] !== opens || tokens[1] - opens - 2 > paperMax || !scan.isCapital(opens + 1)) return null;
  return { speaker: { from: article < 0 ? opens : article, to: tokens[1], referent: null }, cue: [cue, cue + 1] };
}

/** The people and bodies in a range, each once. */
function speakersIn(map: ReferentMap, from: number, to: number): Referent[] {
  const out: Referent[] = [];
  for (let i = from; i < to; i++) {
    const referent = map.covering(i);
    if (referent === null || referent.from < from || out.includes(referent)) continue;
    if (referent.isHuman !== false && !referent.isQuoted && !referent.isPossessive) out.push(referent);
    i = Math.max(i, referent.to - 1);
  }
  return out;
}

const phraseOf = (referent: Referent): SourcePhrase => ({ from: referent.from, to: referent.to, referent });

/** „…“, zitiert Bucht Online den Minister. · „…“, wird Quill im Blatt zitiert. */
function citedBehind(document: Document, map: ReferentMap, { end }: QuoteContext): PlainAttribution | null {
  const { scan, quoteOf } = document;
  const start = behindMarks(document, end);
  let stop = start;
  while (
    stop < scan.count &&
    stop - start < citedReach &&
    !(isStop(scan.mark(stop)) && !scan.isGlued(stop + 1)) &&
    !scan.isNewline(stop)
  )
    stop++;
  if (scan.is(start, wordKinds.cites)) {
    const found = speakersIn(map, start + 1, stop);
    // The paper leads: a name in marks, a body, or whatever stands first of two.
    const isMarked = (quoteOf[start + 1] ?? -1) >= 0 || (quoteOf[start + 2] ?? -1) >= 0;
    const isBehindPaper = isMarked || (found[0] !== undefined && found[0].from > start + 1);
    const cited = isBehindPaper ? found[0] : found[1];
    return cited === undefined ? null : { speaker: phraseOf(cited), cue: [start, start + 1] };
  }
  for (let i = start; i < stop; i++) {
    if (!scan.is(i, wordKinds.cites) || (quoteOf[i] ?? -1) >= 0) continue;
    return passiveSubject(document, map, start, stop, i);
  }
  return null;
}

/** Quill wird von der „Bucht“ mit den Worten zitiert: „…“ · Die „Bucht“ zitiert Quill mit den Worten: „…“ */
function citedBefore(document: Document, map: ReferentMap, { first, leadFrom }: QuoteContext): PlainAttribution | null {
  const { scan } = document;
  const last = scan.mark(first - 1) === 0x3a || scan.mark(first - 1) === 0x2c ? first - 2 : first - 1;
  const sentence = document.sentences[document.sentenceOf[last] ?? -1];
  const from = Math.max(sentence?.[0] ?? leadFrom, last - citedReach);
  if (scan.is(last, wordKinds.cites)) return passiveSubject(document, map, from, first, last);
  for (let cue = last; cue > from; cue--) {
    if ((document.quoteOf[cue] ?? -1) >= 0 && cue > leadFrom) return null;
    if (!scan.is(cue, wordKinds.cites)) continue;
    const found = speakersIn(map, cue + 1, first)[0];
    // Whom it quotes stands right behind, and nobody else's act or word behind that.
    if (found === undefined || found.from > cue + 2) return null;
    for (let i = found.to; i < first; i++) if (scan.has(i, lists.speechVerbs | lists.subordinators)) return null;
    return { speaker: phraseOf(found), cue: [cue, cue + 1] };
  }
  return null;
}

/** Whom a sentence says to be quoted: right behind “wird”, else right before it. */
function passiveSubject({ scan }: Document, map: ReferentMap, from: number, to: number, cue: number): PlainAttribution | null {
  for (let i = from; i < to; i++) {
    if (!scan.is(i, wordKinds.citedPassive)) continue;
    const behind = speakersIn(map, i + 1, Math.min(to, i + 4))[0];
    const before = speakersIn(map, from, i).filter((each) => !scan.has(each.from - 1, lists.prepositions));
    const isSubject =
      behind !== undefined && !scan.has(i + 1, lists.prepositions) && !scan.has(behind.from - 1, lists.prepositions);
    const subject = isSubject ? behind : (before.find((each) => each.isNamedPerson) ?? before[0]);
    return subject === undefined ? null : { speaker: phraseOf(subject), cue: [cue, cue + 1] };
  }
  return null;
}
