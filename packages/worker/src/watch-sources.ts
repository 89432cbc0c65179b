import type { Pool } from "@wirefold/store";
import type { Metrics } from "@wirefold/telemetry";

const everyMs = 30_000;
const states = ["active", "paused", "failing", "gone"] as const;

/** Tells the metrics how many sources there are by state, now and every half minute. @returns what ends it */
export function watchSources(database: Pool, metrics: Metrics): () => void {
  const look = async () => {
    const { rows } = await database.query<{ state: string; count: number; silent: number }>(
      "select state, count(*)::int as count, count(*) filter (where silent_since is not null)::int as silent from source group by state",
    );
    const counts: Record<string, number> = Object.fromEntries([...states, "silent"].map((state) => [state, 0]));
    for (const { state, count, silent } of rows) {
      counts[state] = count;
      counts.silent = (counts.silent ?? 0) + silent;
    }
    metrics.setSources(counts);
  };
  // A reading that fails leaves the last one standing; others report that the database cannot be reached.
  const quietly = () => void look().catch(() => {});
  quietly();
  const timer = setInterval(quietly, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
