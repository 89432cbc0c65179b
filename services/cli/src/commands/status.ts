import { setTimeout as sleep } from "node:timers/promises";
import { addExamples, type DefineCommand } from "../command.ts";
import { formatCount } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { RATE_MS, type Status, stageTable, statusReader } from "../pipeline/stage-status.ts";
import { formatTable } from "../table.ts";

const WATCH_MS = 2000;

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

function render({ stages, reasons, sources, alarms }: Status): string {
  const parts = [`${stageTable(stages)}\n`];
  const paused = stages.filter((row) => row.paused).map((row) => row.stage);
  if (paused.length > 0) parts.push(`\nPaused: ${paused.join(", ")}. 'wirefold resume ${paused.join(" ")}' lets them go on.\n`);
  if (reasons.length > 0) {
    const detail = reasons.map((row) => [row.stage, row.disposition, row.reason, row.count]);
    parts.push(`\n${formatTable(["stage", "left as", "reason", "documents"], detail)}\n`);
    parts.push("'wirefold find --reason <reason>' lists them.\n");
  }
  const counts = Object.entries(sources).filter(([, count]) => count > 0);
  if (counts.length > 0)
    parts.push(`\nSources: ${counts.map(([health, count]) => `${formatCount(count)} ${health}`).join(", ")}.\n`);
  for (const { source, health, since } of alarms.slice(0, ALARMS_MAX))
    parts.push(
      `${health === "silent" ? "SILENT" : "FAILING"} since ${since?.toISOString().slice(0, 16).replace("T", " ")} UTC: ${source}\n`,
    );
  if (alarms.length > ALARMS_MAX) parts.push(`and ${formatCount(alarms.length - ALARMS_MAX)} more: 'wirefold source list'\n`);
  return parts.join("");
}

/** Sources named in a status; the list of sources has all. */
const ALARMS_MAX = 20;
