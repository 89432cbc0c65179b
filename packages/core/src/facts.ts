import { z } from "zod";
import { Span, SpannedText } from "./span.ts";

/** A stretch of reported words. One quotation mark pair is one quote; `span` includes the marks. */
export const Quote = z.object({
  id: z.string(),
  kind: z.enum(["direct", "mixed", "indirect"]),
  span: Span,
  text: z.string(),
  /** The resolved name ("Ana Duarte"), a description when the article never names them, or null. */
  speaker: z.string().nullable(),
  speaker_entity: z.string().nullable(),
  speaker_mention: SpannedText.nullable(),
  cue: SpannedText.nullable(),
  /** Through whom the words reached the article ("told The Associated Press"). */
  via: z.string().nullable(),
  flags: z.array(z.string()),
});
export type Quote = z.output<typeof Quote>;

/** A figure: `value`, or `range` as [low, high]. `unit` is singular and plain: person, kilometer, percent, USD, person/day. */
export const NumericMention = z.object({
  id: z.string(),
  /** The clause the figure stands in. */
  span: Span,
  text: z.string(),
  number: SpannedText,
  value: z.number().optional(),
  range: z.tuple([z.number(), z.number()]).readonly().optional(),
  unit: z.string().nullable(),
  /** Which way it points, where the words round it tell: equal numbers of opposite polarity do not agree. */
  polarity: z.enum(["up", "down", "profit", "loss", "for", "against", "in", "out", "won", "lost"]).optional(),
  /** How much something changed ("rose by 12"), or what it came to ("to 47"). */
  aspect: z.enum(["change", "level"]).optional(),
  /** The clause denies it: "did not reach 40". */
  negated: z.literal(true).optional(),
  /** As written: "over", "nearly", "more than", "about", "estimated"… */
  modifier: z.string().nullable(),
  subject: z.string().nullable(),
  /** The verb the figure is the subject or object of, as a base form where known: "enter", "flee", "kill". */
  predicate: z.string().nullable(),
  place: z.string().nullable(),
  /** ISO 8601 date or interval the figure covers. */
  period: z.string().nullable(),
  attributed_to: z.string().nullable(),
  attributed_to_entity: z.string().nullable(),
  in_headline: z.boolean(),
});
export type NumericMention = z.output<typeof NumericMention>;

/** `iso` is an ISO 8601 date, date-time or interval; `resolved_against` the date a relative one was counted from. */
export const DateMention = z.object({
  id: z.string(),
  span: Span,
  text: z.string(),
  iso: z.string().nullable(),
  resolved_against: z.string().nullable(),
});
export type DateMention = z.output<typeof DateMention>;

export const EntityType = z.enum(["person", "organisation", "place", "other"]);
export type EntityType = z.output<typeof EntityType>;
export const Entity = z.object({
  id: z.string(),
  type: EntityType,
  canonical: z.string(),
  role: z.string().nullable(),
  mentions: z.array(SpannedText),
});
export type Entity = z.output<typeof Entity>;

/** A checkable assertion that need not hold a figure: who did what to whom. */
export const Assertion = z.object({
  id: z.string(),
  span: Span,
  text: z.string(),
  subject: z.string().nullable(),
  predicate: z.string(),
  object: z.string().nullable(),
  negated: z.boolean(),
  attributed_to: z.string().nullable(),
  attributed_to_entity: z.string().nullable(),
});
export type Assertion = z.output<typeof Assertion>;

/** The checkable content of one document. Every span is in UTF-16 units of the text facts were read from. */
export const Facts = z.object({
  id: z.string(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  title_span: Span.nullable(),
  dateline: z.string().nullable(),
  byline: z.string().nullable(),
  contributors: z.array(z.string()),
  publication_date: z.string().nullable(),
  event_date: z.string().nullable(),
  event_date_evidence: SpannedText.nullable(),
  wire_credit: z.string().nullable(),
  wire_credit_evidence: SpannedText.nullable(),
  /** Agencies named in the text; a mention is not a credit. */
  wire_mentions: z.array(z.string()),
  photo_credit: z.string().nullable(),
  quotes: z.array(Quote),
  indirect_quotes: z.array(Quote),
  /** What the document holds beyond the most that is recorded of one document. Absent where all is recorded. */
  left_out: z
    .object({
      quotes: z.number(),
      indirect_quotes: z.number(),
      figures: z.number().optional(),
      dates: z.number().optional(),
      assertions: z.number().optional(),
    })
    .optional(),
  numeric_mentions: z.array(NumericMention),
  dates: z.array(DateMention),
  entities: z.array(Entity),
  assertions: z.array(Assertion),
});
export type Facts = z.output<typeof Facts>;

/** What fact extraction reads. `text` is the text spans refer to; `excluded` are its parts that are not the document's own words. */
export interface FactsInput {
  readonly id: string;
  readonly title?: string | null;
  readonly text: string;
  readonly published_at?: string | null;
  readonly language?: string | null;
  readonly byline?: readonly string[];
  readonly wire_credit?: string | null;
  readonly excluded?: readonly Span[];
}
