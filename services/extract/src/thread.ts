import type { DocumentCompared } from "@wirefold/core";
import { type StoreLocation, threadStores } from "@wirefold/store";
import { extractBatch } from "./extract-batch.ts";

/** The task a thread runs. */
export function extract({ inputs, stores }: { inputs: readonly DocumentCompared[]; stores: StoreLocation }) {
  return extractBatch(inputs, threadStores(stores).blobs);
}
