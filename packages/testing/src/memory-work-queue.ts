import type { Priority, StageName, WorkQueue } from "@wirefold/core";

export interface MemoryJob {
  readonly stage: StageName;
  readonly subjects: readonly string[];
  readonly priority: Priority;
  readonly sentAt: number;
  /** When it may be taken, in epoch milliseconds. */
  readonly dueAt: number;
}

/** A {@link WorkQueue} in memory, for one process. Jobs are taken by hand: `take` a job, then `finish` it. */
export class MemoryWorkQueue implements WorkQueue {
  readonly #jobs: MemoryJob[] = [];
  readonly #active = new Set<MemoryJob>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async send(stage: StageName, subjects: readonly string[], options: { priority: Priority; delayMs?: number }): Promise<void> {
    if (subjects.length === 0) return;
    const sentAt = this.#now();
    this.#jobs.push({
      stage,
      subjects: [...subjects],
      priority: options.priority,
      sentAt,
      dueAt: sentAt + (options.delayMs ?? 0),
    });
  }

  /** The next job that is due, live ones first; it stays active until it is finished. */
  take(stage: StageName): MemoryJob | null {
    const due = this.#jobs.filter((job) => job.stage === stage && job.dueAt <= this.#now());
    const job = due.find(({ priority }) => priority === "live") ?? due[0];
    if (job === undefined) return null;
    this.#jobs.splice(this.#jobs.indexOf(job), 1);
    this.#active.add(job);
    return job;
  }

  finish(job: MemoryJob): void {
    this.#active.delete(job);
  }

  async backlog(stage: StageName): Promise<number> {
    return this.#held(stage).length;
  }

  async lostBefore(stage: StageName): Promise<Date> {
    return new Date(Math.min(this.#now(), ...this.#held(stage).map(({ sentAt }) => sentAt)));
  }

  async memory(): Promise<{ usedBytes: number; limitBytes: number }> {
    return { usedBytes: 0, limitBytes: 0 };
  }

  async close(): Promise<void> {}

  #held(stage: StageName): MemoryJob[] {
    return [...this.#jobs, ...this.#active].filter((job) => job.stage === stage);
  }
}
