/**
 * The keeper: a process of its own that starts one data folder's engines, restarts one that dies, and ends them when
 * nobody uses them any more.
 *
 *   wirefold run ──┐ users/4711…            ┌── redis-server
 *   wirefold up  ──┼──────────────> keeper ─┤
 *   worker clean ──┘ users/4718…            └── postgres
 *
 * Why a process of its own: the process that came first may leave first, and may be killed. A user is a file in `users/` that
 * bears its process's name; it counts while that process runs, so a killed user needs no clean-up. When the last one is gone the
 * keeper stops the engines and ends. A killed keeper leaves its engines running; the next start adopts them.
 *
 * Run as `node keeper.js <engines folder> <cache folder> <folder for files outside>`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Engine, launch, rotateLog, startError, stopProcess, waitUntil } from "./engine.ts";
import { EngineError, oneLine } from "./engine-error.ts";
import { exclusively, runningEntries } from "./exclusive.ts";
import { lengthOf, lockOf, logOf, openFolder, readState, saidSince, usersOf, writeState } from "./folder.ts";
import { freePort } from "./free-port.ts";
import type { EngineName, EngineState, KeeperState } from "./keeper-state.ts";
import { postgresEngine } from "./postgres.ts";
import { isRunning, nameProcess } from "./process-identity.ts";
import { redisEngine } from "./redis.ts";
import { serverUser } from "./server-user.ts";

const TICK_MS = 150;
const START_TRIES = 5;
/** How long a killed server's remains may stand in the way of the next: a long log is replayed in one go. */
const REMAINS_MS_MAX = 60_000;
/** Loading a large append-only file, or replaying a long log after a crash, takes its time. */
const READY_TIMEOUT_MS = 120_000;
/** More restarts than this in a minute is not bad luck. */
const RESTARTS_PER_MINUTE_MAX = 5;
/** How long a keeper that is told to end waits for its users to end first. */
const FAREWELL_MS = 10_000;

