import type { Priority, StageName, WorkQueue } from "@wirefold/core";
import { type JobsOptions, Queue } from "bullmq";

import { connectRedis, mastersOf, type RedisConnection } from "./connect-redis.ts";
import { readWorkerName } from "./worker-name.ts";

/**
 * Names of a stage's queue in Redis. The braces are a Cluster hash tag: all keys of one stage live in one slot, and the
 * stages spread over the nodes.
 */
export function queuePrefix(base: string, stage: StageName): string {
  return `{${base}-${stage}}`;
}

/**
 * The version of what jobs carry. Raise it when an older release would misread a new job: it then puts such jobs back for newer workers,
 * so two releases may work side by side. Fields that an older release may ignore need no new version.
 */
export const payloadVersion = 1;

/** What a job says: these subjects owe this stage. */
export interface JobData {
  /** Absent from jobs of releases that had no versions: those are read as 1. */
  readonly v?: number;
  readonly subjects: readonly string[];
}

/** What one worker works on. */
export interface InHand {
  readonly stage: StageName;
  /** "<host>/<process id>", as in timelines. */
  readonly worker: string;
  readonly jobs: number;
  readonly documents: number;
  /** When it took the oldest of them. */
  readonly since: Date;
}

/** One worker of one stage. */
export interface ConnectedWorker {
  readonly stage: StageName;
  /** "<host>/<process id>/<release>"; null where an older release connected without a name. */
  readonly name: string | null;
  readonly address: string;
  /** Since its process started; since it connected where an older release does not say. */
  readonly connectedSeconds: number;
  readonly idleSeconds: number;
}

/** A job that waits, or is worked on. */
export interface WaitingJob {
  readonly id: string;
  readonly subjects: readonly string[];
  readonly active: boolean;
}

export interface BullWorkQueueOptions {
  readonly redisUrl: string;
  /** Separates installations that share one Redis. @default "wirefold" */
  readonly prefix?: string;
}

/** Jobs read at once: a job names at most a hundred documents. */
const jobsPage = 200;

/** Jobs waiting longer than this without being backfill are rare; backfill waits behind every live job. */
const backfillPriority = 10;

const jobOptions: JobsOptions = {
  // Only the ledger and the network can make a whole job fail; both come back. A document's own failures are counted
  // in the ledger, never here.
  attempts: 20,
  backoff: { type: "exponential", delay: 500, jitter: 0.5 },
  // Kept for the console alone: at about 1.3 KB a job, 200 a queue cost a quarter of a megabyte.
  removeOnComplete: { count: 200 },
  removeOnFail: { count: 1000 },
};

/** The work queue on BullMQ. This package is the only one that imports it. */
export class BullWorkQueue implements WorkQueue {
  readonly #redis: RedisConnection;
  readonly #base: string;
  readonly #queues = new Map<StageName, Queue<JobData>>();
  readonly #marked = new Set<StageName>();

  constructor(options: BullWorkQueueOptions) {
    this.#base = options.prefix ?? "wirefold";
    this.#redis = connectRedis(options.redisUrl, { maxRetriesPerRequest: null, lazyConnect: false });
    // Without a listener a lost connection would end the process; ioredis reconnects by itself.
    this.#redis.on("error", () => {});
  }

