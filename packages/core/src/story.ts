import { z } from "zod";
import { Role, SharedPassage } from "./similarity.ts";
import { Span } from "./span.ts";

/** Points at the characters that carry a value. `hash` is the SHA-256 of the text the span slices. */
export const Evidence = z.object({ doc: z.string(), span: Span, text: z.string(), hash: z.string() });
export type Evidence = z.output<typeof Evidence>;

export const ClaimVariant = z.object({
  mention: z.string(),
  doc: z.string(),
  surface: z.string(),
  evidence: Evidence,
  value: z.number().optional(),
  range: z.tuple([z.number(), z.number()]).readonly().optional(),
  modifier: z.string().nullable(),
  attributed_to: z.string().nullable(),
  /** agrees, rounds, bounds, loses-precision or contradicts the canonical value. */
  relation: z.enum(["agrees", "rounds", "bounds", "loses-precision", "contradicts"]),
  mutations: z.array(z.string()),
  /** The value no longer holds: its document says so, or a later report gives a higher toll. Absent where it holds. */
  superseded: z.boolean().optional(),
});
export type ClaimVariant = z.output<typeof ClaimVariant>;

/** One proposition as every article that carries it puts it. */
export const Claim = z.object({
  id: z.string(),
  statement: z.string(),
  canonical: z.object({
    value: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable(),
    unit: z.string().nullable(),
    modifier: z.string().nullable(),
    attributed_to: z.string().nullable(),
    subject: z.string().nullable(),
    place: z.string().nullable(),
    period: z.string().nullable(),
    /** The document the canonical value was taken from. */
    from: z.string(),
    why: z.string(),
  }),
  relation: z.string(),
  docs: z.array(z.string()),
  raw_article_count: z.number().int(),
  lineages: z.array(z.string()),
  /** Lineages, never articles. The lenient count; the strict one follows. */
  independent_sources: z.number().int(),
  /** The count when lineages that share agency copy for this claim are taken as one. Absent where it is the same. */
  independent_if_shared_agency_copy_collapsed: z.number().int().optional(),
  independent_because: z.array(z.object({ lineage: z.string(), docs: z.array(z.string()), why: z.string() })),
  origins: z.array(z.string()),
  /** Every article tells it as what may be or is expected. Absent where one tells it as a fact. */
  awaited: z.boolean().optional(),
  related: z.array(z.object({ claim: z.string(), relation: z.string(), note: z.string().optional() })),
  variants: z.array(ClaimVariant),
  /** The ids of the numeric mentions it was made from. */
  mentions: z.array(z.string()),
});
export type Claim = z.output<typeof Claim>;

export const WordDifference = z.object({ op: z.enum(["same", "removed", "added"]), text: z.string() });
export const QuoteGroupMember = z.object({
  /** The quote's id; null for words that lost their marks, which carry `doc` and `evidence` alone. */
  quote: z.string().nullable(),
  doc: z.string(),
  surface: z.string(),
  evidence: Evidence,
  kind: z.enum(["original", "verbatim", "fragment", "fullest", "translation-variant", "distorted", "demoted-to-indirect"]),
  differences: z.array(WordDifference),
});
export const QuoteGroup = z.object({
  id: z.string(),
  speaker: z.string().nullable(),
  canonical: z.string(),
  members: z.array(QuoteGroupMember),
});
export type QuoteGroup = z.output<typeof QuoteGroup>;

export const Proposition = z.object({
  id: z.string(),
  statement: z.string(),
  relation: z.string(),
  attributed_to: z.string().nullable(),
  docs: z.array(z.string()),
  lineages: z.array(z.string()),
  independent_sources: z.number().int(),
  conflict_kind: z.string().optional(),
  mentions: z.array(z.object({ doc: z.string(), kind: z.string(), evidence: Evidence, agent: z.string().nullable() })),
});
export type Proposition = z.output<typeof Proposition>;

/** What a rewrite changed against its original. Severity 1 (cosmetic) to 5 (changes the meaning). */
export const Mutation = z.object({
  doc: z.string(),
  against: z.string(),
  kind: z.string(),
  severity: z.number().int().min(1).max(5),
  before: Evidence.nullable(),
  after: Evidence.nullable(),
  note: z.string(),
});
export type Mutation = z.output<typeof Mutation>;

export const StoryMember = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  published_at: z.string().nullable(),
  language: z.string().nullable(),
  wire_credit: z.string().nullable(),
  role: Role,
  copy: z.string(),
  lineage: z.string(),
  parent: z.string().nullable(),
  /** Share (0..1) of this member's words that stand in its parent. Null for a root. */
  taken: z.number().nullable(),
  passages: z.array(SharedPassage),
  /** Passages it shares with its parent beyond the most that are shown. Absent where all are. */
  passages_left_out: z.number().int().optional(),
});
export type StoryMember = z.output<typeof StoryMember>;

export const Conflict = z.object({
  id: z.string(),
  kind: z.string(),
  statement: z.string(),
  about: z.array(z.string()),
  sides: z.array(z.object({ value: z.string(), docs: z.array(z.string()), evidence: z.array(Evidence) })),
});
export type Conflict = z.output<typeof Conflict>;

