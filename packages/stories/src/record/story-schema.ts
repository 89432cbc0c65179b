import { StoryRecord } from "@wirefold/core";
import { z } from "zod";

/** Where the published schema lives; the number is the record's version, `wirefold.story/1`. */
export const STORY_SCHEMA_ID = "urn:wirefold:schema:story-record:1";

/** The JSON Schema (2020-12) of a story record, as published in docs/schema. */
export function storyRecordSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(StoryRecord, { target: "draft-2020-12", io: "output" }) as Record<string, unknown>;
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: STORY_SCHEMA_ID,
    title: "Wirefold story record, version 1",
    description:
      "One record per story: claims with every article's variant, quotations, conflicts, lineage and independent sources.",
    ...rest,
  };
}
