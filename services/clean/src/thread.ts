import type { DocumentFetched } from "@wirefold/core";
import { PostgresRecurringLines, type StoreLocation, threadStores } from "@wirefold/store";
import { cleanBatch } from "./clean-batch.ts";

/** The task a thread runs. */
export function clean({ inputs, stores }: { inputs: readonly DocumentFetched[]; stores: StoreLocation }) {
  const { pool, blobs } = threadStores(stores);
  return cleanBatch(inputs, { blobs, lines: new PostgresRecurringLines(pool) });
}
