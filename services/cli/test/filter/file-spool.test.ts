import { existsSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileSpool } from "../../src/filter/file-spool.ts";
import { scratch } from "../run-wirefold.ts";

const record = (n: number) => new TextEncoder().encode(`record ${n} ${"é".repeat(n)}`);
const textAt = (spool: FileSpool, number: number) => new TextDecoder().decode(spool.read(number));

describe("FileSpool", () => {
  it("gives back every record by number, from memory and from its file", () => {
    const spool = new FileSpool(null, 200);
    for (let n = 0; n < 50; n++) {
      expect(spool.append(record(n))).toBe(n);
      expect(textAt(spool, n)).toContain(`record ${n} `);
    }
    for (const n of [49, 0, 25, 1]) expect(spool.read(n)).toEqual(record(n));
    expect(spool.count).toBe(50);
    spool.close(true);
  });

  it("finds what an earlier run flushed, without a record that was cut off, and goes on", async () => {
    using folder = scratch();
    const path = join(folder.path, "deep/spool");
    const first = new FileSpool(path);
    for (let n = 0; n < 10; n++) first.append(record(n));
    await first.flush();
    first.close(false);
    truncateSync(path, statSync(path).size - 3);
    const second = new FileSpool(path);
    expect(second.count).toBe(9);
    expect(second.append(record(9))).toBe(9);
    for (let n = 0; n < 10; n++) expect(second.read(n)).toEqual(record(n));
    await second.flush();
    second.close(true);
    expect(existsSync(path)).toBe(false);
  });
});
