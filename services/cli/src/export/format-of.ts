import { UsageError } from "../cli-error.ts";
import { chooseFrom } from "../suggest.ts";

export const formats = ["jsonl", "csv", "parquet", "jsonld", "ninjs"] as const;
export type Format = (typeof formats)[number];

/**
 * The format of an export: the one asked for, else the one that the file's name ends in, else Parquet for files by day, which are written in
 * no other.
 *
 * @throws UsageError where nothing says it
 */
export function formatOf({ format, out, byDay }: { format?: string; out?: string; byDay?: boolean }): Format {
  if (format !== undefined) return chooseFrom("format", format, formats);
  const ending = /\.([a-z]+)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  const told = byDay ? "parquet" : formats.find((each) => each === ending);
  if (told !== undefined) return told;
  throw new UsageError("no format is given", `give --format, one of ${formats.join(", ")}, or a file that ends in one of these`);
}
