import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentHints, sha256 } from "@wirefold/core";
import { BrokenLineError } from "./errors.ts";
import { lineNameLength } from "./expand-source.ts";
import type { Body } from "./fetch-document.ts";
import { readBytes } from "./read-file.ts";
import { parseRow, type Row, RowProblem, rowBody } from "./row-document.ts";
import { storable } from "./storable.ts";

/**
 * Reads the document in bytes `[start, end)` of a JSONL file.
 *
 * @param allowedFolders Folders beside the file's own that `html_path` may lead to.
 * @throws BrokenLineError when the line is no document, or is not the line it was when the file was submitted.
 */
export async function readLine(
  locator: string,
  range: readonly [number, number],
  hints: DocumentHints,
  bytesMax: number,
  allowedFolders: readonly string[] = [],
): Promise<Body> {
  const [file = "", name] = locator.split("#", 2);
  const path = fileURLToPath(file);
  const bytes = await readBytes(path, range, bytesMax);
  try {
    // A file may have been rewritten since it was submitted: half of another line must not pass for a document.
    if (name !== undefined && sha256(bytes).slice(0, lineNameLength) !== name)
      throw new RowProblem(`the file was changed since it was submitted; ingest it again`);
    return await rowBody(parseLine(bytes), { file, name: name ?? "", folder: dirname(path), allowedFolders, hints, bytesMax });
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    throw new BrokenLineError(`${path}, ${await nameLine(path, range)}: ${error.message}`, { cause: error.cause });
  }
}

/** The prefix of a file that is read again to count its lines; beyond it, a line is named by its bytes. */
const countedBytesMax = 4 * 1024 * 1024;

/** `line 7`, as an editor counts; counting through gigabytes for each broken line would never end. */
async function nameLine(path: string, [start, end]: readonly [number, number]): Promise<string> {
  if (start > countedBytesMax) return `bytes ${start}-${end}`;
  const before = await readBytes(path, [0, start], countedBytesMax);
  let line = 1;
  for (const byte of before) if (byte === 10) line += 1;
  return `line ${line}`;
}

/** @throws RowProblem when the bytes are no UTF-8, no JSON or no document. */
export function parseLine(bytes: Uint8Array): Row {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RowProblem(`not UTF-8; convert the file (iconv -t UTF-8), then ingest it again`, { cause });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // The parser quotes what it met, whatever that was.
    const reason = storable((cause as Error).message).replace(/\s+/g, " ");
    throw new RowProblem(`not JSON (${reason}); mend the line, then ingest the file again`);
  }
  return parseRow(parsed);
}
