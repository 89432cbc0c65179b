import {
  type Deferred,
  type Disposed,
  drop,
  faultOf,
  InvalidPayloadError,
  type Outcome,
  type OwedWork,
  type PipelineError,
  ThrottledError,
} from "@wirefold/core";
import { backoffMs } from "./backoff.ts";
import type { StageContract } from "./define-stage.ts";
import { type Ending, life, type Rule } from "./life.ts";

/** The process is closing: the work goes back, and no attempt is spent. */
export class ShutdownError extends Error {
  constructor() {
    super("shutting down");
  }
}

/** What an attempt came to: an outcome, or what was thrown. */
export type Decision = {
  readonly work: OwedWork;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Milliseconds of CPU, its share of a batch's; absent where it is not known. */
  readonly cpuMs?: number;
} & ({ readonly outcome: Outcome<{ documentId: string }> } | { readonly error: unknown });

export interface Verdict {
  readonly ending: Ending;
  readonly rule: Rule;
  readonly record: Disposed | Deferred;
}

/** How long a document waits that failed through no fault of its own. Its worker pauses meanwhile, with back-off. */
export const elsewhereDelayMs = 1000;

/**
 * What follows from a decision, by the table of {@link life}.
 *
 * @param recorded The attempt was counted in the ledger when it began: it is not counted twice, and given back where it should
 *   not count.
 * @param excused Whether a fault elsewhere is still believed of this document.
 */
export function verdictOf(
  stage: StageContract,
  decision: Decision,
  { recorded = false, excused = true }: { readonly recorded?: boolean; readonly excused?: boolean } = {},
): Verdict {
  const { work, startedAt, durationMs } = decision;
  // One that was counted when it began has its number already.
  const base = { work, startedAt, durationMs, ...(recorded ? { attempt: work.attempts } : {}) };
  const ending = endingOf(stage, decision, { recorded, excused });
  const rule: Rule = life[ending];
  const { disposition } = rule;
  const spent = (rule.spends ? 1 : 0) - (recorded ? 1 : 0);
  const error = "error" in decision ? decision.error : null;
  const detail = "error" in decision ? detailOf(error) : null;
  if (disposition === "snoozed" || disposition === "failed") {
    const later = { ...base, disposition, spent, detail };
    if ("outcome" in decision) {
      const { outcome } = decision;
      const { reason, delayMs } = outcome.kind === "snooze" ? outcome : { reason: "snoozed", delayMs: 0 };
      return { ending, rule, record: { ...later, reason, delayMs } };
    }
    const reason = ending === "shutdown" || ending === "throttled" ? ending : codeOf(error);
    return { ending, rule, record: { ...later, reason, delayMs: delayOf(ending, error, work.attempts) } };
  }
  if ("error" in decision) {
    return { ending, rule, record: { ...base, disposition, reason: codeOf(error), outputs: [], detail } };
  }
  const { outcome } = decision;
  if (outcome.kind !== "emit") {
    const reason = outcome.kind === "drop" ? outcome.reason : null;
    const told = outcome.kind === "drop" ? (outcome.detail ?? null) : null;
    return { ending, rule, record: { ...base, disposition, reason, outputs: [], detail: told } };
  }
  const outputs = outcome.outputs.map((event) => ({ subject: event.documentId, event }));
  const { detail: shown = null, basis } = outcome;
  return { ending, rule, record: { ...base, disposition, reason: null, outputs, detail: shown, basis } };
}

function endingOf(
  stage: StageContract,
  decision: Decision,
  { recorded, excused }: { readonly recorded: boolean; readonly excused: boolean },
): Ending {
  if ("outcome" in decision) return decision.outcome.kind;
  if (decision.error instanceof ShutdownError) return "shutdown";
  const fault = faultOf(decision.error);
  const blamed = fault === "elsewhere" && !excused ? "document" : fault;
  if (blamed !== "document") return blamed;
  const attempt = decision.work.attempts + (recorded ? 0 : 1);
  return attempt >= stage.maxAttempts ? "exhausted" : "document";
}

function delayOf(ending: Ending, error: unknown, attempts: number): number {
  if (error instanceof ThrottledError) return error.retryAfterMs;
  if (ending === "elsewhere") return elsewhereDelayMs;
  return ending === "document" ? backoffMs(attempts) : 0;
}

function detailOf(error: unknown): Record<string, unknown> | null {
  if (error instanceof ShutdownError) return null;
  if (error instanceof ThrottledError) return { ...error.detail, message: error.message };
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {};
  return { code: codeOf(error), message: messageOf(error), ...stack };
}

/** A stage's answer is parsed where it leaves, as its input was where it entered. */
export function answered(
  stage: StageContract,
  answer: Outcome<unknown> | Error | undefined,
): { outcome: Outcome<{ documentId: string }> } | { error: unknown } {
  if (answer === undefined) return { error: new Error(`${stage.name}: fewer answers than inputs`) };
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

export function codeOf(error: unknown): string {
  const code = (error as Partial<PipelineError> | null)?.code;
  return typeof code === "string" ? code : "WIREFOLD_UNEXPECTED";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
