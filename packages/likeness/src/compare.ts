import type { Edge, EdgeKind } from "@wirefold/core";
import { type DocumentView, viewOf } from "./document-view.ts";
import type { DocumentFeatures } from "./features.ts";
import { cosineOf, MEASURE_COUNT, measureAt, measurePair } from "./measures.ts";
import { derivedLogOdds, eventLogOdds, probability } from "./models.ts";

/** Two dated documents further apart than this do not report the same event, however alike (days). */
export const EVENT_WINDOW_DAYS = 3;
/** Below this cosine the models drew one edge in a thousand, so nothing else is measured: two candidates in three end here. */
export const COSINE_MIN = 0.15;

/** Share of three-word passages outside quotes from which derived text is a copy rather than a rewrite. */
const COPIED_PROSE = 0.35;

const at = measureAt;
const measured = new Float64Array(MEASURE_COUNT);

/**
 * How two documents are related, or null where they are not: a function of the two alone.
 *
 * `score` ranks how near two texts are, over all kinds: reports of the same event score up to 0.4, by how far they seem
 * derived; rewrites 0.8 to 0.95; copies more. The gap is wanted: whoever sorts by score, or asks for twice another
 * pair's, never takes a rival's report for a rewrite. How sure the event is stands in `evidence.measures.event`.
 */
export function compare(first: DocumentFeatures, second: DocumentFeatures): Edge | null {
  return compareViews(viewOf(first), viewOf(second));
}

/** `compare` for callers that keep views. */
export function compareViews(first: DocumentView, second: DocumentView): Edge | null {
  if (first.features.id === second.features.id) return null;
  const swap = second.features.id < first.features.id;
  const a = swap ? second : first;
  const b = swap ? first : second;
  if (a.features.tokens.length === 0 || b.features.tokens.length === 0) return null;
  const identical = a.features.textHash === b.features.textHash && a.features.tokensTotal > a.features.titleTokens;
  if (!identical && cosineOf(a, b) < COSINE_MIN) return null;
  const m = measurePair(a, b, measured);
  const event = identical ? 1 : probability(eventLogOdds(m));
  // Most candidates end here.
  if (event < 0.5) return null;
  const derivedOdds = identical ? 10 : derivedLogOdds(m);
  const derived = probability(derivedOdds);
  const kind = kindOf(a, b, m, event, derived, identical);
  if (kind === null) return null;
  return {
    a: a.features.id,
    b: b.features.id,
    kind,
    direction: directionOf(a, b),
    score: scoreOf(kind, m, event, derivedOdds, identical),
    evidence: {
      measures: {
        event: round(event),
        derived: round(derived),
        prose: round(m[at.triples]!),
        quotes: round(m[at.quoted]!),
        figures: round(m[at.figures]!),
        names: round(m[at.names]!),
        aligned: round(m[at.aligned]!),
        order: round(m[at.order]!),
        cosine: round(m[at.cosine]!),
      },
      passages: [],
    },
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function kindOf(
  a: DocumentView,
  b: DocumentView,
  m: Float64Array,
  event: number,
  derived: number,
  identical: boolean,
): EdgeKind | null {
  if (identical) return "copy";
  const days = daysApart(a.features, b.features);
  if (derived >= 0.5) return m[at.triples]! >= COPIED_PROSE ? "copy" : "rewrite";
  if (event >= 0.5 && (days === null || days <= EVENT_WINDOW_DAYS)) return "same-event";
  return null;
}

function daysApart(a: DocumentFeatures, b: DocumentFeatures): number | null {
  return a.publishedDay === null || b.publishedDay === null ? null : Math.abs(a.publishedDay - b.publishedDay);
}

function scoreOf(kind: EdgeKind, m: Float64Array, event: number, derivedOdds: number, identical: boolean): number {
  if (identical) return 1;
  if (kind === "copy") return round(0.95 + 0.0499 * Math.min(1, m[at.triples]!));
  if (kind === "rewrite") return round(0.8 + 0.15 * Math.max(0, (probability(derivedOdds) - 0.5) * 2));
  // Reports of one event differ in how near they come to one another's text.
  return round(0.4 * event * (0.1 + 0.9 / (1 + Math.exp(-(derivedOdds + 4)))));
}

/**
 * Which of two was made from the other, by what originals have: a wire credit, the earlier time, the fuller text. Null
 * where these say nothing or disagree.
 */
function directionOf(a: DocumentView, b: DocumentView): Edge["direction"] {
  let originalA = 0;
  if (a.features.credit !== 0 && b.features.credit === 0) originalA += 2;
  if (b.features.credit !== 0 && a.features.credit === 0) originalA -= 2;
  const { publishedDay: dayA } = a.features;
  const { publishedDay: dayB } = b.features;
  if (dayA !== null && dayB !== null && Math.abs(dayA - dayB) >= 1 / 48) originalA += dayA < dayB ? 1.5 : -1.5;
  if (a.mass > b.mass * 1.1) originalA += 1;
  if (b.mass > a.mass * 1.1) originalA -= 1;
  return originalA >= 1 ? "b-from-a" : originalA <= -1 ? "a-from-b" : null;
}
