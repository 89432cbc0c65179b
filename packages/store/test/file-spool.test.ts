import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileSpool } from "../src/file-spool.ts";

function setup() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-spool-"));
  return { path: join(folder, "records"), [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
const record = (size: number, fill: number) => new Uint8Array(size).fill(fill);
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const sizes = [0, 1, 5000, 1_048_576, 3_000_000, 12, 700_000, 700_000, 0];

test("records come back by number, before and after reopening", async () => {
  using place = setup();
  const spool = new FileSpool(place.path);
  for (const [i, size] of sizes.entries()) {
    expect(spool.append(record(size, i))).toBe(i);
    expect(same(spool.read(i), record(size, i))).toBe(true);
  }
  expect(spool.read(0)).toEqual(record(0, 0));
  await spool.flush();
  const again = new FileSpool(place.path);
  expect(again.count).toBe(sizes.length);
  for (const [i, size] of sizes.entries()) expect(same(again.read(i), record(size, i))).toBe(true);
  expect(again.append(record(3, 9))).toBe(sizes.length);
  expect(again.read(sizes.length)).toEqual(record(3, 9));
  expect(() => again.read(99)).toThrow(/10 records/);
  spool.close();
  again.close();
});

test("a record cut short by a crash is dropped, and writing goes on behind the whole ones", () => {
  using place = setup();
  const spool = new FileSpool(place.path);
  spool.append(record(10, 1));
  spool.close();
  appendFileSync(place.path, Uint8Array.of(200, 0, 0, 0, 1, 2, 3));
  const again = new FileSpool(place.path);
  expect(again.count).toBe(1);
  again.append(record(4, 2));
  again.close();
  expect(statSync(place.path).size).toBe(14 + 8);
  const third = new FileSpool(place.path);
  expect([third.count, third.read(1)]).toEqual([2, record(4, 2)]);
  third.close();
});
