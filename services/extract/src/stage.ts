import { DocumentGrouped, FactsExtracted } from "@wirefold/core";
import { type BatchWork, defineStage, toOutcomes } from "@wirefold/stage";

export interface ExtractPorts {
  readonly work: BatchWork<DocumentGrouped, FactsExtracted>;
}

export const extract = defineStage<ExtractPorts>()({
  name: "extract",
  version: 2,
  input: DocumentGrouped,
  output: FactsExtracted,
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  async runMany(inputs, { work }, { signal }) {
    return toOutcomes(await work(inputs, signal));
  },
});
