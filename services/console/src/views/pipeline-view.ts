import type { Overview, StageReading } from "../ledger-watch.ts";

/** What an autoscaler is told of a stage that owes something and does not move: JSON knows no infinity. */
const DRAIN_SECONDS_MAX = 86_400;

export const finite = (seconds: number): number => Math.min(seconds, DRAIN_SECONDS_MAX);

/** A reading with every number finite. */
export function pipelineView({ stages, ...rest }: Overview): Overview {
  return { ...rest, stages: stages.map((stage) => ({ ...stage, secondsToDrain: finite(stage.secondsToDrain) })) };
}

/** What a stage is scaled by. */
export function autoscaleView({ stage, pending, secondsToDrain, documentsPerSecond, paused }: StageReading) {
  return { stage, seconds: finite(secondsToDrain), owed: pending, documentsPerSecond, paused };
}
