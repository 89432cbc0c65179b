import { fileURLToPath } from "node:url";
import { type DocumentHints, sha256 } from "@wirefold/core";
import { z } from "zod";
import { BrokenLineError } from "./errors.ts";
import { lineNameLength } from "./expand-source.ts";
import { readBytes } from "./read-file.ts";
import type { Body } from "./stage.ts";
import { storable } from "./storable.ts";

/** A document as one line of a JSONL file. `date` and `source` are other archives' words for `published_at` and `outlet`. */
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
  const [file, name] = locator.split("#", 2) as [string, string | undefined];
  const where = `${fileURLToPath(file)}, bytes ${range[0]}-${range[1]}`;
  const bytes = await readBytes(fileURLToPath(file), range, bytesMax);
  // A file may have been rewritten since it was submitted: half of another line must not pass for a document.
  if (name !== undefined && sha256(bytes).slice(0, lineNameLength) !== name)
    throw new BrokenLineError(`${where}: the file was changed since it was submitted; ingest it again`);
  const { id, url, html, text, title, published_at, date, outlet, source } = parseLine(bytes, where);
  // Archives that keep both often leave one of them empty.
  const isHtml = typeof html === "string" && (html !== "" || text == null);
  const content = isHtml ? html : text;
  if (content == null) throw new BrokenLineError(`${where}: neither "html" nor "text"; give the document in one of them`);
  const given: DocumentHints = {
    ...hints,
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...((published_at ?? date) ? { published_at: (published_at ?? date)! } : {}),
    ...((outlet ?? source) ? { outlet: (outlet ?? source)! } : {}),
  };
  return {
    bytes: new TextEncoder().encode(content),
    contentType: isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    kind: isHtml ? "html" : "text",
    hints: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, storable(value)])),
    locator: storable(url ? url : id === undefined ? locator : `${file}#${id}`),
  };
}

function parseLine(bytes: Uint8Array, where: string): z.output<typeof Line> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BrokenLineError(`${where}: not UTF-8; convert the file (iconv -t UTF-8), then ingest it again`, { cause });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // The parser quotes what it met, whatever that was.
    const reason = storable((cause as Error).message).replace(/\s+/g, " ");
    throw new BrokenLineError(`${where}: not JSON (${reason}); mend the line, then ingest the file again`);
  }
  const line = Line.safeParse(parsed);
  if (line.success) return line.data;
  const issues = line.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "));
  throw new BrokenLineError(`${where}: not a document (${issues.join("; ")}); mend the line, then ingest the file again`);
}
