import {
  closeSync,
  existsSync,
  fdatasync,
  fsync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { threadId } from "node:worker_threads";
import {
  BlobConfigError,
  BlobCorruptError,
  BlobMissingError,
  BlobStoreError,
  type Blobs,
  type StoredBlob,
  sha256,
} from "@wirefold/core";
import { blobKey, pack, unpack } from "./packed-blob.ts";

// Calls that only touch the system's cache are made at once: opening, writing, closing and renaming a small file take 40 µs so, and
// 250 µs of CPU by way of the thread pool. Only waiting for the disk is left to the pool.
const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);

/** Above this a read or a write is long enough to be worth another thread. */
const INLINE_BYTES_MAX = 256 * 1024;

export interface FileBlobsOptions {
  readonly folder: string;
  /**
   * `always`: bytes and name are on the disk before `put` resolves, so what the ledger names is there after a power cut as well.
   * `never`: the system writes them when it likes (up to half a minute later); for tests and throw-away runs.
   * @default "always"
   */
  readonly sync?: "always" | "never";
}

/**
 * Blobs as files. A blob is written under a passing name and then renamed, so a file that bears a blob's name is whole; several
 * processes may share a folder. A reader checks the hash: what a disk or a hand has damaged is never taken for the blob.
 */
export class FileBlobs implements Blobs {
  readonly #folder: string;
  readonly #sync: boolean;
  readonly #made = new Set<string>();
  /** Puts on their way: two of the same bytes are one. */
  readonly #underway = new Map<string, Promise<string>>();
  readonly #folderSyncs = new Map<string, Promise<void>>();
  readonly #lastFolderSync = new Map<string, Promise<void>>();

  constructor({ folder, sync = "always" }: FileBlobsOptions) {
    this.#folder = folder;
    this.#sync = sync === "always";
  }

  put(bytes: Uint8Array, hash = sha256(bytes)): Promise<string> {
    const underway = this.#underway.get(hash);
    if (underway !== undefined) return underway;
    const put = this.#store(hash, bytes).finally(() => this.#underway.delete(hash));
    this.#underway.set(hash, put);
    return put;
  }

  async get(hash: string): Promise<Uint8Array> {
    const path = this.#path(hash);
    let packed: Uint8Array;
    try {
      packed = statSync(path).size <= INLINE_BYTES_MAX ? readFileSync(path) : await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") {
        throw new BlobMissingError(`blob ${hash} is not in ${this.#folder}; ingest its document's source again`, {
          cause: error,
        });
      }
      throw storeError(this.#folder, error);
    }
    try {
      return await unpack(hash, packed, path);
    } catch (error) {
      // Out of the way, so that the next put of these bytes writes them again; kept, so that what happened can be looked into.
      if (error instanceof BlobCorruptError) putAside(path);
      throw error;
    }
  }

