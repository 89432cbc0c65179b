import type { Edge, EdgeKind } from "@wirefold/core";
import { areOwnBriefs, BRIEF_SCORE_MAX, isBrief } from "./briefs.ts";
import { compareAcross, otherLanguageOdds } from "./cross-language.ts";
import type { DocumentFeatures } from "./features.ts";
import { isTranslated } from "./language-of.ts";
import { isOfAnotherYear } from "./looking-back.ts";
import { cosineOf, MEASURE_COUNT, measureAt, measurePair, worthMeasuring } from "./measures.ts";
import { derivedLogOdds, eventLogOdds, probability } from "./models.ts";
import { isAboutOthers, isOtherOccasion } from "./other-occasion.ts";
import { type PreparedDocument, prepareDocument } from "./prepared-document.ts";
import { worthComparing } from "./sketch.ts";

/** Two dated documents further apart than this do not report the same event, however alike (days). */
export const EVENT_WINDOW_DAYS = 3;

/** Share of three-word passages outside quotes from which derived text is a copy rather than a rewrite. */
const COPIED_PROSE = 0.35;

/**
 * Share of the larger text's passages that a copy has to have: a copy is the whole text, give or take its end. A part that
 * stands in a digest, or an excerpt, is derived from the whole but no copy of it; the measures `prose` (how much of the
 * smaller text is in the larger) and `covers` (how much of the larger) say so.
 */
const WHOLE = 0.6;

/**
 * Log-odds of the event a derivation has to have. Reports share who, where and when, and need no more than even odds;
 * what shares a text without sharing its event is a template or a house paragraph.
 */
const DERIVED_EVENT_ODDS = 0.5;

/** Log-odds it takes to call a text derived that has next to none of the other's wording: explanations of one thing are alike. */
const CLEARLY_DERIVED = 0.5;

const at = measureAt;
const measured = new Float64Array(MEASURE_COUNT);

/**
 * How two documents are related, or null where they are not: a function of the two alone.
 *
 * `score` ranks how near two texts are, over all kinds: reports of the same event score up to 0.4, by how far they seem
 * derived; rewrites 0.8 to 0.95; copies more. The gap is wanted: a reader who sorts by score, or asks for twice another
 * pair's, never takes a rival's report for a rewrite. How sure the event is stands in `evidence.measures.event`.
 */
export function compare(first: DocumentFeatures, second: DocumentFeatures): Edge | null {
  return compareDocuments(prepareDocument(first), prepareDocument(second));
}

/** `compare` for callers that keep prepared documents. */
export function compareDocuments(first: PreparedDocument, second: PreparedDocument): Edge | null {
  if (first.features.id === second.features.id) return null;
  const swap = second.features.id < first.features.id;
  const a = swap ? second : first;
  const b = swap ? first : second;
  if (a.features.tokens.length === 0 || b.features.tokens.length === 0) return null;
  if (!worthComparing(a.sketch, b.sketch)) return null;
  const identical = a.features.textHash === b.features.textHash && a.features.tokensTotal > a.features.titleTokens;
  if (identical) return edgeOf(a, b, "copy", 1, IDENTICAL);
  if (inDifferentLanguages(a.features, b.features)) {
    const across = compareLanguages(a, b);
    if (across !== null) return across;
  } else if (isOtherLanguage(a.features)) return compareOtherLanguage(a, b);
  if (!worthMeasuring(a, b)) return null;
  const m = measurePair(a, b, measured);
  const eventOdds = eventLogOdds(m) + (bothDated(a.features, b.features) ? 0 : UNDATED_LEAN);
  // Most candidates end here.
  return eventOdds < 0 ? null : judge(a, b, m, eventOdds, derivedLogOdds(m));
}

/**
 * Added to the log-odds of the event where a text bears no date. The sets teach that such a text may be of any time; what comes in without
 * dates mostly came in together.
 */
export const UNDATED_LEAN = 0.8;

/** Below this cosine no two reports in one language were rated as on one event by more than chance. */
const OTHER_COSINE_MIN = 0.1;

