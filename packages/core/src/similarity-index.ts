/**
 * The similarity index: which documents may be related to one, found through a bounded number of rare features.
 *
 * Rule for every writer: insert and commit first, then ask for candidates. Of two documents that arrive at the same time
 * at least one then sees the other; the other way round both can miss (10 % of edges lost with eight workers).
 */

/** A row of the index: this document has this feature, in this stretch of time. */
export interface Posting {
  /** 32-bit feature hash. */
  readonly key: number;
  /** How much the feature says about the document, 1 to 63. */
  readonly weight: number;
  /** Stretch of time the row is filed under; see `timeBucket`, `UNDATED`, `TIMELESS`. */
  readonly bucket: number;
}

/** Rows of documents without a date. */
export const UNDATED = -1_000_001;
/** Rows that relate documents whatever their dates: passages for copies, the strongest words for undated readers. */
export const TIMELESS = -1_000_002;

/** Width of a bucket. Reading a bucket and its two neighbours covers any two documents up to this far apart. */
export const BUCKET_DAYS = 3;

export function timeBucket(day: number | null): number {
  return day === null ? UNDATED : Math.floor(day / BUCKET_DAYS);
}

/** What is put into the index for a document, and what is read to find its candidates. */
export interface IndexEntry {
  readonly id: string;
  readonly postings: readonly Posting[];
}
export interface IndexQuery {
  readonly id: string;
  /** Rows to look for: `weight` is the asking document's. */
  readonly lookups: readonly Posting[];
}

/** A document that shares features, with the sum of the products of both weights. Best first; ties in a fixed order. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
}

/**
 * At most this many documents are read per row key: those whose id hashes lowest, so that which ones they are does not
 * depend on the order of arrival. A feature thousands of documents share then costs as much as one that fifty share.
 */
export const HOT_ROWS_MAX = 48;
/** Candidates handed back per document. */
export const CANDIDATES_MAX = 40;

export interface SimilarityIndex {
  /** Files documents, replacing what was filed under the same ids. Durable when it resolves. */
  insert(entries: readonly IndexEntry[]): Promise<void>;
  /** Candidates per query, in the order of the queries; a document is never its own candidate. */
  candidates(queries: readonly IndexQuery[], limit?: number): Promise<Candidate[][]>;
  /** Takes documents out. Answers how many were there. */
  remove(ids: readonly string[]): Promise<number>;
}

/** Order among the documents of one key, from the id alone (FNV-1a, mixed). */
export function rankOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}
