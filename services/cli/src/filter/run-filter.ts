import { availableParallelism } from "node:os";
import { errorLine } from "../cli-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { onInterrupt } from "../interrupt.ts";
import { type BatchLimits, lineBatches } from "../jsonl/line-batches.ts";
import type { Input } from "../jsonl/open-input.ts";
import { reportInputError } from "../report-input-error.ts";
import type { FilterSetup } from "./filter.ts";
import { FilterPool } from "./filter-pool.ts";
import { InOrder } from "./in-order.ts";
import type { BatchResult } from "./run-lines.ts";

export interface FilterRun {
  readonly setup: FilterSetup;
  readonly inputs: readonly Input[];
  readonly limits: BatchLimits;
  readonly workers: number;
  readonly documentTimeoutMs: number;
  /** Gets every answer in input order. What it awaits holds the reader back. */
  readonly take: (result: BatchResult) => Promise<void>;
}

/** How much input is held at once, over all batches under way. */
const IN_FLIGHT_BYTES = 128 * 1024 * 1024;

/** Past eight the single reader and writer become the slow part. */
export function defaultWorkers(): number {
  return Math.min(8, availableParallelism());
}

/**
 * Sends the lines of the inputs through a filter, in parallel, and hands the answers on in input order. An input that
 * cannot be read gets one line on stderr; the others go on. The result depends on the lines alone, not on the workers.
 */
export async function runFilter(run: FilterRun): Promise<ExitCode> {
  const pool = new FilterPool(run.setup, run);
  const release = onInterrupt(() => {
    process.stderr.write(`${errorLine(`stopped after ${done} lines`, null, "WIREFOLD_INTERRUPTED")}\n`);
  });
  let done = 0;
  let exitCode: ExitCode = EXIT.ok;
  const answers = new InOrder<BatchResult>(
    async (result) => {
      done += result.lines;
      if (result.failed > 0) exitCode = EXIT.inputFailed;
      await run.take(result);
    },
    // One batch in each worker and one waiting for each: no worker idles, and little is in memory.
    { maxCount: run.workers * 2, maxWeight: IN_FLIGHT_BYTES },
  );
  try {
    for (const input of run.inputs) {
      try {
        for await (const batch of lineBatches(input.open(), run.limits)) {
          const task = { ...batch, input: input.name, folder: input.folder };
          await answers.admit(batch.bytes.length, () => pool.run(task));
        }
      } catch (error) {
        reportInputError(error);
        exitCode = EXIT.inputFailed;
      }
    }
    await answers.finish();
    return exitCode;
  } finally {
    release();
    await pool.close();
  }
}
