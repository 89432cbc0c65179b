import type { Reprocess } from "@wirefold/store";
import type { Services } from "../services.ts";

export interface ReprocessView extends Omit<Reprocess, "filter"> {
  readonly which: Reprocess["filter"]["which"];
  readonly outlet: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly run: string | null;
  /** Somebody sends its documents now. */
  readonly driven: boolean;
  /** Documents looked at a second, and how long the rest takes so; null where that cannot be told. */
  readonly documentsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

const TOLD_AFTER_SECONDS = 5;

/** A run whose last step is older than this is driven by nobody: a step that waits for room says so more often. */
const DRIVEN_WITHIN_MS = 60_000;

export function reprocessView(
  run: Reprocess,
  { reprocessDriver }: Pick<Services, "reprocessDriver">,
  now = Date.now(),
): ReprocessView {
  const { filter, ...rest } = run;
  const seconds = (run.updatedAt.getTime() - run.createdAt.getTime()) / 1000;
  const isRunning = run.state === "running";
  // What the first steps took tells nothing of the rest.
  const isKnown = run.lookedAt > 0 && (isRunning ? seconds >= TOLD_AFTER_SECONDS : seconds > 0);
  const documentsPerSecond = isKnown ? run.lookedAt / seconds : null;
  return {
    ...rest,
    which: filter.which,
    outlet: filter.outlet ?? null,
    language: filter.language ?? null,
    url: filter.url ?? null,
    run: filter.runId ?? null,
    driven: isRunning && (reprocessDriver.drives(run.id) || now - run.updatedAt.getTime() < DRIVEN_WITHIN_MS),
    documentsPerSecond,
    secondsLeft: isRunning && documentsPerSecond !== null ? Math.max(0, run.documents - run.lookedAt) / documentsPerSecond : null,
  };
}
