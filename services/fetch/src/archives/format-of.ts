import type { Stats } from "node:fs";
import { open } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { sniffDocument } from "@wirefold/sources/sniff-document";
import { FileUnreadableError } from "../errors.ts";

/** What a file is read as; `document`: one document, or whatever fetch finds it to be. */
export type SourceFormat =
  | "document"
  | "lines"
  | "packed-lines"
  | "json"
  | "csv"
  | "tsv"
  | "parquet"
  | "warc"
  | "packed-warc"
  | "zip"
  | "urls";

const byName: readonly [RegExp, SourceFormat][] = [
  [/\.(jsonl|ndjson)$/i, "lines"],
  [/\.(jsonl|ndjson)\.(gz|zst)$/i, "packed-lines"],
  [/\.json(\.gz)?$/i, "json"],
  [/\.csv(\.gz|\.zst)?$/i, "csv"],
  [/\.tsv(\.gz|\.zst)?$/i, "tsv"],
  [/\.parquet$/i, "parquet"],
  [/\.(warc|wet)(\.gz)?$/i, "warc"],
  [/\.(warc|wet)\.zst$/i, "packed-warc"],
  [/\.(zip|wacz)$/i, "zip"],
];
/** Archives that are not read, and how they are unpacked. */
const foreign: readonly [RegExp, string][] = [
  [/\.(tar(\.\w+)?|tgz|tbz2?|txz)$/i, "unpack it (tar -xf) and name the folder"],
  [/\.(7z|rar)$/i, "unpack it and name the folder"],
  [/\.(bz2|xz|lz4?|lzma)$/i, "unpack it, or pack it as .gz or .zst"],
  [/\.arc(\.gz)?$/i, "convert it to WARC (arc2warc)"],
];

/** @throws FileUnreadableError for an archive of a kind that is not read, by its name: unpacked as a text it would be a document of garbage. */
export function refuseArchive(path: string): void {
  const remedy = foreign.find(([pattern]) => pattern.test(path))?.[1];
  if (remedy !== undefined) throw new FileUnreadableError(`${path}: archives of this kind are not read; ${remedy}`);
}
const documentNames = /\.(html|htm|xhtml|txt)(\.gz)?$/i;
const listNames = /\.(rss|atom|rdf|xml)(\.gz)?$/i;

/** By the name where it tells, else by the first bytes. */
export async function formatOf(path: string, info: Stats): Promise<SourceFormat> {
  const named = byName.find(([pattern]) => pattern.test(path))?.[1];
  if (!info.isFile()) return named === "lines" ? "lines" : "document";
  if (named === "json") return sniffDocument(await headOf(path)) === "feed" ? "document" : "json";
  if (named !== undefined) return named;
  if (/\.(html?|xhtml|md)(\.gz)?$/i.test(path)) return "document";
  const head = await headOf(path);
  const mark = head.subarray(0, 5).toString("latin1");
  if (mark.startsWith("PK\u0003\u0004")) return "zip";
  if (mark.startsWith("PAR1")) return "parquet";
  if (mark === "WARC/" && !/\.txt$/i.test(path)) return "warc";
  return isUrlList(head) ? "urls" : "document";
}

/** Whether a file met in a folder is one to read. XML is, where it is a feed or a sitemap. */
export async function isListFile(path: string, info: Stats): Promise<boolean> {
  if (documentNames.test(path) || byName.some(([pattern, format]) => pattern.test(path) && format !== "json")) return true;
  if (!info.isFile() || !(listNames.test(path) || /\.json$/i.test(path))) return false;
  const sniffed = sniffDocument(await headOf(path));
  return sniffed === "feed" || sniffed === "sitemap";
}

/** The first 4 KB, unpacked where they are gzip. */
async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(4096);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    const head = bytes.subarray(0, bytesRead);
    if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 1024 * 1024 });
  } catch {
    // The reader of the file says what is wrong with it.
    return Buffer.alloc(0);
  } finally {
    await file.close();
  }
}

/** Every line but the last, which may be cut, is an address or a comment. */
function isUrlList(head: Buffer): boolean {
  const lines = head.toString("utf8").split(/\r?\n/);
  const whole = (head.length < 4096 ? lines : lines.slice(0, -1))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return whole.length > 0 && whole.every((line) => /^https?:\/\/\S+$/i.test(line));
}

/** The ending a file without a name should bear: standard input, kept. */
export async function extensionOf(path: string, info: Stats): Promise<string> {
  const head = await headOf(path);
  const format = await formatOf(path, info);
  const packed = await isPacked(path);
  const first = head.toString("latin1").trimStart()[0];
  if (format === "zip" || format === "parquet") return `.${format}`;
  if (format === "warc") return packed ? ".warc.gz" : ".warc";
  if (format === "urls") return ".txt";
  const sniffed = sniffDocument(head);
  const name = sniffed === "html" ? ".html" : sniffed !== null ? ".xml" : first === "[" ? ".json" : ".jsonl";
  return packed ? `${name}.gz` : name;
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
