import type { StageName } from "@wirefold/core";
import { createLog, createMetrics } from "@wirefold/telemetry";
import type { Log } from "./define-stage.ts";
import { readWorkerEnv } from "./env.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { startPruner } from "./pruner.ts";
import { serveHealth } from "./serve-health.ts";
import { startWorker } from "./start-worker.ts";
import { watchSources } from "./watch-sources.ts";

/**
 * The life of a worker process: environment, stores, work, and a graceful end on SIGTERM or SIGINT. Exits 1 on an error
 * that leaves nothing to work with, so its supervisor starts it again.
 */
export async function runWorkerProcess(stages: readonly StageName[], variables = process.env): Promise<void> {
  const name = stages.join("+");
  let log = createLog({ level: "info", name });
  try {
    const env = readWorkerEnv(variables);
    log = createLog({ level: env.WIREFOLD_LOG_LEVEL, name });
    const platform = await openPlatform(env, log);
    await workUntilSignal(stages, platform, log);
    await platform.close();
    log.info({}, "worker-stopped");
    process.exit(0);
  } catch (error) {
    log.error({ error: (error as Error).message, code: (error as { code?: string }).code }, "worker-failed");
    process.exit(1);
  }
}

/** Works, and answers for its health, until SIGTERM or SIGINT; then finishes or gives back what it has in hand. */
export async function workUntilSignal(stages: readonly StageName[], platform: Platform, log: Log): Promise<void> {
  const metrics = createMetrics();
  const running = await Promise.all(stages.map((stage) => startWorker(stage, platform, { observe: metrics.observe })));
  const health = await serveHealth(platform, running, metrics);
  const pruner = startPruner(platform);
  const endWatch = health === null ? () => {} : watchSources(platform.database, metrics);
  log.info({ stages: running.map((worker) => worker.stage) }, "worker-started");
  const stopped = new Promise<null>((resolve) => {
    process.once("SIGTERM", () => resolve(null));
    process.once("SIGINT", () => resolve(null));
  });
  const failure = await Promise.race([stopped, ...running.map((worker) => worker.failure)]);
  log.info({}, "worker-stopping");
  await pruner.close();
  endWatch();
  await Promise.all(running.map((worker) => worker.close()));
  await health?.close();
  if (failure !== null) throw failure;
}
