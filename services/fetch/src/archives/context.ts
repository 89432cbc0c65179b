import { type Blobs, type QuarantineError, type SubmittedLocator, sha256 } from "@wirefold/core";
import type { Body } from "../fetch-document.ts";
import { storable } from "../storable.ts";

/** How far a walk through a file has come. */
export interface Position {
  /** Bytes of the file that are done with. */
  readonly bytes: number;
  /** Records that are done with, damaged and passed-over ones included. */
  readonly records: number;
}

/** What expanding a source needs of the world, and tells it on the way. */
export interface ExpandContext {
  /** Where the bodies of records go that have no place of their own on disk. */
  readonly blobs: Blobs;
  readonly bodyBytesMax: number;
  /** Called with what cannot be read, a file of a folder or a record of a file; the walk goes on. */
  readonly onUnreadable: (error: QuarantineError) => void;
  /** Called for what is whole and no document: an image, a redirect. */
  readonly onPassedOver: (reason: string) => void;
  /** Called whenever everything before `position` of a file has been yielded. */
  readonly onPosition: (path: string, position: Position) => void;
  /** Where an earlier walk through this very file stopped. */
  readonly from: (path: string, size: number, mtimeMs: number) => Position | null;
  /** Columns of a table that hold what: `{text: "body"}`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Folders that links and `html_path` may lead to, in addition to the one that was named. */
  readonly allowedFolders: readonly string[];
}

/** A context for what is not said: what cannot be read ends the walk, nothing is skipped, nothing else is allowed. */
export function expandContext(given: Partial<ExpandContext>): ExpandContext {
  const nowhere = async (): Promise<never> => {
    throw new Error("records of archives need a blob store to go to");
  };
  return {
    blobs: {
      put: nowhere,
      get: nowhere,
      has: nowhere,
      delete: nowhere,
      discard: nowhere,
      list: () => ({ [Symbol.asyncIterator]: () => ({ next: nowhere }) }),
    },
    bodyBytesMax: 32 * 1024 * 1024,
    onUnreadable: (error) => {
      throw error;
    },
    onPassedOver: () => {},
    onPosition: () => {},
    from: () => null,
    columns: {},
    allowedFolders: [],
    ...given,
  };
}

/** Stores a body and names it, for a document that has no place of its own on disk. */
export async function recordLocator(body: Body, blobs: Blobs): Promise<SubmittedLocator> {
  const bodyHash = await blobs.put(body.bytes);
  const locator = storable(body.locator);
  return {
    locatorId: `loc-${sha256(locator).slice(0, 20)}`,
    locator,
    fingerprint: bodyHash,
    record: { bodyHash, contentType: body.contentType, kind: body.kind },
    hints: body.hints,
  };
}
