import type { Article } from "@wirefold/core";

/** What the evidence of a page that stands where an article should says, before the kind of page. */
export const NO_ARTICLE_SOURCE = "no-article:";

/**
 * Why a document gave no text: `no-article` for a page that stands where an article should (a bot check, a missing page, a log-in,
 * consent), which may be fetched again; `no-text` for any other. Null when it gave one.
 */
export function whyNoArticle(article: Pick<Article, "text" | "evidence">): "no-article" | "no-text" | null {
  if (article.text !== "") return null;
  return article.evidence.some(({ source }) => source.startsWith(NO_ARTICLE_SOURCE)) ? "no-article" : "no-text";
}
