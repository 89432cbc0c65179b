import { type StoryRecord, sha256 } from "@wirefold/core";
import { toClaimCsv } from "./exports/to-claim-csv.ts";
import { toJsonLd } from "./exports/to-json-ld.ts";
import { toJsonl } from "./exports/to-jsonl.ts";
import { toNinjs } from "./exports/to-ninjs.ts";
import { toParquet } from "./exports/to-parquet.ts";
import { renderIndexPage, type StoryRow, storyRow } from "./page/index-page.ts";
import { renderStoryPage } from "./page/story-page.ts";
import type { ReportDocument, RunSummary } from "./types.ts";

export interface ReportFile {
  /** Relative to the report's folder, "/" between parts, safe on every file system. */
  readonly path: string;
  /** An iterable of strings is written piece by piece: `fs.writeFile` takes all three. */
  readonly content: string | Uint8Array | Iterable<string>;
}

/** A file name for any story id: what is safe of it, and a hash where anything had to go. */
export function storyPath(story: string): string {
  const safe = story.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);
  const name =
    safe === story && safe !== "" && safe === safe.toLowerCase() ? safe : `${safe.toLowerCase()}-${sha256(story).slice(0, 10)}`;
  return `stories/${name}.html`;
}

/**
 * Every file of a report, one at a time, so only one page is in memory: the index, a page per story, and the same records
 * for programs. Writing them is the caller's.
 */
export function* reportFiles(
  stories: readonly StoryRecord[],
  documents: ReadonlyMap<string, ReportDocument>,
  run: RunSummary,
): Generator<ReportFile> {
  const rows: StoryRow[] = [];
  for (const record of stories) {
    const path = storyPath(record.story);
    rows.push(storyRow(record, path));
    yield { path, content: renderStoryPage({ record, documents, indexHref: "../index.html" }) };
  }
  yield { path: "stories.jsonl", content: toJsonl(stories) };
  yield { path: "claims.csv", content: toClaimCsv(stories) };
  yield { path: "claims.parquet", content: toParquet(stories) };
  yield { path: "stories.jsonld.jsonl", content: lines(stories, toJsonLd) };
  yield { path: "stories.ninjs.jsonl", content: lines(stories, toNinjs) };
  yield { path: "index.html", content: renderIndexPage({ stories: rows, run, files: FILES }) };
}

const FILES = [
  { path: "stories.jsonl", what: "story records, one a line" },
  { path: "claims.csv", what: "claim table: one row for each way an article puts a claim" },
  { path: "claims.parquet", what: "the same table as Parquet" },
  { path: "stories.jsonld.jsonl", what: "schema.org NewsArticle and Claim, one story a line" },
  { path: "stories.ninjs.jsonl", what: "IPTC ninjs 3.1, one story a line" },
];

function* lines(records: Iterable<StoryRecord>, map: (record: StoryRecord) => unknown): Generator<string> {
  for (const record of records) yield `${JSON.stringify(map(record))}\n`;
}
