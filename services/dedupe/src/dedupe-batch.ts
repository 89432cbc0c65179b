import {
  type Blobs,
  type DocumentCleaned,
  type DocumentCompared,
  type Edge,
  emit,
  mustAt,
  mustGet,
  type SimilarityIndex,
} from "@wirefold/core";
import { groupInputOf } from "@wirefold/pipeline/compare-documents";
import {
  compareDocuments,
  type DocumentFeatures,
  type DocumentSketch,
  featuresOf,
  lookupsOf,
  type PreparedDocument,
  postingsOf,
  prepareDocument,
  worthComparing,
} from "@wirefold/similarity";
import { type Revision, readCleaned } from "@wirefold/store";
import { type Answer, answerEach, type Watch } from "@wirefold/worker/stage";
import { RevisionCache } from "./revision-cache.ts";

/** Features of documents, made once and kept. A document that is cleaned again has a new revision of them. */
export interface FeatureStore {
  /** Answers the revisions of those saved: not those whose article is another by now. */
  save(rows: readonly { readonly prepared: PreparedDocument; readonly articleHash: string }[]): Promise<Map<string, Revision>>;
  /** Null where none was kept: the features have to be read. */
  sketches(ids: readonly string[]): Promise<{ readonly id: string; readonly sketch: DocumentSketch | null }[]>;
  load(ids: readonly string[]): Promise<DocumentFeatures[]>;
  /** Those whose article ever changed. */
  revisions(ids: readonly string[]): Promise<Map<string, Revision>>;
  settle(revisions: ReadonlyMap<string, number>): Promise<void>;
}

export interface DedupeStores {
  readonly blobs: Blobs;
  readonly index: SimilarityIndex;
  readonly features: FeatureStore;
  readonly caches: DedupeCaches;
  readonly edges: {
    save(edges: readonly Edge[]): Promise<void>;
    pairsOf(ids: readonly string[]): Promise<readonly Pair[]>;
    drop(pairs: readonly Pair[]): Promise<void>;
  };
}

interface Pair {
  readonly a: string;
  readonly b: string;
}

/** What was read of documents lately. */
export class DedupeCaches {
  /** At about 20 KB a document, 2,000 are 40 MB a thread. */
  readonly prepared = new RevisionCache<PreparedDocument>(2000);
  /** At about 1 KB each, 20 MB a thread. */
  readonly sketches = new RevisionCache<DocumentSketch>(20_000);
}

/** Articles may change while they are compared; what was read is then compared again, at most this often before the queue retries. */
const roundsMax = 5;

/**
 * Relates a batch of documents to all documents before and among them. Postings are committed before anything is asked,
 * so of two documents that arrive together at least one sees the other. An edge is a function of its two documents, so
 * finding it twice writes it once.
 */
export async function dedupeBatch(
  inputs: readonly DocumentCleaned[],
  stores: DedupeStores,
  watch?: Watch,
): Promise<Answer<DocumentCompared>[]> {
  const preparedDocuments = new Map<string, PreparedDocument>();
  const read = await answerEach(
    inputs,
    async (input, works) => {
      const cleaned = await readCleaned(stores.blobs, input.articleHash);
      works();
      preparedDocuments.set(input.documentId, prepareDocument(featuresOf(groupInputOf(input.documentId, input, cleaned))));
      return emit(input);
    },
    { watch },
  );
  const signs = watch && signsOf(inputs, watch);
  const hashOf = new Map(inputs.map((input) => [input.documentId as string, input.articleHash]));
  const saved = await stores.features.save(
    [...preparedDocuments].map(([id, prepared]) => ({ prepared, articleHash: mustGet(hashOf, id) })),
  );
  const found = new Map<string, Related>();
  let fresh = new Map<string, Read>();
  for (const [id, { revision, settled }] of saved) {
    const prepared = preparedDocuments.get(id);
    if (prepared === undefined) continue;
    fresh.set(id, { prepared, revision, settled });
    // A story's documents come close together: the next batches of this thread are likely to ask for these.
    stores.caches.prepared.set(id, revision, prepared);
    stores.caches.sketches.set(id, revision, prepared.sketch);
  }
  for (let round = 0; fresh.size > 0; round += 1) {
    if (round === roundsMax) throw new Error("articles keep changing while they are compared; trying again later");
    for (const [id, related] of await relate(fresh, stores, signs)) found.set(id, related);
    fresh = await changedMeanwhile(fresh, stores);
  }
  return inputs.map((input, index) => {
    const answer = mustAt(read, index);
    if (answer.kind !== "emit") return answer as Answer<DocumentCompared>;
    const { edges = 0, candidates = 0 } = found.get(input.documentId) ?? {};
    return { ...emit({ ...input, edges }), detail: { edges, candidates } };
  });
}

