import { QuarantineError, TransientError } from "@wirefold/core";

/** An error as a value that crosses a thread: class identity does not survive the crossing, what follows from it must. */
export interface Failure {
  readonly kind: "failure";
  readonly code: string;
  readonly message: string;
  /** True when no other attempt can help. */
  readonly final: boolean;
}

export function toFailure(error: unknown): Failure {
  const code = (error as { code?: unknown } | null)?.code;
  return {
    kind: "failure",
    code: typeof code === "string" ? code : "WIREFOLD_UNEXPECTED",
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    final: error instanceof QuarantineError,
  };
}

class CarriedQuarantineError extends QuarantineError {
  override readonly code: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
  }
}

class CarriedError extends TransientError {
  override readonly code: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
  }
}

export function fromFailure(failure: Failure): Error {
  return failure.final ? new CarriedQuarantineError(failure) : new CarriedError(failure);
}