/** Two claims that may be one in conflict: alike enough to look at, not sure enough to say so. */
export const PossibleConflict = z.object({
  id: z.string(),
  statement: z.string(),
  /** The two claims. */
  about: z.array(z.string()),
  sides: Conflict.shape.sides,
});
export type PossibleConflict = z.output<typeof PossibleConflict>;

/** A value that grew or was corrected: its steps in order of time, the one that holds last. */
export const StoryUpdate = z.object({
  claim: z.string(),
  statement: z.string(),
  steps: z.array(
    z.object({ value: z.string(), at: z.string().nullable(), docs: z.array(z.string()), evidence: z.array(Evidence) }),
  ),
});
export type StoryUpdate = z.output<typeof StoryUpdate>;

/** A figure as an editor points at it: `span` and `text` are the number's. */
export const OverrideTarget = z.object({ doc: z.string(), span: Span, text: z.string() });
export type OverrideTarget = z.output<typeof OverrideTarget>;

/** What an editor says of two figures: they do not count the same. Kept with who, when and why; every new record honours it. */
export const Override = z.object({
  kind: z.literal("not-same"),
  a: OverrideTarget,
  b: OverrideTarget,
  who: z.string(),
  why: z.string(),
  /** ISO 8601. */
  at: z.string(),
});
export type Override = z.output<typeof Override>;

/** The record of a story: a pure function of its members, so the same members give the same bytes. */
export const StoryRecord = z.object({
  schema: z.literal("wirefold.story/1"),
  story: z.string(),
  headline: z.string().nullable(),
  summary: z.array(z.object({ text: z.string(), evidence: Evidence, independent_sources: z.number().int() })),
  event_date: z.string().nullable(),
  members: z.array(StoryMember),
  /** Documents of the story beyond the most that a record is made of. Absent where it is made of all. */
  members_left_out: z.number().int().optional(),
  timeline: z.array(z.object({ at: z.string().nullable(), doc: z.string(), what: z.string() })),
  claims: z.array(Claim),
  quote_groups: z.array(QuoteGroup),
  propositions: z.array(Proposition),
  conflicts: z.array(Conflict),
  /** Absent in records written before they were told apart from conflicts, as are `updates` and `overrides`. */
  possible_conflicts: z.array(PossibleConflict).optional(),
  updates: z.array(StoryUpdate).optional(),
  /** The overrides that this record honours. */
  overrides: z.array(Override).optional(),
  mutations: z.array(Mutation),
  names: z.array(
    z.object({
      canonical: z.string(),
      type: z.string(),
      variants: z.array(z.object({ text: z.string(), docs: z.array(z.string()) })),
    }),
  ),
  lineage: z.object({
    clusters: z.array(z.object({ id: z.string(), name: z.string().nullable(), docs: z.array(z.string()), root: z.string() })),
    pairs: z.object({
      derived: z.array(z.tuple([z.string(), z.string()])),
      partial_shared_agency_copy: z.array(z.tuple([z.string(), z.string()])),
    }),
    policy: z.string(),
  }),
});
export type StoryRecord = z.output<typeof StoryRecord>;

/** Input and output of `fuseClaims`: what many sources say of one property of one object. */
/** Longest name or value in a table of claims, in UTF-16 units. What is longer is a text, not a value, and is refused. */
const CLAIM_TEXT_MAX = 4096;
const ClaimText = z.string().max(CLAIM_TEXT_MAX);
export const ClaimRow = z.object({
  object: ClaimText,
  property: ClaimText,
  multi: z.boolean().optional(),
  claims: z.array(z.object({ source: ClaimText, value: z.union([ClaimText, z.number()]).transform(String) })),
});
export type ClaimRow = z.output<typeof ClaimRow>;
export const Fused = z.object({
  object: z.string(),
  property: z.string(),
  value: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  sources: z.array(z.object({ source: z.string(), agrees: z.boolean() })),
  /** What speaks for the value and against it. */
  why: z.object({
    /** In one sentence. */
    text: z.string(),
    /** How the property's values were read: as clock times, numbers, dates, lists of names or names of things. */
    read_as: z.string(),
    /** Claims of the value, and how many independent voices they count as once likely copies share one. */
    claims: z.number(),
    voices: z.number(),
    /** Claims that say nothing ("not available"). */
    says_nothing: z.number(),
    /** The other values, likeliest first. `broader`: it says less than the value and does not contradict it. */
    others: z.array(
      z.object({ value: z.string(), confidence: z.number(), claims: z.number(), voices: z.number(), broader: z.boolean() }),
    ),
    others_left_out: z.number(),
  }),
  /** Likely copies among the sources, and the source each is named after. */
  copied_from: z.record(z.string(), z.string()).optional(),
});
export type Fused = z.output<typeof Fused>;

/** Which documents stand in a story. */
export interface StoryMembership {
  readonly story: string;
  readonly members: readonly string[];
}

/** Something that happened to a story when documents came or went. A value only: who publishes it adds the time. */
export interface StoryChange {
  readonly story: string;
  readonly kind: "created" | "updated" | "merged" | "split" | "removed";
  readonly detail: Record<string, unknown>;
}

/** A record that was written, and the one it took the place of. */
export interface RecordChange {
  readonly before: StoryRecord | null;
  readonly after: StoryRecord;
}
