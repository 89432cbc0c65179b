import {
  type Blobs,
  type DocumentFetched,
  documentIdOf,
  drop,
  emit,
  type LocatorSubmitted,
  type Outcome,
  type SubmittedLocator,
  sha256,
} from "@wirefold/core";
import type { PageDirective } from "@wirefold/sources";
import { readWarcRange } from "./archives/warc-body.ts";
import { honoured, type PageMemory } from "./http/page-memory.ts";
import type { KnownPage, PageVisit, UrlReader } from "./http/url-reader.ts";
import { readListing } from "./listings/read-listing.ts";
import { readFileBody } from "./read-file.ts";
import { readLine } from "./read-line.ts";

export interface FetchPorts {
  readonly blobs: Blobs;
  readonly urls: UrlReader;
  /** What is remembered of pages that were read before. */
  readonly pages: PageMemory;
  /** Wishes of pages that are followed. */
  readonly honour: readonly PageDirective[];
  /** Whether a document of this id is stored already. */
  readonly known: (documentId: string) => Promise<boolean>;
  /** Whether any version of a document of this address is. */
  readonly stored: (locator: string) => Promise<boolean>;
  /** The place a file's document is known by although the file stands elsewhere now; its own where it moved here before; else null. */
  readonly movedFrom: (locator: string, locatorId: string, bodyHash: string) => Promise<string | null>;
  /** Largest body accepted, in bytes. */
  readonly bodyBytesMax: number;
  /** Folders, in addition to its own, that a JSONL file's `html_path` may lead to. */
  readonly allowedFolders: readonly string[];
  /** Takes up what a list names, under the runs the list belongs to. Resolves to how many are new. */
  readonly found: (parent: LocatorSubmitted, locators: readonly SubmittedLocator[]) => Promise<number>;
}

export interface Body {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly kind: "html" | "text" | null;
  readonly hints: DocumentFetched["hints"];
  /** What names the document apart from its content: the final URL, a path, or the id a JSONL line gave. */
  readonly locator: string;
  /** It is no document but a list of them. */
  readonly listing?: "feed" | "sitemap";
  /** What its server and its head say, of a page that was read over HTTP. */
  readonly visit?: PageVisit;
}

/** What becomes of one locator: the document behind it, a list that is taken up, or the reason why there is none. */
export async function fetchDocument(
  submitted: LocatorSubmitted,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<Outcome<DocumentFetched>> {
  if (submitted.record !== undefined) {
    const readAt = submitted.record.isItem === true ? await ports.pages.lastRead(submitted.locator) : null;
    if (readAt === null) return emitRecord(submitted, submitted.record, ports);
    // The page itself is stored: what its feed carries of it is no version of it, but may say that the page has one.
    const isChanged = submitted.changedAt !== undefined && Date.parse(submitted.changedAt) > readAt.getTime();
    if (!isChanged) return drop("twin", { of: submitted.locator });
  }
  const body = await readBody(submitted, ports, signal);
  if (body === null) return drop("no-page");
  if ("known" in body) {
    if (body.known === "not-modified") await ports.pages.confirmed(body.address, body.freshSeconds);
    return drop("unchanged", { why: body.known, address: body.address });
  }
  if (body.bytes.length === 0) return drop("empty");
  if (body.listing !== undefined) {
    const { locators, detail } = await readListing(body, submitted, ports.blobs);
    return drop("list", { ...detail, new: await ports.found(submitted, locators) });
  }
  const { contentType, kind, locator, hints, visit } = body;
  const wish = honoured(visit, ports.honour);
  if (wish === "noindex") return drop("noindex", { address: visit?.address });
  if (wish === "noarchive") return drop("noarchive", { address: visit?.address });
  const hash = sha256(body.bytes);
  const documentId = documentIdOf(locator, hash);
  const isKnown = await ports.known(documentId);
  if (visit === undefined) {
    if (isKnown) return drop("unchanged");
    if (locator.startsWith("file:")) {
      const from = await ports.movedFrom(locator, submitted.locatorId, hash);
      if (from !== null) return from === locator ? drop("unchanged") : drop("moved", { from });
    }
  } else if (!isKnown && locator !== visit.address && (await isKnownElsewhere(visit, locator, ports)))
    return drop("twin", { address: visit.address, of: locator });
  const bodyHash = isKnown ? hash : await ports.blobs.put(body.bytes);
  // Remembered first: it counts only once the document is stored.
  if (visit !== undefined) await ports.pages.read(visit, locator, documentId, bodyHash, submitted.locatorId);
  if (isKnown) return drop("unchanged");
  const asks = visit?.signs.directives ?? [];
  const event = { documentId, locator, bodyHash, contentType, kind, hints };
  return asks.length === 0 ? emit(event) : { kind: "emit", outputs: [event], detail: { asks: asks.join(", ") } };
}

/** A form of a page that is stored in another, or a page that was just read at another of its addresses. */
async function isKnownElsewhere({ signs, address }: PageVisit, locator: string, ports: FetchPorts): Promise<boolean> {
  return signs.isTwin ? ports.stored(locator) : ports.pages.justReadElsewhere(locator, address);
}

/** A document whose body was stored by its submitter. */
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
  { locatorId, locator, range, hints, changedAt }: LocatorSubmitted,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<Body | KnownPage | null> {
  const { bodyBytesMax } = ports;
  if (range !== undefined) {
    const isWarc = /\.(warc|wet)(\.gz)?$/i.test(locator.split("#", 1)[0] ?? "");
    if (isWarc) return readWarcRange(locator, range, hints, bodyBytesMax);
    return readLine(locator, range, hints, bodyBytesMax, ports.allowedFolders);
  }
  if (locator.startsWith("file:")) return readFileBody(locator, hints, bodyBytesMax);
  return ports.urls.read(locator, hints, bodyBytesMax, signal, async (address) => {
    const page = await ports.pages.known(address, locatorId);
    // A list that says when the page changed knows better than what was said when it was last read.
    return page === null || changedAt === undefined || page.known !== "fresh" ? page : { ...page, known: null };
  });
}
