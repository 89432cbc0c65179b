import { setTimeout as sleep } from "node:timers/promises";
import { type Blobs, type StoredBlob, sha256, UnavailableError } from "@wirefold/core";
import { type Client, inTransaction, type Pool } from "./database.ts";
import type { ThreadStores } from "./thread-stores.ts";

/**
 * A rehearsal gives way to workers: it waits for a lock less long than PostgreSQL takes to look for a deadlock (1 s), so that it is
 * never a worker that is sent back.
 */
const LOCK_WAIT_MS = 400;
const TRIES = 6;
const LOCK_NOT_AVAILABLE = "55P03";

/** Workers kept what a rehearsal needed for themselves; another try may find it free. */
export class RehearsalBusyError extends UnavailableError {
  override readonly code = "WIREFOLD_REHEARSAL_BUSY";
}

/**
 * Runs work on the store as if it counted, and takes everything back. What it writes is seen by itself alone: rows are written in one
 * transaction that is rolled back, bodies are kept in memory. Rows and locks it takes are held from workers until it ends, so give it
 * a second's work at most. Where workers hold what it needs, it begins again.
 *
 * @throws RehearsalBusyError where it found no room
 */
export async function rehearse<T>(
  pool: Pool,
  blobs: Blobs,
  work: (stores: ThreadStores) => Promise<T>,
  { tries = TRIES }: { readonly tries?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const rehearsal = new Rehearsal();
    try {
      await inTransaction(pool, async (client) => {
        await client.query(`set local lock_timeout = ${LOCK_WAIT_MS}`);
        throw new TakenBack(await work({ pool: rehearsal.poolOn(pool, client), blobs: new UnwrittenBlobs(blobs) }));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.answer as T;
      if (!rehearsal.wasRefusedALock) throw error;
      if (attempt === tries) throw new RehearsalBusyError("workers are busy with these documents; try again", { cause: error });
      await sleep(LOCK_WAIT_MS * attempt);
    }
  }
}

/** What a transaction of its own is, inside the one that is rolled back. */
const NESTED: Readonly<Record<string, string>> = {
  begin: "savepoint rehearsed",
  commit: "release savepoint rehearsed",
  rollback: "rollback to savepoint rehearsed",
};

/** Thrown when all went well, so that the transaction is rolled back. */
class TakenBack extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super("taken back");
    this.answer = answer;
  }
}

/** One attempt. */
class Rehearsal {
  wasRefusedALock = false;
  /** Statements go one by one over the one connection. */
  #last: Promise<unknown> = Promise.resolve();
  /** Transactions too: a savepoint within another's would end with it. */
  #free: Promise<unknown> = Promise.resolve();

  /** The pool as the stores know it, all of whose connections are this one. */
  poolOn(pool: Pool, client: Client): Pool {
    const query = this.#queryOn(client);
    const connect = async (): Promise<Client> => {
      let release = () => {};
      const before = this.#free;
      this.#free = new Promise<void>((resolve) => {
        release = resolve;
      });
      await before;
      return overridden(client, { query, release });
    };
    return overridden(pool, { query, connect });
  }

  #queryOn(client: Client) {
    return (statement: unknown, ...rest: readonly unknown[]): Promise<unknown> => {
      const said = typeof statement === "string" ? (NESTED[statement] ?? statement) : statement;
      const answer = this.#last.then(() => Reflect.apply(client.query, client, [said, ...rest]) as Promise<unknown>);
      this.#last = answer.catch((error: { readonly code?: unknown }) => {
        if (error.code === LOCK_NOT_AVAILABLE) this.wasRefusedALock = true;
      });
      return answer;
    };
  }
}

/** The same object but for some of its methods. */
function overridden<T extends object>(target: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get: (of, name) => {
      if (typeof name === "string" && name in methods) return methods[name];
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}

/** Reads what is stored, and keeps what is put to itself. */
class UnwrittenBlobs implements Blobs {
  readonly #stored: Blobs;
  readonly #put = new Map<string, Uint8Array>();

  constructor(stored: Blobs) {
    this.#stored = stored;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes);
    this.#put.set(hash, bytes);
    return hash;
  }

  async get(hash: string): Promise<Uint8Array> {
    return this.#put.get(hash) ?? this.#stored.get(hash);
  }

  async has(hash: string): Promise<boolean> {
    return this.#put.has(hash) || this.#stored.has(hash);
  }

  list(): AsyncIterable<StoredBlob> {
    return this.#stored.list();
  }

  async delete(): Promise<void> {}

  async discard(): Promise<boolean> {
    return false;
  }
}
