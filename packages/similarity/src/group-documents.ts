import type { Edge, GroupAssignment, GroupInput } from "@wirefold/core";
import { mustAt, mustGet } from "@wirefold/core";
import { compareDocuments } from "./compare.ts";
import { type DocumentFeatures, featuresOf } from "./features.ts";
import { groupEdges } from "./group-edges.ts";
import { HouseTextLearner, withoutHouseText } from "./house-text.ts";
import { MemorySimilarityIndex } from "./memory-index.ts";
import { lookupsOf, postingsOf } from "./postings.ts";
import { type PreparedDocument, prepareDocument } from "./prepared-document.ts";
import { type EvidenceText, evidenceText, withEvidence } from "./shared-passages.ts";

export interface Grouping {
  readonly assignments: Map<string, GroupAssignment>;
  readonly edges: Edge[];
}

export interface GroupOptions {
  /** Whether edges carry the passages both documents share. @default true */
  readonly passages?: boolean;
}

/**
 * Groups a set of documents held in memory. The answer is a function of the set: order and repetition of the input do not
 * matter (of two inputs with one id the later counts). For files of any size see `groupStream`.
 */
export function groupDocuments(docs: Iterable<GroupInput>, options: GroupOptions = {}): Grouping {
  const read = new Map<string, DocumentFeatures>();
  const texts = new Map<string, string>();
  for (const doc of docs) {
    read.set(doc.id, featuresOf(doc));
    texts.set(doc.id, typeof doc.text === "string" ? doc.text : "");
  }
  const preparedDocuments = preparedWithoutHouseText([...read.values()]);
  const index = new MemorySimilarityIndex();
  for (const [id, prepared] of preparedDocuments) index.insertOne(id, postingsOf(prepared));
  const edges = new Map<string, Edge>();
  for (const [id, prepared] of preparedDocuments) {
    for (const candidate of index.candidatesOf(id, lookupsOf(prepared))) {
      const key = id < candidate.id ? `${id}\u0000${candidate.id}` : `${candidate.id}\u0000${id}`;
      if (edges.has(key)) continue;
      const edge = compareDocuments(prepared, mustGet(preparedDocuments, candidate.id));
      if (edge !== null) edges.set(key, edge);
    }
  }
  const sorted = [...edges.values()].sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
  const assignments = groupEdges(
    preparedDocuments.keys(),
    sorted,
    (id) => preparedDocuments.get(id)?.features.commentary ?? false,
  );
  if (options.passages === false) return { assignments, edges: sorted };
  const shown = new Map<string, EvidenceText>();
  const evidenceOf = (id: string): EvidenceText => {
    let text = shown.get(id);
    if (text === undefined) {
      text = evidenceText(mustGet(texts, id));
      shown.set(id, text);
    }
    return text;
  };
  return { assignments, edges: sorted.map((edge) => withEvidence(edge, evidenceOf(edge.a), evidenceOf(edge.b))) };
}

function preparedWithoutHouseText(documents: readonly DocumentFeatures[]): Map<string, PreparedDocument> {
  const learner = new HouseTextLearner();
  for (const features of documents) learner.enter(features);
  const house = learner.learn(
    documents.map(({ id }) => id),
    (number) => mustAt(documents, number),
  );
  return new Map(documents.map((features) => [features.id, prepareDocument(withoutHouseText(features, house))]));
}
