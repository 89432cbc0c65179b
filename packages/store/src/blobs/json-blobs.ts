import { type Blobs, type CleanedDocument, cleanedOf, type Facts, factsOf, sha256, storedFacts } from "@wirefold/core";
import { LRUCache } from "lru-cache";

/** Characters of JSON whose values are kept parsed, for each store: about 60 MB of heap. */
const keptCharactersMax = 16 * 1024 * 1024;

/** Values by the hash of their JSON. A blob never changes, so neither does what was read from it. */
type ParsedBlobs = LRUCache<string, NonNullable<unknown>>;

const parsedOf = new WeakMap<Blobs, ParsedBlobs>();

function parsed(blobs: Blobs): ParsedBlobs {
  let found = parsedOf.get(blobs);
  if (found === undefined) {
    found = new LRUCache({ maxSize: keptCharactersMax, maxEntrySize: keptCharactersMax / 4 });
    parsedOf.set(blobs, found);
  }
  return found;
}

function keep(blobs: Blobs, hash: string, value: unknown, characters: number): void {
  if (value !== null && value !== undefined) parsed(blobs).set(hash, value, { size: Math.max(1, characters) });
}

/**
 * The value of a JSON blob. A stage often reads what the stage before wrote in the same thread, and a story is often read
 * again when a member joins it, so the latest are kept parsed: treat the answer as frozen.
 *
 * @throws BlobMissingError, BlobCorruptError as {@link Blobs.get} does.
 */
export async function readJson<T>(blobs: Blobs, hash: string): Promise<T> {
  return readAs(blobs, hash, (value) => value as T);
}

/** @param made Makes of the parsed JSON what is kept and answered. */
async function readAs<T>(blobs: Blobs, hash: string, made: (parsed: unknown) => T): Promise<T> {
  const kept = parsed(blobs).get(hash);
  if (kept !== undefined) return kept as T;
  const bytes = await blobs.get(hash);
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const value = made(JSON.parse(json));
  keep(blobs, hash, value, json.length);
  return value;
}

/** The cleaned document stored under a hash. To be treated as frozen, as that of {@link readJson}. */
export async function readCleaned(blobs: Blobs, articleHash: string): Promise<CleanedDocument> {
  return readAs(blobs, articleHash, cleanedOf);
}

/**
 * The facts stored under a hash.
 *
 * @param text the text of the document they were read from
 * @returns null where they are the facts of another text: its article has changed and its facts have not been read again yet
 */
export async function readFacts(blobs: Blobs, factsHash: string, text: string): Promise<Facts | null> {
  return readAs(blobs, factsHash, (value) => factsOf(value, text));
}

/** Stores facts with the text they refer to left out, see core's `storedFacts`; as {@link writeJson}. */
export function writeFacts(blobs: Blobs, facts: Facts, text: string): Writing {
  return writeJson(blobs, facts, JSON.stringify(storedFacts(facts, text)));
}

/** A blob on its way. */
export interface Writing {
  /** It is found under this hash once `written` resolves. */
  readonly hash: string;
  readonly written: Promise<unknown>;
}

/**
 * Stores a value as JSON. A caller with more to do need not wait for it at once: what is on its way together is written together.
 *
 * @param value what reading it answers
 * @param json its JSON as it is stored, where the caller has made it already
 */
export function writeJson(blobs: Blobs, value: unknown, json: string = JSON.stringify(value)): Writing {
  const bytes = Buffer.from(json);
  const hash = sha256(bytes);
  const written = blobs.put(bytes, hash).then(() => keep(blobs, hash, value, json.length));
  // It is waited for later; until then nobody listens.
  written.catch(() => {});
  return { hash, written };
}
