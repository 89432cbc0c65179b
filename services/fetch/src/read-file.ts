import { open } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { DocumentHints } from "@wirefold/core";
import { BodyTooLargeError, FileUnreadableError } from "./errors.ts";
import type { Body } from "./stage.ts";

const kinds: Record<string, "html" | "text"> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".txt": "text",
  ".md": "text",
};

/** Reads a file's bytes. Its size is checked before a byte is read, so a huge file costs nothing. */
export async function readFileBody(locator: string, hints: DocumentHints, bytesMax: number): Promise<Body> {
  const path = fileURLToPath(locator);
  const bytes = await readBytes(path, null, bytesMax);
  const kind = kinds[extname(path).toLowerCase()] ?? null;
  return { bytes, contentType: hints.content_type ?? null, kind, hints, locator };
}

/** Reads `[start, end)` of a file, or all of it. */
export async function readBytes(path: string, range: readonly [number, number] | null, bytesMax: number): Promise<Uint8Array> {
  const file = await open(path, "r").catch((cause: NodeJS.ErrnoException) => {
    const why =
      cause.code === "ENOENT" ? "there is no such file" : cause.code === "EACCES" ? "this user may not read it" : cause.message;
    throw new FileUnreadableError(`${path}: ${why}`, { cause });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new FileUnreadableError(`${path}: not a regular file`);
    const [start, end] = range ?? [0, stat.size];
    if (end - start > bytesMax) {
      throw new BodyTooLargeError(`${path}: ${end - start} bytes, more than the ${bytesMax} accepted (WIREFOLD_BODY_BYTES_MAX)`);
    }
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
