import { stageNames } from "@wirefold/core";
import { addExamples, type DefineCommand } from "../command.ts";
import { formatDuration } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { formatTable } from "../table.ts";

export const define: DefineCommand = (command) => {
  command.option("--json", "print JSONL, one worker a line");
  addLocalOptions(command);
  command.addHelpText("after", "\nAs Redis sees them: one connection for each stage of each process.");
  addExamples(command, [["Who works on clean?", "wirefold workers --json | jq 'select(.stage == \"clean\")'"]]);
  command.action(async (options: { dataDir: string; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const { queue } = local.platform;
      const workers = (await Promise.all(stageNames.map((stage) => queue.workers(stage)))).flat();
      if (options.json) {
        for (const worker of workers) process.stdout.write(`${JSON.stringify(worker)}\n`);
        return;
      }
      if (workers.length === 0) {
        process.stdout.write("No worker is connected. 'wirefold up' or 'wirefold worker <stage>' starts some.\n");
        return;
      }
      const rows = workers.map((one) => [one.stage, one.name, one.address, formatDuration(one.connectedSeconds * 1000)]);
      process.stdout.write(`${formatTable(["stage", "worker (host/process/release)", "address", "running for"], rows)}\n`);
    } finally {
      await local.close();
    }
  });
};
