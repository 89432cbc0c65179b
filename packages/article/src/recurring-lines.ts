/**
 * Learned boilerplate: lines that recur over the documents of one outlet (or feed) are furniture, whatever they say. The pure
 * part: fingerprints of lines, the port a worker's store implements, and a bounded store in memory.
 *
 * The store counts documents, not occurrences, keeps at most `linesMax` lines an outlet and forgets by rank, so that its answer
 * depends on the set of documents it saw and never on their order.
 */
import type { Article } from "@wirefold/core";
import { foldWords } from "./html/title-words.ts";

/** Whether a line's fingerprint recurs over documents of one outlet: yes or no, or the number of other documents that have it. */
export type RecurringLookup = (fingerprint: string) => boolean | number;

/** A line in this many other documents of the outlet is furniture: two may share a quotation, three seldom do. */
export const RECURRING_DOCUMENTS_MIN = 3;

export function isRecurring(lookup: RecurringLookup, fingerprint: string | undefined): boolean {
  if (fingerprint === undefined) return false;
  const answer = lookup(fingerprint);
  return typeof answer === "number" ? answer >= RECURRING_DOCUMENTS_MIN : answer;
}

/** Very short lines ("Yes.") recur in honest text. */
const FOLDED_CHARS_MIN = 8;

/**
 * The fingerprint of one line: 64 bits in hex over its words, case, digits' values, quotes and punctuation left out (a counter
 * or a date changes from day to day). Undefined for lines too short to mean anything.
 */
export function lineFingerprint(line: string): string | undefined {
  const folded = foldWords(line)
    .map((word) => (/^\p{N}/u.test(word) ? "0" : word))
    .join(" ");
  if (folded.length < FOLDED_CHARS_MIN || !/\p{L}/u.test(folded)) return undefined;
  // Two FNV-1a streams with different seeds over UTF-16 units.
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}

/** The distinct fingerprints of a document's lines: kept blocks, and removed ones when the whole article is given. */
export function lineFingerprints(document: Pick<Article, "blocks" | "removed"> | readonly { readonly text: string }[]): string[] {
  const lines = "blocks" in document ? [...document.blocks, ...document.removed] : document;
  const found = new Set<string>();
  for (const { text } of lines) {
    const fingerprint = lineFingerprint(text);
    if (fingerprint !== undefined) found.add(fingerprint);
  }
  return [...found];
}

/** The port behind which a worker keeps what it learned. `outlet` is any stable key: a host, a feed, a source. */
export interface RecurringLines {
  /** Adds one document's lines. Adding the same document again changes nothing. */
  record(outlet: string, documentId: string, fingerprints: readonly string[]): Promise<void>;
  /** How many documents of the outlet, other than `documentId`, have each line. Lines it does not know are left out. */
  count(outlet: string, documentId: string, fingerprints: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface MemoryRecurringLinesOptions {
  /** Lines kept per outlet. @default 50000 */
  readonly linesMax?: number;
  /** Documents remembered per line; more prove nothing more. @default 16 */
  readonly documentsPerLineMax?: number;
}

/**
 * {@link RecurringLines} in memory. Per line it keeps the smallest document hashes (a bottom-k sketch), so adding is
 * commutative and idempotent. Over `linesMax` it keeps the lines with the smallest hash of their own, again whatever the order:
 * a fixed random sample of the outlet's lines rather than the latest ones.
 */
export function createMemoryRecurringLines(options: MemoryRecurringLinesOptions = {}): RecurringLines {
  const linesMax = options.linesMax ?? 50_000;
  const documentsMax = options.documentsPerLineMax ?? 16;
  const outlets = new Map<string, Map<string, string[]>>();
  return {
    async record(outlet, documentId, fingerprints) {
      let lines = outlets.get(outlet);
      if (lines === undefined) {
        lines = new Map();
        outlets.set(outlet, lines);
      }
      const document = hashId(documentId);
      for (const fingerprint of new Set(fingerprints)) {
        const documents = lines.get(fingerprint);
        if (documents === undefined) lines.set(fingerprint, [document]);
        else if (!documents.includes(document)) {
          documents.push(document);
          documents.sort();
          if (documents.length > documentsMax) documents.pop();
        }
      }
      // Amortised: cut only when a tenth over.
      if (lines.size > linesMax * 1.1) trim(lines, linesMax);
    },
    async count(outlet, documentId, fingerprints) {
      const lines = outlets.get(outlet);
      const counts = new Map<string, number>();
      if (lines === undefined) return counts;
      if (lines.size > linesMax) trim(lines, linesMax);
      const own = hashId(documentId);
      for (const fingerprint of fingerprints) {
        const documents = lines.get(fingerprint);
        if (documents !== undefined) counts.set(fingerprint, documents.length - (documents.includes(own) ? 1 : 0));
      }
      return counts;
    },
  };
}

/** Fingerprints are uniform, so their own order is as good as random. */
function trim(lines: Map<string, string[]>, linesMax: number): void {
  const keys = [...lines.keys()].sort();
  for (const key of keys.slice(linesMax)) lines.delete(key);
}

function hashId(id: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0xcc9e2d51);
    b ^= b >>> 15;
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
