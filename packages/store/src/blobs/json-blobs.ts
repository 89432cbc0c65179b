import type { Blobs } from "@wirefold/core";

/** Characters of JSON whose values are kept parsed, for each store: about 60 MB of heap. */
const keptCharactersMax = 16 * 1024 * 1024;

/** Values by the hash of their JSON, the youngest last. A blob never changes, so neither does what was read from it. */
class ParsedBlobs {
  readonly #values = new Map<string, { readonly value: unknown; readonly length: number }>();
  #length = 0;

  get(hash: string): unknown {
    const found = this.#values.get(hash);
    if (found === undefined) return undefined;
    this.#values.delete(hash);
    this.#values.set(hash, found);
    return found.value;
  }

  set(hash: string, value: unknown, length: number): void {
    if (length > keptCharactersMax / 4 || this.#values.has(hash)) return;
    this.#values.set(hash, { value, length });
    this.#length += length;
    for (const [oldest, { length: freed }] of this.#values) {
      if (this.#length <= keptCharactersMax) break;
      this.#values.delete(oldest);
      this.#length -= freed;
    }
  }
}

const parsedOf = new WeakMap<Blobs, ParsedBlobs>();

function parsed(blobs: Blobs): ParsedBlobs {
  let found = parsedOf.get(blobs);
  if (found === undefined) {
    found = new ParsedBlobs();
    parsedOf.set(blobs, found);
  }
  return found;
}

/**
 * The value of a JSON blob. A stage often reads what the stage before wrote in the same thread, and a story is often read
 * again when a member joins it, so the latest are kept parsed: treat the answer as frozen.
 *
 * @throws BlobMissingError, BlobCorruptError as {@link Blobs.get} does.
 */
export async function readJson<T>(blobs: Blobs, hash: string): Promise<T> {
  const kept = parsed(blobs).get(hash);
  if (kept !== undefined) return kept as T;
  const bytes = await blobs.get(hash);
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const value = JSON.parse(json) as T;
  parsed(blobs).set(hash, value, json.length);
  return value;
}

/** Stores a value as JSON. @param json its JSON, where the caller has made it already. @returns the blob's hash. */
export async function writeJson(blobs: Blobs, value: unknown, json: string = JSON.stringify(value)): Promise<string> {
  const hash = await blobs.put(Buffer.from(json));
  parsed(blobs).set(hash, value, json.length);
  return hash;
}
