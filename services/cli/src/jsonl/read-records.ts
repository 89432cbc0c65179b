import { EarlierError } from "../filter/error-passthrough.ts";
import { describeFailure } from "../filter/run-lines.ts";
import { type BatchLimits, lineBatches } from "./line-batches.ts";
import type { Input } from "./open-input.ts";
import { type ErrorLine, idOf, parseLine, recoverId } from "./parse-line.ts";

/** What one line became: what `read` made of it, or its error line. */
export type ReadRecord<T> =
  | { readonly ok: true; readonly value: T; readonly where: string }
  | { readonly ok: false; readonly error: ErrorLine };

/**
 * Reads records in this thread, for the filters that must see every record before they can answer. `read` checks one
 * record and throws for a bad one. `onInputError` is told about an input that cannot be read; the others go on.
 */
export async function* readRecords<T>(
  inputs: readonly Input[],
  limits: BatchLimits,
  read: (record: Record<string, unknown>) => T,
  onInputError: (error: unknown) => void,
): AsyncGenerator<ReadRecord<T>> {
  for (const input of inputs) {
    try {
      for await (const batch of lineBatches(input.open(), limits)) {
        for (const line of batch.lines) {
          const where = `${input.name} line ${line.number}`;
          const bytes = batch.bytes.subarray(line.start, line.end);
          if (line.problem !== undefined) {
            yield { ok: false, error: errorAt(null, where, line.problem) };
          } else {
            yield readOne(bytes, where, read);
          }
        }
      }
    } catch (error) {
      onInputError(error);
    }
  }
}

function readOne<T>(bytes: Uint8Array, where: string, read: (record: Record<string, unknown>) => T): ReadRecord<T> {
  let record: Record<string, unknown> | null = null;
  try {
    record = parseLine(bytes);
    return { ok: true, value: read(record), where };
  } catch (error) {
    if (error instanceof EarlierError) return { ok: false, error: record as unknown as ErrorLine };
    const id = record === null ? recoverId(bytes) : idOf(record);
    return { ok: false, error: errorAt(id, where, describeFailure(error)) };
  }
}

export function errorAt(id: string | null, where: string, problem: { code: string; message: string }): ErrorLine {
  return { id, error: { code: problem.code, message: `${where}: ${problem.message}` } };
}
