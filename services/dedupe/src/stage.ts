import { DocumentCleaned, DocumentCompared } from "@wirefold/core";
import { defineStage } from "@wirefold/worker/stage";

/** A cleaned document in; its edges to the documents before and around it are written, and how many they are goes out. */
export default defineStage({
  name: "dedupe",
  version: 11,
  input: DocumentCleaned,
  output: DocumentCompared,
  drops: {},
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 5,
  direct: true,
  module: import.meta.url,
  stores: async ({ pool, blobs }) => (await import("./dedupe-stores.ts")).dedupeStores(pool, blobs),
  decideBatch: async () => (await import("./dedupe-batch.ts")).dedupeBatch,
});
