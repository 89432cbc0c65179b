import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { reconcileStory } from "../src/index.ts";
import { storyRecordSchema } from "../src/record/story-schema.ts";
import { ferryStory } from "./ferry-story.ts";

const published = JSON.parse(readFileSync(new URL("../../../docs/schema/story-record-1.schema.json", import.meta.url), "utf8"));

test("the published JSON Schema is the record's own: run `npm run schema -w @wirefold/stories` after changing it", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(storyRecordSchema())));
});

test("a record validates against the published JSON Schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(published);
  expect(validate(JSON.parse(JSON.stringify(reconcileStory(ferryStory))))).toBe(true);
  expect(validate({ schema: "wirefold.story/1" })).toBe(false);
});
