import { contextWords, onlyReadingWord } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import {
  accordingAfterFrame,
  accordingFrame,
  bounds,
  frameOf,
  nextComma,
  opinionFrame,
  relayed,
  surveyFrame,
} from "./according-frames.ts";
import { actEnd, hasOwnVerb, isNobody } from "./clause-parts.ts";
import { headingFrame, passiveFrame } from "./figure-frames.ts";
import { withGovernedSentences } from "./governed-sentences.ts";
import { withLedClauses } from "./led-clauses.ts";
import { isMade, makerOf, makerWithin } from "./makers.ts";
import { hasNoun, maySpeak } from "./may-speak.ts";
import { claimFrame, ownWordsFrame, reckoningFrame } from "./noun-frames.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase, subjectAfter } from "./phrases.ts";
import { withReportedForms } from "./reported-form.ts";
import { isBeforeFigure, isOver, type ReportingSense, senseAt } from "./reporting-verbs.ts";
import { openingName, withSecondSources } from "./second-sources.ts";
import { ownerBefore, subjectOfSentence } from "./sentence-subject.ts";
import type { FrameInput, SpeechFrame } from "./speech-frame.ts";
import { accordingAt, citingCompound, clauseEnd, headContent, subordinateEnd, tailContent } from "./statement-extent.ts";

const by = contextWords("by");
const thinkingParticiple = contextWords("thinkingParticiple");
const adjunctOpener = contextWords("adjunctOpener");
const contrast = onlyReadingWord("but");
const toWord = contextWords("to");
const whether = contextWords("whether");
const objectPronoun = contextWords("objectPronoun");
const onPlace = contextWords("onPlace");
const singleArticle = contextWords("singleArticle");
/** Between an owner and what is theirs, in the one language whose “its” is read. */
const possessiveMark = "’s ";
const ofPreposition = contextWords("agentPreposition");

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
    const opensSentence = document.sentenceOf[at] !== sentence;
    if (opensSentence) {
      sentence = document.sentenceOf[at] ?? -1;
      inSentence = out.length;
    }
    if (out.length - inSentence >= framesInSentenceMax) continue;
    const according = accordingAt(document, at);
    if (according > 0) {
      // “según informó la compañía”, “nach Angaben von Ana Holm”
      const skips = scan.has(at + according, lists.speechVerbs) || ofPreposition.has(scan.lower(at + according));
      const from = skips ? at + according + 1 : at + according;
      const source = phraseAfter(document, map, from);
      if (source && accordingAt(document, source.from) === 0)
        out.push(accordingFrame(document, at, at + according, relayed(document, map, makerOf(document, map, source))));
      at += according - 1;
      continue;
    }
    const cited = citingCompound(document, at);
    if (cited !== null) {
      const source = { from: at + 1, to: at + 2, referent: null };
      out.push({ ...accordingFrame(document, at, at + 1, source), sourceName: cited });
      at++;
      continue;
    }
    const claimed =
      claimFrame(input, at) ??
      ownWordsFrame(input, at) ??
      reckoningFrame(input, at) ??
      accordingAfterFrame(document, map, at) ??
      passiveFrame(document, map, at) ??
      (opensSentence
        ? (surveyFrame(document, map, at) ?? opinionFrame(document, map, at) ?? headingFrame(document, map, at))
        : null);
    if (claimed) {
      out.push(claimed);
      continue;
    }
    const sense = senseAt(document, at);
    if (sense === null) continue;
    const frame = withDocument(input, verbFrame(input, at, sense, out.at(-1) ?? null));
    if (frame) out.push(withOwner(input, withNamedBefore(input, frame, out.at(-1) ?? null)));
  }
  const led = withLedClauses(document, map, withSecondSources(document, map, out));
  return withReportedForms(document, map, withGovernedSentences(document, map, led));
}

/** “Wie das Ministerium mitteilte, fehlen 300 Lehrer”: what is said stands behind the comma. */
function leadingClause(document: Document, source: SourcePhrase, cue: number, first: number, end: number) {
  const { scan, language } = document;
  const isLeading = source.from - 1 === first && language.reporting.tailJoins.has(scan.lower(first));
  if (!isLeading) return null;
  const comma = nextComma(document, cue + 1, Math.min(end, cue + 1 + whenReach));
  return comma < Math.min(end, cue + 1 + whenReach) ? ([comma + 1, end] as const) : null;
}

