/**
 * Who does what in a German sentence. Its finite verb stands second: behind the subject, or behind something else, and then the subject
 * follows it. “Die Bundesregierung hatte den Bericht als „falsch“ zurückgewiesen”: nouns nearer to the marks are objects.
 */
import { contextWords, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { phraseAfter, phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";

/** What the verb of a main clause is. */
export const clauseVerbs = { speech: 0, judgement: 1, other: 2 } as const;

export interface MainClause {
  /** The token of its finite verb. */
  readonly verb: number;
  /** What it says the subject to do: speak, judge or find, or anything else. */
  readonly act: (typeof clauseVerbs)[keyof typeof clauseVerbs];
  readonly subject: SourcePhrase | null;
  /** The verb's form marks the sentence as somebody's word. */
  readonly isReported: boolean;
}

const oblique = readingWordSet("obliqueArticle");
const auxiliary = readingWordSet("auxiliary");
const modal = contextWords("modalVerb");
const behindVerb = contextWords("behindVerb");
const impersonal = contextWords("impersonal");
const backPointer = contextWords("backPointer");
const notFinite = contextWords("notFinite");
const adverbialLead = contextWords("adverbialLead");
const subjective = readingWordSet("subjectArticle");

/** How far into its sentence the finite verb of the main clause may stand, in tokens. */
const verbReach = 45;
/** Most phrases with a preposition between the verb and its subject. */
const adverbialsMax = 3;
/** Longest phrase with a preposition, in tokens. */
const adverbialReach = 12;

const anyVerb = lists.speechVerbs | lists.looseSpeechVerbs | lists.attitudeVerbs | lists.reportVerbs | lists.verbs;
const noVerb =
  lists.prepositions | lists.determiners | lists.pronouns | lists.subordinators | lists.negations | lists.notNames | lists.day;

/** The third person of the present; the past of regular verbs has endings of its language. */
const presentEnding = /\p{Ll}{3}t$/u;

function isHelping({ scan, language: { reporting } }: Document, at: number): boolean {
  const lower = scan.lower(at);
  return auxiliary.has(lower) || modal.has(lower) || reporting.reportedForms.has(lower) || reporting.supposedForms.has(lower);
}

/** Whether a finite verb may stand at a token: one we know, or by its ending where the word before it may be a subject. */
function mayBeFinite(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (!scan.isWord(at) || scan.isCapital(at)) return false;
  if (isHelping(document, at)) return true;
  if (
    scan.has(at, anyVerb) ||
    language.reporting.objectVerbs.has(scan.lower(at)) ||
    language.reporting.predicates.has(scan.lower(at))
  )
    return !scan.has(at - 1, lists.determiners) || scan.has(at - 1, lists.pronouns);
  const lower = scan.lower(at);
  if (scan.has(at, noVerb) || notFinite.has(lower)) return false;
  const isBehindSubject = scan.isCapital(at - 1) || scan.has(at - 1, lists.pronouns) || !scan.isWord(at - 1);
  return isBehindSubject && (language.tense.pastEndings.some((ending) => lower.endsWith(ending)) || presentEnding.test(lower));
}

/** The token of the finite verb of a sentence's main clause; -1 where none is known. */
function finiteVerb(document: Document, first: number, end: number): number {
  const { scan, quoteOf } = document;
  const stop = Math.min(end, first + verbReach);
  // “Weil …, sagte”: a clause that opens the sentence ends at its comma.
  let isInside = scan.has(first, lists.subordinators) && !(scan.has(first, lists.determiners) && !isRelative(document, first));
  let clauseFrom = first;
  for (let i = first + 1; i < stop; i++) {
    if ((quoteOf[i] ?? -1) >= 0) continue;
    const mark = scan.mark(i);
    if (mark === 0x3a || mark === 0x3b || scan.isNewline(i)) return -1;
    if (mark === 0x28) {
      while (i < stop && scan.mark(i) !== 0x29) i++;
      continue;
    }
    if (mark === 0x2c) {
      isInside = !isInside;
      clauseFrom = i + 1;
      continue;
    }
    if (mayBeFinite(document, i) && (!isInside || i === clauseFrom)) return i;
  }
  return -1;
}

/** “Die, wer …”: an article without a noun behind it. */
const isRelative = ({ scan }: Document, at: number): boolean =>
  !scan.isCapital(at + 1) && !scan.isCapital(at + 2) && !scan.isCapital(at + 3);

function clauseEnd({ scan, quoteOf }: Document, from: number, end: number): number {
  let i = from;
  while (i < end) {
    if ((quoteOf[i] ?? -1) < 0 && (scan.mark(i) === 0x2c || scan.mark(i) === 0x3a || scan.mark(i) === 0x3b)) return i;
    i++;
  }
  return end;
}

/** What the verb says: its own word, or that of the participle or infinitive at the clause's end. */
function actOf(document: Document, verb: number, end: number): MainClause["act"] {
  const { scan, language } = document;
  let at = verb;
  if (isHelping(document, verb)) {
    at = clauseEnd(document, verb + 1, end) - 1;
    while (at > verb && !scan.isWord(at)) at--;
    if (scan.isCapital(at) || at === verb) return clauseVerbs.other;
  }
  const lower = scan.lower(at);
  if (scan.has(at, lists.speechVerbs) && !language.nounLikeVerbs.has(lower)) return clauseVerbs.speech;
  if (scan.has(at, lists.looseSpeechVerbs | lists.attitudeVerbs | lists.reportVerbs)) return clauseVerbs.judgement;
  if (language.reporting.predicates.has(lower) || language.reporting.objectVerbs.has(lower)) return clauseVerbs.judgement;
  return clauseVerbs.other;
}

/** “sich”, “jedoch”, “inzwischen”: a word that may stand between the verb and the subject behind it. */
function isBetween({ scan }: Document, map: ReferentMap, at: number): boolean {
  if (behindVerb.has(scan.lower(at))) return true;
  const opens = lists.determiners | lists.prepositions | lists.pronouns | lists.subordinators;
  return scan.isWord(at) && !scan.isCapital(at) && map.covering(at) === null && !scan.has(at, opens) && !scan.isCapital(at + 1);
}

/** The subject behind the verb: past pronouns and adverbs in between, and phrases with a preposition. */
function subjectBehind(document: Document, map: ReferentMap, verb: number, end: number): SourcePhrase | null {
  const { scan } = document;
  let at = verb + 1;
  for (let turn = 0; turn <= adverbialsMax; turn++) {
    while (at < end && isBetween(document, map, at)) at++;
    const lower = scan.lower(at);
    if (at >= end || scan.mark(at) !== 0 || impersonal.has(lower) || (document.quoteOf[at] ?? -1) >= 0) return null;
    if (!scan.has(at, lists.prepositions) && !oblique.has(lower)) {
      const phrase = phraseAfter(document, map, at);
      return phrase !== null && phrase.from === at && phrase.to <= end ? phrase : null;
    }
    if (oblique.has(lower)) return null;
    const inside = phraseAfter(document, map, at + 1);
    if (inside === null || inside.to - at > adverbialReach) return null;
    at = inside.to;
  }
  return null;
}

/** The subject that opens the sentence; null where something else does. */
function subjectBefore(document: Document, map: ReferentMap, first: number, verb: number): SourcePhrase | null {
  const { scan } = document;
  const lower = scan.lower(first);
  if (adverbialLead.has(lower)) return null;
  if (
    scan.has(first, lists.prepositions | lists.subordinators) ||
    oblique.has(lower) ||
    impersonal.has(lower) ||
    backPointer.has(lower)
  ) {
    if (!scan.has(first, lists.determiners) || oblique.has(lower) || verb === first + 1) return null;
  }
  const covering = map.covering(first) ?? map.covering(first + 1);
  const isKnown = covering !== null && covering.from <= first + 1;
  if (!isKnown && !scan.has(first, lists.determiners) && scan.has(first, noVerb | lists.betweenSubjectAndVerb)) return null;
  const before = phraseBefore(document, map, verb);
  if (before !== null && before.from >= first && before.from <= first + 1) return before;
  const opening = phraseAfter(document, map, first);
  // “Der Vorsitzende des Verbands, Nachfolger von …, Ana Duarte, würdigte”: a name that ends what stands before the verb.
  if (before?.referent?.isNamedPerson && before.from > first && scan.mark(before.from - 1) === 0x2c) return before;
  return opening !== null && opening.from === first && opening.to <= verb ? opening : null;
}

/**
 * “Den Plan lehnt er ab”, “Die Anwendung stellt der Vorsitzende in Frage”, “Anschließend stieg Rauch auf”: whether what stands behind the
 * verb is its subject, and what opens the sentence is not.
 */
function isPlainSubject({ scan }: Document, before: SourcePhrase, { from, referent }: SourcePhrase): boolean {
  // “Quill kritisierte die Haltung Duartes”: the name is whose the noun is.
  if (!referent?.isHuman || referent.from > from + 1) return false;
  if (referent.kind === "pronoun" || subjective.has(scan.lower(from))) return true;
  return (
    referent.isNamedPerson || (before.referent === null && before.to - before.from === 1 && !scan.has(from, lists.determiners))
  );
}

/** Reads the main clause of a sentence; null where no verb is known in it, or its language has another order. */
export function readMainClause(document: Document, map: ReferentMap, sentence: number): MainClause | null {
  const { scan, language, sentences, quoteOf } = document;
  const bounds = sentences[sentence];
  if (!language.verbSecond || bounds === undefined) return null;
  let [first] = bounds;
  const end = bounds[1];
  while (first < end && (scan.isNewline(first) || (scan.mark(first) !== 0 && (quoteOf[first] ?? -1) < 0))) first++;
  if (first >= end) return null;
  // „…“, sagte sie: the quotation stands first.
  if ((quoteOf[first] ?? -1) >= 0) return null;
  const verb = finiteVerb(document, first, end);
  if (verb < 0) return null;
  const before = subjectBefore(document, map, first, verb);
  const isSure = before !== null && before.referent?.isHuman === true;
  const behind = isSure ? null : subjectBehind(document, map, verb, clauseEnd(document, verb + 1, end));
  const subject = behind !== null && (before === null || isPlainSubject(document, before, behind)) ? behind : before;
  return {
    verb,
    act: actOf(document, verb, end),
    subject,
    isReported: language.reporting.reportedForms.has(scan.lower(verb)) || language.reporting.supposedForms.has(scan.lower(verb)),
  };
}
