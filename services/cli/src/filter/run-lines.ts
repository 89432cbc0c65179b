import type { Board, Watch } from "@wirefold/worker/threads";
import type { Line, LineBatch } from "../jsonl/line-batches.ts";
import { type ErrorLine, idOf, parseLine, recoverId } from "../jsonl/parse-line.ts";
import { EarlierError } from "./error-passthrough.ts";
import type { Decide } from "./filter.ts";

/** What a worker is sent: a batch and where it came from. */
export interface BatchTask extends LineBatch {
  /** The input's name, for messages. */
  readonly input: string;
  readonly folder: string;
  /** Where the thread says which line it is in. */
  readonly board?: Board;
}

/** One output line (with its newline) for every input line, in order, as UTF-8. */
export interface BatchResult {
  readonly bytes: Uint8Array;
  readonly lines: number;
  readonly failed: number;
}

/** Runs a filter over the lines of a batch. A line that fails becomes its error line; the others are not touched. */
export async function runLines(decide: Decide, task: BatchTask, watch?: Watch): Promise<BatchResult> {
  let output = "";
  let failed = 0;
  for (const [index, line] of task.lines.entries()) {
    watch?.works(index);
    const answer = await runLine(decide, task, line);
    if (answer.failed) failed++;
    output += `${answer.json}\n`;
  }
  return { bytes: new TextEncoder().encode(output), lines: task.lines.length, failed };
}

async function runLine(decide: Decide, task: BatchTask, line: Line): Promise<{ json: string; failed: boolean }> {
  const bytes = task.bytes.subarray(line.start, line.end);
  let record: Record<string, unknown> | null = null;
  try {
    if (line.problem !== undefined) return failure(null, line.problem.code, task, line, line.problem.message);
    record = parseLine(bytes);
    return { json: JSON.stringify(await decide(record, { folder: task.folder })), failed: false };
  } catch (error) {
    if (error instanceof EarlierError) return { json: JSON.stringify(record), failed: true };
    const { code, message } = describeFailure(error);
    return failure(record === null ? recoverId(bytes) : idOf(record), code, task, line, message);
  }
}

function failure(id: string | null, code: string, task: BatchTask, line: Line, message: string): { json: string; failed: true } {
  const record: ErrorLine = { id, error: { code, message: `${task.input} line ${line.number}: ${message}` } };
  return { json: JSON.stringify(record), failed: true };
}

/** The error lines of a whole batch, where the batch itself could not be run. */
export function failBatch(task: BatchTask, code: string, message: string): BatchResult {
  const output = task.lines.map(
    (line) => failure(recoverId(task.bytes.subarray(line.start, line.end)), code, task, line, message).json,
  );
  return { bytes: new TextEncoder().encode(`${output.join("\n")}\n`), lines: output.length, failed: output.length };
}

/** Our errors carry a code. Anything else is a fault of ours, and says so. */
export function describeFailure(error: unknown): { code: string; message: string } {
  const code = (error as { code?: unknown } | null)?.code;
  const message = error instanceof Error ? error.message : String(error);
  if (typeof code === "string" && code.startsWith("WIREFOLD_")) return { code, message };
  return { code: "WIREFOLD_INTERNAL", message: `a fault in wirefold: ${message}` };
}
