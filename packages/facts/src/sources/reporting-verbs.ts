/**
 * Whether a verb, where it stands, reports what somebody says. Many verbs of saying do other things as often ("added two
 * rooms", "began at noon", "his report"), so the sense is read from the words around.
 */

import type { Language } from "@wirefold/text/grammar";
import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";

const tiedConsonant = contextWords("tiedConsonant");
const tiedConjunction = contextWords("tiedConjunction");
const verbParticle = contextWords("verbParticle");
const convinced = contextWords("convinced");
const own = contextWords("own");
const reflexive = contextWords("reflexiveAuxiliary");
const forWord = contextWords("for");
const countedAgain = contextWords("countedAgain");

/** How a verb takes what is said. */
export type ReportingSense =
  /** Said: any speaker, with or without a conjunction. */
  | "say"
  /** Claimed, added: a person or body, with a clause. */
  | "claim"
  /** Showed, found: a document may be the subject; with a conjunction, a clause or a figure. */
  | "show"
  /** Described, announced: only with a conjunction. */
  | "that"
  /** Promised to, called for, urged them to: what is said is an act. */
  | "act";

const anyReportingVerb = lists.speechVerbs | lists.looseSpeechVerbs | lists.reportVerbs | lists.attitudeVerbs;

/** Auxiliaries and adverbs read back from a verb, at most. */
const auxiliariesMax = 5;

/** “well-known”, “so-called”: a part of a hyphenated word is no verb, nor any word of its own. */
export function isHyphenated({ scan }: Document, at: number): boolean {
  if (scan.mark(at - 1) === 0x2d && scan.isGlued(at) && scan.isGlued(at - 1)) return true;
  if (scan.mark(at + 1) !== 0x2d || !scan.isGlued(at + 1)) return false;
  // “dit-elle”, “ajoute-t-il”: French ties a subject to its verb.
  const behind = tiedConsonant.has(scan.lower(at + 2)) && scan.mark(at + 3) === 0x2d ? at + 4 : at + 2;
  return !scan.has(behind, lists.pronouns);
}

/** “Press reports indicated”: a form that is a noun as often, between a noun and a verb that reports and is never one. */
export const isSubjectOfVerb = ({ scan }: Document, at: number): boolean =>
  scan.isWord(at - 1) &&
  scan.has(at, lists.nounLikeVerbs) &&
  scan.has(at + 1, lists.speechVerbs | lists.reportVerbs) &&
  !scan.has(at + 1, lists.nounLikeVerbs) &&
  !scan.has(at - 1, lists.pronouns | lists.betweenSubjectAndVerb);

/** “the report”, “her claim”, “in answer”: a form that is a noun as often, where only nouns stand. */
export function isNounHere(document: Document, at: number): boolean {
  const { scan } = document;
  if (!scan.has(at, lists.nounLikeVerbs)) return false;
  // “The report found that”: behind such a noun it is the verb.
  if (scan.has(at - 1, lists.nounLikeVerbs) && scan.has(at - 2, lists.determiners)) return false;
  // “Press reports indicated that”: right before such a verb it is its subject.
  if (isSubjectOfVerb(document, at)) return true;
  return (
    scan.has(at - 1, lists.determiners | lists.prepositions | lists.speechVerbs) ||
    scan.isGenitive(at - 1) ||
    own.has(scan.lower(at - 1))
  );
}

