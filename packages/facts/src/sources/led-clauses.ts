/**
 * Clauses that a German main clause leads to as somebody's word, whatever stands between its verb and the comma: “Die Behörde geht davon
 * aus, dass …”, “Duarte war auch da und sagte bei der Gelegenheit, sie freue sich”, “In dem Bericht heißt es weiter, dass …”.
 */
import { anyReadingWord, contextWords, readingWordSet } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import { lists } from "../word-roles.ts";
import { hasCapital, hasNoun } from "./may-speak.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import { isThirdPerson } from "./reported-form.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const perfectAuxiliary = contextWords("perfectAuxiliary");
const impersonal = contextWords("impersonal");
const modalVerb = contextWords("modalVerb");
const infinitive = /[^t]e?[lr]?n$/;
const purposeLead = contextWords("purposeLead");
const oblique = readingWordSet("obliqueArticle");

/** How far before its comma the verb of the main clause stands, in tokens. */
const verbReach = 24;
/** How far into a clause without a conjunction its verb in the form of reported speech stands, in tokens. */
const formReach = 8;

/** “beizutreten”: the mark of the infinitive stands within it. */
const tiedInfinitive = new RegExp(`^${anyReadingWord("separablePrefix")}(\\p{L}{4,}n)$`, "u");

const participle = new RegExp(`^${anyReadingWord("participlePrefix")}\\p{L}+$`, "u");
const reportedEnding = /[^t]e$/;

const anyVerb = lists.speechVerbs | lists.attitudeVerbs;

/** The frames with those of clauses behind a comma that no frame holds yet, in order. */
export function withLedClauses(document: Document, map: ReferentMap, all: SpeechFrame[]): SpeechFrame[] {
  const { scan, language, quoteOf, sentences } = document;
  if (language.reporting.predicates.size === 0) return all;
  // “heißt es weiter, dass”: nobody is “es”, and what it says is the clause.
  const frames = all.filter(
    ({ cueFrom, cueTo, contentFrom }) =>
      !(contentFrom === cueTo && impersonal.has(scan.lower(cueTo)) && language.reporting.predicates.has(scan.lower(cueFrom))),
  );
  const held = new Uint8Array(scan.count);
  for (const frame of frames) held.fill(1, frame.contentFrom, frame.contentTo);
  let added = false;
  for (const [first, end] of sentences) {
    let clauseFrom = first;
    for (let comma = first; comma < end; comma++) {
      if (scan.mark(comma) !== 0x2c) continue;
      // A frame may begin behind the conjunction.
      const isFree = (quoteOf[comma] ?? -1) < 0 && held[comma + 1] === 0 && held[comma + 2] !== 1;
      const frame = isFree
        ? ((opensWords(document, comma + 1, end) ? ledFrame(document, map, [first, clauseFrom], comma, end) : null) ??
          joinedFrame(document, map, clauseFrom, comma, end) ??
          (held[comma - 1] === 0 ? tailFrame(document, map, first, comma, end) : null))
        : null;
      clauseFrom = comma + 1;
      if (frame === null) continue;
      frames.push(frame);
      added = true;
      break;
    }
  }
  return added ? frames.sort((a, b) => a.cueFrom - b.cueFrom) : frames;
}

/** “dass …”, “sich zu beteiligen”, or “er freue sich …”: a clause whose verb stands second, in the form of reported speech. */
function opensWords({ scan, language, quoteOf }: Document, from: number, end: number): boolean {
  if ((quoteOf[from] ?? -1) >= 0) return false;
  if (language.reporting.conjunctions.has(scan.lower(from))) return true;
  if (purposeLead.has(scan.lower(from))) return false;
  const isRelative = scan.has(from, lists.subordinators) && !scan.isCapital(from + 1);
  for (let i = from; i < end && scan.mark(i) !== 0x2c && !isRelative; i++) {
    const isLast = !scan.isWord(i + 1);
    const mark = language.reporting.infinitiveMark;
    if (isLast && mark !== null && (scan.lower(i - 1) === mark || tiedInfinitive.exec(scan.lower(i))?.[1]?.startsWith(mark)))
      return true;
  }
  // “der Streik werde fortgesetzt”: an article, and no relative pronoun.
  const isArticle = scan.has(from, lists.determiners) && scan.isCapital(from + 1);
  if (scan.has(from, lists.subordinators) && !isArticle) return false;
  if (isArticle && isThirdPerson(scan, from + 2) && !scan.isCapital(from + 3)) return true;
  // “sie freue sich”: behind a pronoun the form shows by its ending.
  const isPronoun = scan.has(from, lists.pronouns) && !scan.has(from, lists.determiners);
  if (isPronoun && reportedEnding.test(scan.lower(from + 1)) && scan.isWord(from + 2)) return true;
  for (let i = from + 1; i < Math.min(end, from + formReach); i++) {
    if (!scan.isWord(i) && !scan.isNumber(i)) return false;
    const lower = scan.lower(i);
    // At the clause's end the verb is that of a clause that depends on a noun.
    if (language.reporting.reportedForms.has(lower)) return scan.isWord(i + 1) || scan.isNumber(i + 1);
  }
  return false;
}

