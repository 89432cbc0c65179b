import { idOf, RecordError } from "../jsonl/parse-line.ts";
import type { Decide } from "./filter.ts";

/**
 * An error line from an earlier filter in a shell pipe stays that error line, so that the last output of
 * `clean | group` still names every document that was lost on the way.
 */
export class EarlierError extends RecordError {}

/** Throws what an earlier filter said about this record, if that is all the record is. */
export function assertNotEarlierError(record: Record<string, unknown>): void {
  const error = record.error as { code?: unknown; message?: unknown } | null | undefined;
  if (typeof error !== "object" || error === null || typeof error.code !== "string") return;
  if (idOf(record) === null && record.id !== null) return;
  throw new EarlierError(error.code, String(error.message ?? ""));
}

export function passingErrorsOn(decide: Decide): Decide {
  return (record, place) => {
    assertNotEarlierError(record);
    return decide(record, place);
  };
}
