import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How much is kept in memory before the rest goes to a file: some ten thousand documents. */
const MEMORY_BYTES = 256 * 1024 * 1024;

/**
 * Strings by key. What does not fit the memory it may use lies in a temporary file, so an archive of any size can be
 * joined by id; only keys and places grow with it. Call `close` to delete the file.
 */
export class SpillStore {
  readonly #places = new Map<string, string | { readonly offset: number; readonly length: number }>();
  readonly #memoryBytes: number;
  #held = 0;
  #file: { readonly folder: string; readonly descriptor: number; size: number } | null = null;

  constructor(memoryBytes: number = MEMORY_BYTES) {
    this.#memoryBytes = memoryBytes;
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  put(key: string, value: string): void {
    if (this.#held + value.length <= this.#memoryBytes) {
      this.#held += value.length;
      this.#places.set(key, value);
      return;
    }
    const file = this.#open();
    const bytes = Buffer.from(value);
    for (let done = 0; done < bytes.length; )
      done += writeSync(file.descriptor, bytes, done, bytes.length - done, file.size + done);
    this.#places.set(key, { offset: file.size, length: bytes.length });
    file.size += bytes.length;
  }

  get(key: string): string | null {
    const place = this.#places.get(key);
    if (place === undefined) return null;
    if (typeof place === "string") return place;
    const { descriptor } = this.#open();
    const bytes = Buffer.alloc(place.length);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, place.offset + done);
      if (read === 0) throw new Error("the temporary file was cut off by something else");
      done += read;
    }
    return bytes.toString();
  }

  #open() {
    this.#file ??= openFile();
    return this.#file;
  }

  close(): void {
    this.#places.clear();
    if (this.#file === null) return;
    closeSync(this.#file.descriptor);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = null;
  }
}

function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-"));
  return { folder, descriptor: openSync(join(folder, "records.jsonl"), "w+", 0o600), size: 0 };
}
