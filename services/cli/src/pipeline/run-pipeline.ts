import { randomBytes } from "node:crypto";
import { mustAt, type StageName, stageNames } from "@wirefold/core";
import type { RunSummary, UnfinishedDocument } from "@wirefold/report";
import { type Pool, StoreReader, type StorySummary } from "@wirefold/store";
import { defaultPressureLimits, type Observation, type RunningWorker, startWorker } from "@wirefold/worker";
import { type HeldSite, heldSites } from "./held-sites.ts";
import type { LocalPlatform } from "./local-platform.ts";
import { expandOptions, type Submission, submitSources } from "./submit-sources.ts";

export interface RunOptions {
  readonly sources: readonly string[];
  /** Documents a job carries. @default chosen from how many there are */
  readonly batchSize?: number;
  /** Workers of each stage in this process. @default 1 */
  readonly workersPerStage?: number;
  readonly onFound?: (found: number) => void;
  /** Columns of tables that hold what: `{text: "body"}`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Subjects still owed, by stage; called several times a second. */
  readonly onOwed?: (owed: Readonly<Record<StageName, number>>) => void;
  readonly observe?: (observation: Observation) => void;
  /** Longest time to wait for sites that ask for it or do not answer, once there is nothing else to do. @default 60_000 */
  readonly waitMs?: number;
  /** Called when the run waits for sites alone. */
  readonly onHeld?: (sites: readonly HeldSite[]) => void;
  /** Stops the run early; what is not done stays owed and is taken up by the next. */
  readonly signal?: AbortSignal;
}

export interface RunResult {
  readonly runId: string;
  readonly submission: Submission;
  /** Largest first; the records are read from the store, since those of an archive fill no memory. */
  readonly stories: readonly StorySummary[];
  readonly summary: RunSummary;
  /** Sites the run did not wait for any longer; their documents stay owed. */
  readonly held: readonly HeldSite[];
}

/** Names one `run` or `ingest`. */
export function newRunId(): string {
  return `run-${randomBytes(6).toString("hex")}`;
}

/** Least time between two looks at what is owed; a look that takes long, over a large run, is made less often. */
const pollMs = 150;

/** All five stages over the sources, in this process, until nothing of them is owed. */
export async function runPipeline({ platform }: LocalPlatform, options: RunOptions): Promise<RunResult> {
  const startedAt = performance.now();
  const runId = newRunId();
  const running: RunningWorker[] = [];
  try {
    for (const stage of stageNames) {
      for (let n = 0; n < (options.workersPerStage ?? 1); n += 1) {
        running.push(await startWorker(stage, platform, options.observe ? { observe: options.observe } : {}));
      }
    }
    const submission = await submitSources(platform.ledger, platform.queue, {
      runId,
      sources: options.sources,
      priority: "live",
      blobs: platform.blobs,
      expand: expandOptions(platform.env, options.columns),
      ...(options.batchSize === undefined ? {} : { batchSize: options.batchSize }),
      ...(options.onFound ? { onProgress: options.onFound } : {}),
      whenRoom: () => roomFor(platform.queue, options.signal),
    });
    const patience = holdWatch(platform.database, runId, options);
    let held: readonly HeldSite[] = [];
    let failure: Error | null = null;
    for (const worker of running) void worker.failure.then((error) => (failure ??= error));
    for (;;) {
      options.signal?.throwIfAborted();
      if (failure !== null) throw failure;
      const askedAt = performance.now();
      const owed = await platform.ledger.countOwed(runId);
      options.onOwed?.(owed);
      if (stageNames.every((stage) => owed[stage] === 0)) break;
      held = await patience(owed);
      if (held.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, Math.max(pollMs, 30 * (performance.now() - askedAt))));
    }
    const stories = await listStories(new StoreReader(platform.database), runId);
    const summary = await summarise(new StoreReader(platform.database), runId, performance.now() - startedAt);
    return { runId, submission, stories, summary, held };
  } finally {
    await Promise.all(running.map((worker) => worker.close()));
  }
}

/** Nothing moved for this long: time to look whether a site is what the run waits for. */
const stillMs = 2000;

/**
 * A run ends by nature, so it does not wait for sites for ever: neither for one that asks for a long time at once, nor for
 * one that asks for a little again and again. Answers with the sites to give up on, once that is all there is.
 */
function holdWatch(database: Pool, runId: string, options: RunOptions) {
  const waitMs = options.waitMs ?? 60_000;
  let before = "";
  let movedAt = performance.now();
  let lookedAt = 0;
  return async (owed: Readonly<Record<StageName, number>>): Promise<readonly HeldSite[]> => {
    const now = performance.now();
    const counts = JSON.stringify(owed);
    if (counts !== before) movedAt = now;
    before = counts;
    if (now - movedAt < stillMs || now - lookedAt < stillMs) return [];
    lookedAt = now;
    const held = await heldSites(database, runId);
    if (held.length === 0) return [];
    options.onHeld?.(held);
    const soonest = Math.min(...held.map(({ until }) => until.getTime())) - Date.now();
    return soonest > waitMs || now - movedAt > waitMs ? held : [];
  };
}

/** Waits while fetch's own queue is full: the producer is held back like every stage is. */
async function roomFor(queue: { backlog(stage: StageName): Promise<number> }, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await queue.backlog("fetch")) > defaultPressureLimits.backlogMax) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  signal?.throwIfAborted();
}

async function listStories(reader: StoreReader, runId: string): Promise<StorySummary[]> {
  const stories = await reader.stories({ runId, limit: Number.MAX_SAFE_INTEGER });
  // Largest first, as a reader wants them; ties by id, so the order is one.
  return stories.sort((a, b) => b.members - a.members || (a.id < b.id ? -1 : 1));
}

/** How the run's documents left each stage, and those that reached no story. */
export async function summarise(reader: StoreReader, runId: string, durationMs: number): Promise<RunSummary> {
  const counts = await reader.dispositions(runId);
  const tally = (stage: StageName, disposition: string) =>
    Object.fromEntries(
      counts.filter((row) => row.stage === stage && row.disposition === disposition).map((row) => [row.reason ?? "", row.count]),
    );
  const sum = (values: Record<string, number>) => Object.values(values).reduce((total, value) => total + value, 0);
  const stages = stageNames.map((stage) => {
    const emitted = sum(tally(stage, "emitted"));
    const dropped = tally(stage, "dropped");
    const quarantined = tally(stage, "quarantined");
    return { stage, in: emitted + sum(dropped) + sum(quarantined), emitted, dropped, quarantined };
  });
  const unfinished: UnfinishedDocument[] = (await reader.unfinished(runId)).map((row) => ({
    id: row.subject,
    url: row.locator,
    stage: row.stage,
    disposition: row.disposition,
    reason: row.reason,
    detail: row.message,
  }));
  return { documents: mustAt(stages, 0).in, duration_ms: Math.round(durationMs), stages, unfinished };
}
