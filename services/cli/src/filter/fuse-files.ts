import { readFileSync } from "node:fs";
import { ClaimRow } from "@wirefold/core";
import { fuseClaims } from "@wirefold/truth";
import { CliError } from "../cli-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { parseBytes } from "../format.ts";
import { assertReadableFile, inputsOf } from "../jsonl/open-input.ts";
import { checkRecord, type ErrorLine } from "../jsonl/parse-line.ts";
import { readRecords } from "../jsonl/read-records.ts";
import { Output } from "../output.ts";
import { reportInputError } from "../report-input-error.ts";
import { assertNotEarlierError } from "./error-passthrough.ts";

/** `wirefold fuse`: one answer a row, in input order. */
export async function fuseFiles(files: readonly string[], options: { hierarchy?: string; maxLine: string }): Promise<ExitCode> {
  const hierarchy = options.hierarchy === undefined ? undefined : readHierarchy(options.hierarchy);
  let failed = false;
  const rows: ClaimRow[] = [];
  /** One entry a line: the index of its row, or its error. */
  const lines: (number | ErrorLine)[] = [];
  const limits = { maxLineBytes: parseBytes("--max-line", options.maxLine), maxLines: 256, maxBytes: 256 * 1024 };
  const onInputError = (error: unknown) => {
    reportInputError(error);
    failed = true;
  };
  for await (const record of readRecords(inputsOf(files), limits, readRow, onInputError)) {
    lines.push(record.ok ? rows.push(record.value) - 1 : record.error);
    if (!record.ok) failed = true;
  }
  const fused = fuseClaims(rows, hierarchy === undefined ? {} : { hierarchy });
  const output = new Output();
  for (const line of lines) await output.writeLine(typeof line === "number" ? fused[line] : line);
  return failed ? EXIT.inputFailed : EXIT.ok;
}

function readRow(record: Record<string, unknown>): ClaimRow {
  assertNotEarlierError(record);
  return checkRecord(ClaimRow, record);
}

function readHierarchy(path: string): Record<string, string | null> {
  assertReadableFile(path);
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    const isParent = (parent: unknown) => typeof parent === "string" || parent === null;
    if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isParent))
      return value as Record<string, string | null>;
    throw new Error("it must be one object of child: parent");
  } catch (error) {
    throw new CliError("WIREFOLD_BAD_HIERARCHY", `${path} is not a hierarchy: ${(error as Error).message}`, {
      exitCode: EXIT.usage,
      remedy: 'write it as {"Lyon": "France", "France": "Europe"}',
    });
  }
}
