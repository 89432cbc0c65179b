import { FactsExtracted, StoryReconciled } from "@wirefold/core";
import { type BatchWork, defineStage, toOutcomes } from "@wirefold/worker";

export interface ReconcilePorts {
  readonly work: BatchWork<FactsExtracted, StoryReconciled>;
}

export const reconcile = defineStage<ReconcilePorts>()({
  name: "reconcile",
  version: 1,
  input: FactsExtracted,
  output: StoryReconciled,
  concurrency: 2,
  timeoutMs: 60_000,
  maxAttempts: 5,
  async runMany(inputs, { work }, { signal }) {
    return toOutcomes(await work(inputs, signal));
  },
});
