import { type StageName, stageNames } from "@wirefold/core";
import type { DispositionCount, SourceHealth } from "@wirefold/store";
import { formatCount, formatDuration } from "../format.ts";
import { formatTable } from "../table.ts";
import type { LocalPlatform } from "./local-platform.ts";

/** Between the two readings a rate needs. */
export const RATE_MS = 1500;

export interface StageStatus {
  readonly stage: StageName;
  readonly entered: number;
  readonly emitted: number;
  readonly dropped: number;
  readonly quarantined: number;
  readonly pending: number;
  readonly jobs: number;
  readonly paused: boolean;
  readonly balanced: boolean;
  readonly documentsPerSecond: number;
  /** 0 when nothing is owed, null when something is and nothing moves. */
  readonly secondsToDrain: number | null;
}

export interface Status {
  readonly stages: readonly StageStatus[];
  readonly reasons: readonly DispositionCount[];
  readonly sources: SourceHealth;
  /** Sources that are silent or failing. */
  readonly alarms: readonly { readonly source: string; readonly health: "silent" | "failing"; readonly since: Date | null }[];
}

/** Reads the store and the queues again at each call; rates are over the last minute of calls. */
export async function statusReader({ platform }: LocalPlatform): Promise<() => Promise<Status>> {
  const { SourceStore, StoreReader } = await import("@wirefold/store");
  const { DrainEstimate } = await import("@wirefold/telemetry");
  const reader = new StoreReader(platform.database);
  const sources = new SourceStore(platform.database);
  const drains = new Map(stageNames.map((stage) => [stage, new DrainEstimate()]));
  return async () => {
    const [balance, dispositions, health, listed, jobs] = await Promise.all([
      reader.balance(),
      reader.dispositions(),
      sources.health(),
      sources.list(),
      Promise.all(
        stageNames.map(async (stage) => ({
          jobs: await platform.queue.backlog(stage),
          paused: await platform.queue.isPaused(stage),
        })),
      ),
    ]);
    const stages = balance.map((row): StageStatus => {
      const queue = jobs[stageNames.indexOf(row.stage)] ?? { jobs: 0, paused: false };
      const ended = row.emitted + row.dropped + row.quarantined;
      const drain = drains.get(row.stage) ?? new DrainEstimate();
      const seconds = drain.add({ atMs: performance.now(), owed: row.pending, ended });
      return {
        ...row,
        ...queue,
        balanced: row.entered === ended + row.pending,
        documentsPerSecond: drain.perSecond(),
        secondsToDrain: Number.isFinite(seconds) ? Math.round(seconds) : null,
      };
    });
    const alarms = listed.flatMap(({ title, url, state, silentSince, polledAt }): Status["alarms"] => {
      if (state === "failing") return [{ source: title ?? url, health: "failing", since: polledAt }];
      if (state === "active" && silentSince !== null) return [{ source: title ?? url, health: "silent", since: silentSince }];
      return [];
    });
    return { stages, reasons: dispositions.filter((row) => row.disposition !== "emitted"), sources: health, alarms };
  };
}

/** The stages as a table: what entered, how it left, what waits and how fast it moves. */
export function stageTable(stages: readonly StageStatus[], columns?: number): string {
  const rows = stages.map((row) => [
    row.balanced ? row.stage : `${row.stage} !`,
    row.entered,
    row.emitted,
    row.dropped,
    row.quarantined,
    row.pending,
    row.jobs,
    formatCount(row.documentsPerSecond),
    stateOf(row),
  ]);
  const head = ["stage", "entered", "emitted", "dropped", "quarantined", "pending", "jobs", "per s", "done in"];
  return formatTable(head, rows, columns === undefined ? {} : { columns });
}

function stateOf({ paused, pending, secondsToDrain }: StageStatus): string {
  if (paused) return "paused";
  if (pending === 0) return "";
  return secondsToDrain === null ? "stands still" : formatDuration(secondsToDrain * 1000);
}
