import { createReadStream } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type SubmittedLocator, sha256 } from "@wirefold/core";
import { FileUnreadableError } from "./errors.ts";

const documentExtensions = new Set([".html", ".htm", ".xhtml", ".txt"]);
const lineExtensions = new Set([".jsonl", ".ndjson"]);

/**
 * Turns what a person names (a file, a folder, a `file:` or `http(s):` URL) into locators. Folders are walked in name
 * order; hidden files and files of other kinds are passed over. A JSONL file gives one locator a line, named by the
 * line's content, so lines added later are new and the others are known.
 *
 * @throws FileUnreadableError when what is named is not there or may not be read.
 */
export async function* expandSource(source: string): AsyncGenerator<SubmittedLocator> {
  if (/^https?:\/\//i.test(source)) {
    const url = new URL(source);
    url.hash = "";
    // A page may change at any time, so each run asks again; an unchanged page is dropped as such.
    yield located(url.href, `asked:${Date.now()}`);
    return;
  }
  const path = source.startsWith("file:") ? new URL(source).pathname : resolve(source);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such file or folder" : cause.message;
    throw new FileUnreadableError(`${source}: ${why}`, { cause });
  });
  const real = await realpath(path);
  if (info.isDirectory()) yield* expandFolder(real, new Set([real]));
  else if (lineExtensions.has(extname(real).toLowerCase())) yield* expandLines(real);
  else yield located(pathToFileURL(real).href, `${info.size}:${info.mtimeMs}`);
}

async function* expandFolder(folder: string, above: ReadonlySet<string>): AsyncGenerator<SubmittedLocator> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) if (!entry.name.startsWith(".")) names.push(entry.name);
  } catch (cause) {
    throw new FileUnreadableError(`${folder}: ${(cause as Error).message}`, { cause });
  }
  for (const name of names.sort()) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info === null) continue;
    const extension = extname(name).toLowerCase();
    if (info.isDirectory()) {
      const real = await realpath(path);
      // A link to a folder above would walk in circles.
      if (!above.has(real)) yield* expandFolder(path, new Set([...above, real]));
    } else if (documentExtensions.has(extension)) {
      yield located(pathToFileURL(path).href, `${info.size}:${info.mtimeMs}`);
    } else if (lineExtensions.has(extension)) {
      yield* expandLines(path);
    }
  }
}

/** Reads line ends only: a file of any size passes through in 64 KB pieces. */
async function* expandLines(path: string): AsyncGenerator<SubmittedLocator> {
  const file = pathToFileURL(path).href;
  let offset = 0;
  let start = 0;
  let held: Buffer[] = [];
  const line = (end: number): SubmittedLocator | null => {
    const bytes = Buffer.concat(held);
    held = [];
    const range: [number, number] = [start, end];
    start = end + 1;
    if (bytes.toString("latin1").trim() === "") return null;
    const hash = sha256(bytes).slice(0, 20);
    return { ...located(`${file}#${hash}`, hash), range };
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at));
      const found = line(offset + at);
      if (found !== null) yield found;
      from = at + 1;
    }
    held.push(chunk.subarray(from));
    offset += chunk.length;
  }
  const last = line(offset);
  if (last !== null) yield last;
}

function located(locator: string, fingerprint: string): SubmittedLocator {
  return { locatorId: `loc-${sha256(locator).slice(0, 20)}`, locator, fingerprint, hints: {} };
}
