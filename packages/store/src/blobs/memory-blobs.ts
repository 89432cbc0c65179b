import { BlobMissingError, type Blobs, type StoredBlob, sha256 } from "@wirefold/core";
import { blobKey, pack, unpack } from "./packed-blob.ts";

/** Blobs in this process's memory, gone with it: for tests, and for filters that need no engine. */
export class MemoryBlobs implements Blobs {
  readonly #packed = new Map<string, Uint8Array>();
  readonly #putAt = new Map<string, Date>();

  async put(bytes: Uint8Array, hash = sha256(bytes)): Promise<string> {
    if (!this.#packed.has(hash)) this.#packed.set(hash, await pack(bytes));
    this.#putAt.set(hash, new Date());
    return hash;
  }

  async get(hash: string): Promise<Uint8Array> {
    const packed = this.#packed.get(hash);
    if (packed === undefined) throw new BlobMissingError(`blob ${hash} was not put`);
    return unpack(hash, packed, blobKey(hash));
  }

  async has(hash: string): Promise<boolean> {
    return this.#packed.has(hash);
  }

  async delete(hash: string): Promise<void> {
    this.#packed.delete(hash);
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (const [hash, packed] of this.#packed) yield { hash, bytes: packed.length, putAt: this.#putAt.get(hash) ?? new Date(0) };
  }

  async discard(hash: string, unusedSince: Date): Promise<boolean> {
    if ((this.#putAt.get(hash) ?? new Date(0)) >= unusedSince) return false;
    return this.#packed.delete(hash);
  }
}
