import { readFileSync } from "node:fs";
import type { GroupInput } from "@wirefold/core";
import { mustAt } from "@wirefold/core";
import { compareDocuments } from "../compare.ts";
import { featuresOf } from "../features.ts";
import { groupDocuments } from "../group-documents.ts";
import { MemorySimilarityIndex } from "../memory-index.ts";
import { lookupsOf, postingsOf } from "../postings.ts";
import type { PreparedDocument } from "../prepared-document.ts";
import { prepareDocument } from "../prepared-document.ts";
import { minHashPairs, tfIdfPairs } from "./baselines.ts";
import { syntheticNews } from "./synthetic-news.ts";

export interface BenchGroupOptions {
  /** JSONL of {id, title?, text, published_at?} to measure on. @default 2,000 synthetic documents of 740 words */
  readonly docsFile?: string;
  /** Corpus sizes for the cost per document. @default [10000, 100000, 1000000] */
  readonly sizes?: readonly number[];
  /** Called with each row as it is measured. */
  readonly onRow?: (row: BenchRow) => void;
}

export interface BenchRow {
  readonly name: string;
  readonly documents: number;
  /** Words a document, mean. */
  readonly words: number;
  /** Documents per second of processor time, one thread. */
  readonly docs_per_second: number;
  readonly ms_per_document: number;
  readonly index_bytes_per_document: number | null;
  readonly note: string;
}

/** Processor seconds since `from`: other work on the machine does not count. */
function cpuSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Views kept while a large corpus passes, as a worker keeps them. */
const PREPARED_MAX = 3000;
/** Documents measured at the end of each size, once the index holds the rest. */
const PROBE = 2000;
/** The cost is the median over parts this long: a neighbour that empties the caches for a second does not count. */
const PROBE_PART = 200;
/**
 * Words of the documents that fill the index before the measured ones. They take as many rows as longer ones, and a
 * million of them are made in minutes.
 */
const FILL_WORDS = 160;

/** Grouping measured: everything, the baselines, and the cost per document as the corpus grows. */
export async function benchGroup(options: BenchGroupOptions = {}): Promise<BenchRow[]> {
  const { docsFile, sizes = [10_000, 100_000, 1_000_000], onRow } = options;
  const docs = docsFile === undefined ? [...syntheticNews(2000)] : readDocs(docsFile);
  const words = docs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) / Math.max(1, docs.length);
  const rows: BenchRow[] = [];
  const add = (name: string, documents: number, seconds: number, bytes: number | null, note: string): void => {
    const row: BenchRow = {
      name,
      documents,
      words: Math.round(words),
      docs_per_second: Math.round(documents / seconds),
      ms_per_document: Math.round((seconds / documents) * 1e6) / 1000,
      index_bytes_per_document: bytes === null ? null : Math.round(bytes / documents),
      note,
    };
    rows.push(row);
    onRow?.(row);
  };
  const timed = <T>(body: () => T): [seconds: number, answer: T] => {
    const from = process.cpuUsage();
    const answer = body();
    return [cpuSince(from), answer];
  };

  groupDocuments(docs.slice(0, 300)); // warm
  const [grouping, { edges }] = timed(() => groupDocuments(docs, { passages: false }));
  add("wirefold", docs.length, grouping, null, `features, index, ${edges.length} edges, groups`);
  const [shown] = timed(() => groupDocuments(docs));
  add("wirefold, with passages", docs.length, shown, null, "the same, and every edge's passages side by side");
  const [features] = timed(() => docs.map(featuresOf).length);
  add("wirefold, features alone", docs.length, features, null, "what a worker does once per document");
  const index = new MemorySimilarityIndex();
  const [indexed] = timed(() => {
    for (const doc of docs) index.insertOne(doc.id, postingsOf(prepareDocument(featuresOf(doc))));
  });
  add("wirefold, features and index", docs.length, indexed, index.bytes, "the same, and filed in the index");
  const texts = docs.map(({ text }) => text);
  const [minHash, minHashCount] = timed(() => minHashPairs(texts));
  add("plain MinHash", docs.length, minHash, null, `128 permutations of 5-word shingles, ${minHashCount} pairs`);
  const [tfIdf, tfIdfCount] = timed(() => tfIdfPairs(texts));
  add("plain TF-IDF nearest", docs.length, tfIdf, null, `inverted lists, ${tfIdfCount} documents with one`);

  for (const size of sizes) await benchSize(size, add);
  return rows;
}

/** Fills an index with `size` documents, measuring the last ones: what one more costs in a corpus of this size. */
async function benchSize(
  size: number,
  add: (name: string, documents: number, seconds: number, bytes: number | null, note: string) => void,
): Promise<void> {
  const index = new MemorySimilarityIndex();
  const preparedDocuments = new Map<string, PreparedDocument>();
  let edges = 0;
  const relate = (doc: GroupInput): void => {
    const prepared = prepareDocument(featuresOf(doc));
    preparedDocuments.set(doc.id, prepared);
    if (preparedDocuments.size > PREPARED_MAX) {
      const [oldest] = preparedDocuments.keys();
      if (oldest !== undefined) preparedDocuments.delete(oldest);
    }
    index.insertOne(doc.id, postingsOf(prepared));
    for (const candidate of index.candidatesOf(doc.id, lookupsOf(prepared))) {
      const other = preparedDocuments.get(candidate.id);
      if (other !== undefined && compareDocuments(prepared, other) !== null) edges++;
    }
  };
  const full = Math.min(size, PREPARED_MAX + PROBE);
  let lastDay = 0;
  let made = 0;
  for (const doc of syntheticNews(size - full, { seed: 3, words: FILL_WORDS })) {
    // Only the index need know the far past.
    index.insertOne(doc.id, postingsOf(prepareDocument(featuresOf(doc))));
    if (++made % 10_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    lastDay = Math.floor(Date.parse(doc.published_at ?? "") / 86_400_000);
  }
  const firstDay = lastDay === 0 ? 0 : lastDay - Date.UTC(2030, 0, 1) / 86_400_000;
  const probe: GroupInput[] = [];
  for (const doc of syntheticNews(full, { seed: 4, firstDay, firstNumber: made })) {
    if (made++ < size - PROBE) relate(doc);
    else probe.push(doc);
  }
  edges = 0;
  const parts: number[] = [];
  for (let at = 0; at < probe.length; at += PROBE_PART) {
    const part = probe.slice(at, at + PROBE_PART);
    const from = process.cpuUsage();
    for (const doc of part) relate(doc);
    parts.push(cpuSince(from) / part.length);
  }
  parts.sort((a, b) => a - b);
  const note = `the index holds the rest at ${(index.bytes / size).toFixed(0)} bytes a document; ${edges} edges`;
  add(`one more at ${size.toLocaleString("en")}`, probe.length, probe.length * mustAt(parts, parts.length >> 1), null, note);
}

function readDocs(file: string): GroupInput[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { id, title, text, published_at, date } = JSON.parse(line);
      return { id, title, text, published_at: published_at ?? date ?? null };
    });
}

export { type InventedDocument, type InventedNewsOptions, inventedNews } from "./invented-news.ts";
