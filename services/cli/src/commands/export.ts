import type { StoryRecord } from "@wirefold/core";
import type { Row } from "@wirefold/report";
import type { StoreReader } from "@wirefold/store";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { type Format, formatOf, formats } from "../export/format-of.ts";
import type { DatasetFormat } from "../export/write-dataset.ts";
import { counted, formatCount, parseTime } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import type { LocalPlatform } from "../pipeline/local-platform.ts";
import { chooseFrom } from "../suggest.ts";

const tables = ["documents", "articles", "quotes", "edges", "groups", "claims"] as const;
type Table = (typeof tables)[number];

interface ExportOptions {
  readonly format?: string;
  readonly story?: string;
  readonly run?: string;
  readonly out?: string;
  readonly since?: string;
  readonly byDay?: boolean;
  readonly dataDir: string;
}

export const define: DefineCommand = (command) => {
  command
    .argument("[what]", `stories, or a table: ${tables.join(", ")}`, "stories")
    .option("--format <format>", `one of ${formats.join(", ")} (default: what --out ends in)`)
    .option("--story <story>", "only stories of this id or its beginning, of this member, or with these words in the headline")
    .option("--run <run>", "only stories with a document of this run")
    .option("--since <time>", "only what was recorded or changed since: 2031-05-04, 2031-05-04T10:00Z, 2h, 3d (tables)")
    .option("--out <file>", "write to a file instead of stdout; it appears once it is whole")
    .option("--by-day", "Parquet files below the folder --out, in date=2031-05-04/ and so on (tables)");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
  jsonl    story records (docs/schema), one a line
  csv      the claim table: a row for each way a document puts a claim
  parquet  the same table
  jsonld   schema.org NewsArticle and Claim, one story a line
  ninjs    IPTC ninjs 3.1, one story a line

Stories come in the order of their ids, so the same stories give the same bytes. Tables are written as jsonl, csv or parquet; their columns
are described in docs/exports.md. All of it streams: memory is bounded, however much there is.`,
  );
  addExamples(command, [
    ["All story records", "wirefold export --out stories.jsonl"],
    ["The claims of one story, for a spreadsheet", "wirefold export --format csv --story ferry > ferry.csv"],
    ["The claim table of a run, for DuckDB or pandas", "wirefold export --run run-1f6e... --out claims.parquet"],
    ["All articles, by day, for DuckDB", "wirefold export articles --by-day --out lake/articles"],
    ["What came since yesterday, added to it", "wirefold export articles --by-day --since 1d --out lake/articles"],
  ]);
  command.action(async (typed: string, options: ExportOptions) => {
    const format = formatOf(options);
    const what = chooseFrom("what", typed, ["stories", ...tables]);
    if (format === "parquet" && options.out === undefined && process.stdout.isTTY) {
      throw new UsageError("Parquet is not for a terminal", "give --out claims.parquet, or redirect stdout");
    }
    checkTogether(what, format, options);
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const wrote =
        what === "stories" ? await exportStories(local, format, options) : await exportTable(local, what, format, options);
      if (options.out !== undefined && !globalOptions(command).quiet) process.stderr.write(`${wrote} in ${options.out}\n`);
    } finally {
      await local.close();
    }
  });
};

/** What cannot be asked for together is said before anything starts. */
function checkTogether(what: "stories" | Table, format: Format, options: ExportOptions): void {
  if (what === "stories") {
    for (const [option, given] of [
      ["--since", options.since],
      ["--by-day", options.byDay],
    ])
      if (given) throw new UsageError(`${option} goes with a table, not with stories`, `name one: ${tables.join(", ")}`);
    return;
  }
  if (format === "jsonld" || format === "ninjs")
    throw new UsageError(`${what} are written as jsonl, csv or parquet, not ${format}`);
  if (options.story !== undefined || options.run !== undefined)
    throw new UsageError("--story and --run go with stories, not with tables");
  if (options.byDay && (format !== "parquet" || options.out === undefined))
    throw new UsageError("--by-day writes Parquet files below a folder", "give --format parquet and --out <folder>");
}

async function exportTable(local: LocalPlatform, what: Table, format: Format, options: ExportOptions): Promise<string> {
  const { DATASETS } = await import("../export/datasets.ts");
  const { writeByDay, writeRows } = await import("../export/write-dataset.ts");
  const dataset = DATASETS[what];
  const schema = `wirefold.${what}/1`;
  const { database, blobs } = local.platform;
  const startedAt = new Date();
  const since = options.since === undefined ? null : parseTime("--since", options.since);
  const rows = dataset.rows({ database, blobs, since });
  if (options.byDay && options.out !== undefined) {
    const name = `${what}-${startedAt.toISOString().replace(/[-:.]/g, "")}`;
    return counted(await writeByDay(rows, dataset, schema, options.out, { name, adds: since !== null }), "row");
  }
  const { openTarget } = await import("../export/target.ts");
  await using target = await openTarget(options.out);
  const count = await writeRows(rows, dataset.columns, schema, format as DatasetFormat, target);
  await target.finish();
  return counted(count, "row");
}

async function exportStories(local: LocalPlatform, format: Format, options: ExportOptions): Promise<string> {
  const { StoreReader } = await import("@wirefold/store");
  const { openTarget } = await import("../export/target.ts");
  const reader = new StoreReader(local.platform.database);
  const ids = await chooseStories(reader, options);
  await using target = await openTarget(options.out);
  // One that was merged into another since the list was read is left out.
  const records = reader.eachRecord(ids);
  if (format === "csv" || format === "parquet") {
    const { CLAIM_COLUMNS } = await import("@wirefold/report");
    const { writeRows } = await import("../export/write-dataset.ts");
    await writeRows(claimsOf(records), CLAIM_COLUMNS, "wirefold.claims/1", format, target);
  } else {
    for await (const chunk of encode(format, records)) await target.write(chunk);
  }
  await target.finish();
  return `${formatCount(ids.length)} ${ids.length === 1 ? "story" : "stories"}`;
}

/** The ids of the stories asked for, sorted. An id is 20 characters; a million take what one long record does. */
async function chooseStories(reader: StoreReader, { story, run }: ExportOptions): Promise<string[]> {
  if (run !== undefined && !(await reader.hasRun(run))) {
    throw new CliError("WIREFOLD_NOT_FOUND", `no run '${run}'`, {
      remedy: "'wirefold run' and 'wirefold ingest' print its name",
    });
  }
  const everything = Number.MAX_SAFE_INTEGER;
  const ofRun = await reader.stories({ ...(run === undefined ? {} : { runId: run }), limit: everything });
  if (story === undefined) return ofRun.map(({ id }) => id);
  const found = new Set((await reader.findStories(story, everything)).map(({ id }) => id));
  const ids = ofRun.flatMap(({ id }) => (found.has(id) ? [id] : []));
  if (ids.length === 0) {
    throw new CliError("WIREFOLD_NOT_FOUND", `no story '${story}'${run === undefined ? "" : ` in run ${run}`}`, {
      remedy: "'wirefold story' lists them",
    });
  }
  return ids;
}

/** One record at a time. */
async function* encode(format: Exclude<Format, "parquet" | "csv">, records: AsyncIterable<StoryRecord>): AsyncGenerator<string> {
  const report = await import("@wirefold/report");
  for await (const record of records) {
    if (format === "jsonl") yield* report.toJsonl([record]);
    else yield `${JSON.stringify(format === "jsonld" ? report.toJsonLd(record) : report.toNinjs(record))}\n`;
  }
}

async function* claimsOf(records: AsyncIterable<StoryRecord>): AsyncGenerator<Row> {
  const { claimRows } = await import("@wirefold/report");
  for await (const record of records) for (const row of claimRows([record])) yield { ...row };
}
