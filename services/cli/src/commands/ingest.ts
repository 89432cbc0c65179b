import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { errorLine } from "../cli-error.ts";
import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatCount } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { Progress } from "../progress.ts";

export const define: DefineCommand = (command) => {
  command
    .argument("<sources...>", "files, folders, JSONL files, file: or http(s): URLs; - reads JSONL from stdin")
    .option("--backfill", "let live documents overtake these")
    .option("--json", "print {run, found, owing, failed} as JSON");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    "\nRecords documents and returns; running workers ('wirefold up', 'wirefold worker') take them up.",
  );
  addExamples(command, [
    ["Hand a folder to a running installation", "wirefold ingest incoming/"],
    ["An archive, behind whatever comes in live", "wirefold ingest --backfill archive-2019.jsonl"],
    ["From another program", "exporter | wirefold ingest -"],
  ]);
  command.action(async (sources: string[], options: { dataDir: string; backfill?: boolean; json?: boolean }) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { submitSources } = await import("../pipeline/submit-sources.ts");
    const { newRunId } = await import("../pipeline/run-pipeline.ts");
    const progress = new Progress({ unit: "documents recorded", quiet: globalOptions(command).quiet });
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const runId = newRunId();
      const named = await Promise.all(sources.map((source) => (source === "-" ? spoolStdin(local.dataDir, runId) : source)));
      const { found, owing, failed } = await submitSources(local.platform.ledger, local.platform.queue, {
        runId,
        sources: named,
        priority: options.backfill ? "backfill" : "live",
        onProgress: (count) => progress.update(count),
      });
      progress.stop(
        options.json ? undefined : `${counted(owing, "document")} owed, ${formatCount(found - owing)} already known · ${runId}`,
      );
      if (options.json) process.stdout.write(`${JSON.stringify({ run: runId, found, owing, failed })}\n`);
      for (const { message, code } of failed) process.stderr.write(`${errorLine(message, null, code)}\n`);
      endWith(failed.length > 0 ? EXIT.inputFailed : EXIT.ok);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};

/** A pipe can be read once; fetch reads when its turn comes, perhaps twice. So stdin is kept as a file of the installation. */
async function spoolStdin(dataDir: string, runId: string): Promise<string> {
  const folder = join(dataDir, "inbox");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${runId}.jsonl`);
  await pipeline(process.stdin, createWriteStream(path));
  return path;
}
