import { DocumentCleaned, DocumentFetched } from "@wirefold/core";
import { PostgresRecurringLines } from "@wirefold/store";
import { defineStage } from "@wirefold/worker/stage";

/** Body in; the article without what is not it, its metadata, and the text that facts refer to, out. */
export default defineStage({
  name: "clean",
  version: 15,
  input: DocumentFetched,
  output: DocumentCleaned,
  drops: {
    "no-text": "the page holds no article: an index, a gallery, a page of links",
    "no-article": "the page stands where an article should: a bot check, a missing page, a log-in, consent; fetch it again",
  },
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  module: import.meta.url,
  stores: ({ pool, blobs }) => ({ blobs, lines: new PostgresRecurringLines(pool) }),
  decideBatch: async () => (await import("./clean-batch.ts")).cleanBatch,
});
