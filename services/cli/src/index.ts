export { CliError, UsageError } from "./cli-error.ts";
export { COMMANDS } from "./commands.ts";
export { EXIT, type ExitCode } from "./exit-codes.ts";