async function keep(path: string, cacheDir: string, outside: string): Promise<void> {
  const me = nameProcess(process.pid);
  if (me === null) throw new Error("cannot name this process");
  const user = serverUser();
  const folder = openFolder(path, user, outside);
  const engines: Record<EngineName, Engine> = {
    redis: redisEngine({ folder, user }, cacheDir),
    postgres: postgresEngine({ folder, user }, cacheDir),
  };
  const restarts: Record<EngineName, number[]> = { redis: [], postgres: [] };
  const before = readState(path);
  let state: KeeperState = {
    keeper: me,
    status: "running",
    redis: inherited(before?.redis),
    postgres: inherited(before?.postgres),
  };
  const write = () => existsSync(path) && writeState(path, state);
  const set = (name: EngineName, change: EngineState) => {
    state = { ...state, [name]: change };
    write();
  };
  let farewellAt = Number.POSITIVE_INFINITY;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      farewellAt = Math.min(farewellAt, Date.now() + FAREWELL_MS);
    });
  }
  write();

  const bringUp = async (name: EngineName) => {
    try {
      await start(engines[name], state[name], (change) => set(name, change));
    } catch (error) {
      const known =
        error instanceof EngineError
          ? error
          : new EngineError("WIREFOLD_ENGINE_START", oneLine(String((error as Error)?.stack ?? error)));
      console.error(`${new Date().toISOString()} ${name}: ${known.message}`);
      const { port } = state[name];
      set(name, {
        status: "failed",
        error: { code: known.code, message: known.message },
        failedFor: runningEntries(usersOf(path)),
        ...(port === undefined ? {} : { port }),
      });
    }
  };

  const start = async (engine: Engine, old: EngineState, report: (change: EngineState) => void) => {
    const keepPort = old.port === undefined ? {} : { port: old.port };
    if (old.process !== undefined && old.port !== undefined && isRunning(old.process)) {
      if (await waitUntil(() => engine.answers(old.port as number), 3000)) {
        report({ status: "ready", port: old.port, process: old.process }); // Adopted from a keeper that died.
        return;
      }
      await stopProcess(old.process, engine.stopSignals);
    }
    report({ status: "starting", step: `starting ${engine.name}`, ...keepPort });
    await engine.clearLeftovers(old.port);
    const program = await engine.prepare((step) => report({ status: "starting", step, ...keepPort }));
    const log = logOf(folder, engine.name);
    rotateLog(log);
    const giveUpAt = Date.now() + REMAINS_MS_MAX;
    let tries = 0;
    let oldPort = old.port;
    for (let attempt = 1; ; attempt++) {
      // One that an earlier keeper started in its last moment may only now have made itself known.
      if (attempt > 1) await engine.clearLeftovers(old.port);
      const port = await freePort(oldPort);
      const length = lengthOf(log);
      const { child, name } = launch(engine.name, program, port, { folder, user });
      const exited = new Promise((done) => child.once("exit", done).once("error", done));
      if (name !== null) report({ status: "starting", step: `starting ${engine.name}`, port, process: name });
      const running = () => name !== null && child.exitCode === null && child.signalCode === null && isRunning(name);
      let ready = false;
      await waitUntil(async () => {
        ready = running() && (await engine.answers(port));
        return ready || !running();
      }, READY_TIMEOUT_MS);
      if (ready && name !== null) {
        report({ status: "ready", port, process: name });
        return;
      }
      if (name !== null) await stopProcess(name, engine.stopSignals);
      // The system knows of an end a moment before this process is told how it came about.
      await Promise.race([exited, sleep(1000)]);
      const said = saidSince(log, length);
      // Killed from outside (out of memory, a hand): its own words say nothing, and the next may live, however often that happens.
      // Any other signal is a crash of its own.
      const { signalCode } = child;
      const crashed = signalCode !== null || /address already in use/i.test(said);
      const remedy = signalCode === "SIGKILL" ? "wait" : crashed ? "mended" : engine.repair(said);
      if (remedy === null || (remedy === "mended" && ++tries >= START_TRIES) || Date.now() > giveUpAt)
        throw startError(engine.name, folder, said);
      // One that only has to wait was not refused its port, where its clients look for it.
      if (remedy !== "wait") oldPort = undefined;
      await sleep(Math.min(1000, 200 * attempt));
    }
  };

  for (;;) {
    const users = runningEntries(usersOf(path));
    const leaving = Date.now() > farewellAt || !existsSync(usersOf(path));
    if (users.length === 0 || leaving) {
      const ended = await endUnlessNeeded(leaving);
      if (ended) return;
      continue;
    }
    const wanted = (["redis", "postgres"] as const).filter((name) =>
      users.some((entry) => entry.endsWith(`.${name}`) || entry.endsWith(".both")),
    );
    await Promise.all(
      wanted.map(async (name) => {
        const engine = state[name];
        if (engine.status === "idle" || engine.status === "stopped") await bringUp(name);
        else if (engine.status === "failed" && users.some((entry) => !engine.failedFor?.includes(entry))) await bringUp(name);
        else if (engine.status === "ready" && engine.process !== undefined && !isRunning(engine.process)) {
          const recent = restarts[name].filter((at) => at > Date.now() - 60_000);
          restarts[name] = [...recent, Date.now()];
          console.error(`${new Date().toISOString()} ${name} died; starting it again (${recent.length + 1} in a minute)`);
          if (recent.length < RESTARTS_PER_MINUTE_MAX) await bringUp(name);
          else {
            const message = `${name} died ${recent.length} times within a minute; see ${logOf(folder, name)}`;
            set(name, { status: "failed", error: { code: "WIREFOLD_ENGINE_START", message }, failedFor: users });
          }
        }
      }),
    );
    await sleep(TICK_MS);
  }

  /** Under the lock, so that nobody arrives between the last look and the end. */
  function endUnlessNeeded(leaving: boolean): Promise<boolean> {
    const end = async () => {
      if (!leaving && runningEntries(usersOf(path)).length > 0) return false;
      state = { ...state, status: "stopping" };
      write();
      // PostgreSQL and Redis do not know each other; both at once is faster.
      await Promise.all(
        (["redis", "postgres"] as const).map(async (name) => {
          const { process: running, port } = state[name];
          if (running !== undefined) await stopProcess(running, engines[name].stopSignals);
          set(name, { status: "stopped", ...(port === undefined ? {} : { port }) });
        }),
      );
      state = { ...state, status: "stopped" };
      write();
      return true;
    };
    return existsSync(path) ? exclusively(lockOf(path), end) : end();
  }
}

/** What a keeper before us wrote: a server that may still run, and the port it had, for clients that remember it. */
function inherited(state: EngineState | undefined): EngineState {
  if (state === undefined) return { status: "idle" };
  return {
    status: "idle",
    ...(state.port === undefined ? {} : { port: state.port }),
    ...(state.process === undefined ? {} : { process: state.process }),
  };
}

/**
 * The process that starts a keeper may be killed before the keeper has written itself down, and the next one then starts a second. So keepers have a lock of their
 * own, held as long as they live; one that finds a running keeper is not needed and ends.
 */
async function keepAlone(path: string, cacheDir: string, outside: string): Promise<void> {
  const needless = new AbortController();
  const look = setInterval(() => {
    const state = readState(path);
    if (state?.status === "running" && isRunning(state.keeper) && state.keeper !== nameProcess(process.pid)) needless.abort();
  }, TICK_MS);
  try {
    await exclusively(
      join(path, "keeper-lock"),
      () => {
        clearInterval(look);
        return keep(path, cacheDir, outside);
      },
      { signal: needless.signal },
    );
  } catch (error) {
    if (!needless.signal.aborted) throw error;
  } finally {
    clearInterval(look);
  }
}

const [enginesPath, cacheDir, outside] = process.argv.slice(2);
if (
  enginesPath !== undefined &&
  cacheDir !== undefined &&
  outside !== undefined &&
  /keeper\.[jt]s$/.test(process.argv[1] ?? "")
) {
  process.title = "wirefold-engines";
  // The servers run as another account when this is root: what is made here must be open to it, whatever the shell asked for.
  process.umask(0o022);
  await keepAlone(enginesPath, cacheDir, outside);
}
