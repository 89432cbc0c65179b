import type { Blobs } from "@wirefold/core";
import { openBlobs } from "./blobs/open-blobs.ts";
import { newPool, type Pool } from "./database.ts";

/** Where the stores are; plain data, so it can be handed to a thread. */
export interface StoreLocation {
  readonly databaseUrl: string;
  /** `file:` URL of a folder, or `s3://bucket/prefix`. */
  readonly blobsUrl: string;
}

export interface ThreadStores {
  readonly pool: Pool;
  readonly blobs: Blobs;
}

/** A thread works on one batch at a time; what it asks at once are a few reads of that batch. */
const connectionsPerThread = 2;

const opened = new Map<string, ThreadStores>();

/** The stores of this thread, opened once however many stages share it. The owner of the process brings the schema up to date. */
export function threadStores(location: StoreLocation): ThreadStores {
  const key = `${location.databaseUrl}\n${location.blobsUrl}`;
  let stores = opened.get(key);
  if (stores === undefined) {
    const pool = newPool(location.databaseUrl, connectionsPerThread);
    stores = { pool, blobs: openBlobs(location.blobsUrl, pool) };
    opened.set(key, stores);
  }
  return stores;
}