function ledFrame(
  document: Document,
  map: ReferentMap,
  [first, clauseFrom]: readonly [number, number],
  comma: number,
  end: number,
): SpeechFrame | null {
  const { scan } = document;
  const from = Math.max(clauseFrom, comma - verbReach);
  for (let i = from; i < comma; i++) if (scan.has(i, lists.negations | lists.passiveAuxiliaries)) return null;
  for (let cue = comma - 1; cue >= from; cue--) {
    if (!reports(document, cue, comma) || isWished(document, from, cue)) continue;
    const source = subjectOf(document, map, first, cue, comma) ?? subjectOfAuxiliary(document, map, first, cue);
    return source === null ? null : told(document, cue, source, [comma + 1, end]);
  }
  return null;
}

/** “Sie wollte berichten, dass …”: the infinitive behind a modal verb says nothing yet. */
function isWished({ scan }: Document, from: number, cue: number): boolean {
  if (!infinitive.test(scan.lower(cue))) return false;
  for (let i = from; i < cue; i++) if (modalVerb.has(scan.lower(i))) return true;
  return false;
}

/** Whether a verb of saying stands there, or one that becomes it by a word behind it: “gab … bekannt”. */
export function reports({ scan, language: { reporting }, quoteOf }: Document, at: number, comma: number): boolean {
  if (!scan.isWord(at) || scan.isCapital(at) || (quoteOf[at] ?? -1) >= 0) return false;
  const lower = scan.lower(at);
  const partners = reporting.predicates.get(lower);
  if (partners?.size === 0) return true;
  // “gab … bekannt”, “hat bekannt gegeben”
  if (partners?.has(scan.lower(at - 1)) && participle.test(lower)) return true;
  if (partners !== undefined) for (let i = at + 1; i < comma; i++) if (partners.has(scan.lower(i))) return true;
  return scan.has(at, anyVerb) && !scan.has(at, lists.nounLikeVerbs) && !reporting.besideQuotations.has(lower);
}

/** “Wie die „Bucht“ in ihrer Ausgabe vom Montag berichtete, …”: what it reports stands behind the comma. */
function joinedFrame(document: Document, map: ReferentMap, from: number, comma: number, end: number): SpeechFrame | null {
  const { scan, language } = document;
  const join = language.reporting.tailJoins.has(scan.lower(from)) ? from : from + 1;
  if (!language.reporting.tailJoins.has(scan.lower(join)) || !scan.has(comma - 1, lists.speechVerbs)) return null;
  const source = phraseAfter(document, map, join + 1);
  if (source === null || source.to >= comma || !hasNoun(document, source.from, source.to)) return null;
  return told(document, comma - 1, source, [comma + 1, end]);
}

/** “…, gab die Ministerin bekannt.” · “…, das teilte die Behörde mit.” */
function tailFrame(document: Document, map: ReferentMap, first: number, comma: number, end: number): SpeechFrame | null {
  const { scan } = document;
  const isPointed = scan.has(comma + 1, lists.determiners);
  const cue = isPointed ? comma + 2 : comma + 1;
  let close = cue + 1;
  while (close < end && scan.isWord(close)) close++;
  if (close < end - 1 || !reports(document, cue, close)) return null;
  const source = phraseAfter(document, map, cue + 1);
  if (source === null || source.to > close || !speaks(document, source)) return null;
  return told(document, cue, source, [first, comma]);
}

