import { expect, test } from "vitest";
import { pressureOn } from "../src/index.ts";

const readings = (given: { backlog?: number; usedBytes?: number; limitBytes?: number; free?: number }) => ({
  queue: {
    backlog: async () => given.backlog ?? 0,
    memory: async () => ({ usedBytes: given.usedBytes ?? 0, limitBytes: given.limitBytes ?? 0 }),
  },
  diskFreeShare: async () => given.free ?? 1,
});

test("a stage takes work while there is room downstream", async () => {
  expect(await pressureOn("clean", readings({ backlog: 2000 }))).toBeNull();
});

test("a stage stops when the next one's backlog, Redis or the disk is over its limit", async () => {
  expect(await pressureOn("clean", readings({ backlog: 2001 }))).toBe("downstream-backlog");
  expect(await pressureOn("clean", readings({ usedBytes: 81, limitBytes: 100 }))).toBe("transport-memory");
  expect(await pressureOn("clean", readings({ free: 0.04 }))).toBe("disk-full");
});

test("a Redis without a limit presses nobody", async () => {
  expect(await pressureOn("clean", readings({ usedBytes: 1e12, limitBytes: 0 }))).toBeNull();
});

test("the last stage never stops, so the line always drains", async () => {
  expect(await pressureOn("reconcile", readings({ backlog: 1e9, free: 0 }))).toBeNull();
});
