import type { StoryRecord } from "@wirefold/core";

/** One story record a line. Lazy, so an archive of any size can be written line by line. */
export function* toJsonl(records: Iterable<StoryRecord>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}
