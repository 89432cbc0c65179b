import {
  cutRecurringLines,
  decodeInput,
  documentLines,
  extractArticle,
  lineFingerprint,
  OWN_WORDS,
  siteOf,
  sniffKind,
} from "@wirefold/article";
import {
  type Article,
  type CleanedDocument,
  cleanedOf,
  type DocumentHints,
  type DocumentLines,
  type DocumentMetadata,
  type RecurringCounts,
  type Span,
  sitePartitionOf,
  storedCleaned,
} from "@wirefold/core";
import { toStorable } from "./to-storable.ts";

export { whyNoArticle } from "@wirefold/article";

/** A document as it came: what it is called, what was received, and what the submitter knows of it. */
export interface SourceDocument {
  readonly id: string;
  /** Bytes as received, or characters where they are decoded already. */
  readonly body: Uint8Array | string;
  /** @default told by `contentType`, else by the first characters */
  readonly kind?: "html" | "text" | null | undefined;
  /** The HTTP `Content-Type`. */
  readonly contentType?: string | null | undefined;
  readonly hints?: DocumentHints | undefined;
}

/** A document after the first half of cleaning: its article, before the lines that recur over its site are cut. */
export interface ReadDocument {
  readonly id: string;
  readonly hints: DocumentHints;
  readonly article: Article;
  readonly kind: "html" | "text";
  /** The characters of a plain text, which facts refer to. Empty for a page: nothing points into markup. */
  readonly plainText: string;
}

/**
 * The first half of cleaning: what the document is by itself. Its `article.text` is empty where it holds no article.
 *
 * @throws ArticleTooLargeError, NotTextError: such a document can never be read.
 */
export function readDocument({ id, body, kind: given, contentType, hints = {} }: SourceDocument): ReadDocument {
  const options = { contentType: contentType ?? undefined, url: hints.url };
  const decoded = decodeInput(body, options);
  const kind = given ?? sniffKind(decoded, options.contentType);
  const article = extractArticle(decoded, { ...options, kind });
  return { id, hints, article, kind, plainText: kind === "text" ? decoded : "" };
}

/** What a document tells of its site's recurring lines; null where no site is known or nothing is left of it. */
export function recurringLinesOf({ id, hints, article }: ReadDocument): DocumentLines | null {
  const site = article.text === "" ? null : siteOf(hints, article);
  return site === null
    ? null
    : { id, partition: sitePartitionOf(site, metadataOf(hints, article).publishedAt), ...documentLines(article) };
}

/** A cleaned document, and its JSON as it is stored, see core's `storedCleaned`: any store takes it. */
export interface Cleaned {
  readonly document: CleanedDocument;
  readonly json: string;
  readonly metadata: DocumentMetadata;
}

/** The second half of cleaning: cuts what recurs over the site, and settles the text that facts refer to. */
export function finishCleaning(read: ReadDocument, recurring?: RecurringCounts): Cleaned {
  const article =
    recurring === undefined ? read.article : cutRecurringLines(read.article, (fingerprint) => recurring.has(fingerprint));
  const given = withFactsText(article, read);
  const slim = storedCleaned(given);
  const { value, json } = toStorable(slim);
  const document = value === slim ? given : cleanedOf(value);
  return { document, json, metadata: metadataOf(read.hints, document.article) };
}

/** What is known of a document: what its submitter says, else what it says of itself. */
export function metadataOf(hints: DocumentHints, article: Article): DocumentMetadata {
  return {
    title: hints.title ?? article.title,
    url: article.canonical_url ?? hints.url ?? null,
    outlet: hints.outlet ?? article.site,
    publishedAt: hints.published_at ?? article.published_at,
    language: article.language,
    wireCredit: article.wire_credit,
  };
}

/**
 * The one place that says which text facts refer to. A plain text: the decoded input itself, so that a span points into what
 * was published; what was cut from it is `excluded`. A page: its title and body, since a span into markup is of no use to a
 * reader.
 */
function withFactsText(article: Article, { kind, plainText }: ReadDocument): CleanedDocument {
  if (kind === "html") {
    const { title, text } = article;
    return { article, text: title === null || text.startsWith(title) ? text : `${title}\n\n${text}`, excluded: [] };
  }
  const excluded = article.removed.flatMap(({ span, reason }): Span[] =>
    span === undefined || OWN_WORDS.has(reason) ? [] : [span],
  );
  return { article, text: plainText, excluded };
}

/**
 * What a trace shows of a cleaning: the removals by reason, each line with its reason, bounded; of a recurring one also over how
 * many unlike documents of the site it was found at the time.
 */
export function cleaningSummary(article: Article, recurring?: RecurringCounts): Record<string, unknown> {
  const removed = article.removed.slice(0, removalsShownMax).map(({ reason, text }) => {
    const documents = reason === "recurring-line" ? recurring?.get(lineFingerprint(text) ?? "") : undefined;
    return { reason, text: clip(text), ...(documents === undefined ? {} : { documents }) };
  });
  const more = article.removed.length - removed.length;
  return { kept: article.blocks.length, removed, ...(more > 0 ? { more } : {}) };
}

const removalsShownMax = 200;
const removalCharsMax = 200;

/** Never ends within a surrogate pair: the store takes no half of one. */
function clip(text: string): string {
  return text.length <= removalCharsMax ? text : `${text.slice(0, removalCharsMax - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
