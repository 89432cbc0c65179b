import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { FatalError } from "@wirefold/core";
import pg from "pg";

export type Pool = pg.Pool;
export type Client = pg.PoolClient;

/** PostgreSQL refused or could not be reached. Nothing can be recorded, so the process must not go on. */
export class DatabaseError extends FatalError {
  override readonly code = "WIREFOLD_DATABASE";
}

export interface DatabaseOptions {
  readonly databaseUrl: string;
  /** @default 8: a worker holds one connection per job in hand, and one for the sweeper. */
  readonly connectionsMax?: number;
}

/** Connects, and brings the schema to this version. Safe when many processes start at once: migrations hold a lock. */
export async function openDatabase(options: DatabaseOptions): Promise<Pool> {
  const pool = newPool(options.databaseUrl, options.connectionsMax ?? 8);
  try {
    await migrate(pool);
  } catch (cause) {
    await pool.end().catch(() => {});
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(`PostgreSQL: ${reason}. Check DATABASE_URL, or leave it unset to use a private server.`, { cause });
  }
  return pool;
}

/**
 * Quiet moments are short compared with what a new connection costs (a process of the server, and every prepared statement planned
 * again), so connections are kept for minutes.
 */
const idleTimeoutMillis = 5 * 60_000;

/** Connections to a database whose schema is up to date. */
export function newPool(databaseUrl: string, connectionsMax: number): Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connectionsMax, idleTimeoutMillis });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => {});
  return pool;
}

const migrations = fileURLToPath(new URL("../migrations", import.meta.url));

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if (await hasEveryMigration(client)) return;
    // Loaded for the first process of a new version only: it costs every other command a fifth of a second.
    const { runner } = await import("node-pg-migrate");
    await runner({
      dbClient: client,
      dir: migrations,
      direction: "up",
      migrationsTable: "migration",
      log: () => {},
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      advisoryLockMode: "wait",
    });
  } finally {
    client.release();
  }
}

/** Each is recorded in the transaction that applies it, so what is recorded is there. */
async function hasEveryMigration(client: Client): Promise<boolean> {
  const { rows: tables } = await client.query<{ there: boolean }>("select to_regclass('migration') is not null as there");
  if (tables[0]?.there !== true) return false;
  const { rows } = await client.query<{ name: string }>("select name from migration");
  const files = (await readdir(migrations)).filter((name) => name.endsWith(".sql"));
  // A database that a later version laid out is the runner's to refuse.
  const recorded = new Set(rows.map(({ name }) => `${name}.sql`));
  return recorded.size === files.length && files.every((name) => recorded.has(name));
}

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export async function inTransaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The pool listens to idle clients only: a connection cut between two statements would end the process.
  let broken: Error | undefined;
  const noticed = (error: Error) => {
    broken = error;
  };
  client.on("error", noticed);
  try {
    await client.query("begin");
    const answer = await work(client);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch((failed: Error) => {
      broken ??= failed;
    });
    throw error;
  } finally {
    client.off("error", noticed);
    client.release(broken);
  }
}