/** Longest “am Freitag” between the verb and the comma that ends such a clause, in tokens. */
const whenReach = 6;

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
  if (document.language.subjectFollows && sense !== "act") {
    const tied = tiedFrame(input, cue, first);
    if (tied !== null) return tied;
  }
  const isParticipial = isParticiple(document, cue);
  // “alarming her friend who fired, believing they were burglars”: what somebody thinks is not told by who leads the sentence.
  if (isParticipial && thinkingParticiple.has(scan.lower(cue))) return null;
  const before = isParticipial ? subjectOfSentence(input, first, cue, last) : phraseBefore(document, map, cue);
  // “such as Bolt, have directly announced”, “However, she said”: an adverb is nobody.
  const isAdverb =
    before !== null && before.to - before.from === 1 && before.referent === null && isNobody(document, before.from);
  const isSubject = before !== null && before.from >= first && !isAdverb && !isInvertedTail(input, cue, sense, end);
  const leading = isSubject && !isNamedBehind(input, before, cue, sense) ? before : null;
  // “Es werde dauern, bis es besser sei, sagte der Vorsitzende”: behind a clause of its own the verb stands before its subject.
  const swapped =
    document.language.verbSecond &&
    sense !== "act" &&
    scan.mark(cue - 1) === 0x2c &&
    leading !== null &&
    !leading.referent?.isHuman
      ? phraseAfter(document, map, cue + 1)
      : null;
  if (swapped !== null && swapped.from === cue + 1 && maySpeak(input, swapped, sense))
    return frameOf(document, cue, cue + 1, { source: swapped, content: [first, cue] });
  const source = leading ?? sharedSubject(document, first, cue, last) ?? joinedSubject(input, first, cue, sense);
  // “Den Schaden beziffert die Stadt auf …”: the article tells an object, and the subject stands behind the verb.
  if (source !== null && document.language.verbSecond && objectArticle.test(scan.lower(source.from))) {
    const subject = phraseAfter(document, map, cue + 1);
    const isNamed = subject !== null && hasNoun(document, subject.from, subject.to);
    return isNamed ? frameOf(document, cue, cue + 1, { source: subject, content: [first, end] }) : null;
  }
  if (!source) {
    // “…, said Ana Duarte.”
    let edge = cue - 1;
    while (scan.has(edge, lists.betweenSubjectAndVerb) && cue - edge < 4) edge--;
    const isInverted = scan.mark(edge) === 0x2c || (document.quoteOf[cue - 1] ?? -1) >= 0;
    const behindVerb =
      isInverted && sense !== "act"
        ? ((document.language.subjectFollows && document.scan.mark(cue + 1) === 0x2d ? tiedPronoun(map, cue) : null) ??
          subjectAfter(document, map, cue + 1))
        : null;
    // “Duarte warns Sorrel, says the board won’t stay”: what follows has a verb of its own.
    const isClauseOfItsOwn = behindVerb !== null && hasOwnVerb(document, behindVerb.from + 1, behindVerb.to + 1);
    // “… told him”: an object does not say it.
    const isObject = behindVerb !== null && objectPronoun.has(scan.lower(behindVerb.from));
    const inverted = isClauseOfItsOwn || isObject ? null : behindVerb;
    if (!inverted || !maySpeak(input, inverted, sense)) return null;
    // « …, a précisé la préfecture »: the auxiliary is the verb's.
    return frameOf(document, cue, cue + 1, { source: inverted, content: [first, scan.mark(edge) === 0x2c ? edge : cue] });
  }
  // “In einem Schreiben an die Eltern kündigte die Schule an, …”
  if (document.language.verbSecond && source.to === cue && isLed(document, source.from - 1)) {
    const subject = phraseAfter(document, map, cue + 1);
    if (subject !== null && subject.from === cue + 1 && maySpeak(input, subject, "claim")) return null;
  }
  if (isNotTold(document, source, cue)) return null;
  const isOpening = sense === "act" && isOpeningName(document, source, first, cue);
  if (!isOpening && !maySpeak(input, source, sense) && !mayEstimate(document, source, cue, sense, first)) return null;
  if (sense === "act") {
    const until = actEnd(document, cue + 1, subordinateEnd(document, cue, cue + 1, clauseEnd(input, cue + 1, end)));
    return { ...frameOf(document, cue, cue + 1, { source, content: [cue + 1, until] }), isAct: true };
  }
  const told = listenerOf(document, map, cue);
  // “…, the company spoke of 1,200”: the figure behind is what it says.
  const isCount = sense === "show" && document.scan.mark(cue + 1) !== 0x2c && isBeforeFigure(document, cue);
  // “Fitch, who knew her for years, told …”: the clause of “who” ends at its comma, and tells something only with “that”.
  const isOfWho = source.referent?.isRelative === true;
  if (isOfWho && sense !== "say" && !document.language.reporting.conjunctions.has(scan.lower(cue + 1))) return null;
  const relativeEnd = isOfWho ? nextComma(document, cue, end) : end;
  const content =
    leadingClause(document, source, cue, first, end) ??
    (isCount ? null : tailContent(document, source, told?.to ?? cue + 1, first, end)) ??
    headContent(input, told?.to ?? cue + 1, sense, relativeEnd);
  return content === null ? null : frameOf(document, cue, cue + 1, { source, content, via: told?.via ?? null });
}

