import { z } from "zod";
import { Span } from "./span.ts";

/** A passage two documents share, with where it stands in each (UTF-16 units of each document's text). */
export const SharedPassage = z.object({ text: z.string(), span_a: Span, span_b: Span });
export type SharedPassage = z.output<typeof SharedPassage>;

export const EdgeKind = z.enum(["copy", "rewrite", "same-event"]);
export type EdgeKind = z.output<typeof EdgeKind>;

/** Why an edge was drawn. Measures are shares in 0..1, but for what grouping reads of the two ends: `day_a` and `day_b`, days
 * since 1970 they were published, and `text_a` and `text_b`, 32 bits of their texts' hashes. */
export const EdgeEvidence = z.object({
  measures: z.record(z.string(), z.number()),
  passages: z.array(SharedPassage),
  /** Names, figures and quotations both documents hold. */
  shared: z
    .object({ names: z.array(z.string()), figures: z.array(z.string()), quotes: z.array(z.string()) })
    .partial()
    .optional(),
});
export type EdgeEvidence = z.output<typeof EdgeEvidence>;

/**
 * How two documents are related: a pure function of the two. `a < b` as strings, so a pair has one edge.
 * `direction` says which was derived from which, where it can be told.
 */
export const Edge = z.object({
  a: z.string(),
  b: z.string(),
  kind: EdgeKind,
  direction: z.enum(["a-from-b", "b-from-a"]).nullable(),
  score: z.number().min(0).max(1),
  evidence: EdgeEvidence,
});
export type Edge = z.output<typeof Edge>;

/**
 * What a document is within its lineage. `related`: an opinion, an analysis or an explainer on a story's event, and no report of it.
 * `single`: nothing else is related to it.
 */
export const Role = z.enum(["original", "copy", "rewrite", "independent", "related", "single"]);
export type Role = z.output<typeof Role>;

/** Where a document ended. A cluster's id is its smallest member id, so it does not depend on arrival order. */
export const GroupAssignment = z.object({
  id: z.string(),
  copy: z.string(),
  lineage: z.string(),
  story: z.string(),
  role: Role,
  /** The document this one was derived from, where it can be told. */
  parent: z.string().nullable(),
});
export type GroupAssignment = z.output<typeof GroupAssignment>;

/**
 * What became of a cluster when a document came or went: what downstream stages follow. `from` holds the clusters its
 * members stood in before. `formed`: all members are new. `joined`: it grew. `merged`: several became one. `split`: it is a
 * part of one that broke up. `left`: members went. `ended`:
 * no member is left.
 */
export const GroupingChange = z.object({
  level: z.enum(["copy", "lineage", "story"]),
  kind: z.enum(["formed", "joined", "merged", "split", "left", "ended"]),
  cluster: z.string(),
  members: z.array(z.string()),
  from: z.array(z.string()),
});
export type GroupingChange = z.output<typeof GroupingChange>;

/** What grouping reads of a document. */
export interface GroupInput {
  readonly id: string;
  readonly title?: string | null;
  readonly text: string;
  /** ISO 8601. */
  readonly published_at?: string | null;
  readonly outlet?: string | null;
  readonly language?: string | null;
  readonly wire_credit?: string | null;
}
