/**
 * How the cost of reconciling grows with a story. One question: does it stay within n log n? The stories are invented
 * here from a seed: a few originals, rewrites that round, soften and cut, figures of their own and shared ones.
 */

import type { Facts, NumericMention, Quote } from "@wirefold/core";
import { mustAt } from "@wirefold/core";
import type { ReconcileMember } from "./reconcile-member.ts";
import { reconcileStory } from "./reconcile-story.ts";

/** A 32-bit generator (mulberry32): the same seed gives the same story on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PLACES = ["Norvale", "Estmark", "Port Linden", "Sallow Bay", "Upper Tarn", "Lower Tarn"];
const SOURCES = ["the Norvale health office", "the coast guard", "a union spokesman", "the mayor of Port Linden"];
const KINDS = [
  { noun: "people", unit: "person", verb: "left", predicate: "leave" },
  { noun: "homes", unit: "home", verb: "lost power", predicate: "lose" },
  { noun: "people", unit: "person", verb: "were hurt", predicate: "hurt" },
  { noun: "boats", unit: "boat", verb: "sank", predicate: "sink" },
];
const SAID = [
  "We have never seen the river rise this fast and we will need every hand we can get",
  "Nobody should drive tonight unless a life depends on it",
  "The harbour will open again when the last wreck has been towed away",
];

interface Told {
  readonly kind: (typeof KINDS)[number];
  readonly place: string;
  readonly value: number;
  readonly source: string;
}

/** An invented story of `size` members, the same for the same seed. */
export function inventStory(size: number, seed = 7): ReconcileMember[] {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => mustAt(items, Math.floor(random() * items.length));
  const core: Told[] = KINDS.map((kind, i) => ({
    kind,
    place: mustAt(PLACES, i),
    value: Math.round(1000 * (1 + 90 * random())),
    source: pick(SOURCES),
  }));
  const lineages = Math.max(2, Math.round(size / 6));
  return Array.from({ length: size }, (_, i) => {
    const id = `m${String(i).padStart(5, "0")}`;
    const lineage = i % lineages;
    const root = `m${String(lineage).padStart(5, "0")}`;
    // Each lineage knows figures of its own: a story of many sources holds many claims.
    const own: Told = {
      kind: mustAt(KINDS, lineage % KINDS.length),
      place: mustAt(PLACES, lineage % PLACES.length),
      value: 100 + lineage * 37,
      source: mustAt(SOURCES, lineage % SOURCES.length),
    };
    return writeMember(id, root, [...core.filter(() => random() < 0.8), own], mustAt(SAID, lineage % SAID.length), random);
  });
}

function writeMember(id: string, root: string, told: readonly Told[], said: string, random: () => number): ReconcileMember {
  let text = "";
  const mentions: NumericMention[] = [];
  told.forEach((fact, i) => {
    const rounded = random() < 0.2;
    const value = rounded ? Number(fact.value.toPrecision(1)) : fact.value;
    const modifier = rounded ? (value > fact.value ? "nearly" : "more than") : null;
    const number = value.toLocaleString("en-US");
    const attributed = random() < 0.7;
    const clause = `${modifier ? `${modifier} ` : ""}${number} ${fact.kind.noun} ${fact.kind.verb} in ${fact.place}`;
    const start = text.length;
    const at = start + (modifier ? modifier.length + 1 : 0);
    text += `${clause}${attributed ? `, ${fact.source} said` : " over the weekend"}.\n`;
    mentions.push({
      id: `${id}:n${i}`,
      span: [start, start + clause.length],
      text: clause,
      number: { text: number, span: [at, at + number.length] },
      value,
      unit: fact.kind.unit,
      modifier,
      subject: fact.kind.noun,
      predicate: fact.kind.predicate,
      place: fact.place,
      period: null,
      attributed_to: attributed ? fact.source : null,
      attributed_to_entity: null,
      in_headline: false,
    });
  });
  const quoted = random() < 0.5 ? said : said.split(" ").slice(0, 8).join(" ");
  const span: [number, number] = [text.length, text.length + quoted.length + 2];
  text += `“${quoted}”, said Ada Merrow.\n`;
  const quote: Quote = {
    id: `${id}:q0`,
    kind: "direct",
    span,
    text: `“${quoted}”`,
    speaker: "Ada Merrow",
    speaker_entity: null,
    speaker_mention: null,
    cue: null,
    via: null,
    flags: [],
  };
  const parent = id === root ? null : root;
  return {
    id,
    title: `Storm over Norvale, report ${id}`,
    text,
    facts: factsWith(id, mentions, [quote]),
    outlet: null,
    url: null,
    published_at: null,
    language: "en",
    wire_credit: null,
    copy: id,
    lineage: root,
    role: parent === null ? "original" : "rewrite",
    parent,
  };
}

function factsWith(id: string, numeric_mentions: NumericMention[], quotes: Quote[]): Facts {
  return {
    id,
    language: "en",
    title: null,
    title_span: null,
    dateline: null,
    byline: null,
    contributors: [],
    publication_date: null,
    event_date: null,
    event_date_evidence: null,
    wire_credit: null,
    wire_credit_evidence: null,
    wire_mentions: [],
    photo_credit: null,
    quotes,
    indirect_quotes: [],
    numeric_mentions,
    dates: [],
    entities: [],
    assertions: [],
  };
}

/** Reconciles stories of 5, 50 and 500 members; `of n log n` is the cost relative to the smallest story's, scaled by n log n: 1 or less is within it. */
export function benchReconcile(): Readonly<Record<string, string | number | null>>[] {
  const rows: Record<string, string | number | null>[] = [];
  let base: number | null = null;
  // A warm engine is compared with a warm engine.
  for (let i = 0; i < 3; i++) reconcileStory(inventStory(50, i));
  for (const members of [5, 50, 500]) {
    const story = inventStory(members);
    const repeats = Math.max(3, Math.round(1000 / members));
    const times: number[] = [];
    let claims = 0;
    for (let i = 0; i < repeats; i++) {
      const started = performance.now();
      claims = reconcileStory(story).claims.length;
      times.push(performance.now() - started);
    }
    const ms = mustAt(
      times.sort((a, b) => a - b),
      Math.floor(times.length / 2),
    );
    const perUnit = ms / (members * Math.log2(members));
    base ??= perUnit;
    rows.push({
      members,
      claims,
      "ms a story": Number(ms.toFixed(2)),
      "members/s": Math.round((1000 * members) / ms),
      "of n log n": Number((perUnit / base).toFixed(2)),
    });
  }
  return rows;
}
