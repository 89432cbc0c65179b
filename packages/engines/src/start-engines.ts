import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { defaultCacheDir, OUTSIDE_DEFAULT } from "./cache-dir.ts";
import { checkPostgres, checkRedis } from "./check-url.ts";
import { rotateLog, stopProcess, waitUntil } from "./engine.ts";
import { EngineError } from "./engine-error.ts";
import { entryName, exclusively, runningEntries } from "./exclusive.ts";
import {
  defaultDataDir,
  lockOf,
  openFolder,
  prepareSkeleton,
  readSecret,
  readState,
  tailOf,
  usersOf,
  writeState,
} from "./folder.ts";
import type { EngineName, KeeperState } from "./keeper-state.ts";
import { POSTGRES_NAME } from "./postgres.ts";
import { isRunning, nameProcess } from "./process-identity.ts";
import { serverUser } from "./server-user.ts";

/** The part of a log the engines use: fields first, then the event's name. `step` in the fields is for people who wait. */
export interface EngineLog {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
}

export interface StartEnginesOptions {
  /** @default `WIREFOLD_HOME`, else `.wirefold` in the working folder */
  readonly dataDir?: string | undefined;
  /** A Redis to use instead of a private one. */
  readonly redisUrl?: string | undefined;
  /** A PostgreSQL to use instead of a private one. */
  readonly databaseUrl?: string | undefined;
  readonly log?: EngineLog | undefined;
  /** Gives up waiting; what was started for nobody else is stopped. */
  readonly signal?: AbortSignal | undefined;
  /** Where fetched programs are kept. @default `WIREFOLD_CACHE`, else the user's cache folder */
  readonly cacheDir?: string | undefined;
  /** As root: where files go when the data folder cannot be reached by the engines' account. @default /var/lib/wirefold */
  readonly outside?: string | undefined;
  /** Longest wait until both are ready, in milliseconds. @default 180000 */
  readonly timeoutMs?: number | undefined;
  /** Another process (by pid) that uses the engines too, so that they outlive this one: a test runner, say. */
  readonly onBehalfOf?: number | undefined;
}

export interface Engines extends AsyncDisposable {
  readonly redisUrl: string;
  readonly databaseUrl: string;
  /** Says this process no longer needs them; the last user's call resolves when both have ended. Safe to call twice. */
  close(): Promise<void>;
}

const WAIT_PAUSE_MS = 20;
/** Longest wait for ready engines: fetching Redis from a slow mirror and making a cluster take a minute at worst. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;
/** Keepers one start tries that end with a word of why: the fourth would say the same. */
const KEEPERS_MAX = 3;
/** One that ends without a word was killed (out of memory, a hand), and the next may live. */
const SILENT_KEEPERS_MAX = 20;

/**
 * Redis and PostgreSQL for this process: the servers the URLs name, and private ones for those not named.
 *
 * Private engines belong to a data folder, not to a process: the first to ask starts them, others share them, and they end when
 * the last user has closed, exited, or been killed. They listen at 127.0.0.1 only, behind a password made for the folder.
 *
 * @example
 *   await using engines = await startEngines({ dataDir: ".wirefold" });
 *   const redis = new Redis(engines.redisUrl);
 *
 * @throws EngineError with a line that says what to do
 */
export async function startEngines(options: StartEnginesOptions = {}): Promise<Engines> {
  const { redisUrl, databaseUrl, log, signal } = options;
  signal?.throwIfAborted();
  const warnings = await Promise.all([redisUrl && checkRedis(redisUrl), databaseUrl && checkPostgres(databaseUrl)]);
  for (const warning of warnings.flat()) if (warning) log?.warn({ warning }, "engine-warning");
  const needed: EngineName[] = [];
  if (!redisUrl) needed.push("redis");
  if (!databaseUrl) needed.push("postgres");
  if (needed.length === 0) return enginesOf(redisUrl ?? "", databaseUrl ?? "", async () => {});

  const path = prepareSkeleton(resolve(options.dataDir ?? defaultDataDir()));
  const me = arrive(path, needed, options.onBehalfOf);
  const leave = () => rmSync(join(usersOf(path), me), { force: true });
  try {
    const state = await serve(path, me, needed, options);
    const password = encodeURIComponent(readSecret(path)?.password ?? "");
    const redis = redisUrl || `redis://:${password}@127.0.0.1:${state.redis.port}`;
    const postgres = databaseUrl || `postgres://${POSTGRES_NAME}:${password}@127.0.0.1:${state.postgres.port}/${POSTGRES_NAME}`;
    log?.info({ redis: state.redis.port, postgres: state.postgres.port }, "engines-ready");
    const looking = lookAfterKeeper(path, me, needed, options);
    return enginesOf(redis, postgres, async () => {
      await looking.stop();
      leave();
      await endIfLast(path);
    });
  } catch (error) {
    leave();
    // Nobody waits for a failed start's remains, but nothing of it may be left running either.
    await endIfLast(path).catch(() => {});
    throw error;
  }
}

