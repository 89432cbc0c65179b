import { fileURLToPath } from "node:url";
import { FatalError } from "@wirefold/core";
import { runner } from "node-pg-migrate";
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
 * Quiet moments are short beside what a new connection costs (a process of the server, and every prepared statement planned
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

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runner({
      dbClient: client,
      dir: fileURLToPath(new URL("../migrations", import.meta.url)),
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
