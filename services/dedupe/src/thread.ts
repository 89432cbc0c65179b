import { deserialize, serialize } from "node:v8";
import type { DocumentCleaned } from "@wirefold/core";
import type { DocumentFeatures } from "@wirefold/likeness";
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
      save: (features) => rows.save(features.map((one) => ({ id: one.id, bytes: serialize(one) }))),
      load: async (ids) => (await rows.load(ids)).map((row) => deserialize(row.bytes) as DocumentFeatures),
    },
    edges: { save: (edges) => stories.saveEdges(edges) },
  });
}
