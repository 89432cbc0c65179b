import { type Edge, type GroupAssignment, type GroupInput, mustAt, mustGet, rankOf } from "@wirefold/core";
import { compareDocuments } from "./compare.ts";
import { decodeFeatures, encodeFeatures } from "./encode-features.ts";
import { type DocumentFeatures, featuresOf } from "./features.ts";
import { groupEdges } from "./group-edges.ts";
import { HouseTextLearner, withoutHouseText } from "./house-text.ts";
import { MemorySimilarityIndex } from "./memory-index.ts";
import { lookupsOf, postingsOf } from "./postings.ts";
import { preparedCache } from "./prepared-cache.ts";
import { type PreparedDocument, prepareDocument } from "./prepared-document.ts";
import { evidenceText, withEvidence } from "./shared-passages.ts";
import { worthComparing } from "./sketch.ts";
import { SketchTable } from "./sketch-table.ts";

/**
 * Grouping files of any size. Documents pass three times, none of them held:
 *
 *   read     input -> features and text into the spool, postings into the index
 *   compare  spool in order -> candidates from the index -> edges into the spool
 *   write    edges -> groups -> rows in input order, each with its edges
 *
 * Every document is in the index before the first is compared, so the order of the input does not matter. They are
 * compared without their outlet's house text (house-text.ts), in the order of their dates, because what is alike is of one time: the prepared features of a candidate that
 * its sketch does not turn away are then mostly at hand. Memory: at most 300 bytes a document for the index, 491 for its
 * sketch, about 150 for its number and its place in the spool, about 120 an edge, and prepared features up to
 * `PREPARED_BYTES_MAX`.
 *
 * What has been read stays in the spool, so an interrupted run goes on: documents and compared pairs already there are
 * not made again.
 */

/** Where records too many for memory lie, in the order they were appended. A file in the command; an array in tests. */
export interface Spool {
  /** Records already there, from an earlier run. */
  readonly count: number;
  /** Appends a record and answers its number. */
  append(record: Uint8Array): number;
  read(number: number): Uint8Array;
  /** Makes what was appended survive a crash. */
  flush(): Promise<void>;
}

/** The spools of one run. A run that is taken up again is given the same ones, and the same input from its beginning. */
export interface GroupSpools {
  /** A document each: features and text. */
  readonly documents: Spool;
  /** A compared document each: its edges to documents compared before it. */
  readonly edges: Spool;
}

export interface GroupProgress {
  readonly phase: "read" | "compare" | "write";
  readonly done: number;
  /** Null while reading: the input's end is not known. */
  readonly total: number | null;
}

export interface GroupStreamOptions {
  readonly spools: GroupSpools;
  readonly onProgress?: (progress: GroupProgress) => void;
  /** How many documents between two reports and flushes. @default 1000 */
  readonly reportEvery?: number;
  /** Whether edges carry the passages both documents share. @default true */
  readonly passages?: boolean;
}

export interface GroupedEdge {
  readonly to: string;
  readonly kind: Edge["kind"];
  readonly score: number;
  readonly direction: Edge["direction"];
  readonly evidence: Edge["evidence"];
}
export interface GroupedRow extends GroupAssignment {
  readonly edges: readonly GroupedEdge[];
  /** Edges this document has besides the {@link EDGES_SHOWN_MAX} strongest, which are shown; absent where there are none. */
  readonly edges_left_out?: number;
}

/** Edges a row shows: as many as a document finds itself. One of thousands of copies is found by all of them. */
export const EDGES_SHOWN_MAX = 40;

/** A document id was given twice; the second is refused, since rows and edges are named by ids. */
export class DuplicateIdError extends Error {
  readonly code = "WIREFOLD_DUPLICATE_ID";
}

/** Two document numbers as one: the index holds fewer than 2^26. */
const PAIR_BASE = 67_108_864;
/** Prepared features kept while comparing: candidates of neighbouring documents repeat. */
const PREPARED_BYTES_MAX = 96 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** u32 length of the features · features · the text in UTF-8. */
function packDocument(features: Uint8Array, text: string): Uint8Array {
  const body = encoder.encode(text);
  const record = new Uint8Array(4 + features.length + body.length);
  new DataView(record.buffer).setUint32(0, features.length, true);
  record.set(features, 4);
  record.set(body, 4 + features.length);
  return record;
}
function featuresIn(record: Uint8Array): Uint8Array {
  const length = new DataView(record.buffer, record.byteOffset, 4).getUint32(0, true);
  return record.subarray(4, 4 + length);
}
function textIn(record: Uint8Array): string {
  const length = new DataView(record.buffer, record.byteOffset, 4).getUint32(0, true);
  return decoder.decode(record.subarray(4 + length));
}

