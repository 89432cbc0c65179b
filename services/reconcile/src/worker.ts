import type { FactsExtracted, StoryReconciled } from "@wirefold/core";
import { defineWorker } from "@wirefold/runtime";
import { reconcile } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: reconcile,
  ports: (platform) => ({
    work: platform.inThread<FactsExtracted, StoryReconciled>(new URL("./thread.js", import.meta.url), "reconcile"),
  }),
});
