import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type DocumentHints, kindOfName } from "@wirefold/core";
import { sniffDocument } from "@wirefold/sources/sniff-document";
import { BodyTooLargeError, FileUnreadableError, fileError, NoDocumentError } from "./errors.ts";
import type { Body } from "./fetch-document.ts";
import { unpack } from "./http/unpack.ts";

/** Reads a file, unpacked where it is gzip or zstd. Its size is checked before a byte is read, so a huge file costs nothing. */
export async function readFileBody(locator: string, hints: DocumentHints, bytesMax: number): Promise<Body> {
  const path = fileURLToPath(locator);
  const packed = await readBytes(path, null, bytesMax);
  const { bytes } = await unpack(packed, { url: path, contentEncoding: null, bytesMax }).catch((cause: Error) => {
    if (cause instanceof BodyTooLargeError) throw cause;
    throw new FileUnreadableError(`${path}: damaged as a compressed file (${cause.message}); copy it again`, { cause });
  });
  const kind = kindOfName(path.replace(/\.(gz|zst)$/i, ""));
  const body = { bytes, contentType: hints.content_type ?? null, kind, hints, locator };
  const sniffed = kind === "text" ? null : sniffDocument(bytes);
  if (sniffed === "feed" || sniffed === "sitemap") return { ...body, kind: null, listing: sniffed };
  if (sniffed === "xml" && kind === null)
    throw new NoDocumentError(`${path}: XML that is no page, no feed and no sitemap is no article; convert it to HTML or text`);
  return body;
}

/** Up to this a range is read at once: four calls into the system's cache take 20 µs, and 250 µs of CPU by way of the thread pool. */
const inlineBytesMax = 256 * 1024;

/**
 * Reads `[start, end)` of a file, or all of it; less when the file has become shorter.
 *
 * @throws FileUnreadableError when it is not there, may not be read, or is no regular file.
 * @throws UnavailableError when it is this machine that cannot read now.
 * @throws BodyTooLargeError when it has more than `bytesMax` bytes.
 */
export async function readBytes(path: string, range: readonly [number, number] | null, bytesMax: number): Promise<Uint8Array> {
  const unreadable = (cause: unknown) => fileError(path, cause as NodeJS.ErrnoException);
  // Without O_NONBLOCK, opening a pipe nobody writes to would hold the worker for ever.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  if (range !== null && range[1] - range[0] <= inlineBytesMax) {
    let file: number | undefined;
    try {
      file = openSync(path, flags);
      const [start, length] = bounds(path, fstatSync(file), range, bytesMax);
      const bytes = Buffer.allocUnsafe(length);
      let filled = 0;
      for (let got = -1; filled < length && got !== 0; filled += got)
        got = readSync(file, bytes, filled, length - filled, start + filled);
      return bytes.subarray(0, filled);
    } catch (error) {
      if (error instanceof FileUnreadableError || error instanceof BodyTooLargeError) throw error;
      throw unreadable(error);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
  const file = await open(path, flags).catch((cause) => {
    throw unreadable(cause);
  });
  try {
    const [start, length] = bounds(path, await file.stat(), range, bytesMax);
    return await readFully(file, start, length).catch((cause) => {
      throw unreadable(cause);
    });
  } finally {
    await file.close();
  }
}

/** Where to read and how much, once it is known what the path is. */
function bounds(path: string, stat: Stats, range: readonly [number, number] | null, bytesMax: number): [number, number] {
  if (stat.isDirectory()) throw new FileUnreadableError(`${path}: it is a folder, not a file`);
  if (!stat.isFile()) throw new FileUnreadableError(`${path}: it is a pipe, a socket or a device, not a regular file`);
  const [start, end] = range ?? [0, stat.size];
  if (end - start > bytesMax) {
    throw new BodyTooLargeError(
      `${path}: ${end - start} bytes, and ${bytesMax} are accepted; leave it out, or raise WIREFOLD_BODY_BYTES_MAX`,
    );
  }
  return [start, end - start];
}

/** One `read` may give less than was asked for, on network shares in particular. */
async function readFully(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