/** Spools in memory: for small inputs and tests. */
export function memorySpools(): GroupSpools {
  const spool = (): Spool => {
    const records: Uint8Array[] = [];
    return {
      get count() {
        return records.length;
      },
      append: (record) => records.push(record) - 1,
      read: (number) => mustAt(records, number),
      flush: async () => {},
    };
  };
  return { documents: spool(), edges: spool() };
}

type BareEdge = Omit<Edge, "evidence"> & { readonly measures: Edge["evidence"]["measures"] };

/**
 * Groups the documents of `input` and yields a row for each, in input order, once all were read. Throws
 * `DuplicateIdError` at a repeated id and what the input throws; every other input has an answer.
 */
export async function* groupStream(input: AsyncIterable<GroupInput>, options: GroupStreamOptions): AsyncGenerator<GroupedRow> {
  const { spools, onProgress, reportEvery = 1000, passages = true } = options;
  const { documents } = spools;
  const index = new MemorySimilarityIndex();
  const ids: string[] = [];
  const numberOf = new Map<string, number>();
  const sketches = new SketchTable();
  const days: number[] = [];
  const commentary = new Set<string>();
  const learner = new HouseTextLearner();
  const enter = (id: string, prepared: PreparedDocument): void => {
    if (numberOf.has(id)) throw new DuplicateIdError(`The id ${id} was given before; give every document its own.`);
    numberOf.set(id, ids.length);
    sketches.set(ids.length, prepared.sketch);
    days.push(prepared.features.publishedDay ?? Number.POSITIVE_INFINITY);
    ids.push(id);
    if (prepared.features.commentary) commentary.add(id);
    learner.enter(prepared.features);
    index.insertOne(id, postingsOf(prepared));
  };

  // An earlier run's documents first; their lines of the input are then passed over.
  const resumed = documents.count;
  for (let number = 0; number < resumed; number++) {
    const features = decodeFeatures(featuresIn(documents.read(number)));
    enter(features.id, prepareDocument(features));
  }
  let line = 0;
  for await (const doc of input) {
    if (line++ < resumed) continue;
    const features = featuresOf(doc);
    enter(doc.id, prepareDocument(features));
    documents.append(packDocument(encodeFeatures(features), typeof doc.text === "string" ? doc.text : ""));
    if (line % reportEvery === 0) {
      await documents.flush();
      onProgress?.({ phase: "read", done: line, total: null });
    }
  }
  await documents.flush();
  const total = ids.length;
  const readAt = (number: number): DocumentFeatures => decodeFeatures(featuresIn(documents.read(number)));
  const house = learner.learn(ids, readAt);
  for (const number of learner.holding(house)) {
    const prepared = prepareDocument(withoutHouseText(readAt(number), house));
    sketches.set(number, prepared.sketch);
    index.insertOne(mustAt(ids, number), postingsOf(prepared));
  }

  /** Record of the edge spool -> document number, and back. */
  const order = ids.map((_, number) => number).sort((x, y) => compareDays(days[x] ?? 0, days[y] ?? 0) || x - y);
  const recordOf = new Uint32Array(total);
  for (const [record, number] of order.entries()) recordOf[number] = record;
  const edgesAt = (number: number): BareEdge[] =>
    JSON.parse(decoder.decode(spools.edges.read(recordOf[number] ?? 0))) as BareEdge[];
  const preparedDocuments = preparedCache(PREPARED_BYTES_MAX, (number) =>
    prepareDocument(withoutHouseText(readAt(number), house)),
  );
  const preparedAt = (number: number): PreparedDocument => preparedDocuments.memo(number);
  const foundAhead = new Set<number>();
  const compared = spools.edges.count;
  for (let record = 0; record < compared; record++) {
    const number = order[record] ?? 0;
    for (const edge of edgesAt(number)) {
      const other = numberOf.get(edge.a === ids[number] ? edge.b : edge.a) ?? 0;
      if ((recordOf[other] ?? 0) >= compared) foundAhead.add(number * PAIR_BASE + other);
    }
  }
  for (let record = compared; record < total; record++) {
    const number = order[record] ?? 0;
    const id = ids[number] ?? "";
    const prepared = preparedAt(number);
    const found: BareEdge[] = [];
    for (const candidate of index.candidatesOf(id, lookupsOf(prepared))) {
      const other = numberOf.get(candidate.id);
      if (other === undefined || !worthComparing(prepared.sketch, sketches.get(other))) continue;
      const earlier = (recordOf[other] ?? 0) < record;
      // Each of two documents may have the other among its candidates, or only one: an edge is kept once, by the earlier.
      if (earlier && foundAhead.delete(other * PAIR_BASE + number)) continue;
      const edge = compareDocuments(prepared, preparedAt(other));
      if (edge === null) continue;
      const { evidence, ...bare } = edge;
      found.push({ ...bare, measures: evidence.measures });
      if (!earlier) foundAhead.add(number * PAIR_BASE + other);
    }
    spools.edges.append(encoder.encode(JSON.stringify(found)));
    if ((record + 1) % reportEvery === 0) {
      await spools.edges.flush();
      onProgress?.({ phase: "compare", done: record + 1, total });
    }
  }
  await spools.edges.flush();
  preparedDocuments.clear();

  // Per document, the records that hold its edges; the edges themselves stay in the spool.
  const mentionedIn = new Map<number, number[]>();
  function* everyEdge(): Generator<Edge> {
    for (let number = 0; number < total; number++) {
      for (const { measures, ...edge } of edgesAt(number)) {
        const other = mustGet(numberOf, edge.a === ids[number] ? edge.b : edge.a);
        const mentions = mentionedIn.get(other);
        if (mentions === undefined) mentionedIn.set(other, [number]);
        else mentions.push(number);
        yield { ...edge, evidence: { measures: groupingMeasures(measures), passages: [] } };
      }
    }
  }
  const assignments = groupEdges(ids, everyEdge(), (id) => commentary.has(id));
  const textOf = (number: number): string => textIn(documents.read(number));
  for (let number = 0; number < total; number++) {
    const id = mustAt(ids, number);
    const bare = edgesAt(number);
    for (const other of mentionedIn.get(number) ?? [])
      for (const edge of edgesAt(other)) if (edge.a === id || edge.b === id) bare.push(edge);
    const leftOut = Math.max(0, bare.length - EDGES_SHOWN_MAX);
    if (leftOut > 0) {
      const rank = ({ a, b }: BareEdge): number => rankOf(a === id ? b : a);
      bare.sort((x, y) => y.score - x.score || rank(x) - rank(y));
      bare.length = EDGES_SHOWN_MAX;
    }
    const edges: GroupedEdge[] = [];
    if (!passages) {
      for (const { measures, a, b, ...edge } of bare)
        edges.push({ to: a === id ? b : a, ...edge, evidence: { measures, passages: [] } });
    } else if (bare.length > 0) {
      const own = evidenceText(textOf(number));
      for (const { measures, ...edge } of bare) {
        const to = edge.a === id ? edge.b : edge.a;
        const other = evidenceText(textOf(mustGet(numberOf, to)));
        const full = withEvidence(
          { ...edge, evidence: { measures, passages: [] } },
          edge.a === id ? own : other,
          edge.a === id ? other : own,
        );
        edges.push({ to, kind: full.kind, score: full.score, direction: full.direction, evidence: full.evidence });
      }
    }
    edges.sort((x, y) => (x.to < y.to ? -1 : 1));
    const assignment = assignments.get(id);
    if (assignment !== undefined)
      yield leftOut > 0 ? { ...assignment, edges, edges_left_out: leftOut } : { ...assignment, edges };
    if ((number + 1) % reportEvery === 0) onProgress?.({ phase: "write", done: number + 1, total });
  }
}

const compareDays = (x: number, y: number): number => (x < y ? -1 : x > y ? 1 : 0);

/** Only what grouping reads, so that millions of edges stay small. */
function groupingMeasures(measures: Edge["evidence"]["measures"]): Edge["evidence"]["measures"] {
  const { event = 0, derived = 0, part, day_a, day_b, text_a = 0, text_b = 0 } = measures;
  const kept: Edge["evidence"]["measures"] = { event, derived, text_a, text_b };
  if (part !== undefined) kept.part = part;
  if (day_a !== undefined) kept.day_a = day_a;
  if (day_b !== undefined) kept.day_b = day_b;
  return kept;
}
