import { FatalError, QuarantineError, UnavailableError } from "./errors.ts";

/**
 * Bodies, named by the SHA-256 (lower-case hexadecimal) of their bytes. Putting the same bytes twice stores them once;
 * what is put is never changed.
 */
export interface Blobs {
  /**
   * @param hash that of the bytes, where the caller has worked it out already
   * @returns the hash the bytes are found under once this resolves, even after a crash.
   */
  put(bytes: Uint8Array, hash?: string): Promise<string>;
  /** @throws BlobMissingError when no such blob was put, BlobCorruptError when its bytes no longer match its name. */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(hash: string): Promise<void>;
  /** All blobs, in no order. One that is put or deleted meanwhile may be in it or not. */
  list(): AsyncIterable<StoredBlob>;
  /**
   * Deletes a blob that nobody has put since a moment at least two hours ago. Safe while others write: who puts the same bytes at the same
   * time has either kept this from deleting them, or writes them again.
   *
   * @returns whether it was deleted
   */
  discard(hash: string, unusedSince: Date): Promise<boolean>;
}

export interface StoredBlob {
  readonly hash: string;
  /** As stored, packed. */
  readonly bytes: number;
  /** When it was last put, to the hour: putting what is there already refreshes it at most once an hour. */
  readonly putAt: Date;
}

/** No blob bears that name. Another try finds none either, so the document is quarantined: ingest its source again, then replay it. */
export class BlobMissingError extends QuarantineError {
  override readonly code = "WIREFOLD_BLOB_MISSING";
}

/**
 * The stored bytes are not the ones that were put: a damaged disk, or somebody tampered with them. The document is quarantined; the
 * damaged bytes are put aside, so ingesting its source again mends it.
 */
export class BlobCorruptError extends QuarantineError {
  override readonly code = "WIREFOLD_BLOB_CORRUPT";
}

/** The place blobs are kept is full, read-only or does not answer for now: the stage pauses and tries again. */
export class BlobStoreError extends UnavailableError {
  override readonly code = "WIREFOLD_BLOB_STORE";
}

/** The place blobs are kept is misnamed, or does not know us. Nothing can be stored, so the process must not go on. */
export class BlobConfigError extends FatalError {
  override readonly code = "WIREFOLD_BLOB_CONFIG";
}
