import { realpath } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { type DocumentHints, documentHintsOf } from "@wirefold/core";
import { z } from "zod";
import { liesIn } from "./allowed-folders.ts";
import type { Body } from "./fetch-document.ts";
import { looksLikeText, unpack } from "./http/unpack.ts";
import { readBytes } from "./read-file.ts";
import { storable } from "./storable.ts";

/** Characters of a line's hash that name it: 80 bits, so two lines of one file never share a name by accident. */
export const lineNameLength = 20;

/** What a row says of its document apart from its body: a number is taken as it is written, anything else that is no text says nothing. */
const Said = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined),
  z.string().optional(),
);

/** A document as a line of a JSONL file or a row of a table. */
export const Row = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: z.string().nullish(),
  html: z.string().nullish(),
  html_path: z.string().nullish(),
  content_type: z.string().nullish(),
  text: z.string().nullish(),
  title: Said,
  published_at: Said,
  date: Said,
  outlet: Said,
  source: Said,
});
export type Row = z.output<typeof Row>;

/** What is wrong with a row, before it is known which of the file it is. */
export class RowProblem extends Error {}

export interface RowPlace {
  /** The file's address, and what names the row where it names itself neither by `url` nor by `id`. */
  readonly file: string;
  readonly name: string;
  /** Where `html_path` is looked for: the folder the file lies in. */
  readonly folder: string;
  /** Folders, in addition to its own, that `html_path` may lead to. */
  readonly allowedFolders?: readonly string[];
  readonly hints: DocumentHints;
  readonly bytesMax: number;
}

/** @throws RowProblem naming each field that is wrong. */
export function parseRow(value: unknown): Row {
  const parsed = Row.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "));
  throw new RowProblem(`not a document (${issues.join("; ")}); mend the line, then ingest the file again`);
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

/** @throws RowProblem when the row is no document; the errors of reading a file where it names one. */
export async function rowBody(row: Row, place: RowPlace): Promise<Body> {
  const { id, url, html, html_path, text } = row;
  const hints: DocumentHints = { ...place.hints, ...documentHintsOf(row) };
  const named = {
    hints: Object.fromEntries(Object.entries(hints).map(([key, value]) => [key, storable(value ?? "")])),
    locator: storable(url ? url : id == null ? `${place.file}#${place.name}` : `${place.file}#${id}`),
  };
  // Archives that keep both often leave one of them empty.
  if (typeof html === "string" && (html !== "" || (text == null && !html_path)))
    return { ...named, bytes: new TextEncoder().encode(html), contentType: "text/html; charset=utf-8", kind: "html" };
  if (html_path) {
    const bytes = await readPage(html_path, place);
    return {
      ...named,
      bytes,
      contentType: row.content_type ?? null,
      kind: /text\/plain/i.test(row.content_type ?? "") ? null : "html",
    };
  }
  if (text == null) throw new RowProblem(`neither "html" nor "text" nor "html_path"; give the document in one of them`);
  return { ...named, bytes: new TextEncoder().encode(text), contentType: "text/plain; charset=utf-8", kind: "text" };
}

/** A page that lies in a file of its own, unpacked. A list from outside must not make us read any file. */
async function readPage(htmlPath: string, place: RowPlace): Promise<Uint8Array> {
  const path = isAbsolute(htmlPath) ? htmlPath : resolve(place.folder, htmlPath);
  const real = await realpath(path).catch(() => path);
  const folders = [await realpath(place.folder).catch(() => place.folder), ...(place.allowedFolders ?? [])];
  if (!folders.some((folder) => liesIn(real, folder)))
    throw new RowProblem(`html_path leads to ${real}, outside the folder of the file; allow it with WIREFOLD_ALLOW_PATHS`);
  const { bytes } = await unpack(await readBytes(real, null, place.bytesMax), {
    url: real,
    contentEncoding: null,
    bytesMax: place.bytesMax,
  });
  if (bytes.length > 0 && !looksLikeText(bytes) && !(bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0))
    throw new RowProblem(`html_path leads to ${real}, which is no text`);
  return bytes;
}
