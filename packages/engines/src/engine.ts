import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineError } from "./engine-error.ts";
import { type EnginesFolder, logOf } from "./folder.ts";
import type { EngineName } from "./keeper-state.ts";
import { isRunning, nameProcess, type ProcessName, signalProcess } from "./process-identity.ts";
import type { ServerUser } from "./server-user.ts";

/** What the keeper needs to know of an engine to start, find and stop it. */
export interface Engine {
  readonly name: EngineName;
  /** Lays out files and finds the program. `step` tells people what takes so long. */
  prepare(step: (what: string) => void): Promise<Program>;
  /** Whether the engine answers at that port as ours. Never true for somebody else's. */
  answers(port: number): Promise<boolean>;
  /** Ends whatever an earlier, crashed run left: a server nobody wrote down, a stale pid file. */
  clearLeftovers(port: number | undefined): Promise<void>;
  /**
   * Looks at a failed start's log and puts right what it can. "mended": another try makes sense. "wait": so it does, as often as it takes, since what
   * is in the way goes by itself. Null: nothing to be done.
   */
  repair(log: string): "mended" | "wait" | null;
  /** Asks the server to end, most politely first; each signal is given that long. */
  readonly stopSignals: readonly (readonly [signal: NodeJS.Signals, waitMs: number])[];
}

export interface Program {
  readonly command: string;
  /** Arguments for a server at that port. */
  args(port: number): readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

export interface EngineContext {
  readonly folder: EnginesFolder;
  readonly user: ServerUser | null;
}

/** Starts a program as the server account, in a session of its own so that a Ctrl-C at the terminal does not reach it. */
export function launch(
  engine: EngineName,
  program: Program,
  port: number,
  { folder, user }: EngineContext,
): { child: ChildProcess; name: ProcessName | null } {
  const log = openSync(logOf(folder, engine), "a", 0o600);
  try {
    const child = spawn(program.command, program.args(port), {
      cwd: program.cwd,
      env: program.env,
      detached: true,
      stdio: ["ignore", log, log],
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    child.on("error", () => {}); // Seen by the caller as a process that never ran; the log has the rest.
    return { child, name: child.pid === undefined ? null : nameProcess(child.pid) };
  } finally {
    closeSync(log);
  }
}

/** Stops exactly that process. Resolves when it is gone; false when it outlived every signal. */
export async function stopProcess(name: ProcessName, signals: Engine["stopSignals"]): Promise<boolean> {
  for (const [signal, waitMs] of signals) {
    if (!signalProcess(name, signal)) return true;
    if (await waitUntil(() => !isRunning(name), waitMs)) return true;
  }
  return !isRunning(name);
}

/** Polls a condition; false when it did not come true in time. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, timeoutMs: number, pauseMs = 15): Promise<boolean> {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > giveUpAt) return false;
    await sleep(pauseMs);
  }
}

const LOG_BYTES_MAX = 5 * 2 ** 20;

/** Keeps one older log, so that an engine which is restarted for years does not fill the disk with its log. */
export function rotateLog(path: string): void {
  if (!existsSync(path) || statSync(path).size < LOG_BYTES_MAX) return;
  rmSync(`${path}.1`, { force: true });
  renameSync(path, `${path}.1`);
}

/** Turns what a server said before it ended into the error a person can act on. */
export function startError(engine: EngineName, folder: EnginesFolder, said: string): EngineError {
  const log = logOf(folder, engine);
  const title = engine === "redis" ? "Redis" : "PostgreSQL";
  if (/no space left on device|disk quota exceeded/i.test(said)) {
    return new EngineError(
      "WIREFOLD_ENGINE_NO_SPACE",
      `${title} cannot start: no disk space left at ${folder.files}; free some, or set WIREFOLD_HOME to a folder on another disk`,
    );
  }
  if (/address already in use/i.test(said)) {
    return new EngineError(
      "WIREFOLD_ENGINE_PORT",
      `${title} cannot start: every port tried at 127.0.0.1 was taken by another program; try again, or name a server of yours with ${urlVariableOf(engine)}`,
    );
  }
  return new EngineError(
    "WIREFOLD_ENGINE_START",
    `${title} cannot start; its last words: ${said.slice(-1200) || "(none: it was killed)"}; see ${log}, or name a server of yours with ${urlVariableOf(engine)}`,
  );
}

export const urlVariableOf = (engine: EngineName): string => (engine === "redis" ? "REDIS_URL" : "DATABASE_URL");