/** Resolves when no engine of that data folder runs any more: true at once when none does, false when they are still in use. */
export async function enginesEnded(dataDir: string, timeoutMs: number = STOP_TIMEOUT_MS): Promise<boolean> {
  const path = join(resolve(dataDir), "engines");
  return waitUntil(() => !existsSync(path) || ended(readState(path)), timeoutMs, 50);
}

function enginesOf(redisUrl: string, databaseUrl: string, end: () => Promise<void>): Engines {
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= end();
    return closing;
  };
  return { redisUrl, databaseUrl, close, [Symbol.asyncDispose]: close };
}

/** How often a user looks whether the keeper still runs: nobody else restarts an engine that dies. */
const LOOK_MS = 2000;

/** Starts another keeper when the one there was is gone. It adopts the engines that run, and starts those that do not, at the same ports. */
function lookAfterKeeper(
  path: string,
  me: string,
  needed: readonly EngineName[],
  options: StartEnginesOptions,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let looking: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = async () => {
    const state = readState(path);
    // One that was told to end has said so, and is left to it.
    if (state?.status !== "running" || isRunning(state.keeper) || !existsSync(usersOf(path))) return;
    options.log?.warn({ warning: "the engines' keeper has ended; starting another" }, "engine-warning");
    await serve(path, me, needed, { ...options, signal: stopping.signal });
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    looking = look()
      // What is wrong with the engines is told by the first command that needs them; the next look tries again.
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, LOOK_MS);
  // A program that has nothing else to do ends.
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await looking;
    },
  };
}

/** Writes this process (and the one it acts for) down as a user, before it looks at the keeper: so a keeper about to end sees it. */
function arrive(path: string, needed: readonly EngineName[], onBehalfOf: number | undefined): string {
  const what = needed.length === 2 ? "both" : needed[0];
  const me = entryName(`.${what}`);
  writeFileSync(join(usersOf(path), me), "");
  if (onBehalfOf !== undefined) {
    const other = nameProcess(onBehalfOf);
    if (other !== null) writeFileSync(join(usersOf(path), `${other}.0.${what}`), "");
  }
  return me;
}

/** Waits until the keeper says that what is needed is ready, and starts a keeper where there is none. */
async function serve(
  path: string,
  me: string,
  needed: readonly EngineName[],
  options: StartEnginesOptions,
): Promise<KeeperState> {
  const { signal, log } = options;
  let keepersStarted = 0;
  const keeperLog = join(path, "keeper.log");
  const saidBefore = tailOf(keeperLog);
  const shown = new Set<string>();
  const timeoutMs = options.timeoutMs ?? START_TIMEOUT_MS;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const state = readState(path);
    if (performance.now() > deadline) {
      const waitingFor = needed.filter((name) => state?.[name].status !== "ready").join(" and ");
      const step = needed.map((name) => state?.[name].step).find((text) => text !== undefined);
      throw new EngineError(
        "WIREFOLD_ENGINE_START",
        `${waitingFor} did not become ready within ${Math.round(timeoutMs / 1000)} s${step === undefined ? "" : ` (last: ${step})`}; see ${join(path, "keeper.log")}`,
      );
    }
    if (state !== null && state.status === "running" && isRunning(state.keeper)) {
      // One that has just died is ready by the keeper's last word only.
      if (needed.every((name) => state[name].status === "ready" && isRunning(state[name].process ?? ""))) return state;
      for (const name of needed) {
        const { status, error, step, failedFor } = state[name];
        if (status === "failed" && error !== undefined && failedFor?.includes(me))
          throw new EngineError(error.code, error.message);
        if (status === "starting" && step !== undefined && !shown.has(step)) {
          shown.add(step);
          log?.info({ engine: name, step }, "engine-starting");
        }
      }
    } else {
      await exclusively(
        lockOf(path),
        async () => {
          const now = readState(path);
          if (now !== null && now.status === "running" && isRunning(now.keeper)) return; // Somebody was faster.
          const said = tailOf(keeperLog);
          if (keepersStarted >= (said === saidBefore ? SILENT_KEEPERS_MAX : KEEPERS_MAX)) {
            throw new EngineError(
              "WIREFOLD_ENGINE_START",
              `the engines' keeper ends at once: ${said || "no word of it"}; see ${keeperLog}`,
            );
          }
          keepersStarted++;
          // Done again by the keeper; here so that what is wrong with the folder is told in its own words.
          openFolder(path, serverUser(), options.outside ?? OUTSIDE_DEFAULT);
          await startKeeper(path, options);
        },
        { signal },
      );
    }
    await sleep(WAIT_PAUSE_MS);
  }
}

