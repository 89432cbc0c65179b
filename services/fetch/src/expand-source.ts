import { createHash, type Hash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { QuarantineError, type SubmittedLocator, sha256 } from "@wirefold/core";
import { liesIn } from "./allowed-folders.ts";
import { type ExpandContext, expandContext } from "./archives/context.ts";
import { expandCsv, expandJson, expandLineStream, expandParquet } from "./archives/expand-table.ts";
import { expandWarc, expandWarcStream } from "./archives/expand-warc.ts";
import { expandZip } from "./archives/expand-zip.ts";
import { formatOf, isListFile, refuseArchive, type SourceFormat } from "./archives/format-of.ts";
import { unpackedStream } from "./archives/unpacked-stream.ts";
import { FileUnreadableError, HttpRefusedError, reasonOf } from "./errors.ts";
import { readBytes, readFileBody } from "./read-file.ts";
import { lineNameLength } from "./row-document.ts";

/**
 * Turns what a person names (a file, a folder, an archive, a `file:` or `http(s):` URL) into locators. Folders are walked in
 * name order, each once however many links lead to it; hidden files and files of other kinds are passed over, and links
 * that leave the folder are refused. A JSONL file gives one locator a line, named by the line's content, so lines added
 * later are new and the others are known. Archives and tables give one a record.
 *
 * @throws FileUnreadableError when what is named itself is not there or may not be read.
 * @throws HttpRefusedError when it looks like a URL and is none.
 */
export async function* expandSource(source: string, given: Partial<ExpandContext> = {}): AsyncGenerator<SubmittedLocator> {
  const context = expandContext(given);
  if (/^https?:/i.test(source)) {
    yield locatedUrl(source);
    return;
  }
  const path = pathOf(source);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new FileUnreadableError(`${source}: ${reasonOf(cause)}`, { cause });
  });
  const real = await realpath(path);
  if (info.isDirectory()) yield* expandFolder(real, { root: real, seen: new Set([real]), context }, rethrow);
  else yield* expandFile(real, info, await formatOf(real, info), context);
}

/** One file, as what it is. */
async function* expandFile(
  path: string,
  info: Stats,
  format: SourceFormat,
  context: ExpandContext,
): AsyncGenerator<SubmittedLocator> {
  if (!info.isFile() && format !== "document")
    throw new FileUnreadableError(`${path}: it is a pipe, a socket or a device, not a regular file`);
  refuseArchive(path);
  const skip = () => context.from(path, info.size, info.mtimeMs)?.records ?? 0;
  try {
    if (format === "lines") yield* expandLines(path, info, context);
    else if (format === "packed-lines") yield* expandLineStream(unpackedStream(path), path, context, skip());
    else if (format === "csv" || format === "tsv")
      yield* expandCsv(unpackedStream(path), path, format === "csv" ? null : "\t", context, skip());
    else if (format === "json")
      yield* expandJson((await readFileBody(pathToFileURL(path).href, {}, context.bodyBytesMax)).bytes, path, context);
    else if (format === "parquet") yield* expandParquet(path, info, context);
    else if (format === "packed-warc") yield* expandWarcStream(unpackedStream(path), path, context, skip());
    else if (format === "warc") yield* expandWarc(path, info, context);
    else if (format === "zip") yield* expandZip(path, context, skip());
    else if (format === "urls") yield* expandUrls(path, context);
    else yield locatedFile(path, info);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new FileUnreadableError(`${path}: ${reasonOf(cause)}`, { cause });
  }
}

/** A text that is nothing but addresses, one a line. */
async function* expandUrls(path: string, context: ExpandContext): AsyncGenerator<SubmittedLocator> {
  const text = new TextDecoder().decode(await readBytes(path, null, context.bodyBytesMax));
  for (const line of text.split(/\r?\n/)) {
    const url = line.trim();
    if (url === "" || url.startsWith("#")) continue;
    try {
      yield locatedUrl(url);
    } catch (error) {
      if (!(error instanceof HttpRefusedError)) throw error;
      context.onUnreadable(error);
    }
  }
}

function locatedUrl(source: string): SubmittedLocator {
  let url: URL;
  try {
    url = new URL(source);
  } catch (cause) {
    throw new HttpRefusedError(`${source}: not a URL; write it as https://example.org/page.html`, { cause });
  }
  url.hash = "";
  // A page may change at any time, so each run asks again; an unchanged page is dropped as such.
  return located(url.href, `asked:${Date.now()}`);
}

