/**
 * Terminology, settled in docs/glossary.md and used exactly:
 * document: one article as one outlet published it, at one URL and version. Article: its cleaned body and metadata.
 * Copy cluster: documents with (nearly) the same text. Lineage: the family derived from one wire original.
 * Story: documents about the same event, and the record reconciled from them. Disposition: how a document left a stage.
 *
 * Records that leave a process (articles, facts, edges, story records) are named in snake_case, exactly as they stand
 * in JSONL; everything else is camelCase.
 */
export * from "./addresses.ts";
export * from "./article.ts";
export * from "./base64.ts";
export * from "./blobs.ts";
export * from "./cleaned-document.ts";
export * from "./collections.ts";
export * from "./errors.ts";
export * from "./events.ts";
export * from "./facts.ts";
export * from "./fault.ts";
export * from "./ids.ts";
export * from "./ledger.ts";
export * from "./outcome.ts";
export * from "./packaged-data.ts";
export * from "./pipeline.ts";
export * from "./recurring-lines.ts";
export * from "./similarity.ts";
export * from "./similarity-index.ts";
export * from "./sorting.ts";
export * from "./span.ts";
export * from "./stored-documents.ts";
export * from "./story.ts";
export * from "./typed-arrays.ts";
export * from "./work-queue.ts";
