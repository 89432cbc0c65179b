import { statfs } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Blobs } from "@wirefold/core";
import { BullWorkQueue } from "@wirefold/queue";
import { openBlobs, openDatabase, type Pool, PostgresLedger, type StoreLocation } from "@wirefold/store";
import { openTracing, type Tracing } from "@wirefold/telemetry";
import type { Log } from "./define-stage.ts";
import type { WorkerEnv } from "./env.ts";
import { ThreadPool } from "./thread-pool.ts";

/** What every worker of a process shares. */
export interface Platform {
  readonly env: WorkerEnv;
  readonly log: Log;
  readonly database: Pool;
  readonly ledger: PostgresLedger;
  readonly blobs: Blobs;
  readonly queue: BullWorkQueue;
  readonly threads: ThreadPool;
  /** How a thread opens the stores for itself. */
  readonly stores: StoreLocation;
  /** Where spans go; null where no collector is named. */
  readonly tracing: Tracing | null;
  /** Free share of the disk that holds the bodies, 0..1; 1 where it cannot be told. */
  diskFreeShare(): Promise<number>;
  close(): Promise<void>;
}

/** Connects to everything, and brings the schema up to date. */
export async function openPlatform(env: WorkerEnv, log: Log): Promise<Platform> {
  const tracing = await openTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL, connectionsMax: 10 });
  const blobs = openBlobs(env.WIREFOLD_BLOBS_URL, database);
  const queue = new BullWorkQueue({ redisUrl: env.REDIS_URL, prefix: env.WIREFOLD_PREFIX });
  const stores: StoreLocation = { databaseUrl: env.DATABASE_URL, blobsUrl: env.WIREFOLD_BLOBS_URL };
  const threads = new ThreadPool({ threads: env.WIREFOLD_THREADS });
  return {
    env,
    log,
    database,
    ledger: new PostgresLedger(database),
    blobs,
    queue,
    threads,
    stores,
    tracing,
    diskFreeShare: async () => {
      if (!env.WIREFOLD_BLOBS_URL.startsWith("file:")) return 1;
      const disk = await statfs(fileURLToPath(env.WIREFOLD_BLOBS_URL.replace(/\?.*$/, ""))).catch(() => null);
      return disk === null || disk.blocks === 0 ? 1 : disk.bavail / disk.blocks;
    },
    close: async () => {
      await threads.close();
      await tracing?.close();
      await queue.close();
      await database.end();
    },
  };
}
