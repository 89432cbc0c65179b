export { decodeInput, type ExtractOptions, extractArticle } from "./extract-article.ts";
export { type ArticleLimits, ArticleTooLargeError, DEFAULT_LIMITS, NotTextError } from "./limits.ts";
export type { RecurringLookup } from "./recurring-lines.ts";