function compareOtherLanguage(a: PreparedDocument, b: PreparedDocument): Edge | null {
  if (cosineOf(a, b) < OTHER_COSINE_MIN) return null;
  const m = measurePair(a, b, measured);
  // The pairs it was learned from bear no dates.
  const dated = bothDated(a.features, b.features);
  const eventOdds = otherLanguageOdds(m, a, b) + (dated ? DATED_EVENT_ODDS : UNDATED_EVENT_ODDS) + OTHER_LANGUAGE_LEAN;
  const edge = eventOdds < 0 ? null : judge(a, b, m, eventOdds, derivedLogOdds(m));
  return edge?.kind === "same-event" && !dated && eventOdds < UNDATED_EVENT_ODDS ? null : edge;
}

/** Where precision and recall of the rated pairs are nearest, cross-validated. */
const OTHER_LANGUAGE_LEAN = 0.5;
/** What two dates of one time say for one event. */
const DATED_EVENT_ODDS = 0.6;
/** Log-odds two reports need where one is undated. */
const UNDATED_EVENT_ODDS = 1;

/** The edge between `a` and `b` (`a < b` by id) by their measures and what the models say of them, or null. */
export function judge(
  a: PreparedDocument,
  b: PreparedDocument,
  m: ArrayLike<number>,
  eventOdds: number,
  derivedOdds: number,
): Edge | null {
  if (eventOdds < 0 || isRecurringReport(m) || sharesOnlyHouseText(m)) return null;
  const derived = probability(derivedOdds);
  const kind = kindOf(a, b, m, derivedOdds);
  if (kind !== "same-event" && eventOdds < DERIVED_EVENT_ODDS) return null;
  const event = probability(kind === "same-event" ? eventOdds : eventOdds - DERIVED_EVENT_ODDS);
  if (kind === "same-event" && tooFarApart(a.features, b.features)) return null;
  if (kind === "same-event" && event < CLEAR_EVENT && (namesOtherDays(m) || sharesOnlyHistory(m) || sharesOnlyTheWorld(m)))
    return null;
  if (kind === "same-event" && !bothDated(a.features, b.features) && isOfAnotherYear(a, b, event >= CLEAR_EVENT)) return null;
  if (!isVerbatim(m) && isOtherOccasion(a.features, b.features, m, event)) return null;
  if (kind === "same-event" && isAboutOthers(m, event)) return null;
  const score = scoreOf(kind, m[at.triples] ?? 0, event, derivedOdds);
  return edgeOf(a, b, kind, kind === "rewrite" && isBrief(m) ? Math.min(score, BRIEF_SCORE_MAX) : score, {
    event: round(event),
    derived: round(derived),
    prose: round(m[at.triples] ?? 0),
    covers: round(m[at.triplesCovers] ?? 0),
    quotes: round(m[at.quoted] ?? 0),
    figures: round(m[at.figures] ?? 0),
    names: round(m[at.names] ?? 0),
    aligned: round(m[at.aligned] ?? 0),
    order: round(m[at.order] ?? 0),
    cosine: round(m[at.cosine] ?? 0),
    ...(isPart(m) ? { part: 1 } : {}),
    ...(kind === "same-event" && isAside(m) ? { aside: 1 } : {}),
  });
}

/**
 * Whether the smaller text is a part of the larger: most of it stands there, and most of the larger is something else. Who has several
 * parts that have nothing to do with each other is a round-up of them (ego-clusters.ts).
 */
function isPart(m: ArrayLike<number>): boolean {
  if ((m[at.sizeRatio] ?? 0) >= PART_SIZE || (m[at.covers] ?? 0) >= PART_SIZE) return false;
  return (m[at.triples] ?? 0) >= PART_WORDED || (m[at.alignedHalf] ?? 0) >= PART_TOLD;
}
const PART_SIZE = 0.6;
const PART_WORDED = 0.4;
const PART_TOLD = 0.5;

/**
 * Whether one of two reports opens with something else than the other: what they share stands aside in it. Such a report (a digest, a
 * live blog, an overview) does not vouch for a third (ego-clusters.ts).
 */
function isAside(m: ArrayLike<number>): boolean {
  return (m[at.lead] ?? 0) < OPENINGS_ALIKE || (m[at.headlineBoth] ?? 0) < HEADLINES_TOLD;
}
/**
 * How far openings agree, and how much of each headline stands in the other text, from which reports open with one event: 43 of 44 triples of
 * one event that came together by vouching are kept, of 61 digests that chained two events 9.
 */
const OPENINGS_ALIKE = 0.06;
const HEADLINES_TOLD = 0.15;

