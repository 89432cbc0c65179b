import { FactsExtracted, StoryReconciled } from "@wirefold/core";
import { PostgresDocumentGroups, PostgresOverrides, PostgresStories } from "@wirefold/store";
import { defineStage } from "@wirefold/worker/stage";

/** A document's facts in; the stories it stands in are written again, and which one is its own goes out. */
export default defineStage({
  name: "reconcile",
  version: 15,
  input: FactsExtracted,
  output: StoryReconciled,
  drops: {},
  concurrency: 2,
  timeoutMs: 60_000,
  maxAttempts: 5,
  module: import.meta.url,
  stores: ({ pool, blobs }) => ({
    blobs,
    groups: new PostgresDocumentGroups(pool),
    stories: new PostgresStories(pool),
    overrides: new PostgresOverrides(pool),
  }),
  decideBatch: async () => (await import("./reconcile-batch.ts")).reconcileBatch,
  // The stage that makes the events publishes them, so they are published wherever stories are written.
  alongside: async (platform) => (await import("./publish-story-events.ts")).publishStoryEvents(platform),
});
