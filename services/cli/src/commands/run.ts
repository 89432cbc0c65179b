import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { StageName } from "@wirefold/core";
import type { UnfinishedDocument } from "@wirefold/report";
import { errorLine } from "../cli-error.ts";
import { addExamples, type DefineCommand, endWith, globalOptions } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { counted, formatCount, formatDuration, parseWhole } from "../format.ts";
import { onInterrupt } from "../interrupt.ts";
import { Output } from "../output.ts";
import { clockTime, heldLine } from "../pipeline/held-sites.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { documentsDone } from "../pipeline/wait-drained.ts";
import { Progress } from "../progress.ts";
import { formatTable } from "../table.ts";

interface Options {
  readonly dataDir: string;
  readonly out?: string;
  readonly report: boolean;
  readonly json?: boolean;
  readonly batchSize?: string;
  readonly workers: string;
  readonly threads?: string;
  readonly wait: string;
  readonly columns?: string;
}

export const define: DefineCommand = (command) => {
  command
    .argument("<sources...>", "files, folders, archives, feeds, sitemaps, lists of URLs, file: or http(s): URLs; - reads stdin")
    .option("--columns <map>", "which columns of a CSV or Parquet file hold what: text=body,title=headline")
    .option("--json", "print the story records as JSONL instead of a table")
    .option("--out <folder>", "where the report goes (default: report/ in the data folder)")
    .option("--no-report", "write no report")
    .option("--batch-size <n>", "documents a job carries, 1 to 100 (default: chosen from how many there are)")
    .option("--workers <n>", "workers of each stage", "1")
    .option("--threads <n>", "threads for work on the CPU (default: the cores)")
    .option("--wait <seconds>", "longest wait for sites that ask for it or do not answer, when nothing else is left", "60");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
Runs fetch, clean, dedupe, extract and reconcile until every document has ended, then prints the stories.
A document that was run before costs nothing; Ctrl-C loses nothing, the next run goes on.
Folders give their pages, texts, JSONL, tables, archives, feeds and sitemaps; 'wirefold ingest --help' lists what is read.`,
  );
  addExamples(command, [
    ["Fold a folder of articles into stories", "wirefold run articles/"],
    [
      "The claims more than one independent source stands behind",
      `wirefold run articles/ --json | jq '.claims[] | select(.independent_sources > 1) | .statement'`,
    ],
    ["One page from the web, in a data folder of its own", "wirefold run https://example.org/story.html --data-dir /tmp/one"],
  ]);
  command.action(async (sources: string[], options: Options) => {
    const { quiet } = globalOptions(command);
    endWith(await run(sources, options, quiet));
  });
};

async function run(sources: readonly string[], options: Options, quiet: boolean): Promise<number> {
  const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
  const { runPipeline } = await import("../pipeline/run-pipeline.ts");
  const { reportStoriesMax, writeReport } = await import("../pipeline/write-report.ts");
  const { PostgresStories, StoreReader } = await import("@wirefold/store");
  const batchSize = options.batchSize === undefined ? undefined : parseWhole("--batch-size", options.batchSize, 1, 100);
  const workersPerStage = parseWhole("--workers", options.workers, 1, 64);
  const threads = options.threads === undefined ? undefined : parseWhole("--threads", options.threads, 1, 256);

  const { parseColumns } = await import("../pipeline/submit-sources.ts");
  const columns = parseColumns(options.columns);
  const waitMs = parseWhole("--wait", options.wait, 0, 86_400) * 1000;

  const progress = new Progress({ unit: "documents", quiet });
  progress.update(0, "starting the engines");
  const local = await openLocalPlatform({ dataDir: options.dataDir, ...(threads === undefined ? {} : { threads }) });
  const stopping = new AbortController();
  let closed: () => void = () => {};
  const hasClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const release = onInterrupt(() => {
    progress.stop();
    const remedy = "nothing is lost; the same command goes on from here";
    process.stderr.write(`${errorLine("stopping", remedy, "WIREFOLD_INTERRUPTED")}\n`);
    stopping.abort();
    // Workers give back what they have in hand before the platform goes away under them: an attempt that fails only
    // because its threads were stopped would count against the document.
    return hasClosed;
  });
  try {
    let found = 0;
    let waiting = "";
    const { spoolStdin } = await import("../pipeline/spool-stdin.ts");
    const named: string[] = [];
    for (const source of sources) named.push(source === "-" ? await spoolStdin(local.dataDir, `stdin-${Date.now()}`) : source);
    const result = await runPipeline(local, {
      sources: named,
      columns,
      workersPerStage,
      ...(batchSize === undefined ? {} : { batchSize }),
      waitMs,
      onHeld: (sites) => {
        waiting = `waiting for ${sites.map(({ site, until }) => `${site} until ${clockTime(until, new Date())}`).join(", ")}`;
      },
      signal: stopping.signal,
      onFound: (count) => {
        found = count;
        progress.setTotal(count);
      },
      onOwed: (owed) => {
        progress.update(documentsDone(found, owed), waiting || noteOf(owed));
        waiting = "";
      },
    });
    const { submission, stories, summary, held } = result;
    const lineages = stories.reduce((sum, story) => sum + story.lineages, 0);
    const known = submission.found - submission.owing;
    progress.stop(
      `${counted(submission.owing, "document")}${known > 0 ? `, ${formatCount(known)} already known` : ""} · ${counted(lineages, "lineage")} · ` +
        `${counted(stories.length, "story")} · ${formatDuration(summary.duration_ms ?? 0)}`,
    );
    const passedOver = Object.entries(submission.passedOver).map(([reason, count]) => `${reason} ${formatCount(count)}`);
    if (passedOver.length > 0 && !quiet) process.stderr.write(`Passed over in archives: ${passedOver.slice(0, 8).join(", ")}\n`);
    for (const { message, code } of submission.failed) process.stderr.write(`${errorLine(message, null, code)}\n`);

    const output = new Output();
    if (submission.found === 0 && submission.failed.length === 0)
      process.stderr.write(
        "Nothing to read there: folders give their pages, texts, JSONL, tables, archives, feeds and sitemaps; name other files themselves\n",
      );
    const reader = new StoreReader(local.platform.database);
    const ids = stories.map((story) => story.id);
    const largest = await reader.records(ids.slice(0, reportStoriesMax));
    if (options.json) for await (const story of reader.eachRecord(ids)) await output.writeLine(story);
    else await output.write(storyTable(largest, stories.length));
    if (options.report) {
      const folder = options.out ?? `${local.dataDir}/report`;
      const index = await writeReport(folder, largest, new PostgresStories(local.platform.database), local.platform.blobs, {
        ...summary,
        stories: stories.length,
      });
      if (!quiet) process.stderr.write(`Report: ${relative(process.cwd(), index) || index}\n`);
    }
    const quarantined = summary.unfinished.filter((row) => row.disposition === "quarantined");
    // That files have moved is news once: a run that finds nothing new does not repeat it.
    const expected = submission.owing > 0 ? ["unchanged", "list"] : ["unchanged", "list", "moved"];
    const dropped = summary.unfinished.filter((row) => row.disposition === "dropped" && !expected.includes(row.reason));
    const [firstDropped] = dropped;
    if (firstDropped && !quiet) process.stderr.write(`${droppedLine(dropped, firstDropped)}\n`);
    for (const row of quarantined.slice(0, linesMax)) process.stderr.write(`${quarantineLine(row)}\n`);
    const [firstQuarantined] = quarantined;
    if (firstQuarantined && !quiet) process.stderr.write(`${quarantinedLine(quarantined, firstQuarantined)}\n`);
    for (const site of held)
      process.stderr.write(
        `${errorLine(heldLine(site, new Date()), "the same command goes on from here", "WIREFOLD_THROTTLED")}\n`,
      );
    if (quarantined.length > 0 || held.length > 0) return EXIT.quarantined;
    return submission.failed.length > 0 ? EXIT.inputFailed : EXIT.ok;
  } catch (error) {
    if (stopping.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    progress.stop();
    await local.close();
    closed();
    release();
  }
}

/** Quarantined documents named one by one; the rest are counted. */
const linesMax = 20;

/** What was passed over, by reason, with one document to ask about. */
function droppedLine(dropped: readonly UnfinishedDocument[], example: UnfinishedDocument): string {
  const counts = new Map<string, number>();
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${reason} ${formatCount(count)}`).join(", ");
  return `${formatCount(dropped.length)} dropped (${reasons}); 'wirefold trace ${quoted(placeOf(example))}' says why`;
}

