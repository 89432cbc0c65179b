import {
  type Deferred,
  type Disposed,
  drop,
  InvalidPayloadError,
  type Ledger,
  type Outcome,
  type OwedWork,
  type PipelineError,
  QuarantineError,
  stageAfter,
  ThrottledError,
  type WorkQueue,
} from "@wirefold/core";
import { backoffMs } from "./backoff.ts";
import type { Batcher } from "./batcher.ts";
import type { Log, StageContext, StageContract, StageWork } from "./define-stage.ts";

/** What happened to one subject, for metrics. Durations are milliseconds. */
export interface Observation {
  readonly stage: string;
  readonly disposition: "emitted" | "dropped" | "quarantined" | "snoozed" | "failed";
  readonly reason: string | null;
  readonly durationMs: number;
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
}

/** The largest number of subjects a job carries. Beyond about 100 the queue's share of the cost is below 2 %. */
export const batchLimit = 100;

type Decision = { readonly work: OwedWork; readonly startedAt: Date; readonly durationMs: number } & (
  | { readonly outcome: Outcome<{ documentId: string }> }
  | { readonly error: unknown }
);

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
  if (restarts > 0 && owed.length > 1) {
    for (const work of owed) await settle(stage, await decideAfterCrash(stage, work, stageWork, runner, signal), runner);
  } else if (restarts > 0) {
    await settle(stage, await decideAfterCrash(stage, owed[0]!, stageWork, runner, signal), runner);
  } else {
    await settle(stage, await decide(stage, owed, stageWork, runner, signal), runner);
  }
}

async function decideAfterCrash(
  stage: StageContract,
  work: OwedWork,
  stageWork: StageWork,
  runner: RunnerPorts,
  signal: AbortSignal,
): Promise<Decision[]> {
  const startedAt = runner.now();
  if (work.attempts + 1 >= stage.maxAttempts) {
    const error = new QuarantineError(
      `${stage.name}: the process ended ${work.attempts + 1} times while working on this document`,
    );
    return [{ work, startedAt, durationMs: 0, error }];
  }
  const note = { reason: "restarted-after-crash", delayMs: 0, startedAt, durationMs: 0, detail: null };
  await runner.ledger.defer(stage.name, [{ work, disposition: "failed", ...note }], runner.worker);
  return decide(stage, [{ ...work, attempts: work.attempts + 1 }], stageWork, runner, signal);
}

/** Parses inputs, runs the stage, and isolates whoever made a batch fail. */
async function decide(
  stage: StageContract,
  owed: readonly OwedWork[],
  stageWork: StageWork,
  runner: RunnerPorts,
  signal: AbortSignal,
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  const valid: { work: OwedWork; input: unknown }[] = [];
  for (const work of owed) {
    const parsed = stage.input.safeParse(work.input);
    if (parsed.success) valid.push({ work, input: parsed.data });
    else
      decisions.push({
        work,
        startedAt: runner.now(),
        durationMs: 0,
        error: new InvalidPayloadError(stage.name, parsed.error.issues),
      });
  }
  if (stageWork.many !== undefined && valid.length > 1) {
    const decideMany = stageWork.many;
    const startedAt = runner.now();
    try {
      const inputs = valid.map((item) => item.input);
      const outcomes = await within(stage.timeoutMs * valid.length, signal, (bounded) =>
        decideMany(inputs, context(runner, bounded)),
      );
      const durationMs = (runner.now().getTime() - startedAt.getTime()) / valid.length;
      valid.forEach((item, index) => {
        decisions.push({ work: item.work, startedAt, durationMs, ...answered(stage, outcomes[index]!) });
      });
      return decisions;
    } catch (error) {
      runner.log.warn({ stage: stage.name, documents: valid.length, error: messageOf(error) }, "batch-isolated");
    }
  }
  const remaining = [...valid];
  const lane = async () => {
    for (let item = remaining.shift(); item !== undefined; item = remaining.shift()) {
      decisions.push(await decideOne(stage, item.work, item.input, stageWork, runner, signal));
    }
  };
  await Promise.all(Array.from({ length: Math.min(stage.lanes ?? 4, valid.length) }, lane));
  return decisions;
}

async function decideOne(
  stage: StageContract,
  work: OwedWork,
  input: unknown,
  stageWork: StageWork,
  runner: RunnerPorts,
  signal: AbortSignal,
): Promise<Decision> {
  const startedAt = runner.now();
  const elapsed = () => runner.now().getTime() - startedAt.getTime();
  try {
    const outcome = await within(stage.timeoutMs, signal, async (bounded) => {
      if (stageWork.one !== undefined) return stageWork.one(input, context(runner, bounded));
      return (await stageWork.many([input], context(runner, bounded)))[0]!;
    });
    return { work, startedAt, durationMs: elapsed(), ...answered(stage, outcome) };
  } catch (error) {
    return { work, startedAt, durationMs: elapsed(), error };
  }
}

