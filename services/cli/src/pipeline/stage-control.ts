import { type StageName, stageNames } from "@wirefold/core";
import type { Command } from "commander";
import { addExamples } from "../command.ts";
import { chooseFrom } from "../suggest.ts";
import { addLocalOptions } from "./local-options.ts";

/** `wirefold pause` and `wirefold resume`: one or several stages, or all of them. */
export function defineStageControl(command: Command, verb: "pause" | "resume"): void {
  command.argument("<stages...>", `the stages to ${verb}, or 'all'`);
  addLocalOptions(command);
  command.addHelpText(
    "after",
    verb === "pause"
      ? "\nWorkers finish what they have in hand. What is sent meanwhile waits; nothing is lost. Status, console and metrics say that it is paused."
      : "\nWorks whichever tool paused the stage.",
  );
  addExamples(command, [
    verb === "pause"
      ? ["Stop taking pages while a host is down", "wirefold pause fetch"]
      : ["Let everything go on", "wirefold resume all"],
  ]);
  command.action(async (named: string[], options: { dataDir: string }) => {
    const stages = named.includes("all")
      ? stageNames
      : stageNames.filter((stage) => named.map((name) => chooseFrom<StageName>("stage", name, stageNames)).includes(stage));
    const { openLocalPlatform } = await import("./local-platform.ts");
    const { recordActivity } = await import("./audit.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      for (const stage of stages) {
        await local.platform.queue[verb](stage);
        await recordActivity(local.platform.database, `stage.${verb}`, stage);
        process.stdout.write(`${stage} ${verb === "pause" ? "is paused" : "goes on"}\n`);
      }
    } finally {
      await local.close();
    }
  });
}
