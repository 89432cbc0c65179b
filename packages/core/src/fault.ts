import { FatalError, PipelineError, QuarantineError, ThrottledError, UnavailableError } from "./errors.ts";

/**
 * Whose fault an error is, which decides what follows (docs/document-life.md).
 *
 * - `document`: the document's, as far as can be told: it is tried again, and each try counts.
 * - `hopeless`: the document's, and no other try can help.
 * - `throttled`: a host asked us to wait.
 * - `elsewhere`: what every document needs is unreachable or full: the store, the blobs, the queue, the disk, memory.
 * - `process`: this process cannot go on; another may.
 */
export type Fault = "document" | "hopeless" | "throttled" | "elsewhere" | "process";

export function faultOf(error: unknown): Fault {
  if (error instanceof QuarantineError) return "hopeless";
  if (error instanceof ThrottledError) return "throttled";
  if (error instanceof FatalError) return "process";
  if (error instanceof UnavailableError) return "elsewhere";
  // What a stage raised on purpose is of its class; only what nobody foresaw is judged by the system's own codes.
  if (error instanceof PipelineError) return "document";
  return isElsewhere(error) ? "elsewhere" : "document";
}

/** Errors of the operating system that say nothing of a document. */
const systemCodes = new Set(
  "ENOSPC EDQUOT EROFS EIO EMFILE ENFILE ENOMEM ESTALE ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH EAI_AGAIN".split(
    " ",
  ),
);

/**
 * SQLSTATE classes of PostgreSQL: connection (08), resources (53), operator intervention (57P), system (58), lock not available
 * (55P03), serialization (40001) and deadlock (40P01), idle transaction ended (25P03), read-only server after a failover (25006).
 */
const sqlStates = /^(?:08...|53...|57P..|58...|55P03|40001|40P01|25P03|25006)$/;

/** What the drivers of PostgreSQL and Redis, and Redis itself, say without a code. */
const driverMessages =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Connection is closed|Stream isn't writeable|Reached the max retries per request|(?:OOM|READONLY|LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MISCONF)\b)/;

function isElsewhere(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && (systemCodes.has(code) || sqlStates.test(code))) return true;
  if (driverMessages.test(error.message)) return true;
  return error.cause instanceof Error && !(error.cause instanceof PipelineError) && isElsewhere(error.cause);
}
