import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Columns, Row } from "@wirefold/report";
import { CliError } from "../cli-error.ts";
import type { Dataset } from "./datasets.ts";
import { openTarget, type Target } from "./target.ts";

export type DatasetFormat = "jsonl" | "csv" | "parquet";

/** Characters of rows that are held before a row group is written: a group of long articles holds fewer rows. */
const GROUP_CHARACTERS = 8 * 1024 * 1024;
/** The same over all days of an export by day. */
const HELD_CHARACTERS = 32 * 1024 * 1024;

/** Writes a table to one file or stdout. @returns how many rows */
export async function writeRows(
  rows: AsyncIterable<Row>,
  columns: Columns,
  schema: string,
  format: DatasetFormat,
  target: Target,
): Promise<number> {
  const { csvHeader, csvLine, ParquetRows } = await import("@wirefold/report");
  let count = 0;
  if (format === "parquet") {
    const file = new ParquetRows(columns, schema);
    let [held, size]: [Row[], number] = [[], 0];
    for await (const row of rows) {
      held.push(row);
      count += 1;
      size += sizeOf(row);
      if (size < GROUP_CHARACTERS) continue;
      await target.write(file.group(held));
      [held, size] = [[], 0];
    }
    if (held.length > 0) await target.write(file.group(held));
    await target.write(file.end());
    return count;
  }
  if (format === "csv") await target.write(csvHeader(columns));
  for await (const row of rows) {
    count += 1;
    await target.write(format === "csv" ? csvLine(columns, row) : `${JSON.stringify(row)}\n`);
  }
  return count;
}

/**
 * Writes a table as Parquet files below `folder`, in `date=2031-05-04/` by the day (UTC) of each row, as DuckDB, Spark and others read it. Rows
 * of many days are held together up to a bound, then the largest day is written out, so a day may have several files. A
 * file appears once it is whole; its name is new, so an export with `--since` adds to the one before.
 */
export async function writeByDay(
  rows: AsyncIterable<Row>,
  { columns, day }: Pick<Dataset, "columns" | "day">,
  schema: string,
  folder: string,
  options: { readonly name: string; readonly adds: boolean },
): Promise<number> {
  await mkdir(folder, { recursive: true });
  if (!options.adds && (await readdir(folder)).length > 0) {
    throw new CliError("WIREFOLD_OUTPUT", `${folder} is not empty`, {
      remedy: "--since adds what is new to an earlier export; or give another folder",
    });
  }
  const { ParquetRows } = await import("@wirefold/report");
  const days = new Map<string, { rows: Row[]; size: number }>();
  let [held, files, count] = [0, 0, 0];
  const flush = async (date: string) => {
    const due = days.get(date);
    if (due === undefined) return;
    days.delete(date);
    held -= due.size;
    files += 1;
    await mkdir(join(folder, `date=${date}`), { recursive: true });
    const file = new ParquetRows(columns, schema);
    await using target = await openTarget(
      join(folder, `date=${date}`, `${options.name}-${String(files).padStart(5, "0")}.parquet`),
    );
    await target.write(file.group(due.rows));
    await target.write(file.end());
    await target.finish();
  };
  for await (const row of rows) {
    const at = row[day];
    const date = at instanceof Date ? at.toISOString().slice(0, 10) : "unknown";
    const into = days.get(date) ?? { rows: [], size: 0 };
    days.set(date, into);
    const size = sizeOf(row);
    into.rows.push(row);
    into.size += size;
    held += size;
    count += 1;
    if (into.size >= GROUP_CHARACTERS) await flush(date);
    else if (held >= HELD_CHARACTERS) await flush(largestOf(days));
  }
  for (const date of [...days.keys()].sort()) await flush(date);
  return count;
}

function largestOf(days: ReadonlyMap<string, { readonly size: number }>): string {
  let [largest, most] = ["", -1];
  for (const [date, { size }] of days) if (size > most) [largest, most] = [date, size];
  return largest;
}

function sizeOf(row: Row): number {
  let size = 64;
  for (const value of Object.values(row)) size += typeof value === "string" ? value.length : 8;
  return size;
}