/** Records decisions, then wakes whoever has work next. */
async function settle(stage: StageContract, decisions: readonly Decision[], runner: RunnerPorts): Promise<void> {
  const disposed: Disposed[] = [];
  const deferred: Deferred[] = [];
  for (const decision of decisions) {
    const verdict = verdictOf(stage, decision);
    if ("delayMs" in verdict) deferred.push(verdict);
    else disposed.push(verdict);
    const { disposition, reason, durationMs } = verdict;
    runner.observe?.({ stage: stage.name, disposition, reason, durationMs });
    if (disposition === "quarantined")
      runner.log.warn({ stage: stage.name, subject: verdict.work.subject, reason }, "document-quarantined");
  }
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
  for (const later of deferred) {
    await runner.queue.send(stage.name, [later.work.subject], { priority: later.work.priority, delayMs: later.delayMs });
  }
}

/** The table of what follows from each outcome and each error class (docs/errors.md). */
function verdictOf(stage: StageContract, decision: Decision): Disposed | Deferred {
  const { work, startedAt, durationMs } = decision;
  const base = { work, startedAt, durationMs };
  if ("outcome" in decision) {
    const outcome = decision.outcome;
    if (outcome.kind === "drop")
      return { ...base, disposition: "dropped", reason: outcome.reason, outputs: [], detail: outcome.detail ?? null };
    if (outcome.kind === "snooze")
      return { ...base, disposition: "snoozed", reason: outcome.reason, delayMs: outcome.delayMs, detail: null };
    const outputs = outcome.outputs.map((event) => ({ subject: event.documentId, event }));
    const { detail = null, basis } = outcome;
    return { ...base, disposition: "emitted", reason: null, outputs, detail, basis };
  }
  const { error } = decision;
  if (error instanceof ShutdownError) {
    return { ...base, disposition: "snoozed", reason: "shutdown", delayMs: 0, detail: null };
  }
  if (error instanceof ThrottledError) {
    return {
      ...base,
      disposition: "snoozed",
      reason: "throttled",
      delayMs: error.retryAfterMs,
      detail: { ...error.detail, message: error.message },
    };
  }
  const detail = { code: codeOf(error), message: messageOf(error), stack: error instanceof Error ? error.stack : undefined };
  if (error instanceof QuarantineError || work.attempts + 1 >= stage.maxAttempts) {
    return { ...base, disposition: "quarantined", reason: codeOf(error), outputs: [], detail };
  }
  return { ...base, disposition: "failed", reason: codeOf(error), delayMs: backoffMs(work.attempts), detail };
}

/** A stage's answer is parsed where it leaves, as its input was where it entered. */
function answered(
  stage: StageContract,
  answer: Outcome<unknown> | Error,
): { outcome: Outcome<{ documentId: string }> } | { error: unknown } {
  if (answer instanceof Error) return { error: answer };
  if (answer.kind !== "emit") return { outcome: answer };
  if (answer.outputs.length === 0) return { outcome: drop("no-documents") };
  const outputs: { documentId: string }[] = [];
  for (const output of answer.outputs) {
    const parsed = stage.output.safeParse(output);
    if (!parsed.success) return { error: new InvalidPayloadError(`${stage.name}: its own output`, parsed.error.issues) };
    outputs.push(parsed.data as { documentId: string });
  }
  return { outcome: { ...answer, outputs } };
}

/** Thrown by `within` when the process is closing: the work goes back, and no attempt is spent. */
class ShutdownError extends Error {}

export class DocumentTimeoutError extends Error {
  readonly code = "WIREFOLD_TIMEOUT";
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
    this.name = "DocumentTimeoutError";
  }
}

/** Runs `work` with a signal that aborts at the deadline and on shutdown, and does not wait longer than that. */
async function within<T>(timeoutMs: number, shutdown: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (shutdown.aborted) throw new ShutdownError("shutting down");
  const controller = new AbortController();
  let fail!: (error: Error) => void;
  const failed = new Promise<never>((_, reject) => {
    fail = (error) => {
      controller.abort(error);
      reject(error);
    };
  });
  const timer = setTimeout(() => fail(new DocumentTimeoutError(timeoutMs)), timeoutMs);
  const onShutdown = () => fail(new ShutdownError("shutting down"));
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

function codeOf(error: unknown): string {
  const code = (error as Partial<PipelineError> | null)?.code;
  return typeof code === "string" ? code : "WIREFOLD_UNEXPECTED";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
