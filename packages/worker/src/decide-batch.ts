import { faultOf, InvalidPayloadError, type OwedWork } from "@wirefold/core";
import type { StageContext } from "./define-stage.ts";
import type { Job, RunnerPorts } from "./run-batch.ts";
import { DocumentTimeoutError, StuckError } from "./stuck-error.ts";
import { answered, type Decision, messageOf, ShutdownError } from "./verdict.ts";

interface Item {
  readonly work: OwedWork;
  readonly input: unknown;
}

/** Parses inputs, and decides them together where the stage can. `onDecided` is told of each that is decided by itself. */
export async function decide(job: Job, owed: readonly OwedWork[], onDecided?: (decision: Decision) => void): Promise<Decision[]> {
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
 * Decides a batch in one call. The document that made it fail is found and left out, and the others are decided together again: they wait for
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
  const runner = async () => {
    for (const item of waiting) {
      const decision = await decideOne(job, item);
      decisions.push(decision);
      onDecided?.(decision);
    }
  };
  await Promise.all(Array.from({ length: Math.min(job.stage.documentConcurrency ?? 4, items.length) }, runner));
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
