import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";

export const define: DefineCommand = (command) => {
  command.option("--timeout <seconds>", "give up after so long").option("--json", "print one JSON object at the end");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Waits for running workers; it does none of the work itself and stops nothing that comes in. Ends with 0 when nothing is owed,
with ${EXIT.notDrained} when the time is over or a stage that owes work is paused.`,
  );
  addExamples(command, [["Before an upgrade", "wirefold pause fetch && wirefold drain --timeout 600"]]);
  command.action(async (options: { dataDir: string; timeout?: string; json?: boolean }) => {
    const timeoutS = options.timeout === undefined ? null : parseWhole("--timeout", options.timeout, 1, 10_000_000);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { waitDrained } = await import("../pipeline/wait-drained.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const progress = new Progress({ unit: "documents", quiet: globalOptions(command).quiet });
    try {
      await waitDrained(local.platform, { timeoutS, progress });
      progress.stop(options.json ? undefined : "Nothing is owed.");
      if (options.json) process.stdout.write(`${JSON.stringify({ owed: 0 })}\n`);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};
