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

/** The stage that answers what `stage` emits; null at the end of the line. */
export function stageAfter(stage: StageName): StageName | null {
  const emits = pipeline.find((step) => step.stage === stage)!.emits;
  return pipeline.find((step) => (step.on as string) === emits)?.stage ?? null;
}

export function isStageName(name: string): name is StageName {
  return stageNames.some((stage) => stage === name);
}