function pathOf(source: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1];
  if (scheme !== undefined && scheme.toLowerCase() !== "file")
    throw new FileUnreadableError(`${source}: ${scheme} is not read; name a file, a folder, or a file: or http(s): URL`);
  if (!/^file:/i.test(source)) return resolve(source);
  try {
    return fileURLToPath(source);
  } catch (cause) {
    throw new FileUnreadableError(`${source}: not a file URL of this machine; write it as file:///folder/page.html`, { cause });
  }
}

interface FolderWalk {
  /** The folder that was named, as a real path. */
  readonly root: string;
  readonly seen: Set<string>;
  readonly context: ExpandContext;
}

/** @param onFolder what to do when the folder itself cannot be listed; `context.onUnreadable` is for what lies in it */
async function* expandFolder(
  folder: string,
  walk: FolderWalk,
  onFolder: (error: FileUnreadableError) => void,
): AsyncGenerator<SubmittedLocator> {
  const { root, seen, context } = walk;
  const entries: { name: string; isLink: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder))
      if (!entry.name.startsWith(".")) entries.push({ name: entry.name, isLink: entry.isSymbolicLink() });
  } catch (cause) {
    onFolder(new FileUnreadableError(`${folder}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause }));
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isLink } of entries) {
    const path = join(folder, name);
    try {
      const info = await stat(path);
      if (isLink) {
        const real = await realpath(path);
        if (![root, ...context.allowedFolders].some((allowed) => liesIn(real, allowed))) {
          throw new FileUnreadableError(
            `${path}: a link out of the folder, to ${real}; name that itself, or allow its folder with WIREFOLD_ALLOW_PATHS`,
          );
        }
      }
      if (info.isDirectory()) {
        // A link to a folder above would walk in circles, and links across one another would double at every level.
        const real = await realpath(path);
        if (seen.has(real)) continue;
        seen.add(real);
        yield* expandFolder(path, walk, context.onUnreadable);
      } else {
        refuseArchive(path);
        if (!(await isListFile(path, info))) continue;
        yield* expandFile(path, info, await formatOf(path, info), context);
      }
    } catch (cause) {
      if (cause instanceof QuarantineError) context.onUnreadable(cause);
      else if (!isSystemError(cause)) throw cause;
      else context.onUnreadable(new FileUnreadableError(`${path}: ${reasonOf(cause)}`, { cause }));
    }
  }
}

/** Reads line ends and hashes only: a file of any size, and a line of any length, passes through in 64 KB pieces. */
async function* expandLines(path: string, info: Stats, context: ExpandContext): AsyncGenerator<SubmittedLocator> {
  const file = pathToFileURL(path).href;
  const before = context.from(path, info.size, info.mtimeMs);
  let offset = before?.bytes ?? 0;
  let start = offset;
  let records = before?.records ?? 0;
  let line: { hash: Hash; blank: boolean } = { hash: createHash("sha256"), blank: true };
  const extend = (bytes: Buffer) => {
    line.hash.update(bytes);
    line.blank &&= isBlank(bytes);
  };
  const finish = (end: number): SubmittedLocator | null => {
    const range: [number, number] = [start, end];
    const { hash, blank } = line;
    line = { hash: createHash("sha256"), blank: true };
    start = end + 1;
    if (blank) return null;
    records += 1;
    const name = hash.digest("hex").slice(0, lineNameLength);
    return { ...located(`${file}#${name}`, name), range };
  };
  const chunks = createReadStream(path, { start: offset }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        extend(chunk.subarray(from, at));
        const found = finish(offset + at);
        if (found !== null) yield found;
        context.onPosition(path, { bytes: start, records });
        from = at + 1;
      }
      extend(chunk.subarray(from));
      offset += chunk.length;
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new FileUnreadableError(`${path}: ${reasonOf(cause)}`, { cause });
  }
  const last = finish(offset);
  if (last !== null) yield last;
}

/** Whether there are only spaces, tabs, line ends and a byte order mark. */
function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf) return false;
    if (byte < 9) return false;
  }
  return true;
}

function locatedFile(path: string, { size, mtimeMs }: Stats): SubmittedLocator {
  return located(pathToFileURL(path).href, `${size}:${mtimeMs}`);
}

function located(locator: string, fingerprint: string): SubmittedLocator {
  return { locatorId: `loc-${sha256(locator).slice(0, 20)}`, locator, fingerprint, hints: {} };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

function rethrow(error: FileUnreadableError): never {
  throw error;
}
