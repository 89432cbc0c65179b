import type { Article } from "./article.ts";
import type { Span } from "./span.ts";

/** What clean stores for a document, under `articleHash`. */
export interface CleanedDocument {
  readonly article: Article;
  /**
   * The text facts and their spans refer to: for a plain text the decoded input itself, untouched; for a page its title
   * and body, since spans into markup would be of no use to a reader.
   */
  readonly text: string;
  /** Stretches of `text` that are not the document's own words: boilerplate, other articles, appeals. */
  readonly excluded: readonly Span[];
}
