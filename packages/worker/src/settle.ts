import { type Disposed, type FurtherStage, isDeferred, type OwedWork, stageAfter, stageBefore } from "@wirefold/core";
import type { Onward, Passage } from "./hand-on.ts";
import type { Job } from "./run-batch.ts";
import { type Decision, type Verdict, verdictOf } from "./verdict.ts";

/** How decisions are recorded. */
export interface Settling {
  /** Whether the attempts were counted when they began. @default false */
  readonly recorded?: boolean;
  /** What became of documents that were handed on; @default none was */
  readonly onward?: Onward;
}

/** Records decisions, then wakes the stages that have work next. */
export async function settle(
  job: Job,
  decisions: readonly Decision[],
  { recorded = false, onward }: Settling = {},
): Promise<void> {
  const { stage, runner } = job;
  const verdicts = note(job, decisions, recorded);
  const passed = onward?.entered.map(({ job, decisions }) => ({ job, decisions, verdicts: note(job, decisions, false) })) ?? [];
  const records = verdicts.map(({ record }) => record);
  const deferred = records.filter(isDeferred);
  const disposed = records.flatMap((record) => (isDeferred(record) ? [] : [withFurther(record, onward)]));
  const next = stageAfter(stage.name);
  const woken =
    disposed.length === 0 ? [] : await runner.ledger.dispose(stage.name, stage.version, disposed, next, runner.worker);
  if (deferred.length > 0) await runner.ledger.defer(stage.name, deferred, runner.worker);
  await wake(job, disposed, woken, onward);
  await sendLater(job, deferred);
  announce(job, decisions, verdicts);
  for (const { job, decisions, verdicts } of passed) announce(job, decisions, verdicts);
  // What a stage it was handed to could not answer is owed there by now.
  for (const { job, decisions } of onward?.halted ?? []) await settle(job, decisions);
}

/** Tells metrics, log, spans and excuses what became of documents. */
function note(job: Job, decisions: readonly Decision[], recorded: boolean): Verdict[] {
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
  return verdicts;
}

function withFurther(record: Disposed, onward: Onward | undefined): Disposed {
  const passages = onward?.passages.get(record.work.subject) ?? [];
  return passages.length === 0 ? record : { ...record, further: passages.map(furtherOf) };
}

function furtherOf({ job: { stage, runner }, event, outcome, decision }: Passage): FurtherStage {
  const { detail = null, basis } = outcome;
  const { startedAt, durationMs } = decision;
  return { stage: stage.name, version: stage.version, worker: runner.worker, event, startedAt, durationMs, detail, basis };
}

/** Wakes the stages that have work next, but for documents that were handed on and are settled there. */
async function wake(
  { stage, runner }: Job,
  disposed: readonly Disposed[],
  woken: readonly { readonly subject: string }[],
  onward: Onward | undefined,
): Promise<void> {
  const halted = new Set(onward?.halted.flatMap(({ decisions }) => decisions.map(({ work }) => work.subject)));
  // A batch may mix priorities when it was swept up; each output keeps that of its input.
  const wayOf = new Map(
    disposed.flatMap(({ work, outputs, further }) => {
      const next = stageAfter(further?.at(-1)?.stage ?? stage.name);
      return outputs.map((output) => [output.subject, { next, priority: work.priority }] as const);
    }),
  );
  const jobs = new Map<
    string,
    { next: NonNullable<ReturnType<typeof stageAfter>>; subjects: string[]; priority: OwedWork["priority"] }
  >();
  for (const { subject } of woken) {
    const way = wayOf.get(subject);
    if (way === undefined || way.next === null || halted.has(subject)) continue;
    const { next, priority } = way;
    const job = jobs.get(`${priority} ${next}`) ?? { next, subjects: [], priority };
    job.subjects.push(subject);
    jobs.set(`${priority} ${next}`, job);
  }
  // What came in live first.
  const inOrder = [...jobs.values()].sort((a, b) => (a.priority === b.priority ? 0 : a.priority === "live" ? -1 : 1));
  for (const { next, subjects, priority } of inOrder) await runner.next.add(next, subjects, priority);
}

/** Those that wait equally long, for the same thing, come back together. */
async function sendLater({ stage, runner }: Job, deferred: readonly { work: OwedWork; delayMs: number }[]): Promise<void> {
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
}

function trace({ stage, runner }: Job, decisions: readonly Decision[], verdicts: readonly Verdict[]): void {
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
function announce({ runner }: Job, decisions: readonly Decision[], verdicts: readonly Verdict[]): void {
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
