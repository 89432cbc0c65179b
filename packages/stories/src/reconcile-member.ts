import type { Edge, Facts, Override, Role, SharedPassage } from "@wirefold/core";

/**
 * One document of a story, as reconciliation reads it: the article's identity, the text every span of `facts`
 * refers to, and where grouping put it. Only `id` and `text` must hold something; the rest may be null.
 */
export interface ReconcileMember {
  readonly id: string;
  readonly title: string | null;
  /** The text the spans of `facts` refer to. */
  readonly text: string;
  /** Null when extraction gave nothing: the document is then listed as a member and supports no claim. */
  readonly facts: Facts | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** ISO 8601. */
  readonly published_at: string | null;
  readonly language: string | null;
  readonly wire_credit: string | null;
  readonly copy: string;
  readonly lineage: string;
  readonly role: Role;
  readonly parent: string | null;
  /** Share (0..1) of this document's words that stand in its parent, where grouping measured it. */
  readonly taken?: number | null;
  /** What it shares with its parent: `span_a` in this document, `span_b` in the parent. */
  readonly passages?: readonly SharedPassage[];
  /** How many passages it shares beyond those. @default none */
  readonly passagesLeftOut?: number;
  /** Edges of this document as grouping drew them; the shared passages of an edge serve where `passages` is absent. */
  readonly edges?: readonly Edge[];
}

export interface ReconcileOptions {
  /** The id of the story. @default the smallest member id */
  readonly story?: string;
  /** What editors have said of the story's figures. Those whose figures are gone are passed over. @default none */
  readonly overrides?: readonly Override[];
}
