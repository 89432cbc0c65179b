import { readFileSync } from "node:fs";
import type { Consumer, StageName } from "@wirefold/core";
import { type Job, Queue, Worker } from "bullmq";
import { type JobData, payloadVersion, queuePrefix } from "./bullmq-queue.ts";
import { connectRedis } from "./connect-redis.ts";
import { workerName } from "./worker-name.ts";

/** Tells workers of two releases apart that run side by side. */
const { version: release } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

export interface ConsumeOptions {
  readonly redisUrl: string;
  readonly prefix?: string;
  /** Jobs worked on at once. */
  readonly concurrency: number;
  /**
   * Small jobs that wait are handed over together, up to so many subjects: a crash or a trickle leaves jobs of one or two, and a full
   * batch costs a fraction of what its documents cost one by one. @default 100
   */
  readonly subjectsMax?: number;
  /** Handles subjects of one job, or of several. A rejection means the ledger could not be reached: their jobs are tried again. */
  readonly handle: (subjects: readonly string[], restarts: number) => Promise<void>;
  readonly onError: (error: Error) => void;
  /** The newest payload this worker reads. @default this release's; a test plays another release */
  readonly version?: number;
  /** Called when a job of a newer release was put back for newer workers. */
  readonly onNewer?: (version: number) => void;
}

/** How long a job of a newer release is out of sight of older workers: they must not spin on it, and newer ones are not long in coming. */
const putBackMs = 5_000;

const lockMs = 10_000;

/**
 * Takes a stage's jobs from BullMQ. Locks are renewed every 5 s on this event loop, so CPU work belongs in a thread;
 * a killed worker's jobs are taken up again after at most lock + check = 13 s.
 */
export function consume(stage: StageName, options: ConsumeOptions): Consumer {
  const connection = connectRedis(options.redisUrl, { maxRetriesPerRequest: null });
  connection.on("error", () => {});
  const subjectsMax = options.subjectsMax ?? 100;
  const prefix = queuePrefix(options.prefix ?? "wirefold", stage);
  const readable = options.version ?? payloadVersion;
  let queue: Queue<JobData> | null = null;
  /**
   * Leaves a job to newer workers: the same again, later, with its place in time. Added before this one is done with, so a kill in
   * between leaves two, which does no harm; a delay of the job itself would count as a crash.
   */
  const isPutBack = async (job: Job<JobData>): Promise<boolean> => {
    const version = job.data.v ?? 1;
    if (version <= readable) return false;
    queue ??= new Queue<JobData>(stage, { connection, prefix }).on("error", () => {});
    const { attempts, backoff, priority, removeOnComplete, removeOnFail } = job.opts;
    const given = { attempts, backoff, priority, removeOnComplete, removeOnFail, timestamp: job.timestamp, delay: putBackMs };
    await queue.add(job.name, job.data, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
    options.onNewer?.(version);
    return true;
  };
  const worker: Worker<JobData> = new Worker<JobData>(
    stage,
    async (job, token) => {
      if (await isPutBack(job)) return;
      const restarts = restartsOf(job);
      // A job that was started before may hold what ends processes: it is worked on by itself.
      if (restarts > 0 || token === undefined || 2 * job.data.subjects.length > subjectsMax) {
        return options.handle(job.data.subjects, restarts);
      }
      const room = subjectsMax - job.data.subjects.length;
      const { together, apart } = await gather(worker, token, room, readable, job.opts.priority);
      const renewing = setInterval(() => {
        for (const one of [...together, ...apart]) one.extendLock(token, lockMs).catch(options.onError);
      }, lockMs / 2);
      try {
        const subjects = [...job.data.subjects, ...together.flatMap((one) => one.data.subjects)];
        // The queue itself ends the job it handed out; those taken with it end the same way.
        await endAlike(together, token, options.onError, () => options.handle([...new Set(subjects)], 0));
      } finally {
        for (const one of apart) {
          const work = async () => {
            if (!(await isPutBack(one))) await options.handle(one.data.subjects, restartsOf(one));
          };
          await endAlike([one], token, options.onError, work).catch(() => {});
        }
        clearInterval(renewing);
      }
    },
    {
      connection,
      name: workerName(release),
      prefix,
      concurrency: options.concurrency,
      lockDuration: lockMs,
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
      await queue?.close();
      connection.disconnect();
    },
  };
}

/** How often a job was started and not finished. */
function restartsOf(job: Job<JobData>): number {
  return job.attemptsStarted - job.attemptsMade - 1;
}

/** Takes jobs that wait, until there are subjects enough. One that was started before, or is of a newer release, ends the taking, and stays apart. */
async function gather(
  worker: Worker<JobData>,
  token: string,
  room: number,
  readable: number,
  priority: number | undefined,
): Promise<{ readonly together: Job<JobData>[]; readonly apart: Job<JobData>[] }> {
  const together: Job<JobData>[] = [];
  for (let left = room; left > 0; ) {
    // Undefined where none waits; the declaration does not say so.
    const job: Job<JobData> | undefined = await worker.getNextJob(token, { block: false });
    if (job === undefined) break;
    // What came in live is not held up by what is done again.
    if (restartsOf(job) > 0 || (job.data.v ?? 1) > readable || job.opts.priority !== priority) return { together, apart: [job] };
    together.push(job);
    left -= job.data.subjects.length;
  }
  return { together, apart: [] };
}

/** Ends jobs as `work` ends, whose answer or error is passed on. A job whose lock was lost is somebody else's by now. */
async function endAlike(
  jobs: readonly Job<JobData>[],
  token: string,
  onError: (error: Error) => void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    for (const job of jobs) await job.moveToFailed(failure, token, false).catch(onError);
    throw error;
  }
  for (const job of jobs) await job.moveToCompleted(undefined, token, false).catch(onError);
}
