import type { StoryRecord } from "@wirefold/core";
import type { StoreReader } from "@wirefold/store";
import { CliError, UsageError } from "../cli-error.ts";
import { addExamples, type DefineCommand, globalOptions } from "../command.ts";
import { formatCount } from "../format.ts";
import { addLocalOptions } from "../pipeline/local-options.ts";
import { chooseFrom } from "../suggest.ts";

const formats = ["jsonl", "csv", "parquet", "jsonld", "ninjs"] as const;
type Format = (typeof formats)[number];

interface ExportOptions {
  readonly format: string;
  readonly story?: string;
  readonly run?: string;
  readonly out?: string;
  readonly dataDir: string;
}

export const define: DefineCommand = (command) => {
  command
    .requiredOption("--format <format>", `one of ${formats.join(", ")}`)
    .option("--story <story>", "only stories of this id or its beginning, of this member, or with these words in the headline")
    .option("--run <run>", "only stories with a document of this run")
    .option("--out <file>", "write to a file instead of stdout; it appears once it is whole");
  addLocalOptions(command);
  command.addHelpText(
    "after",
    `
  jsonl    story records (docs/schema), one a line
  csv      the claim table: a row for each way a document puts a claim
  parquet  the same table; held in memory, about 1 KB a row
  jsonld   schema.org NewsArticle and Claim, one story a line
  ninjs    IPTC ninjs 3.1, one story a line

Stories come in the order of their ids, so the same stories give the same bytes.`,
  );
  addExamples(command, [
    ["All story records", "wirefold export --format jsonl --out stories.jsonl"],
    ["The claims of one story, for a spreadsheet", "wirefold export --format csv --story ferry > ferry.csv"],
    ["The claim table of a run, for DuckDB or pandas", "wirefold export --format parquet --run run-1f6e... --out claims.parquet"],
  ]);
  command.action(async (options: ExportOptions) => {
    const format = chooseFrom("format", options.format, formats);
    if (format === "parquet" && options.out === undefined && process.stdout.isTTY) {
      throw new UsageError("Parquet is not for a terminal", "give --out claims.parquet, or redirect stdout");
    }
    const { openLocalPlatform } = await import("../pipeline/local-platform.ts");
    const { StoreReader } = await import("@wirefold/store");
    const local = await openLocalPlatform({ dataDir: options.dataDir });
    try {
      const reader = new StoreReader(local.platform.database);
      const ids = await chooseStories(reader, options);
      await using target = await openTarget(options.out);
      for await (const chunk of encode(format, readRecords(reader, ids))) await target.write(chunk);
      await target.finish();
      if (options.out !== undefined && !globalOptions(command).quiet) {
        process.stderr.write(`${formatCount(ids.length)} ${ids.length === 1 ? "story" : "stories"} in ${options.out}\n`);
      }
    } finally {
      await local.close();
    }
  });
};

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

async function* readRecords(reader: StoreReader, ids: readonly string[]): AsyncGenerator<StoryRecord> {
  // One that was merged into another since the list was read is left out.
  yield* reader.eachRecord(ids);
}

/** One record at a time, but for Parquet, which is written column by column. */
async function* encode(format: Format, records: AsyncIterable<StoryRecord>): AsyncGenerator<string | Uint8Array> {
  const report = await import("@wirefold/report");
  if (format === "parquet") {
    const all: StoryRecord[] = [];
    for await (const record of records) all.push(record);
    yield report.toParquet(all);
    return;
  }
  if (format === "csv") {
    const [header] = report.toClaimCsv([]);
    yield header!;
  }
  for await (const record of records) {
    if (format === "csv") {
      const lines = report.toClaimCsv([record]);
      lines.next();
      yield* lines;
    } else if (format === "jsonl") yield* report.toJsonl([record]);
    else yield `${JSON.stringify(format === "jsonld" ? report.toJsonLd(record) : report.toNinjs(record))}\n`;
  }
}

interface Target extends AsyncDisposable {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes what was written the answer. */
  finish(): Promise<void>;
}

async function openTarget(path: string | undefined): Promise<Target> {
  if (path === undefined) {
    const { Output } = await import("../output.ts");
    const output = new Output();
    return { write: (chunk) => output.write(chunk), finish: async () => {}, [Symbol.asyncDispose]: async () => {} };
  }
  const { open, rename, rm } = await import("node:fs/promises");
  const partial = `${path}.${process.pid}.partial`;
  const told = (cause: Error): never => {
    throw new CliError("WIREFOLD_OUTPUT", `${path} cannot be written: ${cause.message}`, {
      remedy: "free space there, or write elsewhere",
      cause,
    });
  };
  const file = await open(partial, "w").catch(told);
  return {
    write: async (chunk) => {
      await file.writeFile(chunk).catch(told);
    },
    finish: async () => {
      await file.close();
      await rename(partial, path).catch(told);
    },
    [Symbol.asyncDispose]: async () => {
      await file.close().catch(() => {});
      await rm(partial, { force: true });
    },
  };
}