  queue(stage: StageName): Queue<JobData> {
    let queue = this.#queues.get(stage);
    if (queue === undefined) {
      queue = new Queue<JobData>(stage, {
        connection: this.#redis,
        prefix: queuePrefix(this.#base, stage),
        streams: { events: { maxLen: 1000 } },
      });
      queue.on("error", () => {});
      this.#queues.set(stage, queue);
    }
    return queue;
  }

  async send(stage: StageName, subjects: readonly string[], options: { priority: Priority; delayMs?: number }): Promise<void> {
    if (subjects.length === 0) return;
    // The first sweep must find the mark older than the first job, or it takes what that job carries for lost.
    if (!this.#marked.has(stage)) await this.#epoch(stage).then(() => this.#marked.add(stage));
    await this.queue(stage).add(
      stage,
      { v: payloadVersion, subjects },
      {
        ...jobOptions,
        ...(options.priority === "backfill" ? { priority: backfillPriority } : {}),
        ...(options.delayMs ? { delay: options.delayMs } : {}),
      },
    );
  }

  async backlog(stage: StageName): Promise<number> {
    const counts = await this.queue(stage).getJobCounts("waiting", "prioritized", "delayed", "active");
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async lostBefore(stage: StageName): Promise<Date> {
    const [epoch, oldest] = await Promise.all([this.#epoch(stage), this.#oldestJob(stage)]);
    // A job is added just after its work is recorded, so anything younger than the grace may still be on its way.
    const graceMs = 3000;
    const known = Math.min(oldest ?? Number.POSITIVE_INFINITY, Date.now()) - graceMs;
    return new Date(Math.max(epoch, known));
  }

  /** Of a Cluster, what its fullest node uses: the keys of a stage lie on one. */
  async memory(): Promise<{ usedBytes: number; limitBytes: number }> {
    const readings = await Promise.all(
      mastersOf(this.#redis).map(async (node) => {
        const info = await node.info("memory");
        const read = (field: string) => Number(new RegExp(`^${field}:(\\d+)`, "m").exec(info)?.[1] ?? 0);
        return { usedBytes: read("used_memory"), limitBytes: read("maxmemory") };
      }),
    );
    const share = ({ usedBytes, limitBytes }: (typeof readings)[number]) => (limitBytes === 0 ? 0 : usedBytes / limitBytes);
    readings.sort((one, other) => share(other) - share(one) || other.usedBytes - one.usedBytes);
    return readings[0] ?? { usedBytes: 0, limitBytes: 0 };
  }

  /** Stops a stage everywhere: workers finish what is in hand and take no more. What is sent meanwhile waits. */
  async pause(stage: StageName): Promise<void> {
    await this.queue(stage).pause();
  }

  async resume(stage: StageName): Promise<void> {
    await this.queue(stage).resume();
  }

  /** Whether a stage is stopped, by whichever tool it was. */
  isPaused(stage: StageName): Promise<boolean> {
    return this.queue(stage).isPaused();
  }

  /** The workers connected for a stage, as Redis sees them; empty where the server tells nobody its clients. */
  async workers(stage: StageName): Promise<ConnectedWorker[]> {
    const clients = await this.queue(stage).getWorkers();
    return clients.map((client) => ({
      stage,
      // BullMQ calls the connection "<prefix>:<queue>:w:<worker>", and reconnects under load.
      ...readWorkerName(client.rawname?.split(":w:")[1], Number(client.age ?? 0)),
      address: client.addr ?? "",
      idleSeconds: Number(client.idle ?? 0),
    }));
  }

  /**
   * Every job of a stage that waits or is worked on, a page at a time. In the order they move on, so that one which moves meanwhile is
   * seen where it went.
   */
  async *jobs(stage: StageName): AsyncGenerator<readonly WaitingJob[]> {
    const queue = this.queue(stage);
    for (const state of ["delayed", "prioritized", "waiting", "active"] as const) {
      for (let from = 0; ; from += jobsPage) {
        const page = await queue.getJobs([state], from, from + jobsPage - 1, true);
        yield page.flatMap((job) =>
          job?.id === undefined ? [] : [{ id: job.id, subjects: job.data.subjects ?? [], active: state === "active" }],
        );
        if (page.length < jobsPage) break;
      }
    }
  }

  /** Deletes a job. False when it is not there, or a worker has it in hand. */
  async removeJob(stage: StageName, id: string): Promise<boolean> {
    return this.queue(stage)
      .remove(id)
      .then((removed) => removed === 1)
      .catch(() => false);
  }

  /** What is worked on now, by worker. At most a thousand jobs of the stage are looked at. */
  async inHand(stage: StageName): Promise<InHand[]> {
    const found = new Map<string, InHand>();
    for (const job of await this.queue(stage).getJobs("active", 0, 999)) {
      // A job that ends meanwhile is gone, or is named no worker any more.
      if (job?.processedBy === undefined || job.processedOn === undefined) continue;
      const { jobs, documents, since } = found.get(job.processedBy) ?? {
        jobs: 0,
        documents: 0,
        since: new Date(job.processedOn),
      };
      found.set(job.processedBy, {
        stage,
        worker: readWorkerName(job.processedBy, 0).name ?? job.processedBy,
        jobs: jobs + 1,
        documents: documents + job.data.subjects.length,
        since: new Date(Math.min(since.getTime(), job.processedOn)),
      });
    }
    return [...found.values()];
  }

  /** The most jobs of a stage that all workers together have in hand; null where each takes what it is set up for. */
  async concurrencyLimit(stage: StageName): Promise<number | null> {
    return (await this.queue(stage).getGlobalConcurrency()) ?? null;
  }

  /** Whether a stage takes what it gets: it is neither stopped nor limited, by whichever tool. */
  async isFree(stage: StageName): Promise<boolean> {
    const [isPaused, limit] = await Promise.all([this.isPaused(stage), this.concurrencyLimit(stage)]);
    return !isPaused && limit === null;
  }

  /** Sets {@link concurrencyLimit}; null lifts it. Kept in Redis, so it holds for workers that start later. */
  async limitConcurrency(stage: StageName, jobs: number | null): Promise<void> {
    if (jobs === null) await this.queue(stage).removeGlobalConcurrency();
    else await this.queue(stage).setGlobalConcurrency(jobs);
  }

  /** CPU seconds the server has used, for benchmarks. */
  async cpuSeconds(): Promise<number> {
    const info = await this.#redis.info("cpu");
    return [...info.matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
  }

  /** The server's version and what it does when memory runs out: anything but `noeviction` loses jobs. */
  async policy(): Promise<{ readonly version: string; readonly policy: string; readonly evicts: boolean }> {
    const [server, memory] = await Promise.all([this.#redis.info("server"), this.#redis.info("memory")]);
    const version = /^redis_version:(\S+)/m.exec(server)?.[1] ?? "unknown";
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? "unknown";
    return { version, policy, evicts: policy !== "noeviction" };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    this.#redis.disconnect();
  }

  /**
   * When this stage's keys were last found missing (epoch milliseconds): a marker is kept with them, and the worker that finds it
   * gone writes the time. Work sent before that moment has no job.
   */
  async #epoch(stage: StageName): Promise<number> {
    const key = `${queuePrefix(this.#base, stage)}:epoch`;
    const existing = await this.#redis.get(key);
    if (existing !== null) return Number(existing);
    await this.#redis.set(key, String(Date.now()), "NX");
    return Number((await this.#redis.get(key)) ?? 0);
  }

  async #oldestJob(stage: StageName): Promise<number | null> {
    const queue = this.queue(stage);
    let oldest: number | null = null;
    for (const state of ["waiting", "active", "delayed", "prioritized"] as const) {
      // Ascending order puts the oldest first in the lists; sorted sets hold few enough to read a handful.
      for (const job of await queue.getJobs([state], 0, state === "delayed" || state === "active" ? 200 : 0, true)) {
        if (job && (oldest === null || job.timestamp < oldest)) oldest = job.timestamp;
      }
    }
    return oldest;
  }
}
