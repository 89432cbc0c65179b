import {
  type Blobs,
  DocumentFetched,
  documentIdOf,
  drop,
  emit,
  LocatorSubmitted,
  type Outcome,
  type SubmittedLocator,
  sha256,
} from "@wirefold/core";
import { defineStage } from "@wirefold/worker";
import { readWarcRange } from "./archives/warc-body.ts";
import type { UrlReader } from "./http/url-reader.ts";
import { readListing } from "./listings/read-listing.ts";
import { closeWithWorker, fetchPorts } from "./ports.ts";
import { readFileBody } from "./read-file.ts";
import { readLine } from "./read-line.ts";

export interface FetchPorts {
  readonly blobs: Blobs;
  readonly urls: UrlReader;
  /** Whether a document of this id is stored already. */
  readonly known: (documentId: string) => Promise<boolean>;
  /** The place a file's document is known by although the file stands elsewhere now; its own where it moved here before; else null. */
  readonly movedFrom: (locator: string, locatorId: string, bodyHash: string) => Promise<string | null>;
  /** Largest body accepted, in bytes. */
  readonly bodyBytesMax: number;
  /** Folders, beside its own, that a JSONL file's `html_path` may lead to. */
  readonly allowedFolders: readonly string[];
  /** Takes up what a list names, under the runs the list belongs to. Resolves to how many are new. */
  readonly found: (parent: LocatorSubmitted, locators: readonly SubmittedLocator[]) => Promise<number>;
}

export interface Body {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly kind: "html" | "text" | null;
  readonly hints: DocumentFetched["hints"];
  /** What names the document beside its content: the final URL, a path, or the id a JSONL line gave. */
  readonly locator: string;
  /** It is no document but a list of them. */
  readonly listing?: "feed" | "sitemap";
}

/** A locator in; the body behind it is stored, and what names and describes it goes out. */
export default defineStage({
  name: "fetch",
  version: 1,
  input: LocatorSubmitted,
  output: DocumentFetched,
  drops: {
    empty: "there is nothing behind the locator",
    moved: "a file whose bytes are stored from a place where it is no more: that document has moved with it",
    list: "a feed or a site map, which is no document; what it names is taken up",
    "no-page": "a record of an archive whose bytes are no page",
    unchanged: "the document is stored already, or was taken down",
  },
  // Thirty-two bodies in the air are the most a process holds, each of `bodyBytesMax` at worst.
  concurrency: 2,
  lanes: 16,
  timeoutMs: 60_000,
  maxAttempts: 5,
  ports: fetchPorts,
  alongside: closeWithWorker,
  async decide(submitted, ports, { signal }) {
    if (submitted.record !== undefined) return emitRecord(submitted, submitted.record, ports);
    const body = await readBody(submitted, ports, signal);
    if (body === null) return drop("no-page");
    if (body.bytes.length === 0) return drop("empty");
    if (body.listing !== undefined) {
      const { locators, detail } = await readListing(body, submitted, ports.blobs);
      return drop("list", { ...detail, new: await ports.found(submitted, locators) });
    }
    const hash = sha256(body.bytes);
    const documentId = documentIdOf(body.locator, hash);
    if (await ports.known(documentId)) return drop("unchanged");
    if (body.locator.startsWith("file:")) {
      const from = await ports.movedFrom(body.locator, submitted.locatorId, hash);
      if (from !== null) return from === body.locator ? drop("unchanged") : drop("moved", { from });
    }
    const bodyHash = await ports.blobs.put(body.bytes);
    const { contentType, kind, locator, hints } = body;
    return emit({ documentId, locator, bodyHash, contentType, kind, hints });
  },
});

/** A document whose body was stored by whoever submitted it. */
async function emitRecord(
  { locator, hints }: LocatorSubmitted,
  { bodyHash, contentType, kind }: NonNullable<LocatorSubmitted["record"]>,
  ports: FetchPorts,
): Promise<Outcome<DocumentFetched>> {
  const documentId = documentIdOf(locator, bodyHash);
  if (await ports.known(documentId)) return drop("unchanged");
  return emit({ documentId, locator, bodyHash, contentType, kind, hints });
}

/** The body behind a locator; null where an archive's record turns out to be no page. */
async function readBody(
  { locator, range, hints }: LocatorSubmitted,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<Body | null> {
  const { bodyBytesMax } = ports;
  if (range !== undefined) {
    const isWarc = /\.(warc|wet)(\.gz)?$/i.test(locator.split("#", 1)[0] ?? "");
    if (isWarc) return readWarcRange(locator, range, hints, bodyBytesMax);
    return readLine(locator, range, hints, bodyBytesMax, ports.allowedFolders);
  }
  if (locator.startsWith("file:")) return readFileBody(locator, hints, bodyBytesMax);
  return ports.urls.read(locator, hints, bodyBytesMax, signal);
}
