import { EXIT, type ExitCode } from "./exit-codes.ts";

/**
 * Ends the command with one line on stderr. `message` says what is wrong, `remedy` what to do about it,
 * `code` is one of those in `docs/errors.md`.
 */
export class CliError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly remedy: string | null;

  constructor(code: string, message: string, options: { exitCode?: ExitCode; remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "CliError";
    this.code = code;
    this.exitCode = options.exitCode ?? EXIT.inputFailed;
    this.remedy = options.remedy ?? null;
  }
}

/** The command line itself is wrong: nothing was done. */
export class UsageError extends CliError {
  constructor(message: string, remedy?: string) {
    super("WIREFOLD_USAGE", message, { exitCode: EXIT.usage, ...(remedy === undefined ? {} : { remedy }) });
    this.name = "UsageError";
  }
}

/** One line, whatever the parts hold: `wirefold: what is wrong; what to do [CODE]`. */
export function errorLine(message: string, remedy: string | null, code: string): string {
  const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
  return `wirefold: ${oneLine(message)}${remedy === null ? "" : `; ${oneLine(remedy)}`} [${code}]`;
}
