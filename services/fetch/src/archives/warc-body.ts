import { fileURLToPath } from "node:url";
import { type DocumentHints, sha256 } from "@wirefold/core";
import { WarcError, type WarcRecord } from "@wirefold/sources";
import { BrokenRecordError } from "../errors.ts";
import type { Body } from "../fetch-document.ts";
import { judgeBody } from "../http/judge-body.ts";
import { unpack } from "../http/unpack.ts";
import { readBytes } from "../read-file.ts";
import { storable } from "../storable.ts";
import { readWarcBytes } from "./walk-warc.ts";

type Captured = Extract<WarcRecord, { is: "document" }>;

/** Names a record within its file. */
export function warcName(record: Captured): string {
  return sha256(`${record.id}\n${record.url}`).slice(0, 20);
}

/** Types a page may come under. What is declared as something else is not unpacked to see. */
export function maybePage(contentType: string | null): boolean {
  return contentType === null || !/\/|^\s*$/.test(contentType) || /html|text\/plain|octet-stream|unknown/i.test(contentType);
}

/** A captured page as a document; null where its bytes say it is none. */
export async function capturedBody(record: Captured, hints: DocumentHints, bytesMax: number): Promise<Body | null> {
  const { bytes } = await unpack(record.body, { url: record.url, contentEncoding: record.contentEncoding, bytesMax });
  if (bytes.length === 0) return null;
  const judged = judgeBody(bytes, record.contentType);
  if (judged.is !== "article") return null;
  const url = storable(record.url);
  return { bytes, contentType: judged.contentType, kind: judged.kind, hints: { ...hints, url }, locator: url };
}

/**
 * Reads the document in bytes `[start, end)` of a WARC file; null where it is none.
 *
 * @throws BrokenRecordError when the record is damaged, or is not the one it was when the file was submitted.
 */
export async function readWarcRange(
  locator: string,
  range: readonly [number, number],
  hints: DocumentHints,
  bytesMax: number,
): Promise<Body | null> {
  const [file = "", name] = locator.split("#", 2);
  const path = fileURLToPath(file);
  const broken = (reason: string, cause?: unknown) =>
    new BrokenRecordError(`${path}, record at byte ${range[0]}: ${reason}`, { cause });
  let record: WarcRecord;
  try {
    record = readWarcBytes(await readBytes(path, range, bytesMax));
  } catch (cause) {
    if (cause instanceof WarcError) throw broken(cause.message, cause);
    throw cause;
  }
  if (record.is !== "document" || warcName(record) !== name)
    throw broken("the file was changed since it was submitted; ingest it again");
  return capturedBody(record, hints, bytesMax);
}
