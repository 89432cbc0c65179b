import { hostname } from "node:os";
import type { Consumer, StageName } from "@wirefold/core";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { type JobData, queuePrefix } from "./bullmq-queue.ts";

export interface ConsumeOptions {
  readonly redisUrl: string;
  readonly prefix?: string;
  /** Jobs worked on at once. */
  readonly concurrency: number;
  /** Handles one job. A rejection means the ledger could not be reached: the job is tried again. */
  readonly handle: (subjects: readonly string[], restarts: number) => Promise<void>;
  readonly onError: (error: Error) => void;
}

/**
 * Takes a stage's jobs from BullMQ. Locks are renewed every 5 s on this event loop, so CPU work belongs in a thread;
 * a killed worker's jobs are taken up again after at most lock + check = 13 s.
 */
export function consume(stage: StageName, options: ConsumeOptions): Consumer {
  const connection = new Redis(options.redisUrl, { maxRetriesPerRequest: null });
  connection.on("error", () => {});
  const worker = new Worker<JobData>(
    stage,
    async (job) => {
      await options.handle(job.data.subjects, job.attemptsStarted - job.attemptsMade - 1);
    },
    {
      connection,
      name: `${hostname()}/${process.pid}`,
      prefix: queuePrefix(options.prefix ?? "wirefold", stage),
      concurrency: options.concurrency,
      lockDuration: 10_000,
      stalledInterval: 3_000,
      // The ledger counts a document's crashes and quarantines it; the queue's own count must not get there first.
      maxStalledCount: 1000,
    },
  );
  worker.on("error", options.onError);
  return {
    pause: () => worker.pause(true),
    resume: () => worker.resume(),
    close: async () => {
      await worker.close();
      connection.disconnect();
    },
  };
}
