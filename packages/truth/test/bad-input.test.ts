import { expect, test } from "vitest";
import { fuseClaims } from "../src/index.ts";

test("fusing a row with thousands of values ends in bounded time", () => {
  const claims = Array.from({ length: 3000 }, (_, i) => ({ source: `s${i}`, value: `value number ${i}` }));
  // Processor time: a busy machine is not a slow algorithm. The bound is far above what the work takes.
  const started = process.cpuUsage();
  const [fused] = fuseClaims([{ object: "o", property: "p", claims }]);
  const { user, system } = process.cpuUsage(started);
  expect(fused?.value).toMatch(/^value number/);
  expect((user + system) / 1000).toBeLessThan(30_000);
});
