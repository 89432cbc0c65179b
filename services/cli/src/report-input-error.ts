import { CliError, errorLine } from "./cli-error.ts";

/** One line about an input that cannot be read. Rethrows what is not about the input. */
export function reportInputError(error: unknown): void {
  if (!(error instanceof CliError)) throw error;
  process.stderr.write(`${errorLine(error.message, error.remedy, error.code)}\n`);
}
