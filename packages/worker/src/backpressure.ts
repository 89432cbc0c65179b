import { type StageName, stageAfter, type WorkQueue } from "@wirefold/core";

export interface PressureLimits {
  /** Jobs the next stage's queue may hold. */
  readonly backlogMax: number;
  /** Share of the transport's memory limit that may be used, 0..1. */
  readonly memoryShareMax: number;
  /** Share of the data disk that must stay free, 0..1. */
  readonly diskFreeShareMin: number;
}

/** @default At 100 documents a job, 2,000 jobs are 200,000 documents: minutes of work, about 10 MB of Redis. */
export const defaultPressureLimits: PressureLimits = { backlogMax: 2000, memoryShareMax: 0.8, diskFreeShareMin: 0.05 };

export interface PressureReadings {
  readonly queue: Pick<WorkQueue, "backlog" | "memory">;
  /** Free share of the disk under the data folder, 0..1. */
  readonly diskFreeShare: () => Promise<number>;
}

/**
 * Why `stage` should stop taking work, or null. A stage stops feeding when what is downstream is full; the last stage
 * never stops on a backlog, so the line always drains.
 */
export async function pressureOn(
  stage: StageName,
  readings: PressureReadings,
  limits: PressureLimits = defaultPressureLimits,
): Promise<"downstream-backlog" | "transport-memory" | "disk-full" | null> {
  const next = stageAfter(stage);
  if (next === null) return null;
  if ((await readings.queue.backlog(next)) > limits.backlogMax) return "downstream-backlog";
  const { usedBytes, limitBytes } = await readings.queue.memory();
  if (limitBytes > 0 && usedBytes > limits.memoryShareMax * limitBytes) return "transport-memory";
  if ((await readings.diskFreeShare()) < limits.diskFreeShareMin) return "disk-full";
  return null;
}
