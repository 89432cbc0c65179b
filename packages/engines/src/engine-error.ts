import { FatalError } from "@wirefold/core";

/** What kept an engine from serving. Listed, with what to do, in `docs/errors.md`. */
export type EngineErrorCode =
  | "WIREFOLD_ENGINE_AUTH"
  | "WIREFOLD_ENGINE_BAD_URL"
  | "WIREFOLD_ENGINE_FOLDER"
  | "WIREFOLD_ENGINE_NO_DATABASE"
  | "WIREFOLD_ENGINE_NO_POSTGRES"
  | "WIREFOLD_ENGINE_NO_REDIS"
  | "WIREFOLD_ENGINE_NO_SPACE"
  | "WIREFOLD_ENGINE_PORT"
  | "WIREFOLD_ENGINE_START"
  | "WIREFOLD_ENGINE_TOO_OLD"
  | "WIREFOLD_ENGINE_UNREACHABLE";

/**
 * Redis or PostgreSQL cannot be had, so the process must not go on: exit non-zero. The message is one line that says
 * what is wrong and what to do; passwords never stand in it.
 */
export class EngineError extends FatalError {
  override readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(oneLine(message), options);
    this.code = code;
  }
}

/** Folds a vendor's several lines into one, so that a log or a terminal shows the whole cause. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** A URL as it may be shown: the password replaced. A string that is no URL is shown only up to its first "@". */
export function redactUrl(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password !== "") parsed.password = "***";
    return parsed.toString();
  } catch {
    return url.replace(/^.*@/s, "***@");
  }
}
