import { DocumentCompared, FactsExtracted } from "@wirefold/core";
import { defineStage } from "@wirefold/worker/stage";

/** A cleaned document in; its quotes, figures, dates and names, each with its span, out. */
export default defineStage({
  name: "extract",
  version: 15,
  input: DocumentCompared,
  output: FactsExtracted,
  drops: {},
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  direct: true,
  module: import.meta.url,
  stores: ({ blobs }) => blobs,
  decideBatch: async () => (await import("./extract-batch.ts")).extractBatch,
});
