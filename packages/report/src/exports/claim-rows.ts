import type { StoryRecord } from "@wirefold/core";
import type { ColumnType } from "./rows.ts";

/** One way one document puts one claim, with the claim's canonical value and its sources: a row of the claim table. */
export interface ClaimTableRow {
  readonly story: string;
  readonly claim: string;
  readonly statement: string;
  readonly value: number | null;
  readonly value_low: number | null;
  readonly value_high: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly attributed_to: string | null;
  readonly subject: string | null;
  readonly place: string | null;
  readonly period: string | null;
  readonly relation: string;
  readonly articles: number;
  readonly independent_sources: number;
  /** Lineages that share agency copy for this claim taken as one. */
  readonly independent_sources_strict: number;
  readonly lineages: string;
  readonly doc: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
  readonly lineage: string | null;
  readonly variant_value: number | null;
  readonly variant_low: number | null;
  readonly variant_high: number | null;
  readonly variant_modifier: string | null;
  readonly variant_attributed_to: string | null;
  readonly variant_relation: string;
  readonly mutations: string;
  readonly surface: string;
  readonly evidence_text: string;
  readonly evidence_start: number;
  readonly evidence_end: number;
  readonly evidence_hash: string;
}

/** Columns of the claim table, in order. Several words in one field are separated by "; ". */
export const CLAIM_COLUMNS: Readonly<Record<keyof ClaimTableRow, ColumnType>> = {
  story: "STRING",
  claim: "STRING",
  statement: "STRING",
  value: "DOUBLE",
  value_low: "DOUBLE",
  value_high: "DOUBLE",
  unit: "STRING",
  modifier: "STRING",
  attributed_to: "STRING",
  subject: "STRING",
  place: "STRING",
  period: "STRING",
  relation: "STRING",
  articles: "INT32",
  independent_sources: "INT32",
  independent_sources_strict: "INT32",
  lineages: "STRING",
  doc: "STRING",
  outlet: "STRING",
  url: "STRING",
  published_at: "STRING",
  lineage: "STRING",
  variant_value: "DOUBLE",
  variant_low: "DOUBLE",
  variant_high: "DOUBLE",
  variant_modifier: "STRING",
  variant_attributed_to: "STRING",
  variant_relation: "STRING",
  mutations: "STRING",
  surface: "STRING",
  evidence_text: "STRING",
  evidence_start: "INT32",
  evidence_end: "INT32",
  evidence_hash: "STRING",
};

/** Flattens story records to the rows of the claim table, lazily. */
export function* claimRows(records: Iterable<StoryRecord>): Generator<ClaimTableRow> {
  for (const record of records) {
    const members = new Map(record.members.map((member) => [member.id, member]));
    for (const claim of record.claims) {
      const { canonical } = claim;
      const single = typeof canonical.value === "number" ? canonical.value : null;
      const range = Array.isArray(canonical.value) ? canonical.value : null;
      for (const variant of claim.variants) {
        const member = members.get(variant.doc);
        yield {
          story: record.story,
          claim: claim.id,
          statement: claim.statement,
          value: single,
          value_low: range?.[0] ?? null,
          value_high: range?.[1] ?? null,
          unit: canonical.unit,
          modifier: canonical.modifier,
          attributed_to: canonical.attributed_to,
          subject: canonical.subject,
          place: canonical.place,
          period: canonical.period,
          relation: claim.relation,
          articles: claim.raw_article_count,
          independent_sources: claim.independent_sources,
          independent_sources_strict: claim.independent_if_shared_agency_copy_collapsed ?? claim.independent_sources,
          lineages: claim.lineages.join("; "),
          doc: variant.doc,
          outlet: member?.outlet ?? null,
          url: member?.url ?? null,
          published_at: member?.published_at ?? null,
          lineage: member?.lineage ?? null,
          variant_value: variant.value ?? null,
          variant_low: variant.range?.[0] ?? null,
          variant_high: variant.range?.[1] ?? null,
          variant_modifier: variant.modifier,
          variant_attributed_to: variant.attributed_to,
          variant_relation: variant.relation,
          mutations: variant.mutations.join("; "),
          surface: variant.surface,
          evidence_text: variant.evidence.text,
          evidence_start: variant.evidence.span[0],
          evidence_end: variant.evidence.span[1],
          evidence_hash: variant.evidence.hash,
        };
      }
    }
  }
}
