import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Excuses, Hold, life } from "../src/index.ts";

test("docs/document-life.md tells what the table decides", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/document-life.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z]+)` \|.*\| ([a-z]+) \| (yes|no) \| ([a-z ]+) \|$/gm)];
  const told = rows.map(([, ending, disposition, spends, worker]) => [ending, { disposition, spends: spends === "yes", worker }]);
  expect(Object.fromEntries(told)).toEqual(life);
});

test("a hold grows while a server stays unreachable, and starts small again once work goes well", () => {
  const hold = new Hold();
  let now = 0;
  const pauses: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    hold.begin("WIREFOLD_BLOB_STORE", now);
    const began = now;
    while (hold.reason(now) !== null) now += 500;
    pauses.push(now - began);
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  hold.wentWell(now);
  hold.begin("WIREFOLD_BLOB_STORE", now);
  expect(hold.reason(now + 999)).toBe("WIREFOLD_BLOB_STORE");
  expect(hold.reason(now + 1000)).toBeNull();
});

test("an outage excuses everybody for as long as it lasts", () => {
  const excuses = new Excuses();
  for (let n = 0; n < 100; n += 1) excuses.note("a");
  expect(excuses.excuses("a")).toBe(true);
  for (let n = 0; n < 5; n += 1) {
    excuses.wentWell("b");
    excuses.note("a");
  }
  expect(excuses.excuses("a")).toBe(false);
  expect(excuses.excuses("c")).toBe(true);
});
