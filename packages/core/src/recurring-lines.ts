/**
 * Learned boilerplate: a line that recurs over unlike documents of one site is boilerplate, whatever it says. This is the port a
 * store of lines implements, and what all adapters decide alike.
 *
 * All that is answered is a function of the set of documents filed, never of their order. So a document filed later can change the
 * answer for one filed before; `learn` and `remove` name those documents, which then owe a new cleaning. As for the similarity index,
 * file and commit first, then ask: of two documents that arrive together at least one sees the other.
 */

/** What one document brings: the lines of its body that may turn out to be boilerplate, and what it is about. */
export interface DocumentLines {
  readonly id: string;
  /** Lines are compared within one partition: a site, and a stretch of time by the documents' own dates. See {@link sitePartitionOf}. */
  readonly partition: string;
  /** Fingerprints: 16 hexadecimal digits each, no two the same. */
  readonly lines: readonly string[];
  /** The smallest hashes of the words of its other lines (signed 32 bits, ascending), {@link SKETCH_WORDS} at most. */
  readonly words: readonly number[];
}

/** For each document asked about: which of its lines recur, and over how many unlike documents of the partition. */
export type RecurringCounts = ReadonlyMap<string, number>;

export interface Learned {
  /** In the order of the entries. */
  readonly recurring: readonly RecurringCounts[];
  /** Documents filed before, whose recurring lines are now others: they owe a new cleaning. Sorted. */
  readonly owing: readonly string[];
}

export interface RecurringLines {
  /** Files documents, replacing what was filed under the same ids, then asks about their lines. Durable when it resolves. */
  learn(entries: readonly DocumentLines[]): Promise<Learned>;
  /** Takes documents out. Answers those that owe a new cleaning for it, sorted. */
  remove(ids: readonly string[]): Promise<readonly string[]>;
}

/** What bounds a store. Which documents are left out follows from their ids and dates, never from when they came. */
export interface RecurringLinesLimits {
  /** Documents of one partition that lines are counted over: those of the lowest rank. */
  readonly documentsPerPartition: number;
  /** Documents remembered per line: those of the lowest rank. More would prove nothing more. */
  readonly documentsPerLine: number;
  /** Partitions in all: those of the latest half-years. What an older one taught before it fell is no longer asked for. */
  readonly partitions: number;
}

export const RECURRING_LINES_LIMITS: RecurringLinesLimits = {
  documentsPerPartition: 512,
  documentsPerLine: 16,
  partitions: 20_000,
};

/** A line in so many documents that are unlike each other is boilerplate: two may share a quotation, four seldom do. */
export const RECURRING_DOCUMENTS_MIN = 4;

/** Words kept of a document. At 64 the similarity of two unrelated ones is told within .04. */
export const SKETCH_WORDS = 64;

/**
 * From this share of words in common on, two documents may tell the same story, and the lines they share prove nothing. Of copies
 * 99 %, of rewrites 95 % and of two outlets' reports of one event 65 % share as much; of unrelated news 1 to 4 %.
 */
export const SIMILAR_MIN = 0.12;

/** A site and a half-year: `2024-1 courier.example`. Boilerplate changes with a site's design, and old partitions can be let go. */
export function sitePartitionOf(site: string, publishedAt: string | null): string {
  const date = publishedAt === null ? null : /^(\d{4})(?:-(\d\d))?/.exec(publishedAt);
  return date === null ? `0000-0 ${site}` : `${date[1]}-${Number(date[2] ?? 1) <= 6 ? 1 : 2} ${site}`;
}

/** Order among the documents of a partition, from the id alone: 52 bits, so that it stands for the document. */
export function lineRankOf(id: string): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0xcc9e2d51);
    b ^= b >>> 15;
  }
  return (mixed(a) >>> 0) * 2 ** 20 + (mixed(b) >>> 12);
}

function mixed(hash: number): number {
  let out = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  out = Math.imul(out ^ (out >>> 13), 0xc2b2ae35);
  return out ^ (out >>> 16);
}

/** The share of words two documents have in common (Jaccard), estimated from their sketches (Broder 1997). */
export function sketchSimilarity(a: readonly number[], b: readonly number[]): number {
  let i = 0;
  let j = 0;
  let both = 0;
  let union = 0;
  while (union < SKETCH_WORDS && (i < a.length || j < b.length)) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) both++;
    if (left <= right) i++;
    if (right <= left) j++;
    union++;
  }
  return union === 0 ? 1 : both / union;
}

/**
 * How many of these documents, given in the order of their ranks, are unlike each other: each is counted that is unlike all counted
 * before it. A story's copies and rewrites count once, however many there are.
 */
export function countUnlike(sketches: readonly (readonly number[])[]): number {
  const counted: (readonly number[])[] = [];
  for (const words of sketches) {
    if (words.length > 0 && counted.every((other) => sketchSimilarity(words, other) < SIMILAR_MIN)) counted.push(words);
  }
  return counted.length;
}
