import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { EngineError } from "./engine-error.ts";
import { cachedRedis, fetchRedisByApt } from "./fetch-redis-by-apt.ts";
import type { ServerUser } from "./server-user.ts";

const run = promisify(execFile);

/** A Redis server program that was seen to run here. */
export interface RedisProgram {
  readonly path: string;
  readonly version: string;
  /** Variables it needs, such as where its libraries lie. */
  readonly env: Readonly<Record<string, string>>;
}

export interface FindRedisOptions {
  /** Where downloaded programs are kept. */
  readonly cacheDir: string;
  readonly user: ServerUser | null;
  readonly step: (what: string) => void;
  /** @default process.env.PATH */
  readonly searchPath?: string | undefined;
}

/** BullMQ 6 needs the commands of Redis 6.2 (Valkey forked from 7.2). */
export const REDIS_VERSION_MIN = [6, 2] as const;

/**
 * Finds a Redis: on the PATH (`redis-server`, then `valkey-server`), else the cached copy, else on Debian and Ubuntu the
 * distribution's own package, unpacked into the cache without installing anything.
 *
 * @throws EngineError WIREFOLD_ENGINE_NO_REDIS naming three ways to get one
 */
export async function findRedis({
  cacheDir,
  user,
  step,
  searchPath = process.env.PATH ?? "",
}: FindRedisOptions): Promise<RedisProgram> {
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of searchPath.split(delimiter)) {
      const found = folder === "" ? null : await tryProgram(join(folder, name), {}, user);
      if (found !== null) return found;
    }
  }
  // What the copy needs to run is read from its folder, so it is looked up each time: before the fetch the folder is empty.
  const tryCached = () => {
    const { path, env } = cachedRedis(cacheDir);
    return tryProgram(path, env, user);
  };
  const cached = await tryCached();
  if (cached !== null) return cached;

  step("fetching redis-server from the distribution's packages (about 1.5 MB, once)");
  const why = await fetchRedisByApt(cacheDir, searchPath).then(
    () => "",
    (error: Error) => error.message,
  );
  const fetched = why === "" ? await tryCached() : null;
  if (fetched !== null) return fetched;
  throw new EngineError(
    "WIREFOLD_ENGINE_NO_REDIS",
    "no Redis found. Three ways to get one: install it (Debian, Ubuntu: `sudo apt-get install redis-server`; macOS: `brew install redis`); " +
      "or run one (`docker run -p 6379:6379 redis`) and set REDIS_URL=redis://127.0.0.1:6379; or put a redis-server or valkey-server " +
      `(${REDIS_VERSION_MIN.join(".")} or later) on the PATH. Fetching it by apt-get did not work: ${why || "the fetched program does not run"}`,
  );
}

/** Runs the program's `--version` as the account it will run as; null when there is none, it does not run, or it is too old. */
export async function tryProgram(
  path: string,
  env: Readonly<Record<string, string>>,
  user: ServerUser | null,
): Promise<RedisProgram | null> {
  try {
    accessSync(path, constants.X_OK);
    const { stdout } = await run(path, ["--version"], { env: { LC_ALL: "C", ...env }, cwd: "/", timeout: 10_000, ...user });
    // "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=…"
    const version = /\bv=(\d+)\.(\d+)[.\d]*/.exec(stdout);
    if (version === null) return null;
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major < REDIS_VERSION_MIN[0] || (major === REDIS_VERSION_MIN[0] && minor < REDIS_VERSION_MIN[1])) return null;
    return { path, version: version[0].slice(2), env };
  } catch {
    return null;
  }
}
