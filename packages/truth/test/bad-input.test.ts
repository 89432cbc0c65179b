import { ClaimRow } from "@wirefold/core";
import { expect, test } from "vitest";
import { fuseClaims } from "../src/index.ts";

/** Processor milliseconds, the least of three runs: a busy machine is not a slow algorithm. */
function cpuMs(work: () => void): number {
  const runs = [0, 1, 2].map(() => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

/** Four times the work may take a little more than four times as long, not sixteen times. */
function expectNearLinear(workOf: (size: number) => () => void, size: number): void {
  workOf(size)();
  const [small, large] = [cpuMs(workOf(size)), cpuMs(workOf(4 * size))];
  expect(large).toBeLessThan(9 * Math.max(small, 5));
}

test("the time for a row grows with its distinct values, not with their square", () => {
  const rowOf = (count: number) => ({
    object: "o",
    property: "p",
    claims: Array.from({ length: count }, (_, i) => ({ source: `s${i}`, value: `place ${i}, region ${i % 7}, land` })),
  });
  expectNearLinear((count) => {
    const row = rowOf(count);
    return () => expect(fuseClaims([row])[0]?.value).toMatch(/^place/);
  }, 2000);
});

test.each([
  ["punctuation", (size: number) => "!".repeat(size)],
  ["punctuation before a letter", (size: number) => `${"!".repeat(size)}x`],
  ["groups of digits", (size: number) => `0${",000".repeat(size / 4)}`],
  ["groups of digits before a letter", (size: number) => `0${",000".repeat(size / 4)}x`],
  ["spaces before a letter", (size: number) => `a${" ".repeat(size)}b,`],
  ["brackets", (size: number) => "(".repeat(size)],
  ["initials", (size: number) => "A. ".repeat(size / 3)],
  ["words run together", (size: number) => "AdaMerrow".repeat(size / 9)],
])("the time to read a long value grows with its length: %s", (_, textOf) => {
  expectNearLinear((size) => {
    const value = textOf(size);
    const rows = [
      { object: "o", property: "p", claims: [{ source: "a", value }] },
      {
        object: "o",
        property: "names",
        claims: [
          { source: "a", value: "Ada Merrow" },
          { source: "b", value: "Merrow, Ada" },
        ],
      },
    ];
    return () => expect(fuseClaims(rows)).toHaveLength(2);
  }, 16_000);
});

test("a value longer than any value is refused with its place", () => {
  const row = { object: "o", property: "p", claims: [{ source: "a", value: "x".repeat(5000) }] };
  const { success, error } = ClaimRow.safeParse(row);
  expect(success).toBe(false);
  expect(error?.issues[0]?.path).toEqual(["claims", 0, "value"]);
  expect(ClaimRow.safeParse({ ...row, claims: [{ source: "a", value: "x".repeat(4096) }] }).success).toBe(true);
});
