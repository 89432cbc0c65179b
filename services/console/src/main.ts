import { BullWorkQueue } from "@wirefold/queue";
import { openBlobs, openDatabase } from "@wirefold/store";
import { createLog } from "@wirefold/telemetry";
import { readWorkerEnv } from "@wirefold/worker";
import { proxyOf, readConsoleEnv } from "./env.ts";
import { startConsole } from "./start-console.ts";

let log = createLog({ level: "info", name: "console" });
try {
  const env = { ...readWorkerEnv(process.env), ...readConsoleEnv(process.env) };
  log = createLog({ level: env.WIREFOLD_LOG_LEVEL, name: "console" });
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL, connectionsMax: 4 });
  const queue = new BullWorkQueue({ redisUrl: env.REDIS_URL, prefix: env.WIREFOLD_PREFIX });
  const running = await startConsole({
    database,
    queue,
    blobs: openBlobs(env.WIREFOLD_BLOBS_URL, database),
    log,
    host: env.WIREFOLD_CONSOLE_HOST,
    port: env.WIREFOLD_CONSOLE_PORT,
    names: env.WIREFOLD_CONSOLE_NAMES.split(","),
    token: env.WIREFOLD_CONSOLE_TOKEN,
    proxy: proxyOf(env),
  });
  await new Promise<void>((stop) => {
    process.once("SIGTERM", () => stop());
    process.once("SIGINT", () => stop());
  });
  await running.close();
  await queue.close();
  await database.end();
  process.exit(0);
} catch (error) {
  log.error({ error: (error as Error).message, code: (error as { code?: string }).code }, "worker-failed");
  process.exit(1);
}
