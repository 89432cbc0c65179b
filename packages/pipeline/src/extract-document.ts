import type { Article, CleanedDocument, DocumentMetadata, Facts } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";

/** What fact extraction reads of a cleaned document. */
export type ExtractableDocument = Pick<CleanedDocument, "text" | "excluded"> & { readonly article: Pick<Article, "byline"> };

/** The facts of a cleaned document, and what is known of it now: a wire credit may stand in the text alone. */
export function extractDocument(
  id: string,
  metadata: DocumentMetadata,
  { article, text, excluded }: ExtractableDocument,
): { readonly facts: Facts; readonly metadata: DocumentMetadata } {
  const { title, publishedAt, language, wireCredit } = metadata;
  const facts = extractFacts({
    id,
    title,
    text,
    published_at: publishedAt,
    language,
    byline: article.byline,
    wire_credit: wireCredit,
    excluded,
  });
  return { facts, metadata: { ...metadata, wireCredit: wireCredit ?? facts.wire_credit } };
}
