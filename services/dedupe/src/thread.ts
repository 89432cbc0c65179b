import type { DocumentCleaned } from "@wirefold/core";
import { type StoreLocation, threadStores } from "@wirefold/store";
import { dedupeBatch } from "./dedupe-batch.ts";
import { dedupeStores } from "./dedupe-stores.ts";

/** The task a thread runs. */
export function dedupe({ inputs, stores }: { inputs: readonly DocumentCleaned[]; stores: StoreLocation }) {
  const { pool, blobs } = threadStores(stores);
  return dedupeBatch(inputs, dedupeStores(pool, blobs));
}
