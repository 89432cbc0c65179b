import { isUtf8 } from "node:buffer";
import type { z } from "zod";

/** Why one record cannot be used. The record becomes an error line; the others go on. */
export class RecordError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RecordError";
    this.code = code;
  }
}

/** The line that stands in the output for a record that failed. `id` is null where the line could not be read. */
export interface ErrorLine {
  readonly id: string | null;
  readonly error: { readonly code: string; readonly message: string };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The JSON object a line holds. Throws RecordError; `recoverId` can still tell whose line it was. */
export function parseLine(bytes: Uint8Array): Record<string, unknown> {
  if (!isUtf8(bytes)) {
    throw new RecordError("WIREFOLD_BAD_UTF8", "the line is not valid UTF-8; convert it, or give the page's bytes as html_path");
  }
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch (error) {
    throw new RecordError("WIREFOLD_BAD_JSON", `the line is not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RecordError("WIREFOLD_BAD_RECORD", "the line is JSON, but not an object; one {…} a line is read");
  }
  return value as Record<string, unknown>;
}

/** The id of a record that failed, where it can be told. */
export function recoverId(bytes: Uint8Array): string | null {
  try {
    return idOf(JSON.parse(decoder.decode(bytes)) as Record<string, unknown>);
  } catch {
    return null;
  }
}

/** A record's id as a string; numbers are taken as written. */
export function idOf(record: Record<string, unknown> | null): string | null {
  const id = record?.id;
  if (typeof id === "string" && id !== "") return id;
  return typeof id === "number" ? String(id) : null;
}

/** Checks a record against what the filter reads, and says which field is wrong in one sentence. */
export function checkRecord<S extends z.ZodType>(schema: S, record: Record<string, unknown>): z.output<S> {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `${issue.path.length > 0 ? `${issue.path.join(".")}: ` : ""}${issue.message}`,
  );
  throw new RecordError("WIREFOLD_BAD_RECORD", issues.join("; "), { cause: result.error });
}
