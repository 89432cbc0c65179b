import { fileURLToPath } from "node:url";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import { Output } from "../output.ts";
import { formatTable } from "../table.ts";
import type { PipelineBenchOptions } from "./bench-pipeline.ts";
import { type Conditions, conditionsNow, describeConditions } from "./conditions.ts";

export const BENCHES = ["clean", "group", "extract", "reconcile", "pipeline", "fetch"] as const;
export type BenchName = (typeof BENCHES)[number];

/** One measured line: what was measured first, then its figures by name. */
export type BenchRow = Readonly<Record<string, string | number | null>>;

export interface BenchOptions {
  /** A folder with data to measure on. @default documents that come with the checkout, or invented ones */
  readonly dataDir?: string;
  /** What only `pipeline` takes. */
  readonly pipeline?: PipelineBenchOptions;
}

/** What a package exports from `@wirefold/<package>/bench`: options in, measured lines out. */
type Bench = (options: object) => readonly BenchRow[] | Promise<readonly BenchRow[]>;

interface BenchEntry {
  readonly module: string;
  readonly exported: string;
  readonly options: (options: BenchOptions) => object;
}

const MODULES: Record<BenchName, BenchEntry> = {
  clean: {
    module: "@wirefold/article/bench",
    exported: "benchClean",
    options: ({ dataDir }) => ({ pagesDir: dataDir ?? fileURLToPath(new URL("../../../../seeds", import.meta.url)) }),
  },
  group: { module: "@wirefold/similarity/bench", exported: "benchGroup", options: (options) => options },
  extract: { module: "@wirefold/facts/bench", exported: "benchExtract", options: (options) => options },
  reconcile: { module: "@wirefold/stories/bench", exported: "benchReconcile", options: (options) => options },
  fetch: { module: "./bench-fetch.js", exported: "benchFetch", options: () => ({}) },
  pipeline: { module: "./bench-pipeline.js", exported: "benchPipeline", options: ({ pipeline }) => pipeline ?? {} },
};

/** Runs one bench and prints its conditions and a table, or both as one JSON object. */
export async function runBench(name: BenchName, options: BenchOptions & { readonly json: boolean }): Promise<void> {
  const bench = await loadBench(MODULES[name], name);
  const conditions = conditionsNow();
  const rows = await bench(MODULES[name].options(options));
  const answer = options.json ? `${JSON.stringify({ bench: name, conditions, rows })}\n` : report(name, conditions, rows);
  await new Output().write(answer);
}

async function loadBench({ module, exported }: BenchEntry, name: BenchName): Promise<Bench> {
  try {
    const loaded = (await import(module)) as Record<string, Bench | undefined>;
    if (loaded[exported] !== undefined) return loaded[exported];
    throw new Error(`it exports no ${exported}`);
  } catch (error) {
    throw new CliError("WIREFOLD_NO_BENCH", `the bench '${name}' cannot be loaded from ${module}: ${(error as Error).message}`, {
      exitCode: EXIT.internal,
      cause: error,
    });
  }
}

function report(name: BenchName, conditions: Conditions, rows: readonly BenchRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => rounded(row[column] ?? null)));
  return `wirefold bench ${name}\n${describeConditions(conditions)}\n\n${formatTable(columns.map(inWords), cells)}\n`;
}

/** Three digits that matter: what is measured varies more than that. */
function rounded(cell: string | number | null): string | number | null {
  if (typeof cell !== "number" || Number.isInteger(cell)) return cell;
  return Math.abs(cell) >= 100 ? Math.round(cell) : Number(cell.toPrecision(3));
}

/** "pagesPerCpuSecond" as "pages per cpu second". */
function inWords(column: string): string {
  return column
    .replace(/[a-z](?=[A-Z])/g, "$& ")
    .replaceAll("_", " ")
    .toLowerCase();
}
