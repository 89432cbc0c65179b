import { z } from "zod";
import { Span } from "./span.ts";

/** A block of an article's body. `span` points into the decoded input (the page's HTML, or the plain text). */
export const Block = z.object({
  kind: z.enum(["paragraph", "heading", "list-item", "quote", "code", "table", "embed"]),
  text: z.string(),
  span: Span.nullable(),
});
export type Block = z.output<typeof Block>;

/** Something the cleaner cut, and why. `reason` is one of the stable words in `docs/removal-reasons.md`. */
export const Removal = z.object({ reason: z.string(), text: z.string(), span: Span.optional() });
export type Removal = z.output<typeof Removal>;

/** Where a metadata value came from: `source` names the signal, such as `json-ld:headline` or `meta:og:title`. */
export const MetadataEvidence = z.object({ field: z.string(), source: z.string(), value: z.string() });
export type MetadataEvidence = z.output<typeof MetadataEvidence>;

/**
 * A document's cleaned body and metadata. `text` is the blocks' texts joined by "\n"; the headline is `title` and no block.
 * Dates are ISO 8601, as precise as the page was, with the zone where it gave one.
 */
export const Article = z.object({
  title: z.string().nullable(),
  text: z.string(),
  blocks: z.array(Block),
  removed: z.array(Removal),
  byline: z.array(z.string()),
  published_at: z.string().nullable(),
  modified_at: z.string().nullable(),
  /** BCP 47 tag, as narrow as is known. */
  language: z.string().nullable(),
  site: z.string().nullable(),
  description: z.string().nullable(),
  canonical_url: z.string().nullable(),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  lead_image: z.string().nullable(),
  /** The agency the page credits for its text: AP, AFP, Reuters, dpa… */
  wire_credit: z.string().nullable(),
  photo_credit: z.string().nullable(),
  evidence: z.array(MetadataEvidence),
});
export type Article = z.output<typeof Article>;
