import type { Stats } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { decodeStream, NotTextError } from "@wirefold/article/decoding";
import type { SubmittedLocator } from "@wirefold/core";
import { parse as parseCsv } from "csv-parse";
import { BrokenRecordError } from "../errors.ts";
import { parseLine, parseRow, type Row, RowProblem, Row as RowSchema, rowBody } from "../row-document.ts";
import { type ExpandContext, recordLocator } from "./context.ts";
import { StreamReader } from "./stream-reader.ts";

/** Rows that are turned into documents side by side: storing their bodies is mostly waiting. */
const sideBySide = 16;

interface NamedRow {
  /** `line 7`, for messages and for rows that name themselves neither by `url` nor by `id`. */
  readonly name: string;
  readonly row: Row | Error;
  /** Where the next row begins. */
  readonly bytes: number;
}

/** The documents of rows that have no place of their own on disk: each body is stored as its row comes by. */
async function* documentsOf(
  rows: AsyncIterable<NamedRow>,
  path: string,
  context: ExpandContext,
  skip: number,
): AsyncGenerator<SubmittedLocator> {
  const place = { file: pathToFileURL(path).href, folder: dirname(path), allowedFolders: context.allowedFolders, hints: {} };
  let records = 0;
  let batch: NamedRow[] = [];
  const work = async () => {
    const made = await Promise.all(
      batch.map(async ({ row, name }) => {
        try {
          if (row instanceof Error) throw row;
          const body = await rowBody(row, { ...place, name: name.replaceAll(" ", "-"), bytesMax: context.bodyBytesMax });
          if (body.bytes.length > 0) return await recordLocator(body, context.blobs);
          context.onPassedOver("empty");
        } catch (error) {
          if (!(error instanceof RowProblem || error instanceof BrokenRecordError)) throw error;
          context.onUnreadable(new BrokenRecordError(`${path}, ${name}: ${error.message}`, { cause: error }));
        }
        return null;
      }),
    );
    return made.filter((locator) => locator !== null);
  };
  for await (const row of rows) {
    records += 1;
    if (records > skip) batch.push(row);
    if (batch.length < sideBySide) continue;
    yield* await work();
    context.onPosition(path, { bytes: row.bytes, records });
    batch = [];
  }
  yield* await work();
}

/** The lines of a compressed JSONL file. */
export async function* expandLineStream(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  context: ExpandContext,
  skip = 0,
): AsyncGenerator<SubmittedLocator> {
  yield* documentsOf(linesOf(new StreamReader(stream), context.bodyBytesMax), path, context, skip);
}

async function* linesOf(reader: StreamReader, bytesMax: number): AsyncGenerator<NamedRow> {
  for (let number = 1; ; number += 1) {
    const line = await reader.line(bytesMax).catch((error: Error) => error);
    const name = `line ${number}`;
    if (line === null) return;
    if (line instanceof Error) {
      yield { name, row: new RowProblem(`the file is damaged or cut off (${line.message})`), bytes: reader.offset };
      return;
    }
    if (line.bytes.length === 0 || line.bytes.toString("latin1").trim() === "") continue;
    yield {
      name,
      row: line.cut ? new RowProblem(`more than ${bytesMax} bytes`) : attempt(() => parseLine(line.bytes)),
      bytes: reader.offset,
    };
  }
}

/** A JSON file: one document, a list of them, or an object that holds such a list. */
export async function* expandJson(bytes: Uint8Array, path: string, context: ExpandContext): AsyncGenerator<SubmittedLocator> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new BrokenRecordError(
      `${path}: not JSON (${(cause as Error).message.slice(0, 200)}); mend it, or name it .jsonl if it holds an object a line`,
      { cause },
    );
  }
  const list = Array.isArray(parsed) ? parsed : listIn(parsed);
  async function* rows(): AsyncGenerator<NamedRow> {
    for (const [index, value] of list.entries())
      yield { name: `item ${index + 1}`, row: attempt(() => parseRow(mapped(value, context.columns))), bytes: 0 };
  }
  yield* documentsOf(rows(), path, context, 0);
}

/** `{"articles": [...]}` is a common shape; otherwise the object is the document. */
function listIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  const isDocument = ["html", "text", "html_path"].some((key) => key in value);
  const lists = Object.values(value).filter((inner): inner is unknown[] => Array.isArray(inner) && typeof inner[0] === "object");
  return !isDocument && lists.length === 1 && lists[0] !== undefined ? lists[0] : [value];
}

/**
 * The rows of a CSV or TSV file, in any encoding, by the names in its first line.
 *
 * @param given What separates fields; null: what separates most of them in the first line.
 */
