import type { Article } from "@wirefold/core";
import { decodeBytes } from "./decode-bytes.ts";
import { extractFromHtml } from "./html/extract-from-html.ts";
import { type ArticleLimits, ArticleTooLargeError, DEFAULT_LIMITS } from "./limits.ts";
import { extractFromPlainText } from "./plain/extract-from-plain-text.ts";
import type { RecurringLookup } from "./recurring-lines.ts";
import { sniffKind } from "./sniff-kind.ts";

export interface ExtractOptions {
  /** Where the document came from; used to resolve links, never fetched. */
  readonly url?: string | undefined;
  /** The HTTP `Content-Type`, for its charset and its media type. */
  readonly contentType?: string | undefined;
  /** What the input is. @default sniffed from `contentType` and the first characters */
  readonly kind?: "html" | "text" | undefined;
  /** Says whether a line recurs over documents of the same outlet. @default nothing recurs */
  readonly recurring?: RecurringLookup | undefined;
  readonly limits?: Partial<ArticleLimits> | undefined;
}

/**
 * The article of a page or a plain text: its body without boilerplate, its metadata, and everything cut with the reason.
 *
 * Pure and synchronous; the same input gives the same article. A page without an article gives an article whose `text` is
 * empty. Throws {@link ArticleTooLargeError} and `NotTextError`; nothing else.
 *
 * @example
 * const article = extractArticle("<h1>Ferry back</h1><p>The ferry to Hollowmere sails again from Monday, the port said.</p>");
 * article.title; // "Ferry back"
 */
export function extractArticle(input: string | Uint8Array, options: ExtractOptions = {}): Article {
  const limits: ArticleLimits = { ...DEFAULT_LIMITS, ...options.limits };
  if (input.length > limits.inputMax) throw new ArticleTooLargeError(input.length, limits.inputMax);
  const text = decodeInput(input, options);
  const kind = options.kind ?? sniffKind(text, options.contentType);
  return kind === "html" ? extractFromHtml(text, options, limits) : extractFromPlainText(text, options, limits);
}

/** The characters every span of the article counts in. For a string it is the string itself. */
export function decodeInput(input: string | Uint8Array, options: Pick<ExtractOptions, "contentType" | "kind"> = {}): string {
  return typeof input === "string" ? input : decodeBytes(input, options.contentType).text;
}
