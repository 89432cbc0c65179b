import type { Article, DocumentMetadata, GroupInput } from "@wirefold/core";

/** What comparing and grouping read of a cleaned document. */
export function groupInputOf(
  id: string,
  { title, publishedAt, outlet, language, wireCredit }: DocumentMetadata,
  { article }: { readonly article: Pick<Article, "text"> },
): GroupInput {
  return { id, title, text: article.text, published_at: publishedAt, outlet, language, wire_credit: wireCredit };
}
