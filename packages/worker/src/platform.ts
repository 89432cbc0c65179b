import { statfs } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Blobs } from "@wirefold/core";
import { BullWorkQueue } from "@wirefold/queue";
import { openBlobs, openDatabase, type Pool, PostgresLedger, type StoreLocation } from "@wirefold/store";
import type { Answer } from "./batch-work.ts";
import type { Log } from "./define-stage.ts";
import type { WorkerEnv } from "./env.ts";
import type { ThreadTask } from "./thread.ts";
import { ThreadPool } from "./thread-pool.ts";
import { newBoard } from "./watch.ts";

/** What every worker of a process shares. */
export interface Platform {
  readonly env: WorkerEnv;
  readonly log: Log;
  readonly database: Pool;
  readonly ledger: PostgresLedger;
  readonly blobs: Blobs;
  readonly queue: BullWorkQueue;
  /**
   * Decides a batch in a thread of this process. The default export of `module` is the stage.
   *
   * @param documentMs The longest one document may take, from when its thread begins it.
   * @throws StuckError when one takes longer; its thread is stopped then.
   */
  inThread(
    module: string,
    inputs: readonly unknown[],
    documentMs: number,
    signal: AbortSignal,
  ): Promise<readonly Answer<unknown>[]>;
  /** Free share of the disk that holds the bodies, 0..1; 1 where it cannot be told. */
  diskFreeShare(): Promise<number>;
  close(): Promise<void>;
}

/** Connects to everything, and brings the schema up to date. */
export async function openPlatform(env: WorkerEnv, log: Log): Promise<Platform> {
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL, connectionsMax: 10 });
  const blobs = openBlobs(env.WIREFOLD_BLOBS_URL);
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
    inThread: (module, inputs, documentMs, signal) => {
      const board = newBoard(inputs.length);
      const task: ThreadTask = { module: builtModule(module), inputs, stores, board };
      return threads.watched(threadModule, "decide", task, inputs.flatMap(subjectOf), { board, documentMs, signal });
    },
    diskFreeShare: async () => {
      if (!env.WIREFOLD_BLOBS_URL.startsWith("file:")) return 1;
      const disk = await statfs(fileURLToPath(env.WIREFOLD_BLOBS_URL.replace(/\?.*$/, ""))).catch(() => null);
      return disk === null || disk.blocks === 0 ? 1 : disk.bavail / disk.blocks;
    },
    close: async () => {
      await threads.close();
      await queue.close();
      await database.end();
    },
  };
}

/** What every thread runs. */
const threadModule = new URL(builtModule(import.meta.url).replace(/[^/]+$/, "thread.js"));

/** A thread has no loader for TypeScript: where this process runs from source, as under test, it takes what was built of it. */
function builtModule(url: string): string {
  return url.endsWith(".ts") ? url.replace(/\/src\/(.*)\.ts$/, "/dist/$1.js") : url;
}

/** What an input is about, so that it goes where its document was worked on last. */
function subjectOf(input: unknown): readonly string[] {
  const id = (input as { readonly documentId?: unknown } | null)?.documentId;
  return typeof id === "string" ? [id] : [];
}
