import { createReadStream, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CliError } from "../cli-error.ts";

/** One source of JSONL: a file, or stdin. */
export interface Input {
  /** As the user wrote it; "stdin" for standard input. Opens every message about it. */
  readonly name: string;
  /** Where relative paths inside its records are looked for, after the working directory. */
  readonly folder: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Large enough that reading is not the slow part, small enough that several inputs fit in memory. */
const READ_BYTES = 256 * 1024;

/** The inputs a filter was given: files in order, `-` or nothing for stdin. Nothing is opened yet. */
export function inputsOf(paths: readonly string[]): Input[] {
  return (paths.length === 0 ? ["-"] : paths).map((path) => (path === "-" ? stdinInput() : fileInput(path)));
}

/** Names of single pages, which are no JSONL. */
const PAGE_NAME = /\.(x?html?|txt)(\.gz)?$/i;

/** The same for the filters that read pages: a page's file is one record, whose id is its path. */
export function pageInputsOf(paths: readonly string[]): Input[] {
  return inputsOf(paths).map((input) => (PAGE_NAME.test(input.name) ? pageInput(input.name) : input));
}

function pageInput(path: string): Input {
  return {
    name: path,
    // Where it lies behind links: a user who names a page may read it.
    get folder() {
      return dirname(realpathSync(path));
    },
    async *open() {
      assertReadableFile(path);
      yield Buffer.from(JSON.stringify({ id: path, html_path: path }));
    },
  };
}

function stdinInput(): Input {
  return {
    name: "stdin",
    folder: process.cwd(),
    open() {
      if (process.stdin.isTTY) process.stderr.write("wirefold: reading JSONL from the terminal; Ctrl-D ends it\n");
      return decompress("stdin", process.stdin as AsyncIterable<Uint8Array>);
    },
  };
}

function fileInput(path: string): Input {
  return {
    name: path,
    folder: dirname(path),
    open() {
      assertReadableFile(path);
      return decompress(path, createReadStream(path, { highWaterMark: READ_BYTES }));
    },
  };
}

/** Throws the clear form of "no such file" and "that is a folder", before a stream would fail half-way. */
export function assertReadableFile(path: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw fileError(path, error);
  }
  if (isFolder) {
    throw new CliError("WIREFOLD_NOT_A_FILE", `${path} is a folder`, { remedy: "give the files in it, such as folder/*.jsonl" });
  }
}

/** What the operating system said about a file, in our words. */
export function fileError(path: string, error: unknown): CliError {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new CliError("WIREFOLD_FILE_MISSING", `there is no file ${path}`, { remedy: "check the path", cause: error });
  }
  if (code === "EACCES" || code === "EPERM") {
    return new CliError("WIREFOLD_FILE_UNREADABLE", `${path} may not be read by this user`, {
      remedy: "change its permissions, or run as a user who may read it",
      cause: error,
    });
  }
  const said = error instanceof Error ? error.message : String(error);
  return new CliError("WIREFOLD_FILE_UNREADABLE", `${path} cannot be read: ${said}`, { cause: error });
}

/** Gunzips what begins with gzip's two magic bytes, whatever the name; passes the rest through. */
async function* decompress(name: string, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    let head: Uint8Array = new Uint8Array(0);
    let ended = false;
    while (head.length < 2 && !ended) {
      const next = await chunks.next();
      if (next.done === true) ended = true;
      else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const whole = {
      async *[Symbol.asyncIterator]() {
        if (head.length > 0) yield head;
        for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
      },
    };
    if (head[0] !== 0x1f || head[1] !== 0x8b) {
      yield* whole;
      return;
    }
    const gunzip = createGunzip({ chunkSize: READ_BYTES });
    const compressed = Readable.from(whole);
    compressed.on("error", (error) => gunzip.destroy(error));
    yield* compressed.pipe(gunzip);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw fileError(name, error);
    throw new CliError("WIREFOLD_BAD_GZIP", `${name} is damaged or cut off as gzip`, {
      remedy: "the lines before the damage were used; fetch the file again",
      cause: error,
    });
  } finally {
    await chunks.return?.();
  }
}