/** « affirme-t-elle »: the pronoun tied to the verb, and no hyphen of it. */
function tiedPronoun(map: ReferentMap, cue: number): SourcePhrase | null {
  for (const at of [cue + 2, cue + 4]) {
    const referent = map.covering(at);
    if (referent?.kind === "pronoun" && !referent.isPossessive) return { from: referent.from, to: referent.to, referent };
  }
  return null;
}

/** « …, a-t-elle précisé »: the pronoun stands between the auxiliary and the participle; null elsewhere. */
function tiedFrame({ document, map }: FrameInput, cue: number, first: number): SpeechFrame | null {
  const { scan } = document;
  const referent = map.covering(cue - 1);
  if (referent?.kind !== "pronoun" || scan.mark(cue - 2) !== 0x2d || !scan.isGlued(cue - 1)) return null;
  const auxiliary = scan.mark(cue - 4) === 0x2d ? cue - 5 : cue - 3;
  if (scan.mark(auxiliary - 1) !== 0x2c || auxiliary - 1 - first < 3) return null;
  return frameOf(document, cue, cue + 1, {
    source: { from: referent.from, to: referent.to, referent },
    content: [first, auxiliary - 1],
  });
}

/** « Sans accord, le pont fermera, a indiqué la préfecture »: a comma, the verb, who says so, and nothing of a clause behind. */
function isInvertedTail(input: FrameInput, cue: number, sense: ReportingSense, end: number): boolean {
  const { document, map } = input;
  const { scan, language } = document;
  if (!language.subjectFollows || sense === "act") return false;
  let edge = cue - 1;
  while (scan.has(edge, lists.betweenSubjectAndVerb) && cue - edge < 4) edge--;
  if (scan.mark(edge) !== 0x2c || language.reporting.conjunctions.has(scan.lower(cue + 1))) return false;
  const subject = subjectAfter(document, map, cue + 1);
  if (subject === null || subject.to > end || !maySpeak(input, subject, sense)) return false;
  return !scan.isWord(subject.to) || scan.has(subject.to, lists.prepositions | lists.day);
}

/** “In five weeks, 9 percent of all workers asked for aid, said Ana Duarte, a director”: a name behind the verb, where nobody stands before. */
function isNamedBehind(input: FrameInput, before: SourcePhrase, cue: number, sense: ReportingSense): boolean {
  const { document, map } = input;
  const { scan, language } = document;
  if (!language.subjectLeads || sense === "act") return false;
  if (scan.mark(cue - 1) !== 0x2c || before.referent?.isHuman) return false;
  const subject = phraseAfter(document, map, cue + 1);
  if (subject?.from !== cue + 1 || !subject.referent?.isNamedPerson || subject.to !== subject.referent.to) return false;
  return !scan.isWord(subject.to) || scan.has(subject.to, lists.prepositions);
}