function kindOf(a: PreparedDocument, b: PreparedDocument, m: ArrayLike<number>, derivedOdds: number): EdgeKind {
  const prose = m[at.triples] ?? 0;
  if (derivedOdds < 0 || (derivedOdds < CLEARLY_DERIVED && prose < 0.06 && (m[at.fives] ?? 0) < 0.005)) return "same-event";
  if (areOwnBriefs(a, b, m) || tellsInOwnSentences(a.features, m, derivedOdds)) return "same-event";
  return prose >= COPIED_PROSE && (m[at.triplesCovers] ?? 0) >= WHOLE ? "copy" : "rewrite";
}

/**
 * Share of a text's sentences, by weight, that have to stand half in single sentences of the other for it to be derived: a rewriter goes
 * sentence by sentence, a newsroom that was told the same facts does not. In other languages nothing taught the model what derived is,
 * so more is asked.
 */
const SENTENCES_RETOLD = 0.05;
const SENTENCES_RETOLD_ELSEWHERE = 0.4;
/** Log-odds of derivation from which a text is derived though no sentence matches. */
const SURELY_DERIVED = 3;

/** Whether next to no sentence of one text stands in the other, and no wording of it. */
function tellsInOwnSentences(a: DocumentFeatures, m: ArrayLike<number>, derivedOdds: number): boolean {
  const retold = m[at.alignedHalf] ?? 0;
  if (isOtherLanguage(a)) return retold < SENTENCES_RETOLD_ELSEWHERE && (m[at.triples] ?? 0) < WORDED;
  if ((m[at.fives] ?? 0) >= 0.005 || (m[at.triples] ?? 0) >= 0.06) return false;
  return retold < SENTENCES_RETOLD && derivedOdds < SURELY_DERIVED;
}
/** Share of three-word passages from which there is wording in common in other languages. */
const WORDED = 0.1;

/**
 * Where both texts begin with the passage they share it is a house paragraph if each goes on (logarithm of the smaller's weight;
 * share of its sentences that stand in the other) about something else (`rest`).
 */
const LONG = 5.5;
const OWN_PART = 0.4;
const NOTHING_ELSE = 0.08;

/**
 * Whether all that two texts share is a passage that tells neither's news, as an outlet or an agency prints under all it
 * publishes: neither opening stands in the other, or both begin with the passage; and without it they have nothing in common.
 */
function sharesOnlyHouseText(m: ArrayLike<number>): boolean {
  const [triples, opening, rest] = [m[at.triples] ?? 0, m[at.opening] ?? 0, m[at.rest] ?? 0];
  if (triples < 0.1 || rest >= 0.4 * (m[at.cosine] ?? 0)) return false;
  return opening < 0.3 ? rest < 0.12 : rest < NOTHING_ELSE && (m[at.aligned] ?? 0) < OWN_PART && (m[at.sizeLess] ?? 0) >= LONG;
}

/**
 * Whether two texts are one template filled twice: prose shared, while most figures differ, sentences that match
 * contradict each other in figures, and the days or years named differ. A correction changes a figure or two; a copy none.
 */
function isRecurringReport(m: ArrayLike<number>): boolean {
  return (
    (m[at.figuresApart] ?? 0) >= 0.6 &&
    (m[at.figureClash] ?? 0) >= 0.3 &&
    (m[at.dateClash] ?? 0) >= 0.5 &&
    (m[at.triples] ?? 0) >= 0.3 &&
    (m[at.fives] ?? 0) < 0.9
  );
}

/** What it takes to call two reports one event although their dates, their years or their subjects speak against it. */
const CLEAR_EVENT = 0.956;

/** Half of the passages of one stand in the other: a text that was worked over, not a form filled again. */
const isVerbatim = (m: ArrayLike<number>): boolean => (m[at.triples] ?? 0) >= 0.5;

/** Whether each text names days and a year, and they share none: of one place and its people, but of two dates. */
function namesOtherDays(m: ArrayLike<number>): boolean {
  return (m[at.dateClash] ?? 0) >= 1 && (m[at.dates] ?? 0) === 0;
}

/** Whether what rare words the two share stand, in one of them, among earlier years: an almanac, an anniversary, background. */
function sharesOnlyHistory(m: ArrayLike<number>): boolean {
  return (m[at.present] ?? 0) < 0.15;
}

/** Whether two texts share who and where but neither a headline's word nor what happened: other news of the same people. */
function sharesOnlyTheWorld(m: ArrayLike<number>): boolean {
  return (m[at.topic] ?? 0) < 0.16 && (m[at.title] ?? 0) < 0.1;
}

