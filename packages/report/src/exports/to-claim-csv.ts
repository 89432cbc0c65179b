import type { StoryRecord } from "@wirefold/core";
import { CLAIM_COLUMNS, type ClaimTableRow, claimRows } from "./claim-rows.ts";

/**
 * What a spreadsheet may take for a formula: "=1+1", "+cmd|…", "@SUM", and the full-width forms. Titles and quotations
 * are strangers' text, so these get an apostrophe in front (OWASP, CSV injection). Numbers are ours and stay numbers.
 */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = FORMULA.test(value.slice(0, 200)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The claim table as CSV (RFC 4180: CRLF, header line, quotes doubled), lazily, a line at a time. */
export function* toClaimCsv(records: Iterable<StoryRecord>): Generator<string> {
  const columns = Object.keys(CLAIM_COLUMNS) as (keyof ClaimTableRow)[];
  yield `${columns.join(",")}\r\n`;
  for (const row of claimRows(records)) yield `${columns.map((column) => field(row[column])).join(",")}\r\n`;
}
