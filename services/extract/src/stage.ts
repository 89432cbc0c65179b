import { DocumentCompared, FactsExtracted } from "@wirefold/core";
import { type BatchWork, defineStage, toOutcomes } from "@wirefold/worker";

export interface ExtractPorts {
  readonly work: BatchWork<DocumentCompared, FactsExtracted>;
}

export const extract = defineStage<ExtractPorts>()({
  name: "extract",
  version: 2,
  input: DocumentCompared,
  output: FactsExtracted,
  concurrency: 2,
  timeoutMs: 20_000,
  maxAttempts: 3,
  async runMany(inputs, { work }, { signal }) {
    return toOutcomes(await work(inputs, signal));
  },
});