const IDENTICAL = { event: 1, derived: 1, prose: 1, quotes: 1, figures: 1, names: 1, aligned: 1, order: 1, cosine: 1 };

function edgeOf(a: PreparedDocument, b: PreparedDocument, kind: EdgeKind, score: number, measures: Record<string, number>): Edge {
  // Grouping reads edges only: the days bound a story in time, the texts' hashes settle ties by content.
  const ends: Record<string, number> = { text_a: textKey(a.features), text_b: textKey(b.features) };
  if (a.features.publishedDay !== null) ends.day_a = round(a.features.publishedDay);
  if (b.features.publishedDay !== null) ends.day_b = round(b.features.publishedDay);
  const evidence = { measures: { ...measures, ...ends }, passages: [] };
  return { a: a.features.id, b: b.features.id, kind, direction: directionOf(a, b), score, evidence };
}

/** 32 bits of the text's hash: enough to settle ties. */
const textKey = (features: DocumentFeatures): number => Number.parseInt(features.textHash.slice(0, 8), 16) || 0;

function inDifferentLanguages(a: DocumentFeatures, b: DocumentFeatures): boolean {
  return a.language !== null && b.language !== null && a.language !== b.language;
}

/** Both are written in one language that is known and not English. */
const isOtherLanguage = ({ language }: DocumentFeatures): boolean => isTranslated(language);

function compareLanguages(a: PreparedDocument, b: PreparedDocument): Edge | null {
  const across = compareAcross(a, b);
  const event = probability(across.eventOdds);
  if (event < 0.5) return null;
  const derived = probability(across.derivedOdds);
  const kind = derived < 0.5 ? "same-event" : "rewrite";
  if (kind === "same-event" && tooFarApart(a.features, b.features)) return null;
  return edgeOf(a, b, kind, scoreOf(kind, 0, event, across.derivedOdds), {
    event: round(event),
    derived: round(derived),
    figures: round(across.figures),
    names: round(across.names),
    acrossLanguages: 1,
  });
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function bothDated(a: DocumentFeatures, b: DocumentFeatures): boolean {
  return a.publishedDay !== null && b.publishedDay !== null;
}

function tooFarApart(a: DocumentFeatures, b: DocumentFeatures): boolean {
  return a.publishedDay !== null && b.publishedDay !== null && Math.abs(a.publishedDay - b.publishedDay) > EVENT_WINDOW_DAYS;
}

function scoreOf(kind: EdgeKind, prose: number, event: number, derivedOdds: number): number {
  if (kind === "copy") return round(0.95 + 0.0499 * Math.min(1, prose));
  if (kind === "rewrite") return round(0.8 + 0.15 * Math.max(0, (probability(derivedOdds) - 0.5) * 2));
  // Reports of one event differ in how near they come to one another's text.
  return round(0.4 * event * (0.1 + 0.9 / (1 + Math.exp(-(derivedOdds + 3)))));
}

/**
 * Which of two was made from the other, by what originals have: a wire credit, the earlier time, the fuller text. Null
 * where these say nothing or disagree.
 */
function directionOf(a: PreparedDocument, b: PreparedDocument): Edge["direction"] {
  let originalA = 0;
  if (a.features.credit !== 0 && b.features.credit === 0) originalA += 2;
  if (b.features.credit !== 0 && a.features.credit === 0) originalA -= 2;
  originalA += earlierBy(a.features, b.features);
  if (a.mass > b.mass * 1.1) originalA += 1;
  if (b.mass > a.mass * 1.1) originalA -= 1;
  return originalA >= 1 ? "b-from-a" : originalA <= -1 ? "a-from-b" : null;
}

/** 1.5 where `a` is the earlier one by half an hour or more, -1.5 where `b` is, 0 where the dates do not tell. */
function earlierBy(a: DocumentFeatures, b: DocumentFeatures): number {
  if (a.publishedDay === null || b.publishedDay === null) return 0;
  const sameDay = Math.floor(a.publishedDay) === Math.floor(b.publishedDay);
  if (sameDay && (a.publishedDayOnly || b.publishedDayOnly)) return 0;
  const days = b.publishedDay - a.publishedDay;
  return Math.abs(days) < 1 / 48 ? 0 : days > 0 ? 1.5 : -1.5;
}