function told(document: Document, cue: number, source: SourcePhrase, content: readonly [number, number]): SpeechFrame {
  return {
    ...{ cueFrom: cue, cueTo: cue + 1, cueText: textOf(document, cue, cue + 1) },
    ...{ sourceFrom: source.from, sourceTo: source.to, referent: source.referent },
    ...{ contentFrom: content[0], contentTo: content[1], via: null },
  };
}

/** A phrase that may be the subject of what it says. */
export const speaks = ({ scan }: Document, phrase: SourcePhrase | null): phrase is SourcePhrase =>
  phrase?.referent?.isHuman === true &&
  !phrase.referent.isPossessive &&
  !phrase.referent.isQuoted &&
  !phrase.referent.isFirstPerson &&
  !phrase.referent.isRelative &&
  !oblique.has(scan.lower(phrase.from)) &&
  !scan.has(phrase.from - 1, lists.prepositions);

/**
 * A noun phrase that may be the subject though nothing is known of it: in the nominative at the sentence's start, or of a paper in marks.
 */
export function mayBeSubject(document: Document, { from, to, referent }: SourcePhrase, first: number): boolean {
  const { scan, language } = document;
  if (from > first + 1 || referent?.isPossessive || oblique.has(scan.lower(from))) return false;
  const isArticle = scan.has(from, lists.determiners);
  if (!isArticle && scan.has(from, lists.prepositions | lists.pronouns | lists.notNames)) return false;
  if (from === first + 1 && scan.has(first, lists.prepositions | lists.determiners | lists.subordinators)) return false;
  for (let i = from; i < to; i++) if (language.reporting.things.has(scan.lower(i)) || scan.isNumber(i)) return false;
  return hasNoun(document, from, to) && hasCapital(document, from, to);
}

/** “Die Werft hat am Montag angekündigt, …”, “Erst gestern hatte der Rat zugesagt, …”: the subject stands by the auxiliary. */
function subjectOfAuxiliary(document: Document, map: ReferentMap, first: number, cue: number): SourcePhrase | null {
  const { scan } = document;
  for (let at = cue - 1; at > first; at--) {
    if (!scan.isWord(at) && !scan.isNumber(at) && scan.mark(at) !== 0x2e) return null;
    if (!perfectAuxiliary.has(scan.lower(at))) continue;
    const behind = phraseAfter(document, map, at + 1);
    if (behind !== null && behind.from === at + 1 && behind.to <= cue && speaks(document, behind)) return behind;
    const before = phraseBefore(document, map, at);
    return before !== null && before.from >= first && (speaks(document, before) || mayBeSubject(document, before, first))
      ? before
      : null;
  }
  return null;
}

/** Who the verb's subject is: right before it, right behind it, or what opens the sentence and does a second thing. */
function subjectOf(document: Document, map: ReferentMap, first: number, cue: number, comma: number): SourcePhrase | null {
  const { scan } = document;
  if (impersonal.has(scan.lower(cue - 1)) || impersonal.has(scan.lower(cue + 1))) return inDocument(document, map, first, cue);
  const before = phraseBefore(document, map, cue);
  if (before !== null && before.from >= first && speaks(document, before)) return before;
  let next = cue + 1;
  while (next < comma && scan.has(next, lists.betweenSubjectAndVerb)) next++;
  const behind = phraseAfter(document, map, next);
  if (behind !== null && behind.to <= comma && speaks(document, behind)) return behind;
  // “Der Putschrat ließ wissen, …”: an adverb that opened the sentence would have its subject behind the verb.
  if (before !== null && mayBeSubject(document, before, first)) return before;
  if (!document.language.words.and.has(scan.lower(cue - 1))) return null;
  const opening = phraseAfter(document, map, first);
  return opening !== null && opening.from === first && opening.to < cue && speaks(document, opening) ? opening : null;
}

/** “In dem Bericht der Stadt heißt es, dass …”: the document says it. */
function inDocument(document: Document, map: ReferentMap, first: number, cue: number): SourcePhrase | null {
  const { scan } = document;
  if (!scan.has(first, lists.prepositions)) return null;
  const phrase = phraseAfter(document, map, first + 1);
  return phrase !== null && phrase.to <= cue && hasNoun(document, phrase.from, phrase.to) ? phrase : null;
}
