import { setTimeout as sleep } from "node:timers/promises";
import { type StageName, stageNames } from "@wirefold/core";
import type { DispositionCount } from "@wirefold/store";
import { addExamples, type DefineCommand } from "../command.ts";
import { formatCount, formatDuration } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import { formatTable } from "../table.ts";

/** Between the two readings a rate needs. Only taken while something is owed. */
const RATE_MS = 1500;
const WATCH_MS = 2000;

interface StageStatus {
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

interface Status {
  readonly stages: readonly StageStatus[];
  readonly reasons: readonly DispositionCount[];
}

export const define: DefineCommand = (command) => {
  command.option("--watch", "again every two seconds, until Ctrl-C").option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Per stage: what entered, how it left, what is pending, and jobs in the queue. The books balance when
entered = emitted + dropped + quarantined + pending; a stage where they do not is marked with !.
While something is pending, two readings tell how fast it moves and when it will be done.`,
  );
  addExamples(command, [
    ["How far everything is", "wirefold status"],
    ["Is anything quarantined?", "wirefold status --json | jq '[.stages[].quarantined] | add'"],
  ]);
  command.action(async (options: { dataDir: string; watch?: boolean; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const next = await statusReader(local);
      let status = await next();
      if (status.stages.some(({ pending }) => pending > 0)) {
        await sleep(RATE_MS);
        status = await next();
      }
      const print = () => process.stdout.write(options.json ? `${JSON.stringify(status)}\n` : render(status));
      print();
      while (options.watch) {
        await sleep(WATCH_MS);
        status = await next();
        if (process.stdout.isTTY && !options.json) process.stdout.write("\x1b[H\x1b[J");
        print();
      }
    } finally {
      await local.close();
    }
  });
};

/** Reads the store and the queues again at each call; rates are over the last minute of calls. */
async function statusReader({ platform }: LocalPlatform): Promise<() => Promise<Status>> {
  const { StoreReader } = await import("@wirefold/store");
  const { DrainEstimate } = await import("@wirefold/telemetry");
  const reader = new StoreReader(platform.database);
  const drains = new Map(stageNames.map((stage) => [stage, new DrainEstimate()]));
  return async () => {
    const [balance, dispositions, jobs] = await Promise.all([
      reader.balance(),
      reader.dispositions(),
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
    return { stages, reasons: dispositions.filter((row) => row.disposition !== "emitted") };
  };
}

function render({ stages, reasons }: Status): string {
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
  const parts = [`${formatTable(head, rows)}\n`];
  const paused = stages.filter((row) => row.paused).map((row) => row.stage);
  if (paused.length > 0) parts.push(`\nPaused: ${paused.join(", ")}. 'wirefold resume ${paused.join(" ")}' lets them go on.\n`);
  if (reasons.length > 0) {
    const detail = reasons.map((row) => [row.stage, row.disposition, row.reason, row.count]);
    parts.push(`\n${formatTable(["stage", "left as", "reason", "documents"], detail)}\n`);
    parts.push("'wirefold find --reason <reason>' lists them.\n");
  }
  return parts.join("");
}

function stateOf({ paused, pending, secondsToDrain }: StageStatus): string {
  if (paused) return "paused";
  if (pending === 0) return "";
  return secondsToDrain === null ? "stands still" : formatDuration(secondsToDrain * 1000);
}
