/**
 * The pipeline as data: which stage answers which event, and what it emits. A worker does not know its place in the
 * line; adding a stage is a folder under `services/` and one line here.
 */
export const pipeline = [
  { stage: "fetch", on: "LocatorSubmitted", emits: "DocumentFetched" },
  { stage: "clean", on: "DocumentFetched", emits: "DocumentCleaned" },
  { stage: "dedupe", on: "DocumentCleaned", emits: "DocumentCompared" },
  { stage: "extract", on: "DocumentCompared", emits: "FactsExtracted" },
  { stage: "reconcile", on: "FactsExtracted", emits: "StoryReconciled" },
] as const;

export type StageName = (typeof pipeline)[number]["stage"];

/** The stages in the order a document meets them. */
export const stageNames: readonly StageName[] = pipeline.map((step) => step.stage);

/** A stage that documents can go through again: all but the one that makes them. */
export type RepeatableStage = Exclude<StageName, "fetch">;

export const repeatableStages: readonly RepeatableStage[] = stageNames.filter((name) => name !== "fetch");

/** The stage that answers what `stage` emits; null at the end of the line. */
export function stageAfter(stage: StageName): StageName | null {
  const emits: string | undefined = pipeline.find((step) => step.stage === stage)?.emits;
  return pipeline.find((step) => step.on === emits)?.stage ?? null;
}

/** The stage whose output `stage` answers; null at the beginning of the line. */
export function stageBefore(stage: StageName): StageName | null {
  const on: string | undefined = pipeline.find((step) => step.stage === stage)?.on;
  return pipeline.find((step) => step.emits === on)?.stage ?? null;
}

export function isStageName(name: string): name is StageName {
  return stageNames.some((stage) => stage === name);
}
