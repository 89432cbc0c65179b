import { stageNames } from "@wirefold/core";
import { busiestSites, countStories, type SiteActivity, StoreReader, type UnfinishedRow } from "@wirefold/store";
import { counted, formatBytes, formatCount } from "../format.ts";
import { formatTable } from "../table.ts";
import type { LocalPlatform } from "./local-platform.ts";
import { type StageStatus, stageTable, statusReader } from "./stage-status.ts";

export interface TopReading {
  readonly at: string;
  readonly documents: number;
  readonly stories: number;
  readonly redisBytes: number;
  readonly stages: readonly StageStatus[];
  /** How many workers are connected for each stage, by host. */
  readonly workers: readonly { readonly stage: string; readonly host: string; readonly count: number }[];
  readonly sites: readonly SiteActivity[];
  readonly failures: readonly Pick<UnfinishedRow, "at" | "stage" | "reason" | "message" | "locator">[];
}

const SHOWN = 6;

/** Reads everything again at each call; rates are over the last minute of calls. */
export async function topReader(local: LocalPlatform): Promise<() => Promise<TopReading>> {
  const { database, queue } = local.platform;
  const reader = new StoreReader(database);
  const status = await statusReader(local);
  return async () => {
    const [{ stages }, stories, memory, connected, sites, failures] = await Promise.all([
      status(),
      countStories(database),
      queue.memory(),
      Promise.all(stageNames.map((stage) => queue.workers(stage))),
      busiestSites(database, SHOWN),
      reader.unfinished(undefined, { disposition: "quarantined", limit: SHOWN }),
    ]);
    const workers = new Map<string, { stage: string; host: string; count: number }>();
    for (const { stage, name } of connected.flat()) {
      const host = name?.split("/")[0] ?? "unknown";
      const one = workers.get(`${stage} ${host}`) ?? { stage, host, count: 0 };
      workers.set(`${stage} ${host}`, { ...one, count: one.count + 1 });
    }
    return {
      at: new Date().toISOString(),
      documents: stages.find(({ stage }) => stage === "clean")?.entered ?? 0,
      stories,
      redisBytes: memory.usedBytes,
      stages,
      workers: [...workers.values()],
      sites,
      failures: failures.map(({ at, stage, reason, message, locator }) => ({ at, stage, reason, message, locator })),
    };
  };
}

export function renderTop(reading: TopReading, columns: number): string {
  const { at, documents, stories, redisBytes, stages, workers, sites, failures } = reading;
  const parts = [
    `${at.replace("T", " ").slice(0, 19)} · ${counted(documents, "document")} · ${counted(stories, "story")} · Redis ${formatBytes(redisBytes)}`,
    stageTable(stages, columns),
    workers.length === 0
      ? "No worker is connected."
      : `Workers: ${stageNames.flatMap((stage) => workersOf(workers, stage)).join(" · ")}`,
  ];
  const table = (title: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]) => {
    if (rows.length > 0) parts.push(`${title}\n${formatTable(head, rows, { columns })}`);
  };
  table(
    "Busiest sites of the last five minutes",
    ["site", "recorded", "waiting"],
    sites.map(({ site, recorded, waiting }) => [site, recorded, waiting]),
  );
  table(
    "Failed last",
    ["at", "stage", "code", "what", "where"],
    failures.map((one) => [
      new Date(one.at).toISOString().slice(11, 19),
      one.stage,
      one.reason,
      one.message.split("\n", 1)[0] ?? "",
      one.locator,
    ]),
  );
  return parts.join("\n\n");
}

function workersOf(workers: TopReading["workers"], stage: string): string[] {
  const of = workers.filter((one) => one.stage === stage);
  if (of.length === 0) return [];
  const total = of.reduce((sum, { count }) => sum + count, 0);
  return [`${stage} ${formatCount(total)}${of.length > 1 ? ` on ${of.length} hosts` : ""}`];
}
