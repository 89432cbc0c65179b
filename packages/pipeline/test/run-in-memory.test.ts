import fc from "fast-check";
import { expect, test } from "vitest";
import { inventArticles } from "../../../services/cli/src/bench/invented-articles.ts";
import { runInMemory, type SourceDocument } from "../src/index.ts";

const documents = [...inventArticles(14, 3)].map(
  ({ id, url, title, text, published_at, outlet }): SourceDocument => ({
    id,
    body: text,
    kind: "text",
    hints: { url, title, published_at, outlet },
  }),
);

test("the same documents give the same bytes in any order", async () => {
  const expected = JSON.stringify((await runInMemory(documents)).stories);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...documents], { minLength: documents.length }), async (shuffled) => {
      expect(JSON.stringify((await runInMemory(shuffled)).stories)).toBe(expected);
    }),
    { numRuns: 4 },
  );
});

test("every document is in one story or is left out with a reason", async () => {
  const odd: SourceDocument[] = [
    { id: "empty", body: "" },
    { id: "image", body: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 0, 1, 2, 3]) },
  ];
  const { stories, leftOut } = await runInMemory([...documents, ...odd]);
  const placed = stories.flatMap(({ members }) => members.map(({ id }) => id));
  expect(placed.sort()).toEqual(documents.map(({ id }) => id).sort());
  expect(leftOut).toEqual([
    { id: "empty", reason: "no-text" },
    { id: "image", reason: "WIREFOLD_ARTICLE_NOT_TEXT" },
  ]);
});

test("evidence slices to its words in the document's own text", async () => {
  const { stories, documents: read } = await runInMemory(documents);
  for (const { claims } of stories) {
    for (const { evidence } of claims.flatMap(({ variants }) => variants)) {
      expect(read.get(evidence.doc)?.cleaned.text.slice(...evidence.span)).toBe(evidence.text);
    }
  }
});