/** The sense in which the verb at a token reports, or null where it does not. */
export function senseAt(document: Document, at: number): ReportingSense | null {
  const { scan, language } = document;
  const isReporting = scan.has(at, anyReportingVerb);
  if (!isReporting && !scan.has(at, lists.verbs)) return null;
  if (isHyphenated(document, at) || isNounHere(document, at)) return null;
  if (!isReporting && !scan.has(at, lists.recounting)) return null;
  const lower = scan.lower(at);
  if (isPassive(document, at) || isUnsaid(document, at)) return null;
  // « le feu s'est déclaré »: what it does to itself it does not tell.
  if (reflexive.has(scan.lower(at - 1)) && language.reporting.sayVerbs.has(lower)) return null;
  // “an estimated 3,000”, “its announced plan”
  if (lower.endsWith("ed") && scan.has(at - 1, lists.determiners) && !scan.has(at - 1, lists.pronouns)) return null;
  const { reporting } = language;
  if (takesAct(document, at) || wishesFigure(document, at) || offersFigure(document, at) || identifies(document, at))
    return "act";
  if (givesFigure(document, at)) return null;
  if (opensTold(document, at)) return "claim";
  if (recounts(document, at) || assumes(document, at)) return "show";
  if (!isReporting) return null;
  const leadsOn =
    reporting.conjunctions.has(scan.lower(at + 1)) ||
    isTiedConjunction(document, at + 1) ||
    convincedLength(document, at + 1) > 0 ||
    (verbParticle.has(scan.lower(at + 1)) && reporting.conjunctions.has(scan.lower(at + 2))) ||
    scan.mark(at + 1) === 0x3a ||
    (document.quoteOf[at + 1] ?? -1) >= 0;
  if (reporting.sayVerbs.has(lower)) return "say";
  // “…, a police study found.”
  const isOfDocument = reporting.documents.has(scan.lower(at - 1));
  if (isNounOfVerb(document, at)) return null;
  if (
    scan.has(at, lists.nounLikeVerbs) &&
    !leadsOn &&
    !isBeforeFigure(document, at) &&
    !isSubjectName(document, at) &&
    !isOfDocument &&
    !(scan.has(at, lists.reportVerbs) && isOver(document, at + 1) && isAppended(document, at))
  )
    return null;
  if (scan.has(at, lists.speechVerbs) && !reporting.besideQuotations.has(lower)) {
    if (reporting.estimates.has(lower) && !leadsOn && isBeforeFigure(document, at)) return "show";
    if (!scan.has(at, lists.reportVerbs)) return "claim";
    return leadsOn || isBeforeFigure(document, at) || isOfDocument ? "show" : "claim";
  }
  if (scan.has(at, lists.attitudeVerbs)) return isBeforeFigure(document, at) ? "show" : "claim";
  // “…, the registry estimates.”
  const isNamed =
    isSubjectName(document, at) ||
    scan.has(at - 1, lists.personNouns | lists.organisationNouns) ||
    scan.is(at - 1, wordKinds.speakingBody) ||
    isAppended(document, at);
  if (scan.has(at, lists.reportVerbs) && isOver(document, at + 1) && (isNamed || isOfDocument)) return isNamed ? "claim" : "show";
  if (scan.has(at, lists.reportVerbs) && (leadsOn || isBeforeFigure(document, at))) return "show";
  return leadsOn ? "that" : null;
}

/** “Insurance claims rose to 300”: before the verb of the clause the form is its noun. */
export const isNounOfVerb = ({ scan }: Document, at: number): boolean =>
  scan.has(at, lists.nounLikeVerbs) &&
  scan.has(at + 1, lists.verbs) &&
  !scan.has(at + 1, lists.nounLikeVerbs) &&
  !scan.has(at - 1, lists.pronouns);

/** « se dit convaincue que », “se mostró convencida de que”: how many tokens stand before the conjunction; 0 where it is none of these. */
export function convincedLength({ scan, language: { reporting, subjectFollows } }: Document, at: number): number {
  if (!subjectFollows || !convinced.has(scan.lower(at))) return 0;
  for (const length of [1, 2]) if (reporting.conjunctions.has(scan.lower(at + length))) return length;
  return 0;
}

/** « qu'Anna », « qu'il »: the conjunction has lost its vowel before the first word of its clause. */
export const isTiedConjunction = ({ scan, language }: Document, at: number): boolean =>
  language.subjectFollows && tiedConjunction.has(scan.lower(at).slice(0, 3));

/** Longest “the harbour master” between a comma and its verb, in tokens. */
const appendedReach = 5;

/** “…, the auditors found.”: a comma, a noun and the verb. */
function isAppended({ scan }: Document, at: number): boolean {
  if (!scan.isWord(at - 1)) return false;
  let from = at - 1;
  while (from > at - appendedReach && scan.isWord(from - 1) && !scan.has(from, lists.determiners)) from--;
  return scan.mark(from - 1) === 0x2c && (from === at - 1 || scan.has(from, lists.determiners));
}

/** “he claims”, “Duarte notes”: right behind a pronoun or a capitalised word a form is a verb; in capitals it is part of a name. */
function isSubjectName({ scan }: Document, at: number): boolean {
  if (scan.isCapital(at)) return false;
  return scan.isCapital(at - 1) || (scan.has(at - 1, lists.pronouns) && !scan.has(at - 1, lists.determiners));
}

