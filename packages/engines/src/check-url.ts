import { parseUrl } from "@wirefold/core";
import { Redis } from "ioredis";
import pg from "pg";
import { EngineError, oneLine, redactUrl } from "./engine-error.ts";

const TIMEOUT_MS = 10_000;
const POSTGRES_MAJOR_MIN = 14;

/** Makes sure a Redis serves at that URL and can carry queues. Answers what is worth a warning. */
export async function checkRedis(url: string, variable = "REDIS_URL"): Promise<readonly string[]> {
  const parsed = engineUrl(url, variable, ["redis:", "rediss:"]);
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableReadyCheck: false,
  });
  let connectionError: unknown;
  redis.on("error", (error) => {
    connectionError ??= error;
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const read = (field: string) => new RegExp(`^${field}:(.*)\\r?$`, "m").exec(info)?.[1]?.trim();
    const version = read("redis_version") ?? "";
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (version !== "" && (major < 6 || (major === 6 && minor < 2))) {
      throw new EngineError(
        "WIREFOLD_ENGINE_TOO_OLD",
        `the Redis at ${redactUrl(url)} is ${version}; Wirefold needs 6.2 or later`,
      );
    }
    const policy = read("maxmemory_policy");
    return policy === undefined || policy === "noeviction"
      ? []
      : [`the Redis at ${redactUrl(url)} may evict queue keys (maxmemory-policy ${policy}); set it to noeviction`];
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const cause = connectionError ?? error;
    const message = oneLine((cause as Error).message);
    if (/WRONGPASS|NOAUTH|NOPERM|invalid (username|password)/i.test(`${message} ${(error as Error).message}`)) {
      throw new EngineError(
        "WIREFOLD_ENGINE_AUTH",
        `the Redis at ${redactUrl(url)} refuses the user or password in ${variable}; correct them`,
        { cause },
      );
    }
    throw unreachable("Redis", parsed, url, variable, cause);
  } finally {
    redis.disconnect();
  }
}

/** Makes sure a PostgreSQL serves that database. Answers what is worth a warning. */
export async function checkPostgres(url: string, variable = "DATABASE_URL"): Promise<readonly string[]> {
  const parsed = engineUrl(url, variable, ["postgres:", "postgresql:"]);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: "wirefold-check",
  });
  client.on("error", () => {}); // A connection cut later is reported by the query that meets it.
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < POSTGRES_MAJOR_MIN) {
      throw new EngineError(
        "WIREFOLD_ENGINE_TOO_OLD",
        `the PostgreSQL at ${redactUrl(url)} is ${major}; Wirefold needs ${POSTGRES_MAJOR_MIN} or later`,
      );
    }
    return rows[0]?.encoding === "UTF8"
      ? []
      : [
          `the database at ${redactUrl(url)} is ${rows[0]?.encoding}, so it cannot hold every text; use one made with ENCODING 'UTF8'`,
        ];
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const { code, message } = error as Error & { code?: string };
    // SQLSTATE class 28: invalid authorization; 3D000: no such database.
    if (code?.startsWith("28") || /password must be a string|no password supplied/i.test(message)) {
      throw new EngineError(
        "WIREFOLD_ENGINE_AUTH",
        `the PostgreSQL at ${redactUrl(url)} refuses the user or password in ${variable}; correct them`,
        {
          cause: error,
        },
      );
    }
    if (code === "3D000") {
      throw new EngineError(
        "WIREFOLD_ENGINE_NO_DATABASE",
        `the PostgreSQL at ${redactUrl(url)} has no such database; run createdb, or correct ${variable}`,
        {
          cause: error,
        },
      );
    }
    throw unreachable("PostgreSQL", parsed, url, variable, error);
  } finally {
    await client.end().catch(() => {});
  }
}

function engineUrl(url: string, variable: string, protocols: readonly string[]): URL {
  const parsed = parseUrl(url);
  if (parsed === null || !protocols.includes(parsed.protocol)) {
    throw new EngineError(
      "WIREFOLD_ENGINE_BAD_URL",
      `${variable} is not a URL Wirefold understands (${redactUrl(url)}); write it as ${protocols[0]}//user:password@host:port/database`,
    );
  }
  return parsed;
}

function unreachable(title: string, parsed: URL, url: string, variable: string, cause: unknown): EngineError {
  const { code, message, errors } = cause as NodeJS.ErrnoException & { errors?: readonly Error[] };
  const why = oneLine(message || errors?.[0]?.message || code || "no answer").replaceAll(parsed.password || "\0", "***");
  return new EngineError(
    "WIREFOLD_ENGINE_UNREACHABLE",
    `no ${title} answers at ${redactUrl(url)} (${why}); start it, correct ${variable}, or unset ${variable} to use a private one`,
    { cause },
  );
}
