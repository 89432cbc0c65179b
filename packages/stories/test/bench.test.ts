import { expect, test } from "vitest";
import { benchReconcile, inventStory } from "../src/bench.ts";

test("an invented story is the same for the same seed and another for another", () => {
  expect(inventStory(20, 3)).toEqual(inventStory(20, 3));
  expect(inventStory(20, 3)).not.toEqual(inventStory(20, 4));
});

test("the bench measures stories of 5, 50 and 500 members", () => {
  const rows = benchReconcile();
  expect(rows.map(({ members }) => members)).toEqual([5, 50, 500]);
  for (const row of rows) expect(row["ms a story"]).toBeGreaterThan(0);
  // Quadratic growth would show as 500 / 5 * log 5 / log 500 = 26; the margin is for a busy machine.
  expect(Number(rows[2]!["of n log n"])).toBeLessThan(6);
});
