import { Command, CommanderError } from "commander";
import { CliError, errorLine } from "./cli-error.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT } from "./exit-codes.ts";
import { exitWhenOutputFails } from "./output.ts";
import { chooseFrom } from "./suggest.ts";

const VERSION = "0.1.0";

const ROOT_HELP = `
Examples:
  Fold a folder of articles into stories, with a report to read
    $ wirefold run articles/

  Clean pages, group them, and look at the first story
    $ wirefold clean pages.jsonl | wirefold group | head -n 1

  What was cut from a page, struck through
    $ wirefold clean --explain page.html

Exit codes: 0 done · 1 some input failed · 2 wrong command line · 3 engines cannot start
            4 documents quarantined · 130 interrupted   (all of them: docs/cli.md)
`;

/** Runs one command line and returns its exit code. Every failure is one line on stderr. */
async function runCommandLine(args: readonly string[]): Promise<number> {
  process.exitCode = EXIT.ok;
  try {
    // commander answers this with the whole help, as if all were well.
    if (args[0] === "help" && args[1] !== undefined && !args[1].startsWith("-"))
      chooseFrom("command", args[1], [...COMMANDS.map(({ name }) => name), "help"]);
    const program = await buildProgram(args);
    await program.parseAsync([...args], { from: "user" });
    return Number(process.exitCode);
  } catch (error) {
    return reportFailure(error, args.includes("--verbose"));
  }
}

/** Every command by name and summary; only the one that is asked for with its options and action. */
async function buildProgram(args: readonly string[]): Promise<Command> {
  const program = new Command("wirefold");
  program
    .description("Folds the many rewrites of one wire story into one checked record.")
    .usage("<command> [options]")
    .version(VERSION, "-V, --version", "print the version")
    .option("-q, --quiet", "no progress and no summary on stderr; errors only")
    .option("--verbose", "show the stack of an error")
    .option("--no-color", "no colours, even on a terminal (NO_COLOR does the same)")
    .helpOption("-h, --help", "show this help, or that of a command")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", ROOT_HELP)
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .hook("preAction", (thisCommand) => {
      if (thisCommand.opts<{ color?: boolean }>().color === false) process.env.NO_COLOR = "1";
    });
  const wanted = new Set(args);
  for (const entry of COMMANDS) {
    const command = program
      .command(entry.name)
      .summary(entry.summary)
      .description(capitalize(entry.summary))
      .helpGroup(entry.group);
    command.configureOutput({ outputError: () => {} }).exitOverride();
    // A word that merely equals a command's name (a file called "clean") costs one import and nothing else.
    if (wanted.has(entry.name)) (await entry.load()).define(command, COMMANDS);
  }
  return program;
}

const REFUSALS = new Set(["EACCES", "EDQUOT", "EEXIST", "EISDIR", "ENAMETOOLONG", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** Writes the one line for an error and returns the exit code it stands for. */
function reportFailure(error: unknown, verbose: boolean): number {
  if (error instanceof CommanderError) {
    // Help and version are thrown too, with exit code 0, after they were printed.
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === "commander.help") return EXIT.usage;
    const message = error.message.replace(/^error: /, "");
    process.stderr.write(`${errorLine(message, "see 'wirefold --help'", "WIREFOLD_USAGE")}\n`);
    return EXIT.usage;
  }
  if (verbose && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (error instanceof CliError) {
    process.stderr.write(`${errorLine(error.message, error.remedy, error.code)}\n`);
    return error.exitCode;
  }
  // Errors of the packages carry a code, and may say which exit code they mean.
  const { code, message, exitCode } = error as { code?: unknown; message?: unknown; exitCode?: unknown };
  if (typeof code === "string" && code.startsWith("WIREFOLD_")) {
    process.stderr.write(`${errorLine(String(message), null, code)}\n`);
    if (typeof exitCode === "number") return exitCode;
    return /^WIREFOLD_(ENGINE|DATABASE|BLOB_CONFIG|ENVIRONMENT|CONSOLE)/.test(code) ? EXIT.engine : EXIT.inputFailed;
  }
  // A file system that refuses is no fault of ours, whatever was written there.
  const { path } = error as { path?: unknown };
  if (typeof code === "string" && typeof path === "string" && REFUSALS.has(code)) {
    process.stderr.write(
      `${errorLine(`${path} cannot be used: ${String(message)}`, "free space there, or write elsewhere", "WIREFOLD_OUTPUT")}\n`,
    );
    return EXIT.inputFailed;
  }
  const remedy = verbose ? "please report it with the stack above" : "please report it; --verbose shows where it happened";
  process.stderr.write(`${errorLine(`a fault in wirefold: ${String(message ?? error)}`, remedy, "WIREFOLD_INTERNAL")}\n`);
  return EXIT.internal;
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// The exit code is set and the process left to end by itself, so that everything written is flushed first.
exitWhenOutputFails();
process.exitCode = await runCommandLine(process.argv.slice(2));
