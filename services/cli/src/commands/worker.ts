import { stageNames } from "@wirefold/core";
import { addExamples, type DefineCommand } from "../command.ts";
import { parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { chooseFrom } from "../suggest.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("<stages...>", `stages to work on: ${stageNames.join(", ")}, or all`)
    .option("--threads <n>", "threads for work on the CPU (default: the cores)");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    "\nWorks until SIGTERM or Ctrl-C, then finishes or gives back what it has in hand. Logs JSON lines to stdout.\nWith WIREFOLD_HEALTH_PORT it serves /metrics, /healthz and /readyz.",
  );
  addExamples(command, [
    ["Two more cleaners for a running installation", "wirefold worker clean & wirefold worker clean"],
    ["All stages on shared engines", "REDIS_URL=redis://redis:6379 DATABASE_URL=postgresql://db/wirefold wirefold worker all"],
  ]);
  command.action(async (names: string[], options: { dataDir: string; threads?: string }) => {
    const wanted = names.includes("all") ? [...stageNames] : names;
    const stages = wanted.map((name) => chooseFrom("stage", name, stageNames));
    const threads = options.threads === undefined ? undefined : parseWhole("--threads", options.threads, 1, 256);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { workUntilSignal } = await import("@wirefold/worker");
    const local = await openLocalPlatform({
      dataDir: options.dataDir,
      logLevel: process.env.WIREFOLD_LOG_LEVEL ?? "info",
      ...(threads === undefined ? {} : { threads }),
    });
    await workUntilSignal(stages, local.platform, local.log);
    await local.close();
    local.log.info({}, "worker-stopped");
  });
};
