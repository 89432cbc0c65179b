import type { StoryRecord } from "@wirefold/core";
import { CLAIM_COLUMNS, claimRows } from "./claim-rows.ts";
import { ParquetRows } from "./rows.ts";

/** The claim table of some stories as one Parquet file (Snappy), in memory. For archives write {@link ParquetRows} group by group. */
export function toParquet(records: Iterable<StoryRecord>): Uint8Array {
  const file = new ParquetRows(CLAIM_COLUMNS, "wirefold.claims/1");
  const rows = [...claimRows(records)].map((row) => ({ ...row }));
  return Buffer.concat([...(rows.length === 0 ? [] : [file.group(rows)]), file.end()]);
}
