/**
 * Story records as something a person reads and a program loads. Pure: values in, strings and bytes out; the caller
 * writes files.
 */
export { CLAIM_COLUMNS, type ClaimTableRow, claimRows } from "./exports/claim-rows.ts";
export * from "./exports/rows.ts";
export { toClaimCsv } from "./exports/to-claim-csv.ts";
export { toJsonLd } from "./exports/to-json-ld.ts";
export { toJsonl } from "./exports/to-jsonl.ts";
export { NINJS_EXTENSION_SCHEMA, toNinjs } from "./exports/to-ninjs.ts";
export { toParquet } from "./exports/to-parquet.ts";
export { type IndexPageInput, renderIndexPage, type StoryRow, storyRow } from "./page/index-page.ts";
export { renderStoryPage } from "./page/story-page.ts";
export { type ReportFile, reportFiles, storyPath } from "./report-files.ts";
export {
  type ArticleVersion,
  type RevisedPart,
  type RevisedPassage,
  type Revision,
  revisionOf,
  revisionsOf,
} from "./revision.ts";
export type * from "./types.ts";
