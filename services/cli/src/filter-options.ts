import type { Command } from "commander";
import { endWith } from "./command.ts";
import type { FilterSetup } from "./filter/filter.ts";
import { parseBytes, parseWhole } from "./format.ts";
import type { BatchLimits } from "./jsonl/line-batches.ts";

/** What every filter takes on its command line. */
export interface LineOptions {
  readonly workers?: string;
  readonly maxLine: string;
  readonly timeout: string;
}

/** The most bytes a line may have by default: a page of 32 MB and its JSON escapes. */
const MAX_LINE = "64M";
/** Node's longest string, less a margin; a longer line could not be parsed at all. */
const MAX_LINE_CEILING = 500 * 1024 * 1024;

export function addLineOptions(command: Command): Command {
  return command
    .option("--workers <n>", "worker threads (default: one a core, at most 8); the output is the same for any number")
    .option("--max-line <size>", "refuse longer lines", MAX_LINE)
    .option("--timeout <seconds>", "give a document up after this long", "60");
}

export interface LineSettings {
  readonly limits: BatchLimits;
  readonly workers: number;
  readonly documentTimeoutMs: number;
}

/** Checks the options. `maxLines`: how many records of this filter travel together. */
export async function readLineOptions(options: LineOptions, maxLines: number): Promise<LineSettings> {
  const { defaultWorkers } = await import("./filter/run-filter.ts");
  const maxLineBytes = Math.min(MAX_LINE_CEILING, parseBytes("--max-line", options.maxLine));
  return {
    limits: { maxLineBytes, maxLines, maxBytes: 256 * 1024 },
    workers: options.workers === undefined ? defaultWorkers() : parseWhole("--workers", options.workers, 1, 256),
    documentTimeoutMs: parseWhole("--timeout", options.timeout, 1, 86_400) * 1000,
  };
}

/** The whole action of a filter that answers every line with a line. */
export async function runLineFilter(
  setup: FilterSetup,
  files: readonly string[],
  options: LineOptions,
  maxLines: number,
): Promise<void> {
  const settings = await readLineOptions(options, maxLines);
  const [{ runFilter }, { inputsOf, pageInputsOf }, { Output }] = await Promise.all([
    import("./filter/run-filter.ts"),
    import("./jsonl/open-input.ts"),
    import("./output.ts"),
  ]);
  const inputs = setup.filter === "clean" ? pageInputsOf(files) : inputsOf(files);
  const output = new Output();
  endWith(await runFilter({ ...settings, setup, inputs, take: (result) => output.write(result.bytes) }));
}
