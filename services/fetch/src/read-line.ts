import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentHints, sha256 } from "@wirefold/core";
import { BrokenLineError } from "./errors.ts";
import type { Body } from "./fetch-document.ts";
import { readBytes } from "./read-file.ts";
import { lineNameLength, parseLine, RowProblem, rowBody } from "./row-document.ts";

/**
 * Reads the document in bytes `[start, end)` of a JSONL file.
 *
 * @param allowedFolders Folders, in addition to the file's own, that `html_path` may lead to.
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
