import { StoryRecord } from "@wirefold/core";
import { CliError } from "../cli-error.ts";
import { inputsOf } from "../jsonl/open-input.ts";
import { RecordError } from "../jsonl/parse-line.ts";
import { readRecords } from "../jsonl/read-records.ts";
import type { StoryDigest } from "./compare-records.ts";

const LIMITS = { maxLineBytes: 256 * 2 ** 20, maxLines: 64, maxBytes: 2 ** 20 };

/**
 * The stories of a JSONL file of records, as `export stories` and `run --json` write them.
 *
 * @throws CliError for a file that cannot be read, or a line that is no record: half a comparison would mislead
 */
export async function readDigests(path: string): Promise<StoryDigest[]> {
  const digests: StoryDigest[] = [];
  const onInputError = (error: unknown) => {
    throw error;
  };
  for await (const record of readRecords(inputsOf([path]), LIMITS, readDigest, onInputError)) {
    if (!record.ok)
      throw new CliError("WIREFOLD_BAD_RECORD", record.error.error.message, {
        remedy: "compare takes records as 'wirefold export' and 'wirefold run --json' write them",
      });
    digests.push(record.value);
  }
  return digests;
}

function readDigest(line: Record<string, unknown>): StoryDigest {
  const { success, data, error } = StoryRecord.safeParse(line);
  if (success) return digestOf(data);
  const [issue] = error.issues;
  throw new RecordError("WIREFOLD_BAD_RECORD", `no story's record: ${issue?.path.join(".")}: ${issue?.message}`);
}

function digestOf(record: StoryRecord): StoryDigest {
  const { story, headline, members, claims, conflicts, quote_groups } = record;
  return {
    id: story,
    headline,
    members: new Map(
      members.map(({ id, title, published_at, outlet, lineage }) => [id, { title, publishedAt: published_at, outlet, lineage }]),
    ),
    claims: new Map(claims.map(({ statement, independent_sources }) => [statement, independent_sources])),
    conflicts: new Set(conflicts.map(({ statement }) => statement)),
    quotes: new Set(quote_groups.map(({ speaker, canonical }) => `${speaker ?? "somebody"}: ${canonical}`)),
  };
}
