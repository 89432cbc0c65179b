import { stageNames } from "@wirefold/core";
import { addExamples, type DefineCommand } from "../command.ts";
import { parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";

export const define: DefineCommand = (command) => {
  command
    .option("--port <n>", "port of the console on 127.0.0.1 (0: any free one)", "8088")
    .option("--threads <n>", "threads for work on the CPU (default: the cores)");
  addLocalOptions(command);
  addExamples(command, [["Everything on this machine, until Ctrl-C", "wirefold up"]]);
  command.action(async (options: { dataDir: string; port: string; threads?: string }) => {
    const port = parseWhole("--port", options.port, 0, 65_535);
    const threads = options.threads === undefined ? undefined : parseWhole("--threads", options.threads, 1, 256);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { checkAddress, startConsole } = await import("@wirefold/console");
    const { startPruner, startWorker, watchSources } = await import("@wirefold/worker");
    // A port that is taken is told at once, not after the engines have started.
    await checkAddress({ port });
    const local = await openLocalPlatform({
      dataDir: options.dataDir,
      logLevel: process.env.WIREFOLD_LOG_LEVEL ?? "warn",
      ...(threads === undefined ? {} : { threads }),
    });
    const { database, queue, blobs } = local.platform;
    const { consoleToken } = await import("../pipeline/console-token.ts");
    const token = consoleToken(local.dataDir);
    const board = await startConsole({ database, queue, blobs, log: local.log, port, token }).catch(async (error) => {
      await local.close();
      throw error;
    });
    const running = await Promise.all(
      stageNames.map((stage) => startWorker(stage, local.platform, { observe: board.metrics.observe })),
    );
    const pruner = startPruner(local.platform);
    const endWatch = watchSources(database, board.metrics);
    process.stdout.write(
      [
        `Console   ${board.url}/?token=${token}`,
        `API       ${board.url}/api/v1/openapi.json`,
        `Metrics   ${board.url}/metrics`,
        `Health    ${board.url}/healthz and ${board.url}/readyz`,
        `Data      ${local.dataDir}`,
        `Hand it documents with 'wirefold ingest <files>'. Ctrl-C ends it; nothing is lost.`,
        "",
      ].join("\n"),
    );
    const stopped = new Promise<null>((resolve) => {
      process.once("SIGTERM", () => resolve(null));
      process.once("SIGINT", () => resolve(null));
    });
    const failure = await Promise.race([stopped, ...running.map((worker) => worker.failure)]);
    process.stderr.write("Finishing what is in hand…\n");
    await pruner.close();
    endWatch();
    await Promise.all(running.map((worker) => worker.close()));
    await board.close();
    await local.close();
    if (failure !== null) throw failure;
  });
};