/** “was announced”, “were reported at”: nobody says it. */
function isPassive({ scan }: Document, at: number): boolean {
  if (scan.lower(at).endsWith("ing")) return false;
  for (let i = at - 1; i >= at - auxiliariesMax && scan.has(i, lists.betweenSubjectAndVerb); i--)
    if (scan.has(i, lists.passiveAuxiliaries)) return true;
  return false;
}

/** “did not say”, “declined to say”, “could say”, “hopes to say”: it was not said. “went on to say” it was. */
export function isUnsaid({ scan, language }: Document, at: number): boolean {
  const { reporting } = language;
  for (let i = at - 1; i >= at - auxiliariesMax && i >= 0; i--) {
    const lower = scan.lower(i);
    if (lower === reporting.infinitiveMark)
      return !(reporting.goingOn.has(scan.lower(i - 1)) || reporting.goingOn.has(scan.lower(i - 2)));
    if (scan.has(i, lists.negations) || reporting.hypothetical.has(lower)) return true;
    if (!scan.has(i, lists.betweenSubjectAndVerb)) return reporting.unsaid.has(lower);
  }
  return false;
}

/** “described hearing”, « raconte avoir entendu »: what is told stands right behind the verb, without a conjunction. */
export function opensTold({ scan, language: { reporting } }: Document, at: number): boolean {
  const next = scan.lower(at + 1);
  if (reporting.toldInfinitives.has(next) && scan.has(at, lists.speechVerbs | lists.attitudeVerbs | lists.reportVerbs))
    return true;
  const { participleEnding } = reporting;
  return participleEnding !== null && reporting.gerundTakers.has(scan.lower(at)) && next.endsWith(participleEnding);
}

/** “promised to”, “called for”, “urged them to”. */
function takesAct({ scan, language }: Document, at: number): boolean {
  const { reporting } = language;
  const lower = scan.lower(at);
  const next = scan.lower(at + 1);
  if (reporting.undertakings.has(lower)) return next === reporting.infinitiveMark;
  if (reporting.callsFor.has(lower)) return reporting.callsForPrepositions.has(next);
  if (!reporting.requests.has(lower)) return false;
  for (let i = at + 1; i <= at + requestReach; i++) {
    if (!scan.isWord(i) && !scan.isNumber(i)) return false;
    if (scan.lower(i) === reporting.infinitiveMark)
      return i > at + 1 && scan.isWord(i + 1) && !scan.has(i + 1, lists.determiners);
    if (scan.has(i, lists.subordinators)) return false;
  }
  return false;
}

/** “promised £4m more”, “had asked for four years”: a figure right behind is what is promised or asked for. */
function offersFigure({ scan, language }: Document, at: number): boolean {
  const { offers, offered } = language.reporting;
  if (!offers.has(scan.lower(at))) return false;
  // “has asked Washington for $40 million”
  if (language.reporting.requests.has(scan.lower(at)))
    for (let i = at + 2; i <= at + offerReach && scan.isWord(i - 1); i++)
      if (forWord.has(scan.lower(i)) && (isNumberAt(scan, language, i + 1) || isCurrencySign(scan.mark(i + 1)))) return true;
  for (let i = at + 1; i <= at + offerReach; i++) {
    if (isFigureAt(scan, language, i)) return true;
    // “promised each family 40,000”, “offered its workers a raise of 3 percent”
    const isOfGift = scan.isWord(i) && !scan.has(i, notGiven);
    if (!offered.has(scan.lower(i)) && !isOfGift) return false;
  }
  return false;
}

/** “Employers added 9,600 jobs”: the figure is what was added, unless a clause tells of it: “she added 12 had left”. */
function givesFigure({ scan, language }: Document, at: number): boolean {
  if (!countedAgain.has(scan.lower(at))) return false;
  let figure = at + 1;
  while (figure < at + offerReach && language.reporting.offered.has(scan.lower(figure))) figure++;
  if (!isNumberAt(scan, language, figure)) return false;
  for (let i = figure + 1; scan.isWord(i) || scan.isNumber(i); i++) {
    if (scan.has(i, lists.prepositions | lists.subordinators)) return true;
    if (scan.has(i, lists.verbs)) return false;
  }
  return true;
}

/** “wants the budget raised to 9 million”: whose aim it is. */
const wishesFigure = (document: Document, at: number): boolean =>
  document.language.reporting.wishes.has(document.scan.lower(at)) && isBeforeFigure(document, at);

