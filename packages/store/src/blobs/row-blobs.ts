import { BlobCorruptError, type Blobs, type StoredBlob, sha256 } from "@wirefold/core";
import type { Pool } from "../database.ts";
import { blobKey, packAtOnce, unpack } from "./packed-blob.ts";

/** Larger ones are files or objects: their cost is their bytes, and those a database only carries about. */
const SMALL_BYTES_MAX = 64 * 1024;
/** Written by one statement at most. */
const TOGETHER_BYTES_MAX = 4 * 1024 * 1024;
/** Read by one statement at most. */
const TOGETHER_MAX = 200;
const LISTED_TOGETHER = 1000;

interface Put {
  readonly packed: Uint8Array;
  readonly done: Promise<string>;
  readonly resolve: (hash: string) => void;
  readonly reject: (error: unknown) => void;
}

interface Get {
  readonly found: Promise<Uint8Array | null>;
  readonly resolve: (packed: Uint8Array | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Small blobs as rows of PostgreSQL, larger ones in another place. What is put while the last statement is on its way goes with the
 * next one, so a batch of a hundred documents costs a few statements in place of some hundred files, each with its syncs.
 */
export class RowBlobs implements Blobs {
  readonly #pool: Pool;
  readonly #large: Blobs;
  #puts = new Map<string, Put>();
  #putting: Promise<void> | null = null;
  /** On their way: two puts of the same bytes are one. */
  #underway: ReadonlyMap<string, Put> = new Map();
  #gets = new Map<string, Get>();
  #getting: Promise<void> | null = null;

  /** @param large Where blobs of more than 64 KB go, and where those are read that were put before rows were. */
  constructor(pool: Pool, large: Blobs) {
    this.#pool = pool;
    this.#large = large;
  }

  async put(bytes: Uint8Array, hash = sha256(bytes)): Promise<string> {
    if (bytes.length > SMALL_BYTES_MAX) return this.#large.put(bytes, hash);
    const underway = this.#puts.get(hash) ?? this.#underway.get(hash);
    if (underway !== undefined) return underway.done;
    const { promise, resolve, reject } = defer<string>();
    this.#puts.set(hash, { packed: packAtOnce(bytes), done: promise, resolve, reject });
    this.#putting ??= this.#putAll();
    return promise;
  }

  async get(hash: string): Promise<Uint8Array> {
    blobKey(hash);
    const packed = await this.#read(hash);
    if (packed === null) return this.#large.get(hash);
    try {
      return await unpack(hash, packed, `blob.hash = '\\x${hash}'`);
    } catch (error) {
      // Away, so that the next put of these bytes writes them again; unless somebody has done so by now.
      if (error instanceof BlobCorruptError)
        await this.#pool.query("delete from blob where hash = $1 and packed = $2", [nameOf(hash), Buffer.from(packed)]);
      throw error;
    }
  }

  async has(hash: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query("select from blob where hash = $1", [nameOf(hash)]);
    return rowCount === 1 || this.#large.has(hash);
  }

  async delete(hash: string): Promise<void> {
    await this.#pool.query("delete from blob where hash = $1", [nameOf(hash)]);
    await this.#large.delete(hash);
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (let after: Uint8Array = new Uint8Array(0); ; ) {
      const { rows } = await this.#pool.query<{ hash: Buffer; bytes: number; put_at: Date }>(
        "select hash, length(packed) as bytes, put_at from blob where hash > $1 order by hash limit $2",
        [after, LISTED_TOGETHER],
      );
      for (const { hash, bytes, put_at } of rows) yield { hash: hash.toString("hex"), bytes, putAt: put_at };
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.hash;
    }
    yield* this.#large.list();
  }

  async discard(hash: string, unusedSince: Date): Promise<boolean> {
    const { rowCount } = await this.#pool.query("delete from blob where hash = $1 and put_at < $2", [nameOf(hash), unusedSince]);
    return (await this.#large.discard(hash, unusedSince)) || rowCount === 1;
  }

  async #putAll(): Promise<void> {
    await turned();
    while (this.#puts.size > 0) {
      const waiting = this.#puts;
      this.#puts = new Map();
      this.#underway = waiting;
      // In one order, so that two who write the same blobs do not wait for each other in a circle.
      const sorted = [...waiting].sort(([a], [b]) => (a < b ? -1 : 1));
      for (let from = 0; from < sorted.length; ) {
        const some: [string, Put][] = [];
        for (let bytes = 0; from < sorted.length && bytes < TOGETHER_BYTES_MAX; from += 1) {
          const next = sorted[from];
          if (next === undefined) break;
          some.push(next);
          bytes += next[1].packed.length;
        }
        try {
          await this.#write(some);
          for (const [hash, { resolve }] of some) resolve(hash);
        } catch (error) {
          for (const [, { reject }] of some) reject(error);
        }
      }
      this.#underway = new Map();
    }
    this.#putting = null;
  }

  /** Names and bytes travel as one value each: in an array each would be spelt in hexadecimal digits. */
  async #write(some: readonly (readonly [string, Put])[]): Promise<void> {
    const first: number[] = [];
    let next = 1;
    for (const [, { packed }] of some) {
      first.push(next);
      next += packed.length;
    }
    await this.#pool.query({
      name: "put-blobs",
      text: `insert into blob (hash, packed)
             select substring($1::bytea from (32 * (place - 1) + 1)::int for 32), substring($2::bytea from first for length)
             from unnest($3::int[], $4::int[]) with ordinality as b (first, length, place) order by place
             on conflict (hash) do update set put_at = now() where blob.put_at < now() - interval '1 hour'`,
      values: [
        Buffer.from(some.map(([hash]) => hash).join(""), "hex"),
        Buffer.concat(some.map(([, { packed }]) => packed)),
        first,
        some.map(([, { packed }]) => packed.length),
      ],
    });
  }

  /** What is asked for before the event loop turns, or while the last answer is on its way, is asked for at once. */
  #read(hash: string): Promise<Uint8Array | null> {
    const asked = this.#gets.get(hash);
    if (asked !== undefined) return asked.found;
    const { promise, resolve, reject } = defer<Uint8Array | null>();
    this.#gets.set(hash, { found: promise, resolve, reject });
    this.#getting ??= this.#getAll();
    return promise;
  }

  async #getAll(): Promise<void> {
    await turned();
    while (this.#gets.size > 0) {
      const some = [...this.#gets].slice(0, TOGETHER_MAX);
      for (const [hash] of some) this.#gets.delete(hash);
      try {
        const { rows } = await this.#pool.query<{ hash: Buffer; packed: Buffer }>({
          name: "get-blobs",
          text: "select hash, packed from blob where hash = any ($1)",
          values: [some.map(([hash]) => nameOf(hash))],
        });
        const packedOf = new Map(rows.map(({ hash, packed }) => [hash.toString("hex"), packed]));
        for (const [hash, { resolve }] of some) resolve(packedOf.get(hash) ?? null);
      } catch (error) {
        for (const [, { reject }] of some) reject(error);
      }
    }
    this.#getting = null;
  }
}

/** The name as a row holds it. */
function nameOf(hash: string): Buffer {
  // Refuses what is no name.
  blobKey(hash);
  return Buffer.from(hash, "hex");
}

/** Once the event loop has turned: whatever is at hand has then been asked for. */
const turned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function defer<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
