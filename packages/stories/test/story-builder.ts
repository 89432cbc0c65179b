import { Facts } from "@wirefold/core";
import type { ReconcileMember } from "../src/index.ts";

interface FigureGiven {
  /** The clause, as it stands in the text; the first occurrence is meant. */
  readonly clause: string;
  readonly number: string;
  readonly value?: number;
  readonly range?: readonly [number, number];
  readonly unit: string;
  readonly modifier?: string;
  readonly subject?: string;
  readonly predicate?: string;
  readonly place?: string;
  readonly period?: string;
  readonly by?: string;
  readonly headline?: boolean;
}

interface MemberGiven {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly lineage?: string;
  readonly parent?: string;
  readonly role?: ReconcileMember["role"];
  readonly wire?: string;
  readonly published?: string;
  readonly figures?: readonly FigureGiven[];
  readonly quotes?: readonly { readonly text: string; readonly speaker?: string }[];
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  readonly organisations?: readonly string[];
  readonly assertions?: readonly {
    readonly text: string;
    readonly subject: string;
    readonly predicate: string;
    readonly object?: string;
    readonly negated?: boolean;
  }[];
}

/** A member with facts whose spans are found in its text, so a fixture cannot drift from what it quotes. */
export function memberOf(given: MemberGiven): ReconcileMember {
  const { id, text } = given;
  const spanOf = (part: string, from = 0): [number, number] => {
    const start = text.indexOf(part, from);
    if (start < 0) throw new Error(`${id} does not hold "${part}"`);
    return [start, start + part.length];
  };
  const entities = (["person", "place", "organisation"] as const).flatMap((type) => {
    const names = { person: given.people, place: given.places, organisation: given.organisations }[type] ?? [];
    return names.map((name, i) => ({
      id: `${id}:${type}${i}`,
      type,
      canonical: name,
      role: null,
      mentions: [{ text: name, span: spanOf(name) }],
    }));
  });
  const facts = Facts.parse({
    id,
    language: "en",
    title: given.title ?? null,
    title_span: null,
    dateline: null,
    byline: null,
    contributors: [],
    publication_date: null,
    event_date: null,
    event_date_evidence: null,
    wire_credit: given.wire ?? null,
    wire_credit_evidence: null,
    wire_mentions: [],
    photo_credit: null,
    quotes: (given.quotes ?? []).map(({ text: said, speaker }, i) => ({
      id: `${id}:q${i}`,
      kind: "direct",
      span: spanOf(said),
      text: said,
      speaker: speaker ?? null,
      speaker_entity: null,
      speaker_mention: null,
      cue: null,
      via: null,
      flags: [],
    })),
    indirect_quotes: [],
    numeric_mentions: (given.figures ?? []).map((figure, i) => {
      const span = spanOf(figure.clause);
      return {
        id: `${id}:n${i}`,
        span,
        text: figure.clause,
        number: { text: figure.number, span: spanOf(figure.number, span[0]) },
        ...(figure.value === undefined ? {} : { value: figure.value }),
        ...(figure.range === undefined ? {} : { range: figure.range }),
        unit: figure.unit,
        modifier: figure.modifier ?? null,
        subject: figure.subject ?? null,
        predicate: figure.predicate ?? null,
        place: figure.place ?? null,
        period: figure.period ?? null,
        attributed_to: figure.by ?? null,
        attributed_to_entity: null,
        in_headline: figure.headline ?? false,
      };
    }),
    dates: [],
    entities,
    assertions: (given.assertions ?? []).map(({ text: words, subject, predicate, object, negated }, i) => ({
      id: `${id}:a${i}`,
      span: spanOf(words),
      text: words,
      subject,
      predicate,
      object: object ?? null,
      negated: negated ?? false,
      attributed_to: null,
      attributed_to_entity: null,
    })),
  });
  return {
    id,
    title: given.title ?? null,
    text,
    facts,
    outlet: null,
    url: null,
    published_at: given.published ?? null,
    language: "en",
    wire_credit: given.wire ?? null,
    copy: id,
    lineage: given.lineage ?? id,
    role: given.role ?? (given.parent ? "rewrite" : "original"),
    parent: given.parent ?? null,
  };
}
