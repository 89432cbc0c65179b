import { fileURLToPath } from "node:url";
import { type DocumentHints, documentHintsOf, sha256 } from "@wirefold/core";
import { z } from "zod";
import { BrokenLineError } from "./errors.ts";
import { lineNameLength } from "./expand-source.ts";
import { readBytes } from "./read-file.ts";
import type { Body } from "./stage.ts";
import { storable } from "./storable.ts";

/** A document as one line of a JSONL file. */
const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  url: z.string().nullish(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  title: z.string().nullish(),
  published_at: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  source: z.string().nullish(),
});

/**
 * Reads the document in bytes `[start, end)` of a JSONL file.
 *
 * @throws BrokenLineError when the line is no document, or is not the line it was when the file was submitted.
 */
export async function readLine(
  locator: string,
  range: readonly [number, number],
  hints: DocumentHints,
  bytesMax: number,
): Promise<Body> {
  const file = locator.split("#", 1)[0]!;
  const path = fileURLToPath(file);
  const bytes = await readBytes(path, range, bytesMax);
  try {
    return toBody(bytes, locator, hints);
  } catch (error) {
    if (!(error instanceof LineProblem)) throw error;
    throw new BrokenLineError(`${path}, ${await nameLine(path, range)}: ${error.message}`, { cause: error.cause });
  }
}

/** What is wrong with a line, before it is known which line of the file it is. */
class LineProblem extends Error {}

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

function toBody(bytes: Uint8Array, locator: string, hints: DocumentHints): Body {
  const [file, name] = locator.split("#", 2) as [string, string | undefined];
  // A file may have been rewritten since it was submitted: half of another line must not pass for a document.
  if (name !== undefined && sha256(bytes).slice(0, lineNameLength) !== name)
    throw new LineProblem(`the file was changed since it was submitted; ingest it again`);
  const line = parseLine(bytes);
  const { id, url, html, text } = line;
  // Archives that keep both often leave one of them empty.
  const isHtml = typeof html === "string" && (html !== "" || text == null);
  const content = isHtml ? html : text;
  if (content == null) throw new LineProblem(`neither "html" nor "text"; give the document in one of them`);
  const given: DocumentHints = { ...hints, ...documentHintsOf(line) };
  return {
    bytes: new TextEncoder().encode(content),
    contentType: isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    kind: isHtml ? "html" : "text",
    hints: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, storable(value ?? "")])),
    locator: storable(url ? url : id === undefined ? locator : `${file}#${id}`),
  };
}

function parseLine(bytes: Uint8Array): z.output<typeof Line> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new LineProblem(`not UTF-8; convert the file (iconv -t UTF-8), then ingest it again`, { cause });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // The parser quotes what it met, whatever that was.
    const reason = storable((cause as Error).message).replace(/\s+/g, " ");
    throw new LineProblem(`not JSON (${reason}); mend the line, then ingest the file again`);
  }
  const line = Line.safeParse(parsed);
  if (line.success) return line.data;
  const issues = line.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "));
  throw new LineProblem(`not a document (${issues.join("; ")}); mend the line, then ingest the file again`);
}
