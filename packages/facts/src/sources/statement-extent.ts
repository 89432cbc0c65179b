/** Which words a verb of saying reports: those behind it, before it, or around it. */
import { anyReadingWord, contextWords, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import { phraseBefore, type ReferentMap, type SourcePhrase } from "./phrases.ts";
import { convincedLength, isBeforeFigure, isTiedConjunction, opensTold, type ReportingSense } from "./reporting-verbs.ts";

const verbParticle = contextWords("verbParticle");
const timeSubordinator = contextWords("timeSubordinator");
const finiteAuxiliary = contextWords("finiteAuxiliary");
const toWord = contextWords("to");

const joiningS = new RegExp(`(?<=${anyReadingWord("genitiveEnding")})s$`);

const of = readingWordSet("of");

const but = onlyReadingWord("but");

const contrast = onlyReadingWord("contrast");

interface Input {
  readonly document: Document;
  readonly map: ReferentMap;
}

/** How many tokens “according to” takes at a token; 0 where it does not stand there. */
export function accordingAt(document: Document, at: number): number {
  if (!document.scan.has(at, lists.accordingTo)) return 0;
  for (const words of document.language.accordingTo) {
    if (!document.scan.reads(words, at)) continue;
    // “…, so die Ministerin”, never “Und so kann man …”: a noun of its own follows, behind a comma or quotation.
    if (words.length > 1 || !loneAccording.has(words[0] ?? "") || isSetOff(document, at)) return words.length;
  }
  return 0;
}

const loneAccording = contextWords("loneAccording");

function isSetOff({ scan, quoteOf }: Document, at: number): boolean {
  const before = scan.mark(at - 1);
  const isCut = !scan.isWord(at - 1) && before !== 0x2e && before !== 0x3a && !scan.isNewline(at - 1);
  const opens = scan.isCapital(at) && (quoteOf[at - 1] ?? -1) < 0;
  return isCut && !opens && (scan.isCapital(at + 1) || scan.has(at + 1, lists.determiners | lists.pronouns));
}

/**
 * “nach Polizeiangaben”: where a compound behind the first word of “according to” names whose word it is, what the name of the source
 * is in it; null elsewhere.
 */
export function citingCompound({ scan, language }: Document, at: number): string | null {
  if (!scan.has(at, lists.accordingTo) || !scan.isCapital(at + 1)) return null;
  const word = scan.raw(at + 1);
  const end = language.reporting.citingCompounds.find((each) => word.endsWith(each) && word.length > each.length + 2);
  return end === undefined ? null : word.slice(0, -end.length).replace(joiningS, "");
}

/** “Asked about the fire, the mayor said …”: no statement. */
const isQuestion = onlyReadingWord("asked");

/** Fewest words before “…, officials said.” that are a statement. */
const tailWordsMin = 3;

/** “…, officials said on Monday.” and “The toll, officials said, will rise.”: what is said stands before, or around. */
export function tailContent(
  document: Document,
  source: SourcePhrase,
  next: number,
  first: number,
  end: number,
): readonly [number, number] | null {
  const { scan, language } = document;
  // “…, Mr. Brack said.”
  const isTitled = scan.mark(source.from - 1) === 0x2e && language.honorifics.has(scan.lower(source.from - 2));
  const opening = isTitled ? source.from - 2 : source.from;
  const before = language.reporting.tailJoins.has(scan.lower(opening - 1)) ? opening - 2 : opening - 1;
  const isCut = scan.mark(before) === 0x2c || (document.quoteOf[before] ?? -1) >= 0;
  // “In another letter on Tuesday, she wrote: “…””: what she wrote stands behind.
  if (scan.mark(next) === 0x3a) return null;
  // “The minister of fisheries, Ana Duarte, seemed”: the description before the name is no statement.
  const isDescribed = scan.has(first, lists.determiners) && scan.has(first + 1, lists.personNouns | lists.titles);
  if (isDescribed && scan.mark(source.to) === 0x2c && source.referent?.isNamedPerson) return null;
  if (!isCut || source.from - first < 2 || isQuestion.test(scan.lower(first))) return null;
  if (scan.mark(next) !== 0x2c && countWords(document, first, source.from, tailWordsMin) < tailWordsMin) return null;
  if (scan.mark(next) === 0x2c) {
    // “…, the institute reported, and by 6 percent in July.”
    const isJoined =
      language.words.and.has(scan.lower(next + 1)) && scan.has(next + 2, lists.prepositions) && scan.isNumber(next + 3);
    const goesOn =
      isJoined ||
      (scan.isWord(next + 1) &&
        !scan.has(next + 1, lists.subordinators) &&
        !isAfterthought(document, next + 1) &&
        next + 2 < end);
    return goesOn ? [first, end] : [first, before];
  }
  const isOver =
    next >= end ||
    (!scan.isWord(next) && !scan.isNumber(next)) ||
    scan.has(next, lists.prepositions) ||
    language.reporting.circumstances.has(scan.lower(next)) ||
    language.words.weekdays.has(scan.lower(next)) ||
    language.words.dayWords.has(scan.lower(next));
  return isOver && !hasConjunction(document, next, end) ? [first, before] : null;
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
export function headContent(input: Input, from: number, sense: ReportingSense, end: number): readonly [number, number] | null {
  const { document } = input;
  const { scan, language } = document;
  // “aid workers say 20”
  // “…, the paper reported on March 25”: a day is no figure.
  const isDay = scan.has(from, lists.prepositions) && language.words.months.has(scan.lower(from + 1));
  const isFigure =
    !isDay &&
    ((sense === "show" && isBeforeFigure(document, from - 1)) ||
      ((sense === "say" || sense === "claim") && isLoneFigure(document, from, end)));
  let at = from;
  let isConnected = false;
  while (at < end && at - from < adverbialReach) {
    const lower = scan.lower(at);
    // « qu'il faudra »: the clause begins within the word.
    if (isTiedConjunction(document, at)) {
      isConnected = true;
      break;
    }
    if (language.reporting.conjunctions.has(lower) || scan.mark(at) === 0x3a) {
      isConnected = true;
      at++;
      break;
    }
    at += at === from ? convincedLength(document, at) : 0;
    if (at > from && language.reporting.conjunctions.has(scan.lower(at))) continue;
    // “hoped to say that”
    if (lower === language.reporting.infinitiveMark) return null;
    if (at === from && language.reporting.conjunctions.has(scan.lower(at + 1)) && verbParticle.has(lower)) {
      at++;
      continue;
    }
    const isAdverb =
      language.words.weekdays.has(lower) || language.words.dayWords.has(lower) || scan.has(at, lists.betweenSubjectAndVerb);
    if (isAdverb || scan.mark(at) === 0x2c) {
      // “what the board said about the ships, giving readers …”, “has insisted on his coming, two people said”
      const opensAnew =
        !isAdverb && at > from && scan.mark(from) !== 0x2c && !language.reporting.conjunctions.has(scan.lower(at + 1));
      if (opensAnew && scan.has(from, lists.prepositions)) return null;
      at++;
      continue;
    }
    // “dijo el jueves que”
    const isDated = language.subjectFollows && scan.has(at, lists.determiners) && language.words.weekdays.has(scan.lower(at + 1));
    const day = isDated ? 2 : timeLength(document, at);
    if (day > 0) {
      at += day;
      continue;
    }
    if (!scan.has(at, lists.prepositions) || isFigure || isBound(document, at)) break;
    const over = endOfAdverbial(document, at, end);
    // “said of a draft that left out all of it”: the clause is of the draft.
    if (over < 0 || (of.has(lower) && at === from)) return null;
    at = over;
  }
  if (at === from && opensTold(document, from - 1)) return [at, clauseEnd(input, at, end)];
  if (at >= end || (!isFigure && (at >= end - 1 || countWords(document, at, end, 2) < 2))) return null;
  // What stands in quotation marks is a quotation of its own.
  if ((document.quoteOf[at] ?? -1) >= 0 && !isConnected) return null;
  const until = subordinateEnd(document, from, at, clauseEnd(input, at, end));
  const isClausal = sense !== "that" && (isClause(document, at, until) || (sense === "say" && isBareClause(document, at, until)));
  return isConnected || isFigure || isClausal ? [at, until] : null;
}

/** Fewest words behind “said” that are a clause though no verb in them is known. */
const bareClauseMin = 5;

/** “He says harbour pilots undercount the barges”: behind such a verb a bare noun opens a clause, whatever its verb. */
const isBareClause = (document: Document, at: number, end: number): boolean =>
  !document.language.verbSecond &&
  !document.language.subjectFollows &&
  document.scan.isWord(at) &&
  !document.scan.has(at, lists.determiners | lists.prepositions | lists.subordinators | lists.negations) &&
  countWords(document, at, end, bareClauseMin) >= bareClauseMin;

const clauseOpener = contextWords("clauseOpener");
const beforeUnit = contextWords("beforeUnit");
const concession = contextWords("concession");

/** “Although Brack has said he gave up the yard, he still owns it”: where the clause that opens a sentence ends, its main clause begins. */
export function subordinateEnd(
  { scan, language, sentences, sentenceOf }: Document,
  cue: number,
  from: number,
  end: number,
): number {
  const first = sentences[sentenceOf[cue] as number]?.[0] ?? cue;
  if (!clauseOpener.has(scan.lower(first))) return end;
  for (let i = first; i < cue; i++) if (scan.mark(i) === 0x2c) return end;
  for (let i = from + 2; i < end - 2; i++) {
    if (scan.mark(i) !== 0x2c) continue;
    if (
      scan.has(i + 1, lists.pronouns | lists.determiners) ||
      scan.isCapital(i + 1) ||
      language.reporting.people.has(scan.lower(i + 1))
    )
      return i;
  }
  return end;
}

/** Longest “, a political scientist at Halden College,” behind a name, in tokens. */
const appositionReach = 16;
const relativePronoun = contextWords("whoOrWhich");

/**
 * “According to Ana Duarte, a political scientist at Halden College, …”: the comma at which the description behind the comma at
 * `comma` ends; -1 where a clause of its own begins there.
 */
export function appositionEnd({ scan, language }: Document, comma: number, end: number, isPerson: boolean): number {
  const first = comma + 1;
  const isRelative = relativePronoun.has(scan.lower(first));
  const isDescription =
    language.indefinite.has(scan.lower(first)) || (isPerson && scan.has(first, lists.determiners | lists.titles));
  if (!isRelative && !isDescription) return -1;
  for (let i = first + 1; i < Math.min(end, first + appositionReach); i++) {
    if (scan.mark(i) === 0x2c) return i;
    if (!isRelative && (scan.has(i, lists.passiveAuxiliaries) || finiteAuxiliary.has(scan.lower(i)))) return -1;
  }
  return -1;
}

/** “earlier this week”, “last month”: how many tokens tell when it was said; 0 where none do. */
function timeLength({ scan, language }: Document, at: number): number {
  const { units, partsOfDay } = language.words;
  for (const from of language.reporting.circumstances.has(scan.lower(at)) ? [at, at + 1] : [at]) {
    const unit = scan.lower(from + 1);
    if (beforeUnit.has(scan.lower(from)) && (units.has(unit) || partsOfDay.has(unit))) return from + 2 - at;
  }
  return 0;
}

/** A figure, and nothing but the end of its clause behind it. */
const isLoneFigure = ({ scan }: Document, at: number, end: number): boolean =>
  scan.isNumber(at) && (at + 1 >= end || /^[.,;]?$/.test(scan.lower(at + 1)));

/** “said about 40 boats”, “said over 300”: the word bounds a figure and leads to no place or time. */
const isBound = ({ scan, language }: Document, at: number): boolean =>
  (scan.isNumber(at + 1) || language.words.cardinals.has(scan.lower(at + 1))) &&
  language.modifiers.some(({ words }) => words.length === 1 && words[0] === scan.lower(at));

/** “in an interview on Monday that”, “on the radio, the”: past it, or -1 where nothing but the adverbial follows. */
function endOfAdverbial(document: Document, at: number, end: number): number {
  const { scan, language } = document;
  for (let i = at + 1; i < Math.min(end, at + adverbialReach); i++) {
    if (language.reporting.conjunctions.has(scan.lower(i)) || scan.mark(i) === 0x2c || scan.has(i, lists.prepositions)) return i;
    if (scan.has(i, lists.pronouns) && i > at + 1 && !scan.has(i, lists.determiners)) return i;
  }
  return -1;
}

/** A finite verb stands in the next words, and something before it. */
function isClause({ scan, language }: Document, from: number, end: number): boolean {
  if (!scan.isWord(from) && !scan.isNumber(from) && scan.mark(from) === 0) return false;
  if (scan.has(from, lists.subordinators) && !timeSubordinator.has(scan.lower(from))) return true;
  for (let i = from + 1; i < Math.min(end, from + clauseVerbReach); i++) {
    const lower = scan.lower(i);
    if (scan.isGenitive(i) && scan.has(i + 1, lists.betweenSubjectAndVerb | lists.determiners)) return true;
    if (/n['’]t$|['’](?:re|ll|ve|d|m)$/.test(lower)) return true;
    if (scan.has(i, lists.passiveAuxiliaries) || language.reporting.reportedForms.has(lower) || finiteAuxiliary.has(lower))
      return true;
    if (
      scan.has(i, lists.verbs) &&
      !/ing$/.test(lower) &&
      !toWord.has(scan.lower(i - 1)) &&
      // “added two chairs and began at noon”: what the subject does next.
      !language.words.and.has(scan.lower(i - 1)) &&
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

/** Longest “, Sorrel’s harbour ministry said on Tuesday” behind a statement, in tokens. */
const tellingReach = 14;

/** Whether the rest of the sentence says who tells of the statement before: “Duarte said the dam would hold, Kestrel News reported.” */
function isTold({ scan, language, quoteOf }: Document, from: number, end: number): boolean {
  if (end - from > tellingReach) return false;
  for (let i = from + 1; i < end; i++) {
    if (!scan.isWord(i - 1) && !scan.isGenitive(i - 1) && scan.mark(i - 1) !== 0x2d) return false;
    if (scan.has(i - 1, lists.prepositions | lists.subordinators)) return false;
    if (!language.reporting.sayVerbs.has(scan.lower(i)) && !scan.has(i, lists.speechVerbs)) continue;
    if ((quoteOf[i] ?? -1) >= 0) return false;
    const isClosed = !scan.isWord(i + 1) || scan.has(i + 1, lists.prepositions);
    const isDay = language.words.weekdays.has(scan.lower(i + 1)) || language.words.dayWords.has(scan.lower(i + 1));
    // “…, two people told The Halden Press”
    const hasListener = language.reporting.withListener.has(scan.lower(i)) && scan.isCapital(i + 1);
    return i + 1 >= end || isClosed || isDay || hasListener;
  }
  return false;
}

function hasVerbOfSaying({ scan, language, quoteOf }: Document, from: number, end: number): boolean {
  for (let i = from; i < end; i++)
    if ((quoteOf[i] ?? -1) < 0 && (scan.has(i, lists.speechVerbs) || language.reporting.offers.has(scan.lower(i)))) return true;
  return false;
}

/** A statement ends with its sentence, or where “, while”, “, adding” and the like hand the word on. */
export function clauseEnd({ document, map }: Input, from: number, end: number): number {
  const { scan, language } = document;
  for (let i = from + 1; i < end; i++) {
    // “…; four more are missing” goes on, “…; the union said it knew” is another's.
    if (scan.mark(i) === 0x3b && hasVerbOfSaying(document, i + 1, end)) return i;
    if (scan.mark(i - 1) !== 0x2c) continue;
    if (isTold(document, i, end)) return i - 1;
    const lower = scan.lower(i);
    const { participleEnding } = language.reporting;
    if (participleEnding !== null && lower.endsWith(participleEnding) && scan.has(i, lists.speechVerbs)) return i - 1;
    if (accordingAt(document, i) > 0 || concession.has(lower)) return i - 1;
    if (!contrast.test(lower)) continue;
    for (let j = i + 1; j < Math.min(end, i + 16); j++) {
      const reports = scan.has(j, lists.speechVerbs) || (scan.has(j, lists.reportVerbs) && isBeforeFigure(document, j));
      if (reports && (document.quoteOf[j] as number) < 0) {
        const other = phraseBefore(document, map, j);
        if (other && other.from > i) return i - 1;
      }
    }
    if (but.test(lower)) return i - 1;
  }
  return end;
}
