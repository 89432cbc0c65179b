import { DocumentCleaned, DocumentCompared } from "@wirefold/core";
import { type BatchWork, defineStage, toOutcomes } from "@wirefold/worker";

export interface DedupePorts {
  readonly work: BatchWork<DocumentCleaned, DocumentCompared>;
}

export const dedupe = defineStage<DedupePorts>()({
  name: "dedupe",
  version: 3,
  input: DocumentCleaned,
  output: DocumentCompared,
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 5,
  async runMany(inputs, { work }, { signal }) {
    return toOutcomes(await work(inputs, signal));
  },
});
