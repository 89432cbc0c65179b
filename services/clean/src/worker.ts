import type { DocumentCleaned, DocumentFetched } from "@wirefold/core";
import { defineWorker } from "@wirefold/worker";
import { clean } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: clean,
  ports: (platform) => ({
    work: platform.inThread<DocumentFetched, DocumentCleaned>(new URL("./thread.js", import.meta.url), "clean"),
  }),
});
