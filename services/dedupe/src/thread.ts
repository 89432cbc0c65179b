import type { DocumentCleaned } from "@wirefold/core";
import { decodeFeatures, encodeFeatures } from "@wirefold/likeness";
import { PostgresFeatures, PostgresLikenessIndex, PostgresStories, type StoreLocation, threadStores } from "@wirefold/store";
import { dedupeBatch } from "./dedupe-batch.ts";

/** The task a thread runs. */
export function dedupe({ inputs, stores }: { inputs: readonly DocumentCleaned[]; stores: StoreLocation }) {
  const { pool, blobs } = threadStores(stores);
  const rows = new PostgresFeatures(pool);
  const stories = new PostgresStories(pool);
  return dedupeBatch(inputs, {
    blobs,
    index: new PostgresLikenessIndex(pool),
    features: {
      save: (given) =>
        rows.save(given.map(({ features, articleHash }) => ({ id: features.id, bytes: encodeFeatures(features), articleHash }))),
      load: async (ids) => (await rows.load(ids)).map((row) => decodeFeatures(row.bytes)),
      revisions: (ids) => rows.revisions(ids),
      settle: (revisions) => rows.settle(revisions),
    },
    edges: {
      save: (edges) => stories.saveEdges(edges),
      pairsOf: (ids) => stories.pairsOf(ids),
      drop: (pairs) => stories.dropEdges(pairs),
    },
  });
}