/** A preposition stands there, and no “wie” that opens a clause. */
const isLed = ({ scan, language }: Document, at: number): boolean =>
  scan.has(at, lists.prepositions) && !language.reporting.tailJoins.has(scan.lower(at));

/** “Brack claimed he would help, but admitted that nobody had called”: the second verb has the subject of the first. */
function sharedSubject({ scan, language }: Document, first: number, cue: number, last: SpeechFrame | null): SourcePhrase | null {
  const isJoined = language.words.and.has(scan.lower(cue - 1)) || contrast.test(scan.lower(cue - 1));
  if (last === null || last.cueFrom < first || last.sourceFrom > last.cueFrom || !isJoined) return null;
  if (!language.reporting.conjunctions.has(scan.lower(cue + 1))) return null;
  return { from: last.sourceFrom, to: last.sourceTo, referent: last.referent };
}

/** “Brack declined to comment but said the ferry would sail”: the verb behind “but” or “and” says what the sentence's subject says. */
function joinedSubject(input: FrameInput, first: number, cue: number, sense: ReportingSense): SourcePhrase | null {
  const { scan, language } = input.document;
  const isJoined = language.words.and.has(scan.lower(cue - 1)) || contrast.test(scan.lower(cue - 1));
  const isTold = sense === "say" || (sense === "show" && isBeforeFigure(input.document, cue));
  if (!isJoined || !isTold || !language.subjectLeads) return null;
  const known = subjectOfSentence(input, first, cue, null);
  return known ?? openingName(input.document, input.map, first, cue - 1);
}

/** “if she believes that”, “when we say we …”, “in a press call on pay”, “documents on Kestrel News show”: nobody's word, or not theirs. */
function isNotTold({ scan, language }: Document, { from, to, referent }: SourcePhrase, cue: number): boolean {
  if (whether.has(scan.lower(from - 1)) || referent?.isFirstPerson) return true;
  const isName = referent?.kind === "name" && referent.from === from;
  if (isName && scan.has(from - 1, lists.prepositions) && onPlace.has(scan.lower(from - 1))) return true;
  // A singular subject has no verb in its plain form.
  const isPlain = language.verbs.get(scan.lower(cue)) === scan.lower(cue) && to === cue;
  return isPlain && singleArticle.has(scan.lower(from));
}

/** “Ormel Steel has offered its workers 3 percent”: a name of two words that opens the sentence, of which nothing is known. */
function isOpeningName({ scan }: Document, { from, to }: SourcePhrase, first: number, cue: number): boolean {
  if (from !== first || to - from < 2 || to > cue) return false;
  for (let i = from; i < to; i++) if (!scan.isCapital(i) || scan.has(i, lists.notNames)) return false;
  return true;
}

/**
 * “Norchem schätzt den Schaden auf …”, “…, unions fear.”: the verb and the place of its subject say that it speaks, though nothing
 * is known of the noun.
 */
function mayEstimate(document: Document, source: SourcePhrase, cue: number, sense: ReportingSense, first: number): boolean {
  const { scan, language } = document;
  const { reporting } = language;
  if (reporting.notSubjects.has(scan.lower(source.from)) || reporting.things.has(scan.lower(source.to - 1))) return false;
  for (let i = source.from; i < source.to; i++) if (scan.isNumber(i)) return false;
  if (!hasNoun(document, source.from, source.to) || source.to - source.from > 4) return false;
  const opens = source.from === first || scan.mark(source.from - 1) === 0x2c || scan.mark(source.from - 1) === 0x3b;
  if (sense === "show") return opens && reporting.estimates.has(scan.lower(cue)) && isBeforeFigure(document, cue);
  return sense === "claim" && source.from > first && scan.mark(source.from - 1) === 0x2c && isOver(document, cue + 1);
}