  async has(hash: string): Promise<boolean> {
    return isThere(this.#path(hash), this.#folder);
  }

  async delete(hash: string): Promise<void> {
    try {
      unlinkSync(this.#path(hash));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw storeError(this.#folder, error);
    }
  }

  /** Passing files that a killed process left a day ago are deleted on the way. */
  async *list(): AsyncGenerator<StoredBlob> {
    const folders = await readdir(this.#folder).catch(() => []);
    for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
      for (const name of await readdir(join(this.#folder, folder)).catch(() => [])) {
        const path = join(this.#folder, folder, name);
        const found = statSync(path, { throwIfNoEntry: false });
        if (found === undefined) continue;
        const hash = /^([0-9a-f]{64})\.br$/.exec(name)?.[1];
        if (hash?.startsWith(folder)) yield { hash, bytes: found.size, putAt: found.mtime };
        else if (/\.(tmp|discarded)$/.test(name) && Date.now() - found.mtimeMs > LEFTOVER_MS) removeQuietly(path);
      }
    }
  }

  /** Taken away by its name first: who puts the bytes from then on finds none, and writes them. */
  async discard(hash: string, unusedSince: Date): Promise<boolean> {
    const path = this.#path(hash);
    const aside = `${path}.${process.pid}-${threadId}-${++passings}.discarded`;
    try {
      if (statSync(path).mtime >= unusedSince) return false;
      renameSync(path, aside);
      if (statSync(aside).mtime >= unusedSince) {
        // Put in the moment between: it stays.
        if (existsSync(path)) unlinkSync(aside);
        else renameSync(aside, path);
        return false;
      }
      unlinkSync(aside);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw storeError(this.#folder, error);
    }
  }

  async #store(hash: string, bytes: Uint8Array): Promise<string> {
    const path = this.#path(hash);
    if (isThere(path, this.#folder) && isRefreshed(path)) return hash;
    const packed = await pack(bytes);
    const folder = dirname(path);
    const passing = `${path}.${process.pid}-${threadId}-${++passings}.tmp`;
    try {
      if (!this.#made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        if (this.#sync) await this.#syncFolder(this.#folder);
        this.#made.add(folder);
      }
      await this.#write(passing, packed);
      renameSync(passing, path);
      if (this.#sync) await this.#syncFolder(folder);
    } catch (error) {
      removeQuietly(passing);
      // The folder was deleted meanwhile: do not trust what was made before.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") this.#made.clear();
      throw storeError(this.#folder, error);
    }
    return hash;
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    const file = openSync(path, "w");
    try {
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
      if (this.#sync) await syncData(file);
    } finally {
      closeSync(file);
    }
  }

  /**
   * A new name is on the disk once its folder is. Puts that wait for the same folder share one sync, as long as it begins after each
   * of them has made its name. Systems that cannot sync a folder (Windows) do so by themselves.
   */
  async #syncFolder(folder: string): Promise<void> {
    if (process.platform === "win32") return;
    const waiting = this.#folderSyncs.get(folder);
    if (waiting !== undefined) return waiting;
    const sync = (async () => {
      await this.#lastFolderSync.get(folder);
      // From here on a newcomer may have missed this one.
      this.#folderSyncs.delete(folder);
      const handle = openSync(folder, "r");
      try {
        await syncAll(handle);
      } finally {
        closeSync(handle);
      }
    })();
    this.#folderSyncs.set(folder, sync);
    this.#lastFolderSync.set(
      folder,
      sync.catch(() => {}),
    );
    return sync;
  }

  #path(hash: string): string {
    return join(this.#folder, blobKey(hash));
  }
}

/** Passing files this old belong to nobody. */
const LEFTOVER_MS = 24 * 3_600_000;
/** How old a blob's time may be before a put renews it. */
const REFRESH_MS = 3_600_000;

/** Renews a blob's time, so that it is not taken for unused. False when it was discarded meanwhile. */
function isRefreshed(path: string): boolean {
  try {
    const now = new Date();
    if (now.getTime() - statSync(path).mtimeMs > REFRESH_MS) utimesSync(path, now, now);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    // A folder that may only be read: what is there is there, and nobody here can discard it either.
    return true;
  }
}

/** Makes passing names unique within a thread of a process. */
let passings = 0;

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}

function putAside(path: string): void {
  try {
    renameSync(path, `${path}.corrupt`);
  } catch {
    // Somebody else has put it aside.
  }
}

/** A file without bytes is what a power cut can leave under `sync: "never"`; it is not a blob (even no bytes pack to one). */
function isThere(path: string, folder: string): boolean {
  try {
    return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw storeError(folder, error);
  }
}

function storeError(folder: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new BlobStoreError(`no disk space left for blobs at ${folder}; free some, or move them with WIREFOLD_BLOBS_URL`, {
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      // A remount, a permission: it may be given back, and documents can wait for that.
      return new BlobStoreError(
        `blobs cannot be written at ${folder} (${message}); allow it, or name another folder with WIREFOLD_BLOBS_URL`,
        {
          cause: error,
        },
      );
    case "ENOTDIR":
    case "EEXIST":
      return new BlobConfigError(`cannot keep blobs at ${folder} (${message}); name another folder with WIREFOLD_BLOBS_URL`, {
        cause: error,
      });
    default:
      return new BlobStoreError(`blobs at ${folder}: ${message}`, { cause: error });
  }
}
