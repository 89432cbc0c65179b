import type { DocumentCleaned, DocumentGrouped } from "@wirefold/core";
import { defineWorker } from "@wirefold/runtime";
import { dedupe } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: dedupe,
  ports: (platform) => ({
    work: platform.inThread<DocumentCleaned, DocumentGrouped>(new URL("./thread.js", import.meta.url), "dedupe"),
  }),
});
