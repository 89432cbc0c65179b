import {
  faultOf,
  InvalidPayloadError,
  isDeferred,
  type Ledger,
  type OwedWork,
  QuarantineError,
  stageAfter,
  stageBefore,
  type WorkQueue,
} from "@wirefold/core";
import type { Tracing } from "@wirefold/telemetry";
import type { Batcher } from "./batcher.ts";
import type { Log, StageContext, StageContract, StageWork } from "./define-stage.ts";
import type { Excuses } from "./excuses.ts";
import { DocumentTimeoutError, StuckError } from "./stuck-error.ts";
import { answered, type Decision, messageOf, ShutdownError, verdictOf } from "./verdict.ts";

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
  /** Told that a document was decided: what was away is back. */
  readonly onWell?: () => void;
  /** Faults elsewhere, by document; shared by the jobs of a worker. @default none is remembered */
  readonly excuses?: Excuses;
}

/** The largest number of subjects a job carries. Beyond about 100 the queue's share of the cost is below 2 %. */
export const batchLimit = 100;

interface Item {
  readonly work: OwedWork;
  readonly input: unknown;
}

/** One job's surroundings, handed from step to step. */
interface Job {
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
    await (stageWork.one === undefined ? settle(job, await decide(job, owed)) : settleAsDecided(job, owed));
    return;
  }
  for (const work of owed) {
    if (signal.aborted) return;
    const recorded = await recordStart(job, work);
    if (recorded === null) continue;
    await settle(job, await decide(job, [recorded]), true);
  }
}

/** Between two settlements of a batch whose documents are decided one by one: a batch of quick ones is still settled once. */
const settleEveryMs = 1000;

/** Settles what is decided while the rest is waited for: one silent site holds up nobody else's document, and no delay. */
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

/** Parses inputs, and decides them together where the stage can. `onDecided` is told of each that is decided by itself. */
async function decide(job: Job, owed: readonly OwedWork[], onDecided?: (decision: Decision) => void): Promise<Decision[]> {
  const { stage, runner } = job;
  const decisions: Decision[] = [];
  const valid: Item[] = [];
  for (const work of owed) {
    const parsed = stage.input.safeParse(work.input);
    if (parsed.success) valid.push({ work, input: parsed.data });
    else {
      const error = new InvalidPayloadError(stage.name, parsed.error.issues);
      decisions.push({ work, startedAt: runner.now(), durationMs: 0, error });
    }
  }
  for (const decision of decisions) onDecided?.(decision);
  const isTogether = job.stageWork.many !== undefined && valid.length > 1;
  const rest = isTogether ? decideTogether(job, valid) : decideApart(job, valid, onDecided);
  return [...decisions, ...(await rest)];
}

/**
 * Decides a batch in one call. Whoever made it fail is found and left out, and the others are decided together again: they wait for
 * nobody, and nothing is counted against them.
 */
async function decideTogether(job: Job, items: readonly Item[]): Promise<Decision[]> {
  const { stage, stageWork, runner, signal } = job;
  if (stageWork.many === undefined || items.length < 2) return decideApart(job, items);
  const startedAt = runner.now();
  const elapsed = () => runner.now().getTime() - startedAt.getTime();
  try {
    const inputs = items.map((item) => item.input);
    const many = stageWork.many;
    let cpuMs: number | null = null;
    const spent = (ms: number) => {
      cpuMs = (cpuMs ?? 0) + ms;
    };
    // The stage's threads keep each document's time; where there are none, the batch has the time of all its documents.
    const outcomes = await within(stageWork.keepsTime ? null : stage.timeoutMs * items.length, signal, (bounded) =>
      many(inputs, { ...context(runner, bounded), spent }),
    );
    const durationMs = elapsed() / items.length;
    const share = cpuMs === null ? {} : { cpuMs: cpuMs / items.length };
    return items.map(({ work }, index) => ({ work, startedAt, durationMs, ...share, ...answered(stage, outcomes[index]) }));
  } catch (error) {
    if (error instanceof ShutdownError || isEverybodys(error)) {
      return items.map(({ work }) => ({ work, startedAt, durationMs: elapsed() / items.length, error }));
    }
    runner.log.warn({ stage: stage.name, documents: items.length, error: messageOf(error) }, "batch-isolated");
    if (!(error instanceof StuckError) || error.suspects.length === 0) return decideApart(job, items);
    const suspects = new Set(error.suspects);
    const others = items.filter((_, index) => !suspects.has(index));
    const suspected = items.filter((_, index) => suspects.has(index));
    // The one it was seen to be has had its time; of several, each gets a run of its own.
    const [culprit] = suspected;
    const found =
      suspected.length === 1 && culprit !== undefined
        ? [{ work: culprit.work, startedAt, durationMs: elapsed(), error: error.alone() }]
        : decideApart(job, suspected);
    const [first, second] = await Promise.all([decideTogether(job, others), found]);
    return [...first, ...second];
  }
}

/** Whether an error concerns all documents of a batch alike. */
function isEverybodys(error: unknown): boolean {
  const fault = faultOf(error);
  return fault === "elsewhere" || fault === "process" || fault === "throttled";
}

/** Decides each by itself, some side by side. */
async function decideApart(job: Job, items: readonly Item[], onDecided?: (decision: Decision) => void): Promise<Decision[]> {
  const decisions: Decision[] = [];
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) {
      const decision = await decideOne(job, item);
      decisions.push(decision);
      onDecided?.(decision);
    }
  };
  await Promise.all(Array.from({ length: Math.min(job.stage.documentConcurrency ?? 4, items.length) }, lane));
  return decisions;
}