export async function* expandCsv(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  given: "\t" | null,
  context: ExpandContext,
  skip = 0,
): AsyncGenerator<SubmittedLocator> {
  const texts = decodeStream(stream);
  const head = await texts.next().catch((error: Error) => error);
  if (head instanceof Error)
    throw new BrokenRecordError(
      `${path}: no table (${head instanceof NotTextError ? `it is ${head.message}` : head.message}); convert it to CSV in UTF-8`,
      { cause: head },
    );
  const first = head.done === true ? "" : head.value;
  async function* whole(): AsyncGenerator<string> {
    yield first;
    yield* texts;
  }
  const parser = parseCsv({
    columns: true,
    delimiter: given ?? delimiterOf(first),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: context.bodyBytesMax,
  });
  async function* rows(): AsyncGenerator<NamedRow> {
    try {
      const source = Readable.from(whole());
      source.on("error", (error) => parser.destroy(error));
      for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
        record: Record<string, unknown>;
        info: { lines: number; bytes: number; records: number };
      }>) {
        if (info.records === 1) requireBody(Object.keys(record), path, context);
        yield { name: `line ${info.lines}`, row: attempt(() => parseRow(mapped(record, context.columns))), bytes: info.bytes };
      }
    } catch (error) {
      if (error instanceof BrokenRecordError) throw error;
      yield { name: "its end", row: new RowProblem(`damaged as a table (${(error as Error).message.slice(0, 200)})`), bytes: 0 };
    }
  }
  yield* documentsOf(rows(), path, context, skip);
}

/** Spreadsheets write what their country writes. A first line within quotes says nothing. */
function delimiterOf(text: string): string {
  const line = /^\s*([^\r\n]*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: line.split(mark).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

const bodyColumns = ["text", "html", "html_path"];

/** A table without a column for the document is told so once, not a row at a time. */
function requireBody(names: readonly string[], path: string, { columns }: ExpandContext): void {
  const given = Object.entries(columns).flatMap(([name, column]) => (names.includes(column) ? [name] : []));
  const there = new Set([...names.map(plainName), ...given]);
  const isThere = bodyColumns.some((name) => there.has(name) && (columns[name] === undefined || given.includes(name)));
  if (isThere) return;
  const shown = names.slice(0, 20).join(", ").slice(0, 300);
  throw new BrokenRecordError(
    `${path}: no column is named text, html or html_path; say which holds the document: --columns text=NAME (it has ${shown})`,
  );
}

const plainName = (name: string): string => name.trim().toLowerCase();

/** Rows of a Parquet file that are read at once. */
const parquetRows = 500;

export async function* expandParquet(path: string, info: Stats, context: ExpandContext): AsyncGenerator<SubmittedLocator> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import("hyparquet");
  const file = await open(path);
  const slice = async (start: number, end = info.size) => {
    const bytes = Buffer.alloc(Math.max(0, end - start));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return new Uint8Array(bytes.subarray(0, bytesRead)).buffer as ArrayBuffer;
  };
  const buffer = { byteLength: info.size, slice };
  const from = context.from(path, info.size, info.mtimeMs)?.records ?? 0;
  try {
    const metadata = await parquetMetadataAsync(buffer).catch((cause: Error) => {
      throw new BrokenRecordError(`${path}: damaged as a Parquet file (${cause.message})`, { cause });
    });
    const there = parquetSchema(metadata).children.map((column) => column.element.name);
    const wanted = new Set([...Object.keys(RowSchema.shape), ...Object.values(context.columns)]);
    const columns = there.filter((name) => wanted.has(name) || wanted.has(plainName(name)));
    requireBody(there, path, context);
    const total = Number(metadata.num_rows);
    async function* rows(): AsyncGenerator<NamedRow> {
      for (let start = 0; start < total; start += parquetRows) {
        const end = Math.min(total, start + parquetRows);
        const read =
          end <= from
            ? []
            : await parquetReadObjects({ file: buffer, metadata, columns, rowStart: start, rowEnd: end }).catch(
                (cause: Error) => cause,
              );
        for (let row = start; row < end; row += 1) {
          const value =
            read instanceof Error
              ? new RowProblem(`damaged (${read.message.slice(0, 200)})`)
              : attempt(() => parseRow(mapped(read[row - start] ?? {}, context.columns)));
          yield { name: `row ${row + 1}`, row: value, bytes: Math.round((info.size * (row + 1)) / total) };
        }
      }
    }
    yield* documentsOf(rows(), path, context, from);
  } finally {
    await file.close();
  }
}

/** A row under our names, however they are capitalised: a column that is mapped counts as what it is mapped to; what is empty is not given. */
function mapped(value: unknown, columns: Readonly<Record<string, string>>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const row: Record<string, unknown> = { ...value };
  for (const [name, column] of Object.entries(columns)) row[name] = (value as Record<string, unknown>)[column];
  for (const key of Object.keys(value)) if (plainName(key) in RowSchema.shape) row[plainName(key)] ??= row[key];
  for (const [key, field] of Object.entries(row)) {
    if (field === "" || field === null) delete row[key];
    else if (field instanceof Date) row[key] = field.toISOString();
    else if (typeof field === "bigint") row[key] = field.toString();
  }
  return row;
}

function attempt(read: () => Row): Row | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}
