import { randomBytes } from "node:crypto";
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
  close(): Promise<void>;
}

export interface TestEnginesOptions {
  /** Brings the database to the state tests begin with. Given a name it runs once a process, and later databases are copies. */
  readonly template?: { readonly name: string; readonly prepare: (databaseUrl: string) => Promise<void> };
}

let shared: Promise<Engines> | undefined;
const templates = new Map<string, Promise<string>>();

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
  return { redisUrl: engines.redisUrl, prefix, databaseUrl: databaseUrlOf(engines, name), close, [Symbol.asyncDispose]: close };
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
    return startEngines({ dataDir, onBehalfOf: process.env.WIREFOLD_TEST_HOME === undefined ? undefined : process.ppid });
  })();
  return shared;
}

function templateOf(engines: Engines, { name, prepare }: NonNullable<TestEnginesOptions["template"]>): Promise<string> {
  let made = templates.get(name);
  if (made === undefined) {
    made = (async () => {
      const database = `template_${randomBytes(6).toString("hex")}`;
      await admin(engines, `create database ${database}`);
      await prepare(databaseUrlOf(engines, database));
      return database;
    })();
    templates.set(name, made);
  }
  return made;
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

async function admin(engines: Engines, text: string, values: unknown[] = []): Promise<{ n: number }[]> {
  const client = new pg.Client({ connectionString: engines.databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<{ n: number }>(text, values)).rows;
  } finally {
    await client.end();
  }
}
