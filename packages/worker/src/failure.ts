import {
  FatalError,
  type Fault,
  faultOf,
  PipelineError,
  QuarantineError,
  ThrottledError,
  TransientError,
  UnavailableError,
} from "@wirefold/core";

/** An error as a value that crosses a thread: class identity does not survive the crossing, what follows from it must. */
export interface Failure {
  readonly kind: "failure";
  readonly code: string;
  readonly message: string;
  readonly fault: Fault;
  /** Of a `throttled` one. */
  readonly retryAfterMs?: number;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function toFailure(error: unknown): Failure {
  const code = (error as { code?: unknown } | null)?.code;
  // What a stage raised on purpose says all there is to say; of anything else the stack is needed.
  const message =
    error instanceof PipelineError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    kind: "failure",
    code: typeof code === "string" ? code : "WIREFOLD_UNEXPECTED",
    message,
    fault: faultOf(error),
    ...(error instanceof ThrottledError ? { retryAfterMs: error.retryAfterMs, detail: error.detail } : {}),
  };
}

class CarriedQuarantineError extends QuarantineError {
  override readonly code: string;
  constructor({ message, code }: Failure) {
    super(message);
    this.code = code;
  }
}

class CarriedThrottledError extends ThrottledError {
  override readonly code: string;
  constructor({ message, code, retryAfterMs, detail }: Failure) {
    super(message, retryAfterMs ?? 0, { detail: detail ?? {} });
    this.code = code;
  }
}

class CarriedUnavailableError extends UnavailableError {
  override readonly code: string;
  constructor({ message, code }: Failure) {
    super(message);
    this.code = code;
  }
}

class CarriedFatalError extends FatalError {
  override readonly code: string;
  constructor({ message, code }: Failure) {
    super(message);
    this.code = code;
  }
}

class CarriedError extends TransientError {
  override readonly code: string;
  constructor({ message, code }: Failure) {
    super(message);
    this.code = code;
  }
}

const carried: Record<Fault, new (failure: Failure) => PipelineError> = {
  hopeless: CarriedQuarantineError,
  throttled: CarriedThrottledError,
  elsewhere: CarriedUnavailableError,
  process: CarriedFatalError,
  document: CarriedError,
};

export function fromFailure(failure: Failure): PipelineError {
  return new carried[failure.fault](failure);
}