/** Starts the keeper and waits until it has written itself down, so that nobody starts a second one. */
async function startKeeper(
  path: string,
  { cacheDir = defaultCacheDir(), outside = OUTSIDE_DEFAULT }: StartEnginesOptions,
): Promise<void> {
  const logPath = join(path, "keeper.log");
  rotateLog(logPath);
  const log = openSync(logPath, "a", 0o600);
  try {
    // No NODE_OPTIONS: a debugger's or a profiler's settings are for the process that was asked for, not for this one.
    const { NODE_OPTIONS: _, NODE_V8_COVERAGE: __, NODE_CHANNEL_FD: ___, ...env } = process.env;
    const child = spawn(process.execPath, ["--max-old-space-size=64", keeperFile(), path, resolve(cacheDir), resolve(outside)], {
      detached: true,
      stdio: ["ignore", log, log],
      cwd: path,
      env,
    });
    let failed: Error | undefined;
    child.on("error", (error) => {
      failed = error;
    });
    child.unref();
    const begun = await waitUntil(
      () => failed !== undefined || child.exitCode !== null || readState(path)?.keeper === nameProcess(child.pid ?? 0),
      15_000,
    );
    if (failed !== undefined || !begun) {
      throw new EngineError(
        "WIREFOLD_ENGINE_START",
        `the engines' keeper cannot be started: ${failed?.message ?? "no answer in 15 s"}; see ${logPath}`,
      );
    }
  } finally {
    closeSync(log);
  }
}

/** The compiled keeper, also when this file is run from its source (tests): Node 20 runs no TypeScript. */
function keeperFile(): string {
  const compiled = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../dist/keeper.js" : "./keeper.js", import.meta.url));
  if (!existsSync(compiled)) throw new EngineError("WIREFOLD_ENGINE_START", `${compiled} is missing; run npm run build`);
  return compiled;
}

const ended = (state: KeeperState | null): boolean =>
  state === null ||
  ((state.status === "stopped" || !isRunning(state.keeper)) &&
    [state.redis, state.postgres].every(({ process: running }) => running === undefined || !isRunning(running)));

/** When no user is left, waits for the keeper to end the engines; ends them itself when the keeper was killed. */
async function endIfLast(path: string): Promise<void> {
  const used = () => runningEntries(usersOf(path)).length > 0;
  const keeperGone = () => {
    const state = readState(path);
    return state === null || state.status === "stopped" || !isRunning(state.keeper);
  };
  await waitUntil(() => used() || keeperGone(), STOP_TIMEOUT_MS, WAIT_PAUSE_MS);
  if (used() || !existsSync(path)) return;
  // A keeper that nobody uses and that does not end by itself hangs: it must not live on.
  if (!keeperGone()) await stopProcess(readState(path)?.keeper ?? "", [["SIGKILL", 2_000]]);
  if (ended(readState(path))) {
    // It has said its last word; a moment later it is gone, and nothing of the folder is in use.
    await waitUntil(() => !isRunning(readState(path)?.keeper ?? ""), 2000, WAIT_PAUSE_MS);
    return;
  }
  await exclusively(lockOf(path), async () => {
    const state = readState(path);
    if (used() || state === null || !keeperGone()) return;
    await Promise.all([
      state.redis.process &&
        stopProcess(state.redis.process, [
          ["SIGTERM", 10_000],
          ["SIGKILL", 2_000],
        ]),
      state.postgres.process &&
        stopProcess(state.postgres.process, [
          ["SIGINT", 15_000],
          ["SIGQUIT", 5_000],
          ["SIGKILL", 2_000],
        ]),
    ]);
    const { process: _, ...redis } = state.redis;
    const { process: __, ...postgres } = state.postgres;
    writeState(path, {
      ...state,
      status: "stopped",
      redis: { ...redis, status: "stopped" },
      postgres: { ...postgres, status: "stopped" },
    });
  });
}