/** How far behind “promised” its figure may stand, in tokens. */
const offerReach = 7;
/** What stands in no list of who is given what. */
const notGiven = lists.prepositions | lists.subordinators | lists.verbs | lists.passiveAuxiliaries | lists.speechVerbs;

const isNumberAt = (scan: Document["scan"], language: Language, at: number): boolean =>
  scan.isNumber(at) || language.words.cardinals.has(scan.lower(at)) || language.words.vague.has(scan.lower(at));

/** “identified the dead as …” */
function identifies({ scan, language }: Document, at: number): boolean {
  const { identifiers, identifiedAs } = language.reporting;
  if (!identifiers.has(scan.lower(at))) return false;
  for (let i = at + 2; i <= at + requestReach && (scan.isWord(i) || scan.isNumber(i)); i++)
    if (identifiedAs.has(scan.lower(i))) return true;
  return false;
}

/** “raised the toll to 40”, “put the number of carts at 12”: whose count it is. */
function recounts(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (!language.reporting.recountVerbs.has(scan.lower(at)) || !scan.has(at + 1, lists.determiners)) return false;
  if (isCountWord(scan.lower(at + 2)) || isCountWord(scan.lower(at + 3))) return isBeforeFigure(document, at);
  return putsAt(document, at);
}

/** “put the damage at 12 crowns”, “puts the chance of rain at one in ten” */
function putsAt(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (!language.reporting.putVerbs.has(scan.lower(at))) return false;
  let commas = 0;
  for (let i = at + 2; i <= at + putReach; i++) {
    // “puts the arrears, some of them years old, at 4 million”
    if (scan.mark(i) === 0x2c && ++commas > 2) return false;
    if (!scan.isWord(i) && !scan.isGenitive(i) && scan.mark(i) !== 0x2c) return false;
    if (
      language.reporting.putPrepositions.has(scan.lower(i)) &&
      (isFigureAt(scan, language, i + 1) || isBoundedNumber(document, i + 1))
    )
      return true;
  }
  return false;
}

/** “at more than 40 million” */
const isBoundedNumber = ({ scan, language }: Document, at: number): boolean =>
  language.modifiers.some(({ words }) => scan.reads(words, at) && isFigureAt(scan, language, at + words.length));

const isFigureAt = (scan: Document["scan"], language: Language, at: number): boolean =>
  isNumberAt(scan, language, at) || isCurrencySign(scan.mark(at));

/** “geht von zwölf Millionen Euro aus” */
const assumes = (document: Document, at: number): boolean =>
  document.language.reporting.assumes.get(document.scan.lower(at)) === document.scan.lower(at + 1) &&
  isBeforeFigure(document, at);

const countNouns = contextWords("countNoun");
const isCountWord = (lower: string): boolean => countNouns.has(lower);

/** The sentence or clause ends here. */
export const isOver = ({ scan }: Document, at: number): boolean =>
  at >= scan.count || scan.isNewline(at) || scan.mark(at) === 0x2e || scan.mark(at) === 0x2c;

/** How far behind “put the …” the figure it is put at may stand, in tokens. */
const putReach = 22;

/** How far behind “urged” the “to” of what is asked for may stand, in tokens. */
const requestReach = 9;

/** How far behind “put the number of …” the figure may stand, in tokens. */
const numberOfReach = 14;

/** How far behind “expected” its figure may stand, in tokens. */
const figureReach = 8;

/** “showed hundreds of”, “put the toll at 300”, “speak of 40”. */
export function isBeforeFigure(document: Document, at: number): boolean {
  const { scan, language } = document;
  if (putsAt(document, at)) return true;
  // “put the number of carts waiting at the gate at 300”
  const isCount = language.reporting.countVerbs.has(scan.lower(at));
  const isLong = isCountWord(scan.lower(at + 2)) || isCountWord(scan.lower(at + 3));
  for (let i = at + 1; i <= at + (isLong ? numberOfReach : figureReach); i++) {
    if (scan.isNumber(i) || language.words.vague.has(scan.lower(i)) || language.words.multipliers.has(scan.lower(i))) return true;
    if (isCount && language.words.cardinals.has(scan.lower(i))) return true;
    if (!scan.isWord(i) && !isCurrencySign(scan.mark(i)) && !(scan.mark(i) === 0x2d && scan.isGlued(i + 1))) return false;
  }
  return false;
}

const isCurrencySign = (mark: number): boolean => mark === 0x24 || mark === 0x20ac || mark === 0xa3;
