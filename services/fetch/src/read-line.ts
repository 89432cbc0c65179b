import { fileURLToPath } from "node:url";
import type { DocumentHints } from "@wirefold/core";
import { z } from "zod";
import { BrokenLineError } from "./errors.ts";
import { readBytes } from "./read-file.ts";
import type { Body } from "./stage.ts";

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

/** Reads the document in bytes `[start, end)` of a JSONL file. */
export async function readLine(
  locator: string,
  range: readonly [number, number],
  hints: DocumentHints,
  bytesMax: number,
): Promise<Body> {
  const file = locator.replace(/#.*$/, "");
  const bytes = await readBytes(fileURLToPath(file), range, bytesMax);
  const where = `${fileURLToPath(file)}, bytes ${range[0]}-${range[1]}`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new BrokenLineError(`${where}: not JSON (${(cause as Error).message})`, { cause });
  }
  const line = Line.safeParse(parsed);
  if (!line.success)
    throw new BrokenLineError(
      `${where}: ${line.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`,
    );
  const { id, url, html, text, title, published_at, date, outlet, source } = line.data;
  const content = html ?? text;
  if (content === undefined || content === null) throw new BrokenLineError(`${where}: neither "html" nor "text"`);
  const given: DocumentHints = {
    ...hints,
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...((published_at ?? date) ? { published_at: (published_at ?? date)! } : {}),
    ...((outlet ?? source) ? { outlet: (outlet ?? source)! } : {}),
  };
  return {
    bytes: new TextEncoder().encode(content),
    contentType: html == null ? "text/plain; charset=utf-8" : "text/html; charset=utf-8",
    kind: html == null ? "text" : "html",
    hints: given,
    locator: url ?? (id === undefined ? locator : `${file}#${id}`),
  };
}
