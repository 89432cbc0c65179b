import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import { Output } from "../output.ts";
import { formatTable } from "../table.ts";
import { type Conditions, conditionsNow, describeConditions } from "./conditions.ts";

export const BENCHES = ["clean", "group", "extract", "reconcile", "pipeline"] as const;
export type BenchName = (typeof BENCHES)[number];

/** One measured line: what was measured first, then its figures by name. */
export type BenchRow = Readonly<Record<string, string | number | null>>;

export interface BenchOptions {
  /** A folder with other people's data to measure quality on; without it speed is measured on invented documents. */
  readonly dataDir?: string;
}

/** What a package exports from `@wirefold/<package>/bench`. */
export type Bench = (options: BenchOptions) => readonly BenchRow[] | Promise<readonly BenchRow[]>;

/** Runs one bench and prints its conditions and a table, or both as one JSON object. */
export async function runBench(name: BenchName, options: BenchOptions & { readonly json: boolean }): Promise<void> {
  const bench = await loadBench(name);
  const before = conditionsNow();
  const rows = await bench(options.dataDir === undefined ? {} : { dataDir: options.dataDir });
  await new Output().write(
    options.json ? `${JSON.stringify({ bench: name, conditions: before, rows })}\n` : report(name, before, rows),
  );
}

async function loadBench(name: BenchName): Promise<Bench> {
  const [module, exported] = {
    clean: ["@wirefold/article/bench", "benchClean"],
    group: ["@wirefold/likeness/bench", "benchGroup"],
    extract: ["@wirefold/facts/bench", "benchExtract"],
    reconcile: ["@wirefold/fusion/bench", "benchReconcile"],
    pipeline: ["./bench-pipeline.js", "benchPipeline"],
  }[name] as [string, string];
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
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => head.map((column) => row[column] ?? null));
  return `wirefold bench ${name}\n${describeConditions(conditions)}\n\n${formatTable(head, cells)}\n`;
}