/** How many were set aside, and where to read on. */
function quarantinedLine(quarantined: readonly UnfinishedDocument[], example: UnfinishedDocument): string {
  const count = `${formatCount(quarantined.length)} quarantined`;
  return quarantined.length > linesMax
    ? `${count}, the first ${linesMax} above; 'wirefold status' counts them by reason`
    : `${count}; 'wirefold trace ${quoted(placeOf(example))}' shows what was tried`;
}

/** One line for one document: where it came from, what is wrong, what to do. */
function quarantineLine(row: UnfinishedDocument): string {
  const place = placeOf(row);
  const path = pathOf(row);
  const detail = firstLine(row.detail ?? "").replace(/^\w*Error: /, "");
  // A stage that could not read a file or an address begins with it; once is enough.
  const message =
    path !== null && detail.startsWith(path)
      ? fromHere(path) + detail.slice(path.length)
      : detail.startsWith(`${place}: `)
        ? detail
        : `${place}: ${detail}`;
  return errorLine(message, `quarantined by ${row.stage}`, row.reason);
}

/** A document as a person would name it, and as `trace` takes it: its path from here, or its URL. */
function placeOf(row: UnfinishedDocument): string {
  const path = pathOf(row);
  return path === null || row.url?.includes("#") ? (row.url ?? row.id) : fromHere(path);
}

/** The file a document is, or is a line of. */
function pathOf({ url }: UnfinishedDocument): string | null {
  return url?.startsWith("file:") ? fileURLToPath(url) : null;
}

function fromHere(path: string): string {
  const from = relative(process.cwd(), path);
  return from === "" || from.startsWith("..") ? path : from;
}

function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `"${text}"`;
}

function noteOf(owed: Readonly<Record<StageName, number>>): string {
  return Object.entries(owed)
    .filter(([, count]) => count > 0)
    .map(([stage, count]) => `${stage} ${formatCount(count)}`)
    .join(" · ");
}

/** @param all how many stories there are; the table holds the largest. */
function storyTable(stories: readonly import("@wirefold/core").StoryRecord[], all: number): string {
  if (stories.length === 0) return "No stories.\n";
  const rows = stories.map((story) => [
    story.story.slice(0, 10),
    story.members.length,
    story.lineage.clusters.length,
    story.claims.length,
    story.conflicts.length,
    clip(story.headline ?? "(no headline)", 70),
  ]);
  const more =
    all > stories.length
      ? `and ${formatCount(all - stories.length)} more; 'wirefold story' lists them, '--json' prints them\n`
      : "";
  return `${formatTable(["story", "documents", "lineages", "claims", "conflicts", "headline"], rows)}\n${more}`;
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return line;
}
