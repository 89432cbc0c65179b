import type { z } from "zod";

/** Base of every error a stage raises on purpose. Subclasses say what the runner should do next. */
export abstract class PipelineError extends Error {
  abstract readonly code: string;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The world may recover: retry with backoff and spend an attempt. */
export class TransientError extends PipelineError {
  override readonly code: string = "WIREFOLD_TRANSIENT";
}

/**
 * What every document needs is unreachable or full: the store, the blobs, the queue, the disk. No document is at fault, so no attempt is
 * spent; the stage pauses, and tries again with back-off.
 */
export class UnavailableError extends PipelineError {
  override readonly code: string = "WIREFOLD_UNAVAILABLE";
}

/** A host asked us to wait. Nothing about the document is at fault, so no attempt is spent. */
export class ThrottledError extends PipelineError {
  override readonly code: string = "WIREFOLD_THROTTLED";
  readonly retryAfterMs: number;
  /** What a trace shows of the wait, with the message: whom it is for, why, until when. */
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(message: string, retryAfterMs: number, options?: ErrorOptions & { detail?: Readonly<Record<string, unknown>> }) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
    this.detail = options?.detail ?? {};
  }
}

/** This input can never be processed: quarantine it at once, whatever attempts remain. */
export class QuarantineError extends PipelineError {
  override readonly code: string = "WIREFOLD_QUARANTINE";
}

/** A payload does not match its schema. It will not change between attempts, so it is not retried. */
export class InvalidPayloadError extends QuarantineError {
  override readonly code: string = "WIREFOLD_INVALID_PAYLOAD";
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(stageName: string, issues: readonly z.core.$ZodIssue[]) {
    super(`${stageName}: ${issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ")}`);
    this.issues = issues;
  }
}

/** This process must not go on: what it has in hand is given back, no attempt is spent, and it exits non-zero. */
export class FatalError extends PipelineError {
  override readonly code: string = "WIREFOLD_FATAL";
}
