import { DocumentCleaned, DocumentFetched } from "@wirefold/core";
import { type BatchWork, defineStage, toOutcomes } from "@wirefold/worker";

export interface CleanPorts {
  readonly work: BatchWork<DocumentFetched, DocumentCleaned>;
}

export const clean = defineStage<CleanPorts>()({
  name: "clean",
  version: 2,
  input: DocumentFetched,
  output: DocumentCleaned,
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  async runMany(inputs, { work }, { signal }) {
    return toOutcomes(await work(inputs, signal));
  },
});
