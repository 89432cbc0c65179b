import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { EngineError } from "./engine-error.ts";
import type { EngineName, KeeperState } from "./keeper-state.ts";
import { makeFolder } from "./make-folder.ts";
import { commandLineOf } from "./process-identity.ts";
import { canReach, type ServerUser } from "./server-user.ts";

/**
 * Where everything of one data folder's engines lies:
 *
 *   <data folder>/engines/
 *     secret.json     the folder's id and the engines' password, readable by its owner only
 *     users/          one file per process that uses the engines (see keeper.ts)
 *     lock/           see exclusive.ts
 *     keeper.json     what the keeper says of itself and of the engines
 *     keeper.log
 *     location.json   present when the engines' files lie elsewhere
 *     redis/  postgres/  redis.log  postgres.log  postgres-lib/
 */
export interface EnginesFolder {
  readonly path: string;
  /** Where the engines' own files lie: `path`, or a folder the server account can reach. */
  readonly files: string;
  readonly id: string;
  readonly password: string;
}

export const DATA_DIR_DEFAULT = ".wirefold";

/** The data folder a process uses when its caller names none: `WIREFOLD_HOME`, else `.wirefold` where it was started. */
export function defaultDataDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): string {
  return resolve(cwd, env.WIREFOLD_HOME || DATA_DIR_DEFAULT);
}

export const usersOf = (enginesPath: string): string => join(enginesPath, "users");
export const lockOf = (enginesPath: string): string => join(enginesPath, "lock");

/** Makes the folder's skeleton; done by every process before anything else, so it must bear being done twice at once. */
export function prepareSkeleton(dataDir: string): string {
  try {
    // Bodies, records and logs are for the account that runs the pipeline alone. Engines started by root run as another, which passes through.
    makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    const real = realpathSync(dataDir);
    const path = join(real, "engines");
    makeFolder(usersOf(path));
    makeFolder(lockOf(path));
    // The folder often lies in a checkout; it is data, never something to commit.
    writeIfMissing(join(real, ".gitignore"), "*\n");
    return path;
  } catch (error) {
    throw folderError(dataDir, error);
  }
}

/**
 * Reads, or makes, the folder's secret and settles where the engines' files lie. To be called by one process at a time.
 *
 * As root the engines run as another account, which may not be able to reach the data folder (root's home has mode 0700).
 * Then the files go to `outside`, under a name made from the data folder's path, and `location.json` remembers it.
 */
export function openFolder(path: string, user: ServerUser | null, outside: string): EnginesFolder {
  try {
    const { id, password } = readSecret(path) ?? makeSecret(path);
    const remembered = readJson<{ files: string }>(join(path, "location.json"))?.files;
    let files = remembered ?? path;
    if (remembered === undefined && user !== null && !canReach(path, user)) {
      const name = basename(resolve(path, "..")).replace(/[^\w-]/g, "") || "data";
      files = join(outside, `${name}-${createHash("sha256").update(path).digest("hex").slice(0, 12)}`);
      makeFolder(files);
      writeJson(join(path, "location.json"), { files });
    }
    if (files !== path) {
      makeFolder(files, 0o755);
      removeForsaken(dirname(files));
      if (user !== null && !canReach(files, user)) {
        throw new EngineError(
          "WIREFOLD_ENGINE_FOLDER",
          `the account the engines run as (uid ${user.uid}) cannot reach ${files}; set WIREFOLD_HOME to a folder every account can enter, or run as an ordinary user`,
        );
      }
      // The data folder was deleted and made again at the same path: what the old one left outside belongs to nobody.
      const owner = readJson<{ id: string }>(join(files, "belongs-to.json"));
      if (owner !== null && owner.id !== id)
        for (const engine of ["redis", "postgres"]) rmSync(join(files, engine), { recursive: true, force: true });
      writeJson(join(files, "belongs-to.json"), { id, dataDir: resolve(path, "..") });
    }
    return { path, files, id, password };
  } catch (error) {
    throw folderError(path, error);
  }
}

