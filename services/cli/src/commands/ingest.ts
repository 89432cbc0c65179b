import { basename } from "node:path";
import { errorLine, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatBytes, formatCount, formatDuration, parseWhole } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import type { FileProgress } from "../pipeline/submit-sources.ts";
import { Progress } from "../progress.ts";

interface Options {
  readonly dataDir: string;
  readonly backfill?: boolean;
  readonly json?: boolean;
  readonly columns?: string;
  readonly wait?: boolean;
  readonly timeout?: string;
}

export const define: DefineCommand = (command) => {
  command
    .argument("<sources...>", "files, folders, archives, feeds, sitemaps, lists of URLs, file: or http(s): URLs; - reads stdin")
    .option("--backfill", "let live documents overtake these")
    .option("--columns <map>", "which columns of a CSV or Parquet file hold what: text=body,title=headline")
    .option("--wait", "wait until running workers have been through all of them")
    .option("--timeout <seconds>", "with --wait: give up after so long")
    .option("--json", "print {run, found, owing, failed, passed_over} as JSON");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Records documents and returns; running workers ('wirefold up', 'wirefold worker') take them up. Reads HTML, text, JSONL, JSON,
CSV, TSV and Parquet, plain or gzip; WARC, WET, WACZ and ZIP; RSS, Atom, RDF, JSON Feed and sitemaps; lists of URLs.
Stopped in the middle of a file, the same command goes on behind the last record that was recorded. Damaged records are
passed over and told with their place. With --wait the exit code is 0 when all documents are through, ${EXIT.quarantined} when some were
quarantined, ${EXIT.notDrained} when the time is over or a stage that owes work is paused.`,
  );
  addExamples(command, [
    ["Hand a folder to a running installation", "wirefold ingest incoming/"],
    ["An archive, behind whatever comes in live", "wirefold ingest --backfill CC-NEWS-2031.warc.gz"],
    ["A table with columns of its own", "wirefold ingest articles.parquet --columns text=body,title=headline,published_at=day"],
    ["In a script, with what comes of them", "wirefold ingest --wait --timeout 600 incoming/ && wirefold export --format jsonl"],
    ["From another program", "exporter | wirefold ingest -"],
  ]);
  command.action(async (sources: string[], options: Options) => {
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { expandOptions, parseColumns, submitSources } = await import("../pipeline/submit-sources.ts");
    const { spoolStdin } = await import("../pipeline/spool-stdin.ts");
    const { newRunId } = await import("../pipeline/run-pipeline.ts");
    const { IngestProgress } = await import("@wirefold/store");
    const timeoutS = options.timeout === undefined ? null : parseWhole("--timeout", options.timeout, 1, 10_000_000);
    if (timeoutS !== null && !options.wait) throw new UsageError("--timeout goes with --wait");
    const columns = parseColumns(options.columns);
    const { quiet } = globalOptions(command);
    const progress = new Progress({ unit: "documents recorded", quiet });
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const { ledger, queue, blobs, env, database } = local.platform;
      const runId = newRunId();
      const named: string[] = [];
      for (const source of sources) named.push(source === "-" ? await spoolStdin(local.dataDir, runId) : source);
      const clock = fileClock();
      const { found, owing, failed, failedMore, passedOver, unsent, whyUnsent } = await submitSources(ledger, queue, {
        runId,
        sources: named,
        priority: options.backfill ? "backfill" : "live",
        blobs,
        expand: expandOptions(env, columns),
        progress: new IngestProgress(database),
        onProgress: (count, file) => progress.update(count, file === null ? undefined : clock(file)),
      });
      progress.stop(
        options.json ? undefined : `${counted(owing, "document")} owed, ${formatCount(found - owing)} already known · ${runId}`,
      );
      const passed = Object.entries(passedOver).sort((a, b) => b[1] - a[1]);
      const passedTotal = passed.reduce((sum, [, count]) => sum + count, 0);
      if (options.json)
        process.stdout.write(
          `${JSON.stringify({ run: runId, found, owing, failed, failed_more: failedMore, passed_over: passedOver, unsent })}\n`,
        );
      else if (passedTotal > 0 && !quiet) {
        const reasons = passed.slice(0, 8).map(([reason, count]) => `${reason} ${formatCount(count)}`);
        process.stderr.write(
          `${counted(passedTotal, "record")} passed over: ${reasons.join(", ")}${passed.length > 8 ? ", …" : ""}\n`,
        );
      }
      if (unsent > 0 && !quiet)
        process.stderr.write(
          `${counted(unsent, "document")} recorded, not sent yet: the queue says "${whyUnsent}". Workers send them when it takes them again.\n`,
        );
      for (const { message, code } of failed) process.stderr.write(`${errorLine(message, null, code)}\n`);
      if (failedMore > 0) process.stderr.write(`… and ${formatCount(failedMore)} more that could not be read\n`);
      const quarantined = options.wait ? await waitFor(local, runId, found, timeoutS, quiet) : 0;
      if (quarantined > 0) {
        process.stderr.write(
          `${errorLine(`${counted(quarantined, "document")} quarantined`, "'wirefold dead' groups them by cause", "WIREFOLD_QUARANTINED")}\n`,
        );
        endWith(EXIT.quarantined);
      } else endWith(failed.length > 0 ? EXIT.inputFailed : EXIT.ok);
    } finally {
      progress.stop();
      await local.close();
    }
  });
};

/** Waits for the documents of a run. @returns how many of them were quarantined */
async function waitFor(
  { platform }: LocalPlatform,
  runId: string,
  documents: number,
  timeoutS: number | null,
  quiet: boolean,
): Promise<number> {
  const { waitDrained } = await import("../pipeline/wait-drained.ts");
  const { StoreReader } = await import("@wirefold/store");
  const progress = new Progress({ unit: "documents", quiet });
  try {
    await waitDrained(platform, { runId, timeoutS, progress, documents });
  } finally {
    progress.stop();
  }
  const left = await new StoreReader(platform.database).dispositions(runId);
  return left.filter(({ disposition }) => disposition === "quarantined").reduce((sum, { count }) => sum + count, 0);
}

/** How far a file is read, in bytes and records, and how long the rest will take at that pace. */
function fileClock(): (file: FileProgress) => string {
  let path = "";
  let startedAt = 0;
  let startBytes = 0;
  return (file) => {
    if (file.path !== path) {
      path = file.path;
      startedAt = performance.now();
      startBytes = file.bytes;
    }
    const passed = performance.now() - startedAt;
    const pace = passed === 0 ? 0 : (file.bytes - startBytes) / passed;
    const left =
      file.size !== null && pace > 0 && file.bytes <= file.size
        ? ` · ${formatDuration((file.size - file.bytes) / pace)} left in it`
        : "";
    const of = file.size === null ? "" : ` of ${formatBytes(file.size)}`;
    return `${basename(path)} ${formatBytes(file.bytes)}${of} · ${formatCount(file.records)} records${left}`;
  };
}
