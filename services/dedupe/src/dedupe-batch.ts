import {
  type Blobs,
  type CleanedDocument,
  type DocumentCleaned,
  type DocumentGrouped,
  type Edge,
  emit,
  type LikenessIndex,
} from "@wirefold/core";
import {
  compareViews,
  type DocumentFeatures,
  type DocumentView,
  featuresOf,
  lookupsOf,
  postingsOf,
  viewOf,
} from "@wirefold/likeness";
import { type Answer, answerEach } from "@wirefold/stage";

/** Features of documents, made once and kept. */
export interface FeatureStore {
  save(features: readonly DocumentFeatures[]): Promise<void>;
  load(ids: readonly string[]): Promise<DocumentFeatures[]>;
}

export interface DedupeStores {
  readonly blobs: Blobs;
  readonly index: LikenessIndex;
  readonly features: FeatureStore;
  readonly edges: { save(edges: readonly Edge[]): Promise<void> };
}

/** Views of documents met lately. At about 20 KB a document, 2,000 are 40 MB a thread. */
const viewsMax = 2000;
const views = new Map<string, DocumentView>();

/**
 * Relates a batch of documents to all documents before and beside them. Postings are committed before anything is asked,
 * so of two documents that arrive together at least one sees the other. An edge is a function of its two documents, so
 * finding it twice writes it once.
 */
export async function dedupeBatch(inputs: readonly DocumentCleaned[], stores: DedupeStores): Promise<Answer<DocumentGrouped>[]> {
  const fresh = new Map<string, DocumentView>();
  const read = await answerEach(inputs, async (input) => {
    fresh.set(input.documentId, await viewOfDocument(input, stores.blobs));
    return emit(input);
  });
  const entries = [...fresh].map(([id, view]) => ({ id, postings: postingsOf(view) }));
  await stores.features.save([...fresh.values()].map((view) => view.features));
  await stores.index.insert(entries);

  const queries = [...fresh].map(([id, view]) => ({ id, lookups: lookupsOf(view) }));
  const candidates = await stores.index.candidates(queries);
  await loadViews(new Set(candidates.flat().map((candidate) => candidate.id)), fresh, stores.features);

  const edges = new Map<string, Edge>();
  const counts = new Map<string, number>();
  queries.forEach(({ id }, index) => {
    for (const candidate of candidates[index]!) {
      const other = fresh.get(candidate.id) ?? views.get(candidate.id);
      // A document taken down between the two steps is related to nothing.
      if (other === undefined) continue;
      const edge = compareViews(fresh.get(id)!, other);
      if (edge === null) continue;
      edges.set(`${edge.a}\n${edge.b}`, edge);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  });
  await stores.edges.save([...edges.values()]);
  return inputs.map((input, index) => {
    const answer = read[index]!;
    if (answer.kind !== "emit") return answer as Answer<DocumentGrouped>;
    const count = counts.get(input.documentId) ?? 0;
    return {
      ...emit({ ...input, edges: count }),
      detail: { edges: count, candidates: candidates[entries.findIndex((entry) => entry.id === input.documentId)]?.length ?? 0 },
    };
  });
}

async function viewOfDocument(input: DocumentCleaned, blobs: Blobs): Promise<DocumentView> {
  const cleaned = JSON.parse(Buffer.from(await blobs.get(input.articleHash)).toString("utf8")) as CleanedDocument;
  const view = viewOf(
    featuresOf({
      id: input.documentId,
      title: input.title,
      text: cleaned.article.text,
      published_at: input.publishedAt,
      outlet: input.outlet,
      language: input.language,
      wire_credit: input.wireCredit,
    }),
  );
  remember(input.documentId, view);
  return view;
}

async function loadViews(
  ids: ReadonlySet<string>,
  fresh: ReadonlyMap<string, DocumentView>,
  features: FeatureStore,
): Promise<void> {
  const missing: string[] = [];
  for (const id of ids) {
    const view = views.get(id);
    // Met again: to the young end of the map, whose old end is forgotten first.
    if (view !== undefined) remember(id, view);
    else if (!fresh.has(id)) missing.push(id);
  }
  if (missing.length === 0) return;
  for (const found of await features.load(missing)) remember(found.id, viewOf(found));
}

function remember(id: string, view: DocumentView): void {
  views.delete(id);
  views.set(id, view);
  if (views.size > viewsMax) views.delete(views.keys().next().value!);
}
