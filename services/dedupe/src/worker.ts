import type { DocumentCleaned, DocumentCompared } from "@wirefold/core";
import { defineWorker } from "@wirefold/worker";
import { dedupe } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: dedupe,
  ports: (platform) => ({
    work: platform.inThread<DocumentCleaned, DocumentCompared>(new URL("./thread.js", import.meta.url), "dedupe"),
  }),
});
