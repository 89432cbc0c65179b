import { createReadStream, type Stats } from "node:fs";
import { pathToFileURL } from "node:url";
import { createGunzip } from "node:zlib";
import { type SubmittedLocator, sha256 } from "@wirefold/core";
import { readWarcHead, readWarcRecord, WarcError, type WarcHead, type WarcRecord, warcHeaderMax } from "@wirefold/sources";
import { BrokenRecordError } from "../errors.ts";
import { storable } from "../storable.ts";
import { type ExpandContext, recordLocator } from "./context.ts";
import { StreamReader } from "./stream-reader.ts";
import { OneStreamError, walkWarc } from "./walk-warc.ts";
import { capturedBody, maybePage, warcName } from "./warc-body.ts";

/**
 * The pages of a WARC or WET file: a locator a record, by its bytes in the file, so the file is read once here and each
 * page once by the worker that fetches it. A file that is compressed as a whole has no such places; its pages are stored here.
 */
export async function* expandWarc(path: string, info: Stats, context: ExpandContext): AsyncGenerator<SubmittedLocator> {
  const file = pathToFileURL(path).href;
  const before = context.from(path, info.size, info.mtimeMs);
  let records = before?.records ?? 0;
  try {
    for await (const walked of walkWarc(path, before?.bytes ?? 0)) {
      records += 1;
      if ("damage" in walked) damaged(path, `record at byte ${walked.start}`, walked.damage, context);
      else if (isPage(walked.record, context)) {
        const { record, start, end } = walked;
        const locator = `${file}#${warcName(record)}`;
        yield {
          locatorId: `loc-${sha256(locator).slice(0, 20)}`,
          locator,
          range: [start, end],
          fingerprint: `${record.id} ${record.date ?? ""}`,
          hints: { url: storable(record.url) },
        };
      }
      context.onPosition(path, { bytes: walked.end, records });
    }
  } catch (error) {
    if (!(error instanceof OneStreamError)) throw error;
    const unzipped = createReadStream(path).pipe(createGunzip());
    // Only the count of records leads back into such a file.
    const onPosition: ExpandContext["onPosition"] = (name, { records }) => context.onPosition(name, { bytes: 0, records });
    yield* expandWarcStream(unzipped, path, { ...context, onPosition }, before?.records ?? 0);
  }
}

/**
 * The pages of a WARC that arrives as a stream, each stored as it comes by.
 *
 * @param skip Records that an earlier walk has done with.
 */
export async function* expandWarcStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  context: ExpandContext,
  skip = 0,
): AsyncGenerator<SubmittedLocator> {
  const reader = new StreamReader(stream);
  let records = 0;
  try {
    for (;;) {
      await reader.skipBlank();
      const bytes = await reader.peek(warcHeaderMax, "\r\n\r\n");
      if (bytes.length === 0) return;
      let head: WarcHead | null;
      try {
        head = readWarcHead(bytes, 0);
        if (head === null) throw new WarcError("its headers are cut off");
      } catch (error) {
        if (!(error instanceof WarcError)) throw error;
        records += 1;
        if (records > skip) damaged(name, `record at byte ${reader.offset} of the unpacked file`, error.message, context);
        if (!(await reader.skipTo("\nWARC/1."))) return;
        continue;
      }
      await reader.skip(head.blockStart);
      records += 1;
      const wanted =
        records > skip && ["response", "resource", "conversion"].includes(head.type) && head.blockLength <= context.bodyBytesMax;
      if (!wanted) {
        await reader.skip(head.blockLength);
        continue;
      }
      const block = await reader.take(head.blockLength);
      if (block.length < head.blockLength) {
        damaged(name, `record at byte ${reader.offset} of the unpacked file`, "cut off", context);
        return;
      }
      const record = readWarcRecord(head, block);
      if (isPage(record, context)) {
        const body = await capturedBody(record, {}, context.bodyBytesMax).catch((error: Error) => {
          damaged(name, record.url, error.message, context);
          return null;
        });
        if (body !== null) yield await recordLocator(body, context.blobs);
      }
      context.onPosition(name, { bytes: reader.offset, records });
    }
  } catch (error) {
    // The file ends in the middle of its compression: what came before is read.
    if (!/^Z_/.test(String((error as NodeJS.ErrnoException).code ?? ""))) throw error;
    damaged(name, `byte ${reader.offset} of the unpacked file`, (error as Error).message, context);
  }
}

function isPage(record: WarcRecord, context: ExpandContext): record is Extract<WarcRecord, { is: "document" }> {
  if (record.is === "other") {
    if (record.reason !== null) context.onPassedOver(record.reason);
    return false;
  }
  if (maybePage(record.contentType)) return true;
  context.onPassedOver((record.contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "");
  return false;
}

function damaged(path: string, where: string, reason: string, context: ExpandContext): void {
  context.onUnreadable(new BrokenRecordError(`${path}, ${where}: ${reason}; it is passed over`));
}
