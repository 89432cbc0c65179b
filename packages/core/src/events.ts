import { z } from "zod";
import { DocumentId } from "./ids.ts";

/**
 * Events carry ids, hashes and small metadata, never bodies: a body lies in the blob store under its hash. Each event
 * extends the one before, so a stage reads all it needs of a document's past from its input alone.
 */

/** What the submitter knows of a document that its bytes may not say. */
export const DocumentHints = z.object({
  url: z.string().optional(),
  outlet: z.string().optional(),
  title: z.string().optional(),
  published_at: z.string().optional(),
  content_type: z.string().optional(),
});
export type DocumentHints = z.output<typeof DocumentHints>;

/** A place to read documents from: `file:` or `http(s):`, or a byte range of a JSONL file. */
export const LocatorSubmitted = z.object({
  locatorId: z.string(),
  locator: z.string(),
  /** Byte range `[start, end)` of a line within a JSONL file. */
  range: z.tuple([z.number(), z.number()]).optional(),
  hints: DocumentHints,
});
export type LocatorSubmitted = z.output<typeof LocatorSubmitted>;

export const DocumentFetched = z.object({
  documentId: DocumentId,
  locator: z.string(),
  /** SHA-256 of the body as received, its name in the blob store. */
  bodyHash: z.string(),
  contentType: z.string().nullable(),
  kind: z.enum(["html", "text"]).nullable(),
  hints: DocumentHints,
});
export type DocumentFetched = z.output<typeof DocumentFetched>;

export const DocumentCleaned = DocumentFetched.extend({
  /** SHA-256 of the stored `CleanedDocument`. */
  articleHash: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string().nullable(),
  wireCredit: z.string().nullable(),
});
export type DocumentCleaned = z.output<typeof DocumentCleaned>;

export const DocumentCompared = DocumentCleaned.extend({ edges: z.number().int() });
export type DocumentCompared = z.output<typeof DocumentCompared>;

export const FactsExtracted = DocumentCompared.extend({ factsHash: z.string() });
export type FactsExtracted = z.output<typeof FactsExtracted>;

export const StoryReconciled = z.object({ documentId: DocumentId, storyId: z.string() });
export type StoryReconciled = z.output<typeof StoryReconciled>;
