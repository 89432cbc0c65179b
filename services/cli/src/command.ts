import type { Command } from "commander";

/**
 * What a file in `commands/` exports as `define`: adds its arguments, options, examples and action to the command it is
 * given. Heavy packages are imported inside the action, so that `--help` stays quick. `all` are the commands there are.
 */
export type DefineCommand = (command: Command, all: readonly CommandEntry[]) => void;

export interface CommandEntry {
  readonly name: string;
  /** One line for `wirefold --help`. */
  readonly summary: string;
  readonly group: "Pipeline:" | "Operate:" | "Filters (JSONL in, JSONL out; no engine needed):" | "Measure:";
  readonly load: () => Promise<{ readonly define: DefineCommand }>;
}

/** Options every command takes, read with `globalOptions(command)`. */
export interface GlobalOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export function globalOptions(command: Command): GlobalOptions {
  const { quiet, verbose } = command.optsWithGlobals<{ quiet?: boolean; verbose?: boolean }>();
  return { quiet: quiet === true, verbose: verbose === true };
}

/** Shows examples under a command's help. Each is what it does and the line to type. */
export function addExamples(command: Command, examples: readonly (readonly [what: string, line: string])[]): void {
  const text = examples.map(([what, line]) => `  ${what}\n    $ ${line.replaceAll("\n", "\n      ")}`).join("\n\n");
  command.addHelpText("after", `\nExamples:\n${text}\n`);
}

/** Ends a command with an exit code that is not an error of ours, such as "some input failed". */
export function endWith(exitCode: number): void {
  process.exitCode = exitCode;
}