async function decideOne({ stage, stageWork, runner, signal }: Job, { work, input }: Item): Promise<Decision> {
  const startedAt = runner.now();
  const elapsed = () => runner.now().getTime() - startedAt.getTime();
  let cpuMs: number | null = null;
  const spent = (ms: number) => {
    cpuMs = (cpuMs ?? 0) + ms;
  };
  try {
    const outcome = await within(stageWork.keepsTime ? null : stage.timeoutMs, signal, async (bounded) => {
      if (stageWork.one !== undefined) return stageWork.one(input, context(runner, bounded));
      return (await stageWork.many([input], { ...context(runner, bounded), spent }))[0];
    });
    return { work, startedAt, durationMs: elapsed(), ...(cpuMs === null ? {} : { cpuMs }), ...answered(stage, outcome) };
  } catch (error) {
    return { work, startedAt, durationMs: elapsed(), error: error instanceof StuckError ? error.alone() : error };
  }
}

/** Records decisions, then wakes whoever has work next. */
async function settle(job: Job, decisions: readonly Decision[], recorded = false): Promise<void> {
  const { stage, runner } = job;
  const verdicts = decisions.map((decision) => {
    const excused = runner.excuses?.excuses(decision.work.subject) ?? true;
    return verdictOf(stage, decision, { recorded, excused });
  });
  for (const [index, { ending, record }] of verdicts.entries()) {
    const { disposition, reason, durationMs, work } = record;
    runner.observe?.({ stage: stage.name, disposition, reason, durationMs, cpuMs: decisions[index]?.cpuMs ?? null });
    if (disposition === "quarantined")
      runner.log.warn({ stage: stage.name, subject: work.subject, reason }, "document-quarantined");
    if (ending === "elsewhere") runner.excuses?.note(work.subject);
    else if (!isDeferred(record)) runner.excuses?.wentWell(work.subject);
  }
  trace(job, decisions, verdicts);
  const disposed = verdicts.flatMap(({ record }) => (isDeferred(record) ? [] : [record]));
  const deferred = verdicts.flatMap(({ record }) => (isDeferred(record) ? [record] : []));
  const next = stageAfter(stage.name);
  const woken =
    disposed.length === 0 ? [] : await runner.ledger.dispose(stage.name, stage.version, disposed, next, runner.worker);
  if (deferred.length > 0) await runner.ledger.defer(stage.name, deferred, runner.worker);
  if (next !== null) {
    // A batch may mix priorities when it was swept up; each output keeps that of its input.
    const priorityOf = new Map(
      disposed.flatMap(({ work, outputs }) => outputs.map((output) => [output.subject, work.priority] as const)),
    );
    for (const priority of ["live", "backfill"] as const) {
      const subjects = woken.map((output) => output.subject).filter((subject) => priorityOf.get(subject) === priority);
      await runner.next.add(next, subjects, priority);
    }
  }
  // Those that wait equally long, for the same thing, come back together.
  const jobs = new Map<string, { subjects: string[]; priority: OwedWork["priority"]; delayMs: number }>();
  for (const { work, delayMs } of deferred) {
    const { priority, subject } = work;
    const later = jobs.get(`${priority} ${delayMs}`) ?? { subjects: [], priority, delayMs };
    later.subjects.push(subject);
    jobs.set(`${priority} ${delayMs}`, later);
  }
  for (const { subjects, priority, delayMs } of jobs.values()) {
    await runner.queue.send(stage.name, subjects, { priority, delayMs });
  }
  announce(job, decisions, verdicts);
}

function trace({ stage, runner }: Job, decisions: readonly Decision[], verdicts: readonly ReturnType<typeof verdictOf>[]): void {
  if (runner.tracing === undefined || decisions.length === 0) return;
  runner.tracing.batch({
    stage: stage.name,
    stageBefore: stageBefore(stage.name),
    worker: runner.worker,
    startedAt: new Date(Math.min(...decisions.map(({ startedAt }) => startedAt.getTime()))),
    endedAt: runner.now(),
    documents: verdicts.map(({ record: { work, startedAt, durationMs, disposition, reason } }, index) => ({
      subject: work.subject,
      locatorId: work.locatorId,
      startedAt,
      durationMs,
      attempt: work.attempts + 1,
      disposition,
      reason,
      cpuMs: decisions[index]?.cpuMs ?? null,
    })),
  });
}

/** Tells the worker what is no document's fault, last: what is known of the documents is then recorded. */
function announce({ runner }: Job, decisions: readonly Decision[], verdicts: readonly ReturnType<typeof verdictOf>[]): void {
  if (verdicts.some(({ record }) => !isDeferred(record))) runner.onWell?.();
  for (const fault of ["process", "elsewhere"] as const) {
    const at = verdicts.findIndex(({ ending }) => ending === fault);
    const decision = decisions[at];
    if (decision !== undefined && "error" in decision) {
      runner.onFault?.(fault, decision.error);
      return;
    }
  }
}

/**
 * Runs `work` with a signal that aborts at the deadline and on shutdown, and does not wait longer than that.
 *
 * @param timeoutMs Null where `work` keeps the time itself.
 */
async function within<T>(timeoutMs: number | null, shutdown: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (shutdown.aborted) throw new ShutdownError();
  const controller = new AbortController();
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = (error) => {
      controller.abort(error);
      reject(error);
    };
  });
  const timer = timeoutMs === null ? undefined : setTimeout(() => fail(new DocumentTimeoutError(timeoutMs)), timeoutMs);
  const onShutdown = () => fail(new ShutdownError());
  shutdown.addEventListener("abort", onShutdown, { once: true });
  try {
    return await Promise.race([work(controller.signal), failed]);
  } finally {
    clearTimeout(timer);
    shutdown.removeEventListener("abort", onShutdown);
  }
}

function context(runner: RunnerPorts, signal: AbortSignal): StageContext {
  return { signal, now: runner.now, log: runner.log };
}
