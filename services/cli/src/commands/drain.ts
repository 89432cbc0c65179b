import { setTimeout as sleep } from "node:timers/promises";
import { stageNames } from "@wirefold/core";
import { CliError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatCount, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";

const POLL_MS = 500;

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
    const { StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    const progress = new Progress({ unit: "documents", quiet: globalOptions(command).quiet });
    const { database, queue } = local.platform;
    const reader = new StoreReader(database);
    const until = timeoutS === null ? Number.POSITIVE_INFINITY : performance.now() + timeoutS * 1000;
    try {
      let most = 0;
      for (;;) {
        const [balance, paused] = await Promise.all([
          reader.balance(),
          Promise.all(stageNames.map((stage) => queue.isPaused(stage))),
        ]);
        const owing = balance.filter(({ pending }) => pending > 0);
        const owed = owing.reduce((sum, { pending }) => sum + pending, 0);
        if (owed === 0) break;
        most = Math.max(most, owed);
        progress.setTotal(most);
        progress.update(most - owed, owing.map(({ stage, pending }) => `${stage} ${formatCount(pending)}`).join(" · "));
        // What a paused stage owes nobody will do. The stages before it may still work; only their rest is worth waiting for.
        const stuck = owing.every(({ stage }) => paused[stageNames.indexOf(stage)]);
        if (stuck || performance.now() > until) {
          const why = stuck ? `${owing.map(({ stage }) => stage).join(" and ")} paused` : `not drained within ${timeoutS} s`;
          throw new CliError("WIREFOLD_NOT_DRAINED", `${counted(owed, "document")} still owed: ${why}`, {
            exitCode: EXIT.notDrained,
            remedy: stuck ? "'wirefold resume' lets a stage go on" : "'wirefold status' shows where they wait",
          });
        }
        await sleep(POLL_MS);
      }
      progress.stop(options.json ? undefined : "Nothing is owed.");
      if (options.json) process.stdout.write(`${JSON.stringify({ owed: 0 })}\n`);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};
