// Writes docs/schema/story-record-1.schema.json from the zod schema. Run after `npx tsc -b packages/stories`.
import { writeFileSync } from "node:fs";
import { storyRecordSchema } from "../dist/record/story-schema.js";

const target = new URL("../../../docs/schema/story-record-1.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(storyRecordSchema(), null, 2)}\n`);
