import { runInMemory } from "@wirefold/pipeline";
import { expect, test } from "vitest";
import { unpackAny } from "../../packages/store/src/blobs/packed-blob.ts";
import { packRecord, unpackRecord } from "../../packages/store/src/packed-record.ts";
import { inventArticles } from "../../services/cli/src/bench/invented-articles.ts";

test("records are kept in less than a fifth of their JSON, by shapes that are known, and come back byte for byte", async () => {
  const documents = [...inventArticles(40, 5)].map(({ id, text, title, outlet, published_at, url }) => ({
    id,
    body: text,
    kind: "text" as const,
    hints: { title, outlet, published_at, url },
  }));
  const { stories } = await runInMemory(documents);
  expect(stories.length).toBeGreaterThan(5);
  for (const story of stories) {
    const json = JSON.stringify(story);
    const packed = await packRecord(story);
    expect(packed.length).toBeLessThan(json.length / 5);
    const [unlisted] = JSON.parse(Buffer.from(await unpackAny(packed)).toString()) as [string[][]];
    expect(unlisted, "keys of records that record-shapes.ts does not list yet").toEqual([]);
    expect(JSON.stringify(await unpackRecord(packed))).toBe(json);
  }
});
