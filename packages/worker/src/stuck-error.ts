// Not the whole of core: the process that hands lines to threads needs no schemas, and to load them takes a fifth of a second.
import { PipelineError, UnavailableError } from "@wirefold/core/errors";

/** The document was worked on for longer than it may be. */
export class DocumentTimeoutError extends PipelineError {
  override readonly code = "WIREFOLD_TIMEOUT";
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
  }
}

/** The document waited for a store for longer than it may take: no work was seen meanwhile. */
export class StoreTimeoutError extends UnavailableError {
  override readonly code = "WIREFOLD_STORE_TIMEOUT";
  constructor(timeoutMs: number) {
    super(`the stores gave no answer within ${timeoutMs} ms`);
  }
}

/** A thread gave no sign of life for as long as one document may take, and was stopped. */
export class StuckError extends Error {
  /** Places, in the batch, of the documents it may have been caught in. Empty where that cannot be told. */
  readonly suspects: readonly number[];
  readonly #timeoutMs: number;
  readonly #waiting: boolean;

  constructor(suspects: readonly number[], timeoutMs: number, waiting: boolean) {
    super(waiting ? `waited ${timeoutMs} ms for the stores` : `worked for ${timeoutMs} ms without an answer`);
    this.name = "StuckError";
    this.suspects = suspects;
    this.#timeoutMs = timeoutMs;
    this.#waiting = waiting;
  }

  /** What it says of a document that was caught alone. */
  alone(): DocumentTimeoutError | StoreTimeoutError {
    return this.#waiting ? new StoreTimeoutError(this.#timeoutMs) : new DocumentTimeoutError(this.#timeoutMs);
  }
}
