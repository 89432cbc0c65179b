import { setTimeout as sleep } from "node:timers/promises";
import { type StageName, stageNames } from "@wirefold/core";
import type { BullWorkQueue } from "@wirefold/queue";
import type { PostgresQuarantine, QuarantineFilter } from "@wirefold/store";

/** A job carries at most a hundred documents. */
const TOGETHER = 100;
/** Moved in one transaction where no rate holds back. */
const CHUNK = 500;

export interface ReplayOptions {
  readonly filter: QuarantineFilter;
  /** Documents a second; as fast as they can be moved where none is given. */
  readonly perSecond?: number;
  readonly signal?: AbortSignal;
  /** Told after every step how many were moved in all. */
  readonly onProgress?: (moved: number) => void;
}

/**
 * Makes quarantined documents owed again and wakes their stages, oldest first. What fails again meanwhile is not taken twice. Stopping
 * anywhere loses nothing: what was moved is owed and found by a sweeper, the rest stays where it is.
 *
 * @returns how many were moved, by stage
 */
export async function replayQuarantined(
  quarantine: Pick<PostgresQuarantine, "now" | "replay">,
  queue: Pick<BullWorkQueue, "send">,
  { filter, perSecond, signal, onProgress }: ReplayOptions,
): Promise<Map<StageName, number>> {
  const pace = perSecond === undefined ? null : paceOf(perSecond);
  const all = { ...filter, before: filter.before ?? (await quarantine.now()) };
  const moved = new Map<StageName, number>();
  let total = 0;
  while (!signal?.aborted) {
    const startedAt = performance.now();
    const chunk = await quarantine.replay(all, pace?.count ?? CHUNK);
    if (chunk.length === 0) break;
    for (const stage of stageNames) {
      const subjects = chunk.flatMap((one) => (one.stage === stage ? [one.subject] : []));
      if (subjects.length > 0) moved.set(stage, (moved.get(stage) ?? 0) + subjects.length);
      for (let from = 0; from < subjects.length; from += TOGETHER)
        await queue.send(stage, subjects.slice(from, from + TOGETHER), { priority: "backfill" });
    }
    total += chunk.length;
    onProgress?.(total);
    if (pace !== null)
      await sleep(Math.max(0, pace.everyMs - (performance.now() - startedAt)), undefined, signal ? { signal } : {}).catch(
        () => {},
      );
  }
  return moved;
}

/** 50 a second as 50 every second; below one, one every so often. */
function paceOf(perSecond: number): { readonly count: number; readonly everyMs: number } {
  const count = Math.max(1, Math.floor(perSecond));
  return { count, everyMs: (count / perSecond) * 1000 };
}
