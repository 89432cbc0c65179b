import { expect, test } from "vitest";
import { backoffMs } from "../src/index.ts";

test("waits double from a second to five minutes, half of each left to chance", () => {
  expect([0, 1, 2, 3].map((attempts) => backoffMs(attempts, () => 1))).toEqual([1000, 2000, 4000, 8000]);
  expect([0, 1, 2, 3].map((attempts) => backoffMs(attempts, () => 0))).toEqual([500, 1000, 2000, 4000]);
  expect(backoffMs(40, () => 1)).toBe(300_000);
});