/** “Wie die Landesbahn mitteilte, rechnet sie mit …”: a pronoun of which nobody is known goes back to who spoke before in the sentence. */
function withNamedBefore({ document, identities }: FrameInput, frame: SpeechFrame, last: SpeechFrame | null): SpeechFrame {
  const { verbSecond } = document.language;
  if (!verbSecond || frame.referent?.kind !== "pronoun" || (identities[frame.referent.index] ?? null) !== null) return frame;
  if (last === null || document.sentenceOf[last.cueFrom] !== document.sentenceOf[frame.cueFrom]) return frame;
  return { ...frame, sourceFrom: last.sourceFrom, sourceTo: last.sourceTo, referent: last.referent };
}

/** “A report by engineers put …”: the report says it; an estimate is the word of who made it. */
function withDocument({ document, map }: FrameInput, frame: SpeechFrame | null): SpeechFrame | null {
  const { scan, language } = document;
  if (frame === null) return null;
  const maker = makerWithin(document, map, frame);
  if (maker !== null) return { ...frame, sourceFrom: maker.from, sourceTo: maker.to, referent: maker.referent };
  if (!by.has(scan.lower(frame.sourceFrom - 1)) || isMade(document, frame.sourceFrom - 2)) return frame;
  const noun = frame.sourceFrom - 2;
  if (!language.reporting.documents.has(scan.lower(noun))) return frame;
  return { ...frame, sourceFrom: scan.has(noun - 1, lists.determiners) ? noun - 1 : noun, referent: null };
}

/** “Its interior ministry said”: whose ministry it is belongs to its name; where nobody fits, the name stands alone. */
function withOwner(input: FrameInput, frame: SpeechFrame): SpeechFrame {
  const { document, map } = input;
  const { scan, language } = document;
  const { sourceFrom, sourceTo, referent } = frame;
  const isOwned = language.words.possessives.has(scan.lower(sourceFrom)) && map.covering(sourceFrom)?.kind !== "pronoun";
  // “its chairman”, whom the text names, is called by the name.
  const isKnown = referent !== null && referent.from <= sourceFrom && (input.identities[referent.index]?.entity ?? -1) >= 0;
  if (!isOwned || isKnown || sourceTo - sourceFrom < 2) return frame;
  const owner = ownerBefore(input, sourceFrom);
  const owned = textOf(document, sourceFrom + 1, sourceTo);
  return { ...frame, sourceName: owner === null ? owned : `${owner}${possessiveMark}${owned}` };
}

const objectArticle = onlyReadingWord("objectArticle");
/** “, saying that …”: what the sentence's subject says further. “was saying” has a subject of its own. */
function isParticiple({ scan, language }: Document, cue: number): boolean {
  const { participleEnding } = language.reporting;
  if (participleEnding === null || !scan.lower(cue).endsWith(participleEnding)) return false;
  let at = cue - 1;
  while (scan.has(at, lists.betweenSubjectAndVerb)) {
    if (scan.has(at, lists.passiveAuxiliaries)) return false;
    at--;
  }
  return scan.mark(at) === 0x2c || adjunctOpener.has(scan.lower(at));
}

/** Longest description of who listens, in tokens. */
const describedReach = 14;

/** “told reporters that”, “told The Nordmark Press (that)”: who listens, and where what is said begins. */
function listenerOf(
  document: Document,
  map: ReferentMap,
  cue: number,
): { readonly to: number; readonly via: string | null } | null {
  const { scan, language } = document;
  const { withListener, conjunctions } = language.reporting;
  if (!withListener.has(scan.lower(cue)) || conjunctions.has(scan.lower(cue + 1))) return null;
  const at = toWord.has(scan.lower(cue + 1)) ? cue + 2 : cue + 1;
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
  const via = listener.referent?.kind === "pronoun" ? null : textOf(document, listener.from, to);
  // “told Brack, then the harbour director, that”: who listens is described before what is said begins.
  if (scan.mark(to) === 0x2c)
    for (let i = to + 1; i <= to + describedReach && scan.mark(i) !== 0x2e && !scan.isNewline(i); i++)
      if (scan.mark(i) === 0x2c && conjunctions.has(scan.lower(i + 1))) return { to: i, via };
  return { to, via };
}