/** Tells of a document by its id that it is compared, or was. */
interface Signs {
  readonly works: (id: string) => void;
  readonly ends: (id: string) => void;
}

function signsOf(inputs: readonly DocumentCleaned[], watch: Watch): Signs {
  const placeOf = new Map<string, number>(inputs.map((input, index) => [input.documentId, index]));
  return { works: (id) => watch.works(placeOf.get(id) ?? 0), ends: (id) => watch.ends(placeOf.get(id) ?? 0) };
}

interface Read {
  readonly prepared: PreparedDocument;
  readonly revision: number;
  readonly settled: number;
}

interface Related {
  readonly edges: number;
  readonly candidates: number;
}

/** Files postings, finds candidates and writes edges. */
async function relate(
  fresh: ReadonlyMap<string, Read>,
  stores: DedupeStores,
  signs: Signs | undefined,
): Promise<Map<string, Related>> {
  const documents = [...fresh].map(([id, { prepared }]) => ({ id, prepared }));
  await stores.index.insert(documents.map(({ id, prepared }) => ({ id, postings: postingsOf(prepared) })));
  const candidates = await stores.index.candidates(documents.map(({ id, prepared }) => ({ id, lookups: lookupsOf(prepared) })));
  const asking = documents.map((document, index) => ({ ...document, candidates: mustAt(candidates, index) }));

  const edges = new Map<string, Edge>();
  const counts = new Map<string, number>();
  let others = new Set(candidates.flat().map(({ id }) => id));
  for (const id of fresh.keys()) others.delete(id);
  for (let round = 0; ; round += 1) {
    if (round === roundsMax) throw new Error("articles keep changing while they are compared; trying again later");
    const read = await preparedOf(others, stores, askersOf(asking));
    const ended: Pair[] = [];
    for (const { id, prepared, candidates } of asking) {
      signs?.works(id);
      for (const candidate of candidates) {
        const other =
          round === 0
            ? (fresh.get(candidate.id)?.prepared ?? read.preparedDocuments.get(candidate.id))
            : read.preparedDocuments.get(candidate.id);
        // A document taken down between the two steps is related to nothing.
        if (other === undefined) continue;
        const edge = other === null ? null : compareDocuments(prepared, other);
        const pair = id < candidate.id ? { a: id, b: candidate.id } : { a: candidate.id, b: id };
        const name = `${pair.a}\n${pair.b}`;
        if (edge !== null) edges.set(name, edge);
        else if (edges.delete(name)) ended.push(pair);
      }
      signs?.ends(id);
    }
    await stores.edges.save([...edges.values()]);
    await stores.edges.drop(ended);
    others = await outdated(others, read.revisions, stores.features);
    if (others.size === 0) break;
  }
  for (const { a, b } of edges.values()) {
    for (const id of [a, b]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  await settle(fresh, edges, stores);
  return new Map(asking.map(({ id, candidates }) => [id, { edges: counts.get(id) ?? 0, candidates: candidates.length }]));
}

/** Edges that documents had with an earlier article and have no more go. */
async function settle(
  fresh: ReadonlyMap<string, Read>,
  edges: ReadonlyMap<string, Edge>,
  { features, edges: store }: DedupeStores,
): Promise<void> {
  const due = new Map(
    [...fresh].filter(([, { revision, settled }]) => revision > settled).map(([id, one]) => [id, one.revision]),
  );
  if (due.size === 0) return;
  const before = await store.pairsOf([...due.keys()]);
  await store.drop(before.filter(({ a, b }) => !edges.has(`${a}\n${b}`)));
  await features.settle(due);
}

/** The documents that each candidate was proposed to. */
function askersOf(
  asking: readonly { readonly prepared: PreparedDocument; readonly candidates: readonly { readonly id: string }[] }[],
): Map<string, PreparedDocument[]> {
  const askers = new Map<string, PreparedDocument[]>();
  for (const { prepared, candidates } of asking) {
    for (const { id } of candidates) {
      const own = askers.get(id);
      if (own === undefined) askers.set(id, [prepared]);
      else own.push(prepared);
    }
  }
  return askers;
}

/**
 * Views of documents, with the revision each was at before it was read. Null for one whose sketch says that none of those
 * who ask would have an edge to it: five in six, whose features need not be read.
 */
async function preparedOf(
  ids: ReadonlySet<string>,
  { features, caches }: Pick<DedupeStores, "features" | "caches">,
  askers?: ReadonlyMap<string, readonly PreparedDocument[]>,
): Promise<{ preparedDocuments: Map<string, PreparedDocument | null>; revisions: Map<string, number> }> {
  const current = ids.size === 0 ? new Map<string, Revision>() : await features.revisions([...ids]);
  const revisions = new Map([...current].map(([id, { revision }]) => [id, revision]));
  const preparedDocuments = new Map<string, PreparedDocument | null>();
  const unseen: string[] = [];
  for (const id of ids) {
    const prepared = caches.prepared.get(id, revisions.get(id) ?? 0);
    if (prepared === undefined) unseen.push(id);
    else preparedDocuments.set(id, prepared);
  }
  const missing = askers === undefined ? unseen : await worthReading(unseen, revisions, { features, caches }, askers);
  if (askers !== undefined) for (const id of unseen) preparedDocuments.set(id, null);
  if (missing.length > 0) {
    const wanted = new Set(missing);
    for (const id of wanted) preparedDocuments.delete(id);
    for (const found of await features.load(missing)) {
      const prepared = prepareDocument(found);
      caches.prepared.set(found.id, revisions.get(found.id) ?? 0, prepared);
      preparedDocuments.set(found.id, prepared);
    }
  }
  return { preparedDocuments, revisions };
}

/** Those of these documents that are like enough to one who asks, or of whom no sketch tells. */
async function worthReading(
  ids: readonly string[],
  revisions: ReadonlyMap<string, number>,
  { features, caches: { sketches } }: Pick<DedupeStores, "features" | "caches">,
  askers: ReadonlyMap<string, readonly PreparedDocument[]>,
): Promise<string[]> {
  const known = new Map<string, DocumentSketch | null>();
  const unseen: string[] = [];
  for (const id of ids) {
    const sketch = sketches.get(id, revisions.get(id) ?? 0);
    if (sketch === undefined) unseen.push(id);
    else known.set(id, sketch);
  }
  if (unseen.length > 0) {
    for (const { id, sketch } of await features.sketches(unseen)) {
      known.set(id, sketch);
      if (sketch !== null) sketches.set(id, revisions.get(id) ?? 0, sketch);
    }
  }
  return [...known].flatMap(([id, sketch]) =>
    sketch === null || askers.get(id)?.some((prepared) => worthComparing(prepared.sketch, sketch)) ? [id] : [],
  );
}

/** Those of these documents that are not at these revisions any more. */
async function outdated(
  ids: ReadonlySet<string>,
  revisions: ReadonlyMap<string, number>,
  features: FeatureStore,
): Promise<Set<string>> {
  if (ids.size === 0) return new Set();
  const now = await features.revisions([...ids]);
  return new Set([...now].filter(([id, { revision }]) => revision !== (revisions.get(id) ?? 0)).map(([id]) => id));
}

/** Documents of this batch that another worker compared with a later article: what was written of the earlier one is put right. */
async function changedMeanwhile(
  fresh: ReadonlyMap<string, Read>,
  { features, caches }: Pick<DedupeStores, "features" | "caches">,
): Promise<Map<string, Read>> {
  const stale = await outdated(new Set(fresh.keys()), new Map([...fresh].map(([id, { revision }]) => [id, revision])), features);
  for (const [id, { prepared, revision }] of fresh) if (!stale.has(id)) caches.prepared.set(id, revision, prepared);
  if (stale.size === 0) return new Map();
  const { preparedDocuments, revisions } = await preparedOf(stale, { features, caches });
  return new Map(
    [...preparedDocuments].flatMap(([id, prepared]) =>
      prepared === null ? [] : [[id, { prepared, revision: revisions.get(id) ?? 0, settled: -1 }]],
    ),
  );
}
