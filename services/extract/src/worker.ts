import type { DocumentCompared, FactsExtracted } from "@wirefold/core";
import { defineWorker } from "@wirefold/worker";
import { extract } from "./stage.ts";

/** Batches run in a thread, so work on the CPU never holds up the renewal of job locks. */
export const worker = defineWorker({
  stage: extract,
  ports: (platform) => ({
    work: platform.inThread<DocumentCompared, FactsExtracted>(new URL("./thread.js", import.meta.url), "extract"),
  }),
});
