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

/**
 * What a record says of its document. `date` and `source` are other archives' words for `published_at` and `outlet`. What is
 * no text, or empty, says nothing.
 */
export function documentHintsOf(record: Readonly<Record<string, unknown>>): DocumentHints {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = record[name];
      if (typeof value === "string" && value !== "") return value;
    }
    return undefined;
  };
  const hints = {
    url: first("url"),
    outlet: first("outlet", "source"),
    title: first("title"),
    published_at: first("published_at", "date"),
  };
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined));
}

/** What the end of a file's name says of its content; null where it is left to the bytes. */
export function kindOfName(name: string): "html" | "text" | null {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["html", "htm", "xhtml"].includes(extension)) return "html";
  return ["txt", "md"].includes(extension) ? "text" : null;
}

/** A place to read documents from: `file:` or `http(s):`, or a byte range of a JSONL file. */
export const LocatorSubmitted = z.object({
  locatorId: z.string(),
  locator: z.string(),
  /** Byte range `[start, end)` of a line within a JSONL file. */
  range: z.tuple([z.number(), z.number()]).optional(),
  /** The document itself, where its submitter had it in hand: an item of a feed, a member of an archive. */
  record: z
    .object({
      bodyHash: z.string(),
      contentType: z.string().nullable(),
      kind: z.enum(["html", "text"]).nullable(),
      /** It is what a feed carries of the page at that address: a form of that page, not a version of it. */
      isItem: z.boolean().optional(),
    })
    .optional(),
  /** How many lists (an index of sitemaps, a sitemap) led to it. */
  depth: z.number().int().optional(),
  /** When the list that names it says it last changed: a copy from before is not good enough then. */
  changedAt: z.string().optional(),
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

/** What is known of a document apart from its text: what its submitter says, else what it says of itself. */
export const DocumentMetadata = z.object({
  title: z.string().nullable(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string().nullable(),
  wireCredit: z.string().nullable(),
});
export type DocumentMetadata = z.output<typeof DocumentMetadata>;

export const DocumentCleaned = DocumentFetched.extend({
  /** SHA-256 of the stored `CleanedDocument`. */
  articleHash: z.string(),
  ...DocumentMetadata.shape,
});
export type DocumentCleaned = z.output<typeof DocumentCleaned>;

export const DocumentCompared = DocumentCleaned.extend({ edges: z.number().int() });
export type DocumentCompared = z.output<typeof DocumentCompared>;

export const FactsExtracted = DocumentCompared.extend({ factsHash: z.string() });
export type FactsExtracted = z.output<typeof FactsExtracted>;

export const StoryReconciled = z.object({ documentId: DocumentId, storyId: z.string() });
export type StoryReconciled = z.output<typeof StoryReconciled>;
