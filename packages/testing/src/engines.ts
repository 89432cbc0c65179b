import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engines, startEngines } from "@wirefold/engines";
import { Redis } from "ioredis";
import pg from "pg";

/** A corner of the run's engines that one test has to itself. */
export interface TestEngines extends AsyncDisposable {
  readonly redisUrl: string;
  /** Put this into every Redis key (BullMQ's `prefix`, say); what bears it is removed at the end. */
  readonly prefix: string;
  /** A fresh, empty database. */
  readonly databaseUrl: string;
  /** The environment of a command that is to use these, whatever its data folder. */
  readonly env: { readonly REDIS_URL: string; readonly DATABASE_URL: string; readonly WIREFOLD_PREFIX: string };
  close(): Promise<void>;
}

/** The state a test's database begins with. What bears one name is prepared once a run; the databases are copies. */
export interface Template {
  readonly name: string;
  readonly prepare: (databaseUrl: string) => Promise<void>;
}

export interface TestEnginesOptions {
  /** @default an empty database */
  readonly template?: Template;
}

/** The store's tables, without a row. */
export const storeTables: Template = {
  name: "store tables",
  prepare: async (databaseUrl) => {
    const { openDatabase } = await import("@wirefold/store");
    await (await openDatabase({ databaseUrl })).end();
  },
};

let shared: Promise<Engines> | undefined;

/**
 * Real Redis and PostgreSQL for one test. All tests of a run share one pair of servers, started by the first that asks and ended
 * with the run; each test gets its own key prefix and its own database (about 30 ms).
 *
 * A test that flushes, kills or reconfigures a server must not use these: `startEngines` in a folder of its own.
 *
 * @example
 *   await using engines = await testEngines();
 *   const pool = new pg.Pool({ connectionString: engines.databaseUrl });
 *
 * @throws at the end when the test left connections to its database open
 */
export async function testEngines(options: TestEnginesOptions = {}): Promise<TestEngines> {
  const engines = await sharedEngines();
  const name = `t_${randomBytes(6).toString("hex")}`;
  const template = options.template && (await templateOf(engines, options.template));
  await admin(engines, `create database ${name}${template === undefined ? "" : ` template ${template}`}`);
  const prefix = name.replace("_", "");
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= end(engines, name, prefix);
    return closed;
  };
  const { redisUrl } = engines;
  const databaseUrl = databaseUrlOf(engines, name);
  const env = { REDIS_URL: redisUrl, DATABASE_URL: databaseUrl, WIREFOLD_PREFIX: prefix };
  return { redisUrl, prefix, databaseUrl, env, close, [Symbol.asyncDispose]: close };
}

/** `testEngines` for the length of one function. */
export async function withEngines<T>(body: (engines: TestEngines) => Promise<T>, options: TestEnginesOptions = {}): Promise<T> {
  await using engines = await testEngines(options);
  return await body(engines);
}

function sharedEngines(): Promise<Engines> {
  shared ??= (async () => {
    // Named by tests/global-setup.ts. Outside of a run (a script) the folder belongs to this process.
    const dataDir = process.env.WIREFOLD_TEST_HOME ?? join(tmpdir(), `wirefold-test-${process.pid}`);
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o755); // The engines may run as another account.
    // The test runner's main process uses them as well, so that they outlast this file's process.
    const engines = await startEngines({
      dataDir,
      onBehalfOf: process.env.WIREFOLD_TEST_HOME === undefined ? undefined : process.ppid,
    });
    // Nothing here outlives the run, and every database made or dropped would wait for the disk.
    await admin(engines, "alter system set fsync = off");
    await admin(engines, "select pg_reload_conf()");
    return engines;
  })();
  return shared;
}

async function templateOf(engines: Engines, { name, prepare }: Template): Promise<string> {
  const database = `template_${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
  await oncePerRun(name, async () => {
    if ((await admin(engines, "select 1 as n from pg_database where datname = $1", [database])).length > 0) return;
    // Under its own name only when it is whole: a test that fails while preparing leaves nothing to copy.
    const unfinished = `t_${randomBytes(6).toString("hex")}`;
    await admin(engines, `create database ${unfinished}`);
    await prepare(databaseUrlOf(engines, unfinished));
    await admin(engines, `alter database ${unfinished} rename to ${database}`);
  });
  return database;
}

/**
 * Runs `make` while no other test file of the run makes what bears that name; it looks for itself whether that is there already. The lock
 * is a connection's, and so ends with its process.
 */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: (await sharedEngines()).databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    return await make();
  } finally {
    await client.end();
  }
}

function databaseUrlOf(engines: Engines, database: string): string {
  const url = new URL(engines.databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function end(engines: Engines, database: string, prefix: string): Promise<void> {
  const redis = new Redis(engines.redisUrl);
  try {
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, "MATCH", `*${prefix}*`, "COUNT", 1000);
      cursor = next;
      if (keys.length > 0) await redis.unlink(...keys);
    } while (cursor !== "0");
  } finally {
    redis.disconnect();
  }
  const open = await connectionsTo(engines, database);
  await admin(engines, `drop database if exists ${database} with (force)`);
  if (open > 0) throw new Error(`the test ended with ${open} connection(s) to its database open: close what it started first`);
}

/** A pool's end is seen by the server a moment later, so this waits. */
async function connectionsTo(engines: Engines, database: string): Promise<number> {
  for (let patience = 40; ; patience--) {
    const [row] = await admin(engines, "select count(*)::int as n from pg_stat_activity where datname = $1", [database]);
    if (row?.n === 0 || patience === 0) return row?.n ?? 0;
    await new Promise((done) => setTimeout(done, 25));
  }
}

let administrators: pg.Pool | undefined;

/** By one connection, kept: a new one costs the server a process. It holds up neither the end of this process nor that of the server. */
async function admin(engines: Engines, text: string, values: unknown[] = []): Promise<{ n: number }[]> {
  if (administrators === undefined) {
    administrators = new pg.Pool({ connectionString: engines.databaseUrl, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true });
    administrators.on("error", () => {});
  }
  return (await administrators.query<{ n: number }>(text, values)).rows;
}
