import { isPruningDue, prune, type Retention } from "@wirefold/store";
import type { WorkerEnv } from "./env.ts";
import type { Platform } from "./platform.ts";
import { messageOf } from "./verdict.ts";

/** How often a process asks whether a day has passed. Spread, so that processes started together do not ask together. */
const lookEveryMs = 10 * 60_000;

/** How long what is no longer needed is kept, by the settings; 0 stands for ever. Bodies go once nothing has named them for a day. */
export function retentionOf(env: WorkerEnv): Retention {
  const days = (setting: number) => (setting === 0 ? null : setting);
  return {
    timeline: days(env.WIREFOLD_KEEP_TIMELINE_DAYS),
    results: days(env.WIREFOLD_KEEP_RESULTS_DAYS),
    events: days(env.WIREFOLD_KEEP_EVENTS_DAYS),
    pages: days(env.WIREFOLD_KEEP_PAGES_DAYS),
    bodies: 1,
  };
}

/**
 * Prunes once a day, whichever process of the installation comes first. Never at once: a process that lives for a moment has
 * better things to do.
 */
export function startPruner(platform: Platform, everyMs: number = lookEveryMs): { close(): Promise<void> } {
  const { database, blobs, env, log } = platform;
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const look = async () => {
    try {
      if (!(await isPruningDue(database))) return;
      const pruned = await prune(database, blobs, retentionOf(env), { signal: stop.signal });
      if (pruned !== null) log.info(Object.fromEntries(pruned.map(({ kind, removed }) => [kind, removed])), "pruned");
    } catch (error) {
      log.warn({ error: messageOf(error) }, "pruning-failed");
    }
  };
  const timer = setInterval(
    () => {
      if (!idle) return;
      idle = false;
      running = look().finally(() => {
        idle = true;
      });
    },
    everyMs * (0.9 + Math.random() / 5),
  );
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await running;
    },
  };
}
