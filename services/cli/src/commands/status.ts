import { stageNames } from "@wirefold/core";
import { addExamples, type DefineCommand } from "../command.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { formatTable } from "../table.ts";

export const define: DefineCommand = (command) => {
  command.option("--json", "print one JSON object");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Per stage: what entered, how it left, what is pending, and jobs in the queue. The books balance when
entered = emitted + dropped + quarantined + pending; a stage where they do not is marked with !.`,
  );
  addExamples(command, [
    ["How far everything is", "wirefold status"],
    ["Is anything quarantined?", "wirefold status --json | jq '[.stages[].quarantined] | add'"],
  ]);
  command.action(async (options: { dataDir: string; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const reader = new StoreReader(local.platform.database);
      const [balance, dispositions, backlogs] = await Promise.all([
        reader.balance(),
        reader.dispositions(),
        Promise.all(stageNames.map((stage) => local.platform.queue.backlog(stage))),
      ]);
      const stages = balance.map((row, index) => ({
        ...row,
        jobs: backlogs[index]!,
        balanced: row.entered === row.emitted + row.dropped + row.quarantined + row.pending,
      }));
      const reasons = dispositions.filter((row) => row.disposition !== "emitted");
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ stages, reasons })}\n`);
        return;
      }
      const rows = stages.map((row) => [
        row.balanced ? row.stage : `${row.stage} !`,
        row.entered,
        row.emitted,
        row.dropped,
        row.quarantined,
        row.pending,
        row.jobs,
      ]);
      process.stdout.write(
        `${formatTable(["stage", "entered", "emitted", "dropped", "quarantined", "pending", "jobs"], rows)}\n`,
      );
      if (reasons.length > 0) {
        const detail = reasons.map((row) => [row.stage, row.disposition, row.reason, row.count]);
        process.stdout.write(`\n${formatTable(["stage", "left as", "reason", "documents"], detail)}\n`);
      }
    } finally {
      await local.close();
    }
  });
};
