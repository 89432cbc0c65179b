import type { StoryRecord } from "@wirefold/core";
import { CLAIM_COLUMNS, claimRows } from "./claim-rows.ts";
import { csvHeader, csvLine } from "./rows.ts";

/** The claim table as CSV (RFC 4180: CRLF, header line, quotes doubled), lazily, a line at a time. */
export function* toClaimCsv(records: Iterable<StoryRecord>): Generator<string> {
  yield csvHeader(CLAIM_COLUMNS);
  for (const row of claimRows(records)) yield csvLine(CLAIM_COLUMNS, { ...row });
}
