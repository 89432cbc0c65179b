import { createHash, type Hash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type SubmittedLocator, sha256 } from "@wirefold/core";
import { FileUnreadableError, HttpRefusedError, reasonOf } from "./errors.ts";

const documentExtensions = new Set([".html", ".htm", ".xhtml", ".txt"]);
const lineExtensions = new Set([".jsonl", ".ndjson"]);

/** Characters of a line's hash that name it: 80 bits, so two lines of one file never share a name by accident. */
export const lineNameLength = 20;

/** Called with what a folder holds and cannot be read; the walk goes on. */
export type OnUnreadable = (error: FileUnreadableError) => void;

/**
 * Turns what a person names (a file, a folder, a `file:` or `http(s):` URL) into locators. Folders are walked in name
 * order, each once however many links lead to it; hidden files and files of other kinds are passed over. A JSONL file
 * gives one locator a line, named by the line's content, so lines added later are new and the others are known.
 *
 * @param onUnreadable @default throws, which ends the walk
 * @throws FileUnreadableError when what is named itself is not there or may not be read.
 * @throws HttpRefusedError when it looks like a URL and is none.
 */
export async function* expandSource(source: string, onUnreadable: OnUnreadable = rethrow): AsyncGenerator<SubmittedLocator> {
  if (/^https?:/i.test(source)) {
    yield locatedUrl(source);
    return;
  }
  const path = pathOf(source);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new FileUnreadableError(`${source}: ${reasonOf(cause)}`, { cause });
  });
  const real = await realpath(path);
  if (info.isDirectory()) yield* expandFolder(real, new Set([real]), rethrow, onUnreadable);
  else if (lineExtensions.has(extname(real).toLowerCase())) yield* expandLines(real, info);
  else yield locatedFile(real, info);
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

/** @param onFolder what to do when the folder itself cannot be listed; `onUnreadable` is for what lies in it */
async function* expandFolder(
  folder: string,
  seen: Set<string>,
  onFolder: OnUnreadable,
  onUnreadable: OnUnreadable,
): AsyncGenerator<SubmittedLocator> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) if (!entry.name.startsWith(".")) names.push(entry.name);
  } catch (cause) {
    onFolder(new FileUnreadableError(`${folder}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause }));
  }
  for (const name of names.sort()) {
    const path = join(folder, name);
    const extension = extname(name).toLowerCase();
    try {
      const info = await stat(path);
      if (info.isDirectory()) {
        // A link to a folder above would walk in circles, and links across one another would double at every level.
        const real = await realpath(path);
        if (seen.has(real)) continue;
        seen.add(real);
        yield* expandFolder(path, seen, onUnreadable, onUnreadable);
      } else if (documentExtensions.has(extension)) {
        yield locatedFile(path, info);
      } else if (lineExtensions.has(extension)) {
        yield* expandLines(path, info);
      }
    } catch (cause) {
      if (cause instanceof FileUnreadableError) onUnreadable(cause);
      else if (!isSystemError(cause)) throw cause;
      else onUnreadable(new FileUnreadableError(`${path}: ${reasonOf(cause)}`, { cause }));
    }
  }
}

/** Reads line ends and hashes only: a file of any size, and a line of any length, passes through in 64 KB pieces. */
async function* expandLines(path: string, info: Stats): AsyncGenerator<SubmittedLocator> {
  if (!info.isFile()) throw new FileUnreadableError(`${path}: it is a pipe, a socket or a device, not a regular file`);
  const file = pathToFileURL(path).href;
  let offset = 0;
  let start = 0;
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
    const name = hash.digest("hex").slice(0, lineNameLength);
    return { ...located(`${file}#${name}`, name), range };
  };
  const chunks = createReadStream(path) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        extend(chunk.subarray(from, at));
        const found = finish(offset + at);
        if (found !== null) yield found;
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
