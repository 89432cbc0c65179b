import { type HealthServer, type Metrics, startHealthServer } from "@wirefold/telemetry";
import type { Platform } from "./platform.ts";
import type { RunningWorker } from "./start-worker.ts";

/** What an orchestrator and Prometheus ask of a worker process; null when `WIREFOLD_HEALTH_PORT` is 0. */
export async function serveHealth(
  platform: Platform,
  running: readonly RunningWorker[],
  metrics: Metrics,
): Promise<HealthServer | null> {
  const { WIREFOLD_HEALTH_PORT: port, WIREFOLD_HEALTH_HOST: host } = platform.env;
  if (port === 0) return null;
  return startHealthServer({
    host,
    port,
    metrics: {
      contentType: metrics.contentType,
      render: () => {
        for (const worker of running) metrics.setPaused(worker.stage, worker.paused());
        return metrics.render();
      },
    },
    // A paused worker is ready: it waits for others on purpose, and starting it again would help nobody.
    troubles: async () => {
      const troubles: Record<string, string> = {};
      const check = (name: string, work: Promise<unknown>) =>
        work.catch((error: Error) => {
          troubles[name] = error.message;
        });
      await Promise.all([check("postgres", platform.database.query("select 1")), check("redis", platform.queue.memory())]);
      return troubles;
    },
  });
}
