import type { FactsExtracted } from "@wirefold/core";
import { PostgresStories, type StoreLocation, threadStores } from "@wirefold/store";
import { reconcileBatch } from "./reconcile-batch.ts";

/** The task a thread runs. */
export function reconcile({ inputs, stores }: { inputs: readonly FactsExtracted[]; stores: StoreLocation }) {
  const { pool, blobs } = threadStores(stores);
  return reconcileBatch(inputs, { blobs, stories: new PostgresStories(pool) });
}
