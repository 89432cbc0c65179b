import type { Fused } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import type { Row } from "./rows.ts";
import type { ModelRow } from "./truth-model.ts";

/** What being right at a broader level is worth, as a share of being exactly right, when a value is picked. */
const BROAD_WORTH = 0.3;
/** Other values named in an explanation: the likeliest ones. */
const OTHERS_MAX = 5;

export interface Decision {
  /** Index of the value taken, or -1 where no claim says anything. */
  readonly best: number;
  /** Per value: probability that it is right, exactly or at a broader level. */
  readonly confidence: readonly number[];
  /** Per value: claims, and what they count once copies share a voice. */
  readonly claims: readonly number[];
  readonly voices: readonly number[];
  /** Whether each value says less than the whole of the one taken, and is not contradicted by it. */
  readonly isBroader: readonly boolean[];
}

/** Takes the value with the most probability, where a broader value is partly right of the narrower ones. */
export function decide(
  row: Row,
  posterior: Float64Array = new Float64Array(),
  calibrated: Float64Array = new Float64Array(),
  model?: ModelRow,
): Decision {
  const narrowerOf = (v: number) => model?.narrower[v] ?? [];
  const withNarrower = (shares: Float64Array, v: number): number =>
    narrowerOf(v).reduce((sum, { value, holds }) => sum + holds * (shares[value] ?? 0), 0);
  let best = -1;
  let bestWorth = -1;
  row.values.forEach(({ key }, v) => {
    const worth = (posterior[v] ?? 0) + BROAD_WORTH * withNarrower(posterior, v);
    const isTied = Math.abs(worth - bestWorth) <= 1e-12;
    if (isTied ? compareStrings(key, row.values[best]?.key ?? "") >= 0 : worth < bestWorth) return;
    best = v;
    bestWorth = worth;
  });
  const claims = row.values.map(() => 0);
  for (const v of row.valueIndex) if (v >= 0) claims[v] = (claims[v] ?? 0) + 1;
  const voices = row.values.map(() => 0);
  for (const { value, weight } of model?.claims ?? []) voices[value] = (voices[value] ?? 0) + weight;
  return {
    best,
    confidence: row.values.map((_, v) => Math.min(1, Math.max(0, (calibrated[v] ?? 0) + withNarrower(calibrated, v)))),
    claims,
    voices,
    isBroader: row.values.map((_, v) => narrowerOf(v).some(({ value }) => value === best)),
  };
}

/** The answer of one row, with what speaks for it and against it. */
export function explain(row: Row, decision: Decision, copiedFrom: ReadonlyMap<string, string>): Fused {
  const { best, confidence } = decision;
  const copied: Record<string, string> = {};
  for (const { source } of row.given.claims) {
    const original = copiedFrom.get(source);
    if (original !== undefined) copied[source] = original;
  }
  const others = row.values
    .map((value, v) => ({
      value: value.surface,
      confidence: confidence[v] ?? 0,
      claims: decision.claims[v] ?? 0,
      voices: tenth(decision.voices[v] ?? 0),
      broader: decision.isBroader[v] ?? false,
    }))
    .filter((_, v) => v !== best)
    .sort((a, b) => b.confidence - a.confidence || b.voices - a.voices || compareStrings(a.value, b.value));
  return {
    object: row.given.object,
    property: row.given.property,
    value: row.values[best]?.surface ?? null,
    confidence: confidence[best] ?? 0,
    sources: row.given.claims.map(({ source }, i) => ({ source, agrees: best >= 0 && row.valueIndex[i] === best })),
    why: {
      text: inWords(row, decision, others[0]),
      read_as: row.kind,
      claims: decision.claims[best] ?? 0,
      voices: tenth(decision.voices[best] ?? 0),
      says_nothing: row.valueIndex.filter((v) => v < 0).length,
      others: others.slice(0, OTHERS_MAX),
      others_left_out: Math.max(0, others.length - OTHERS_MAX),
    },
    ...(Object.keys(copied).length > 0 ? { copied_from: copied } : {}),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function inWords(row: Row, decision: Decision, runnerUp: Fused["why"]["others"][number] | undefined): string {
  const { best, claims, voices } = decision;
  if (best < 0) return row.given.claims.length === 0 ? "no claims" : "no claim says anything";
  const speaking = claims.reduce((sum, n) => sum + n, 0);
  const counted = (n: number, v: number): string =>
    Math.abs(n - v) < 0.05 ? `${n}` : `${n} (counting as ${tenth(v)} independent)`;
  const taken = `${counted(claims[best] ?? 0, voices[best] ?? 0)} of ${speaking} ${speaking === 1 ? "claim" : "claims"}`;
  if (!runnerUp) return `${taken}; nothing else is claimed`;
  const isOutvoted = runnerUp.voices > (voices[best] ?? 0) + 0.05;
  const next = `next ${JSON.stringify(runnerUp.value)} with ${counted(runnerUp.claims, runnerUp.voices)}`;
  if (runnerUp.broader) return `${taken}; ${next}, which is broader and does not contradict it`;
  return `${taken}; ${next}${isOutvoted ? ", whose sources are believed less" : ""}`;
}
