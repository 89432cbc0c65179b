import type { Blobs } from "@wirefold/core";
import { decodeFeatures, decodeSketch, encodeFeatures, encodeSketch } from "@wirefold/similarity";
import { type Pool, PostgresFeatures, PostgresSimilarityIndex, PostgresStories } from "@wirefold/store";
import { DedupeCaches, type DedupeStores } from "./dedupe-batch.ts";

/** What dedupe reads and writes, on PostgreSQL. */
export function dedupeStores(pool: Pool, blobs: Blobs): DedupeStores {
  const rows = new PostgresFeatures(pool);
  const stories = new PostgresStories(pool);
  return {
    blobs,
    caches: new DedupeCaches(),
    index: new PostgresSimilarityIndex(pool),
    features: {
      save: (given) =>
        rows.save(
          given.map(({ prepared: { features, sketch }, articleHash }) => ({
            id: features.id,
            bytes: encodeFeatures(features),
            sketch: encodeSketch(sketch),
            articleHash,
          })),
        ),
      sketches: async (ids) =>
        (await rows.sketches(ids)).map(({ id, sketch }) => ({ id, sketch: sketch === null ? null : decodeSketch(sketch) })),
      load: async (ids) => (await rows.load(ids)).map((row) => decodeFeatures(row.bytes)),
      revisions: (ids) => rows.revisions(ids),
      settle: (revisions) => rows.settle(revisions),
    },
    edges: {
      save: (edges) => stories.saveEdges(edges),
      pairsOf: (ids) => stories.pairsOf(ids),
      drop: (pairs) => stories.dropEdges(pairs),
    },
  };
}
