import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import pg from "pg";
import type { EngineName, KeeperState } from "../src/keeper-state.ts";
import { isRunning, pidOf } from "../src/process-identity.ts";
import { enginesEnded } from "../src/start-engines.ts";

/** A data folder for one test, with the files outside it and the cache next to it; deleted, engines and all, at the end. */
export function dataFolder({ mode = 0o755 }: { mode?: number } = {}) {
  const root = mkdtempSync(join(tmpdir(), "wirefold-engines-"));
  chmodSync(root, 0o755);
  const base = mkdtempSync(join(root, "base-"));
  chmodSync(base, mode);
  const dataDir = join(base, "data");
  return {
    root,
    dataDir,
    outside: join(root, "outside"),
    state: () => JSON.parse(readFileSync(join(dataDir, "engines", "keeper.json"), "utf8")) as KeeperState,
    pid: (engine: EngineName): number =>
      pidOf((JSON.parse(readFileSync(join(dataDir, "engines", "keeper.json"), "utf8")) as KeeperState)[engine].process ?? ""),
    async [Symbol.asyncDispose]() {
      const gone = await enginesEnded(dataDir);
      rmSync(root, { recursive: true, force: true });
      if (!gone) throw new Error(`engines of ${dataDir} still run`);
    },
  };
}

export interface UserProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The next line it prints. */
  next(): Promise<Record<string, string>>;
  /** Ends its input, so that it closes its engines; resolves when it has exited. */
  leave(): Promise<void>;
  kill(): Promise<void>;
}

/** A separate process that uses the engines. */
export function user(args: readonly string[], env: Record<string, string> = {}): UserProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./fixtures/user.mjs", import.meta.url)), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, "exit");
  return {
    child,
    pid: child.pid ?? 0,
    async next() {
      const { value, done } = await lines.next();
      if (done) throw new Error("the process ended without a word");
      return JSON.parse(value);
    },
    async leave() {
      child.stdin.end();
      await exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

export async function setKey(url: string, key: string, value: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => null });
  redis.on("error", () => {});
  await redis.set(key, value);
  redis.disconnect();
}

export async function getKey(url: string, key: string): Promise<string | null> {
  const redis = new Redis(url, { retryStrategy: (times) => (times > 200 ? null : 50), maxRetriesPerRequest: null });
  redis.on("error", () => {});
  try {
    return await redis.get(key);
  } finally {
    redis.disconnect();
  }
}

export async function sql<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

export const runs = (name: string | undefined): boolean => name !== undefined && isRunning(name);
