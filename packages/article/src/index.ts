export { type Decoded, decodeBytes } from "./decode-bytes.ts";
export { explainHtml, explainTerminal, type TerminalOptions } from "./explain.ts";
export { decodeInput, type ExtractOptions, extractArticle } from "./extract-article.ts";
export { type ArticleLimits, ArticleTooLargeError, DEFAULT_LIMITS, NotTextError } from "./limits.ts";
export { OWN_WORDS, REMOVAL_REASONS, type RemovalReason } from "./reasons.ts";
export {
  createMemoryRecurringLines,
  lineFingerprint,
  lineFingerprints,
  type MemoryRecurringLinesOptions,
  RECURRING_DOCUMENTS_MIN,
  type RecurringLines,
  type RecurringLookup,
} from "./recurring-lines.ts";
export { sniffKind } from "./sniff-kind.ts";
