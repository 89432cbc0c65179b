import { type Ledger, type OwedWork, QuarantineError, type WorkQueue } from "@wirefold/core";
import type { Tracing } from "@wirefold/telemetry";
import type { Batcher } from "./batcher.ts";
import { decide } from "./decide-batch.ts";
import type { Log, StageContract, StageWork } from "./define-stage.ts";
import type { Excuses } from "./excuses.ts";
import { type FindEntrance, handOn } from "./hand-on.ts";
import { settle } from "./settle.ts";
import type { Decision } from "./verdict.ts";

/** What happened to one subject, for metrics. Durations are milliseconds. */
export interface Observation {
  readonly stage: string;
  readonly disposition: "emitted" | "dropped" | "quarantined" | "snoozed" | "failed";
  readonly reason: string | null;
  readonly durationMs: number;
  /** CPU it took; null where it is not known. */
  readonly cpuMs: number | null;
}

export interface RunnerPorts {
  readonly ledger: Ledger;
  /** Sends a stage's own documents back to it, later. */
  readonly queue: Pick<WorkQueue, "send">;
  /** Wakes the next stage. */
  readonly next: Pick<Batcher, "add">;
  readonly log: Log;
  readonly now: () => Date;
  /** Names this process in timelines: host, process id, stage. */
  readonly worker: string;
  readonly observe?: (observation: Observation) => void;
  /** Where the spans of jobs and documents go. */
  readonly tracing?: Pick<Tracing, "batch">;
  /** Told what is no document's fault, so that the worker pauses, or ends. */
  readonly onFault?: (fault: "elsewhere" | "process", error: unknown) => void;
  /** Told that a document was decided: what could not be reached can be reached again. */
  readonly onWell?: () => void;
  /** Faults elsewhere, by document; shared by the jobs of a worker. @default none is remembered */
  readonly excuses?: Excuses;
  /** The way straight into a stage behind this one. @default there is none: all go by the queue */
  readonly entrance?: FindEntrance;
}

/** The largest number of subjects a job carries. Beyond about 100 the queue's share of the cost is below 2 %. */
export const batchLimit = 100;

/** One job's surroundings, handed from step to step. */
export interface Job {
  readonly stage: StageContract;
  readonly stageWork: StageWork;
  readonly runner: RunnerPorts;
  readonly signal: AbortSignal;
}

/**
 * Works on one job: what these subjects owe, decided, recorded, and passed on. Nothing is lost wherever it stops: until
 * `dispose` commits the work is still owed, and after it the next stage's work is.
 *
 * @param restarts How often this job was started before and not finished. A job that took its process down with it is
 *   worked on one subject at a time, each attempt recorded before it starts, so the culprit ends in quarantine.
 */
export async function runBatch(
  stage: StageContract,
  subjects: readonly string[],
  stageWork: StageWork,
  runner: RunnerPorts,
  signal: AbortSignal,
  restarts = 0,
): Promise<void> {
  const owed = await runner.ledger.owed(stage.name, subjects);
  if (owed.length === 0) return;
  const job: Job = { stage, stageWork, runner, signal };
  if (restarts === 0) {
    await (stageWork.one === undefined ? settleTogether(job, owed) : settleAsDecided(job, owed));
    return;
  }
  for (const work of owed) {
    if (signal.aborted) return;
    const recorded = await recordStart(job, work);
    if (recorded === null) continue;
    await settle(job, await decide(job, [recorded]), { recorded: true });
  }
}

/** Decides all, takes what goes on as far as it goes in this process, and settles the whole way at once. */
async function settleTogether(job: Job, owed: readonly OwedWork[]): Promise<void> {
  const decisions = await decide(job, owed);
  await settle(job, decisions, job.runner.entrance === undefined ? {} : { onward: await handOn(job, decisions) });
}

/** Between two settlements of a batch whose documents are decided one by one: a batch of quick ones is still settled once. */
const settleEveryMs = 1000;

/** Settles what is decided while the rest is waited for: one silent site delays no other document, and a delay holds up nothing else. */
async function settleAsDecided(job: Job, owed: readonly OwedWork[]): Promise<void> {
  let ready: Decision[] = [];
  let settled = Promise.resolve();
  const settleReady = () => {
    const decisions = ready;
    ready = [];
    if (decisions.length > 0) settled = settled.then(() => settle(job, decisions));
    // Thrown below, once nothing of the batch is in the air any more.
    settled.catch(() => {});
  };
  const timer = setInterval(settleReady, settleEveryMs);
  try {
    await decide(job, owed, (decision) => ready.push(decision));
  } finally {
    clearInterval(timer);
  }
  settleReady();
  await settled;
}

/** Counts an attempt before it starts. Null when it may not start any more: the document is then in quarantine. */
async function recordStart(job: Job, work: OwedWork): Promise<OwedWork | null> {
  const { stage, runner } = job;
  const startedAt = runner.now();
  if (work.attempts + 1 >= stage.maxAttempts) {
    const error = new QuarantineError(
      `${stage.name}: the process ended ${work.attempts + 1} times while working on this document`,
    );
    await settle(job, [{ work, startedAt, durationMs: 0, error }]);
    return null;
  }
  const note = {
    disposition: "failed",
    reason: "restarted-after-crash",
    delayMs: 0,
    startedAt,
    durationMs: 0,
    detail: null,
  } as const;
  await runner.ledger.defer(stage.name, [{ work, spent: 1, ...note }], runner.worker);
  return { ...work, attempts: work.attempts + 1 };
}
