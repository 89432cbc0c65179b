import type { DocumentFetched } from "@wirefold/core";
import { type StoreLocation, threadStores } from "@wirefold/store";
import { cleanBatch } from "./clean-batch.ts";

/** The task a thread runs. */
export function clean({ inputs, stores }: { inputs: readonly DocumentFetched[]; stores: StoreLocation }) {
  return cleanBatch(inputs, threadStores(stores).blobs);
}
