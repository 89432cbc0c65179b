import { expect, test } from "vitest";
import { DrainEstimate } from "../src/drain-estimate.ts";

test("what is owed over the rate of the last minute", () => {
  const estimate = new DrainEstimate();
  expect(estimate.add({ atMs: 0, owed: 1000, ended: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(estimate.add({ atMs: 10_000, owed: 900, ended: 100 })).toBe(90);
  expect(estimate.perSecond()).toBe(10);
});

test("what was before the last minute does not count", () => {
  const estimate = new DrainEstimate();
  for (let s = 0; s <= 300; s += 5)
    estimate.add({ atMs: s * 1000, owed: 500, ended: s < 200 ? s * 100 : 20_000 + (s - 200) * 2 });
  expect(estimate.perSecond()).toBeCloseTo(2);
  expect(estimate.seconds()).toBeCloseTo(250);
});

test("nothing owed is drained, whatever the rate; something owed that does not move never is", () => {
  const estimate = new DrainEstimate();
  estimate.add({ atMs: 0, owed: 5, ended: 7 });
  expect(estimate.add({ atMs: 5000, owed: 5, ended: 7 })).toBe(Number.POSITIVE_INFINITY);
  expect(estimate.add({ atMs: 6000, owed: 0, ended: 7 })).toBe(0);
});

test("results that were deleted, or a clock that went back, start it over", () => {
  const estimate = new DrainEstimate();
  estimate.add({ atMs: 0, owed: 10, ended: 100 });
  estimate.add({ atMs: 1000, owed: 10, ended: 5 });
  expect(estimate.perSecond()).toBe(0);
  expect(estimate.add({ atMs: 2000, owed: 10, ended: 10 })).toBe(2);
});
