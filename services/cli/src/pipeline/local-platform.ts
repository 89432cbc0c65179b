import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defaultDataDir, startEngines } from "@wirefold/engines";
import { createLog } from "@wirefold/telemetry";
import type { Log } from "@wirefold/worker";
import { openPlatform, type Platform, readWorkerEnv } from "@wirefold/worker";

export interface LocalOptions {
  readonly dataDir?: string;
  readonly threads?: number;
  /** Bodies are on the disk before they are named, as a server keeps them. @default false */
  readonly syncBodies?: boolean;
  /** @default "silent": people read the progress, not the log */
  readonly logLevel?: string;
}

export interface LocalPlatform {
  readonly platform: Platform;
  readonly log: Log;
  /** Where this installation keeps its engines, bodies and reports. */
  readonly dataDir: string;
  close(): Promise<void>;
}

/**
 * The engines of a data folder and everything a worker needs on top of them. What the environment names is used as it is;
 * the rest is private to the folder.
 */
export async function openLocalPlatform(options: LocalOptions = {}): Promise<LocalPlatform> {
  const dataDir = resolve(options.dataDir ?? defaultDataDir());
  const { REDIS_URL, DATABASE_URL, WIREFOLD_BLOBS_URL } = process.env;
  const engines = await startEngines({ dataDir, redisUrl: REDIS_URL || undefined, databaseUrl: DATABASE_URL || undefined });
  try {
    const blobs = join(dataDir, "blobs");
    if (!WIREFOLD_BLOBS_URL) mkdirSync(blobs, { recursive: true, mode: 0o700 });
    const env = readWorkerEnv({
      ...process.env,
      REDIS_URL: engines.redisUrl,
      DATABASE_URL: engines.databaseUrl,
      WIREFOLD_BLOBS_URL:
        WIREFOLD_BLOBS_URL || `${pathToFileURL(blobs).href}?sync=${options.syncBodies === true ? "always" : "never"}&small=rows`,
      ...(options.threads === undefined ? {} : { WIREFOLD_THREADS: String(options.threads) }),
      WIREFOLD_LOG_LEVEL: options.logLevel ?? process.env.WIREFOLD_LOG_LEVEL ?? "silent",
    });
    const log = createLog({ level: env.WIREFOLD_LOG_LEVEL, name: "wirefold" });
    const platform = await openPlatform(env, log);
    const close = async () => {
      await platform.close();
      await engines.close();
    };
    return { platform, log, dataDir, close };
  } catch (error) {
    await engines.close();
    throw error;
  }
}
