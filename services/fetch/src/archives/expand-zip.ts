import { extname } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { createGunzip } from "node:zlib";
import { kindOfName, PipelineError, type SubmittedLocator } from "@wirefold/core";
import { type Entry, open as openZip, type ZipFile } from "yauzl";
import { BrokenRecordError } from "../errors.ts";
import { type ExpandContext, recordLocator } from "./context.ts";
import { expandCsv, expandLineStream } from "./expand-table.ts";
import { expandWarcStream } from "./expand-warc.ts";

/** Members of an archive. More are no collection of pages but an attempt to fill memory. */
const membersMax = 1_000_000;
/** A page packs to a tenth; a member that unpacks to far more is passed over before it does. */
const ratioMax = 1000;

/**
 * The documents of a ZIP archive: its pages and texts, the lines of its JSONL files, the records of its WARC files (WACZ
 * is such an archive). Names of members are names and never paths, so none leads out of the archive.
 */
export async function* expandZip(path: string, context: ExpandContext, skip = 0): AsyncGenerator<SubmittedLocator> {
  const zip = await opened(path);
  const file = pathToFileURL(path).href;
  let members = 0;
  try {
    for await (const entry of entriesOf(zip, path, context)) {
      members += 1;
      if (members > membersMax)
        throw new BrokenRecordError(`${path}: more than ${membersMax} members; unpack what is wanted of it`);
      const name = nameOf(entry);
      const plain = name.replace(/\.gz$/i, "");
      const extension = extname(plain).toLowerCase();
      const isWarc = extension === ".warc" || extension === ".wet";
      const isLines = extension === ".jsonl" || extension === ".ndjson";
      const isTable = extension === ".csv" || extension === ".tsv";
      const kind = kindOfName(plain);
      const isPage = kind !== null && extension !== ".md" && plain === name;
      // A WACZ lists its pages in JSONL files of its own, which hold no documents.
      const isIndex = /(^|\/)pages\/[^/]+\.jsonl$/i.test(name) && /\.wacz$/i.test(path);
      if (members <= skip || name.endsWith("/") || /(^|\/)(\.[^./]|__MACOSX\/)/.test(name)) continue;
      if (!(isWarc || isLines || isTable || isPage) || isIndex) {
        context.onPassedOver(extension || "no-extension");
        continue;
      }
      const where = `${path}, member ${name}`;
      if (entry.isEncrypted()) {
        context.onUnreadable(new BrokenRecordError(`${where}: encrypted; unpack the archive first`));
        continue;
      }
      if (isPage && entry.uncompressedSize > Math.max(context.bodyBytesMax, 0)) {
        context.onUnreadable(
          new BrokenRecordError(`${where}: ${entry.uncompressedSize} bytes, and ${context.bodyBytesMax} are accepted`),
        );
        continue;
      }
      if (entry.uncompressedSize > ratioMax * Math.max(1, entry.compressedSize) && entry.uncompressedSize > 1024 * 1024) {
        context.onUnreadable(
          new BrokenRecordError(`${where}: unpacks to more than ${ratioMax} times its size; it is passed over`),
        );
        continue;
      }
      try {
        const packed = await streamOf(zip, entry);
        const stream = name === plain ? packed : packed.pipe(createGunzip());
        if (name !== plain) packed.on("error", (error) => (stream as ReturnType<typeof createGunzip>).destroy(error));
        if (isWarc) yield* expandWarcStream(stream, where, { ...context, onPosition: () => {} });
        else if (isLines) yield* expandLineStream(stream, `${path}/${name}`, { ...context, onPosition: () => {} });
        else if (isTable)
          yield* expandCsv(stream, `${path}/${name}`, extension === ".tsv" ? "\t" : null, { ...context, onPosition: () => {} });
        else {
          const chunks: Uint8Array[] = [];
          for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
          const bytes = Buffer.concat(chunks);
          if (bytes.length === 0) context.onPassedOver("empty");
          else
            yield await recordLocator({ bytes, contentType: null, kind, hints: {}, locator: `${file}#${name}` }, context.blobs);
        }
      } catch (error) {
        // The store's trouble, and what was judged already, are no damage of the archive.
        if (error instanceof PipelineError || !(error instanceof Error)) throw error;
        context.onUnreadable(new BrokenRecordError(`${where}: damaged (${error.message}); it is passed over`, { cause: error }));
      }
      context.onPosition(path, { bytes: entry.relativeOffsetOfLocalHeader + entry.compressedSize, records: members });
    }
  } finally {
    zip.close();
  }
}

/** UTF-8 where it is, else byte by byte: a name has only to be the same every time. */
function nameOf(entry: Entry): string {
  // Not decoded, the name comes as its bytes.
  const bytes = entry.fileName as unknown as Buffer;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are never used as paths, so what would be unsafe as one may stand; undecoded they are not refused.
    openZip(
      path,
      { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true, decodeStrings: false },
      (error, zip) => {
        if (error) reject(new BrokenRecordError(`${path}: damaged as a ZIP archive (${error.message})`, { cause: error }));
        else resolve(zip);
      },
    );
  });
}

/** Members one by one; a directory that is damaged ends the walk, and what came before is kept. */
async function* entriesOf(zip: ZipFile, path: string, context: ExpandContext): AsyncGenerator<Entry> {
  for (;;) {
    const next = await new Promise<Entry | Error | null>((resolve) => {
      const settle = (value: Entry | Error | null) => {
        zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
        resolve(value);
      };
      zip
        .once("entry", settle)
        .once("end", () => settle(null))
        .once("error", settle);
      zip.readEntry();
    });
    if (next === null) return;
    if (next instanceof Error) {
      context.onUnreadable(
        new BrokenRecordError(`${path}: its directory is damaged (${next.message}); what came before was read`),
      );
      return;
    }
    yield next;
    if (zip.entriesRead >= zip.entryCount) return;
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
