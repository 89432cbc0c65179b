/**
 * Bodies, named by the SHA-256 (lower-case hexadecimal) of their bytes. Putting the same bytes twice stores them once;
 * what is put is never changed.
 */
export interface Blobs {
  /** @returns the hash the bytes are found under once this resolves, even after a crash. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws BlobMissingError when no such blob was put, BlobCorruptError when its bytes no longer match its name. */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
  delete(hash: string): Promise<void>;
}