/**
 * Removes what lies outside for temporary data folders that are gone: benchmarks and tests delete theirs and cannot know of this part. Only
 * for those: any other folder may be missing because its disk is not mounted.
 */
function removeForsaken(outside: string): void {
  for (const name of readdirSync(outside)) {
    const files = join(outside, name);
    const dataDir = readJson<{ dataDir: string }>(join(files, "belongs-to.json"))?.dataDir;
    if (dataDir === undefined || existsSync(dataDir) || !dataDir.startsWith(`${realpathSync(tmpdir())}/`)) continue;
    if (!isServed(join(files, "postgres"))) rmSync(files, { recursive: true, force: true });
  }
}

function isServed(postgresDir: string): boolean {
  try {
    const pid = Number.parseInt(readFileSync(join(postgresDir, "postmaster.pid"), "utf8"), 10);
    return commandLineOf(pid).includes(postgresDir);
  } catch {
    return false;
  }
}

/** A folder the server account owns and nobody else enters. */
export function makePrivateFolder(path: string, user: ServerUser | null): void {
  makeFolder(path);
  chmodSync(path, 0o700);
  handOver(path, user);
}

/** Gives a folder and all in it to the server account, where another owned it: before there was an account of the engines' own. */
export function handOver(path: string, user: ServerUser | null): void {
  if (user === null || statSync(path).uid === user.uid) return;
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" })) lchownSync(join(path, entry), user.uid, user.gid);
  // Last, so that one which was cut short is begun again.
  chownSync(path, user.uid, user.gid);
}

export function readSecret(path: string): { id: string; password: string } | null {
  return readJson(join(path, "secret.json"));
}

function makeSecret(path: string): { id: string; password: string } {
  const secret = { id: randomBytes(8).toString("hex"), password: randomBytes(24).toString("base64url") };
  writeJson(join(path, "secret.json"), secret, 0o600);
  return secret;
}

export function readState(path: string): KeeperState | null {
  return readJson<KeeperState>(join(path, "keeper.json"));
}

export function writeState(path: string, state: KeeperState): void {
  writeJson(join(path, "keeper.json"), state);
}

export const logOf = (folder: { readonly files: string }, engine: EngineName): string => join(folder.files, `${engine}.log`);

/** The last lines of a log, as one line, for an error message. */
export function tailOf(logPath: string, lines = 6): string {
  try {
    return readFileSync(logPath, "utf8").trimEnd().split("\n").slice(-lines).join(" | ").slice(-1200);
  } catch {
    return "";
  }
}

/** How long a log is, for {@link saidSince}. */
export function lengthOf(logPath: string): number {
  return statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
}

/** What was added to a log since it had that length, as one line; the last part of it where it is long. */
export function saidSince(logPath: string, length: number): string {
  try {
    return readFileSync(logPath).subarray(length).toString("utf8").trim().split("\n").slice(-30).join(" | ").slice(-2400);
  } catch {
    return "";
  }
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Written whole or not at all: a reader never sees half of it. */
export function writeJson(path: string, value: unknown, mode = 0o644): void {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode });
  renameSync(temporary, path);
}

function writeIfMissing(path: string, text: string): void {
  if (!existsSync(path)) writeFileSync(path, text);
}

function folderError(path: string, error: unknown): unknown {
  if (error instanceof EngineError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new EngineError(
      "WIREFOLD_ENGINE_NO_SPACE",
      `no disk space left at ${path}; free some, or set WIREFOLD_HOME to a folder on another disk`,
      {
        cause: error,
      },
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOENT") {
    return new EngineError(
      "WIREFOLD_ENGINE_FOLDER",
      `cannot use the data folder ${path} (${message}); it may belong to another user: set WIREFOLD_HOME to a folder you may write`,
      { cause: error },
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new EngineError("WIREFOLD_ENGINE_FOLDER", `the data folder ${path} is not a folder; set WIREFOLD_HOME to one`, {
      cause: error,
    });
  }
  return error;
}
