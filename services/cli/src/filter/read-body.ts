import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { allowedFoldersOf, liesIn } from "@wirefold/fetch/allowed-folders";
import { sniffDocument } from "@wirefold/sources/sniff-document";
import { formatBytes } from "../format.ts";
import { fileError } from "../jsonl/open-input.ts";
import { RecordError } from "../jsonl/parse-line.ts";

/** The largest page read, decompressed. The largest news pages seen are about 10 MB. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

const PAGE_NAME = /\.(x?html?|shtml)(\.gz)?$/i;

/**
 * The page that a record's `html_path` leads to. A relative path is looked for in the working directory and then in `folder` (where
 * the JSONL file lies). Records may come from anybody, so outside these two, and the folders of WIREFOLD_ALLOW_PATHS, only what
 * is a page by its name or its bytes is read: no list makes a reader of keys and settings.
 *
 * @throws an error with a WIREFOLD_ code
 */
export function readRecordBody(path: string, folder: string): Uint8Array {
  const place = isAbsolute(path) || isFile(resolve(path)) ? resolve(path) : resolve(folder, path);
  const bytes = readBody(place, path);
  const real = realpathSync(place);
  if (PAGE_NAME.test(real)) return bytes;
  const folders = [process.cwd(), realpathSync(folder), ...allowedFoldersOf(process.env.WIREFOLD_ALLOW_PATHS ?? "")];
  if (folders.some((allowed) => liesIn(real, allowed)) || sniffDocument(bytes) === "html") return bytes;
  throw new RecordError(
    "WIREFOLD_PATH_OUTSIDE",
    `html_path leads to ${real}, which is no page and lies outside the folder; allow its folder with WIREFOLD_ALLOW_PATHS`,
  );
}

/**
 * The bytes of a page on disk, gunzipped where they are gzip. Throws an error with a WIREFOLD_ code.
 *
 * @param path as messages name it
 */
export function readBody(place: string, path: string = place): Uint8Array {
  let bytes: Buffer;
  try {
    const stats = statSync(place);
    // A pipe or a device could be read for ever.
    if (!stats.isFile()) throw new RecordError("WIREFOLD_NOT_A_FILE", `${path} is not a file`);
    if (stats.size > MAX_BODY_BYTES) throw tooLarge(path);
    bytes = readFileSync(place);
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw fileError(path, error);
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(path);
    throw new RecordError("WIREFOLD_BAD_GZIP", `${path} is damaged or cut off as gzip; fetch it again`, { cause: error });
  }
}

/** The same bound for a page given inline. */
export function assertBodySize(body: string): void {
  if (body.length > MAX_BODY_BYTES) throw tooLarge("the page");
}

function tooLarge(what: string): RecordError {
  return new RecordError(
    "WIREFOLD_BODY_TOO_LARGE",
    `${what} is larger than ${formatBytes(MAX_BODY_BYTES)}; such a page is not an article`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
