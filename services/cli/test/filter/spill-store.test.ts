import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { SpillStore } from "../../src/filter/spill-store.ts";

const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith("wirefold-") && !name.startsWith("wirefold-test-"));

describe("SpillStore", () => {
  it("gives back what it was given, from memory and from its file", () => {
    const store = new SpillStore(100);
    const values = new Map(Array.from({ length: 50 }, (_, i) => [`id ${i}`, `“Straße” ${"é".repeat(i)}`]));
    for (const [key, value] of values) store.put(key, value);
    expect([...store.keys()]).toEqual([...values.keys()]);
    for (const [key, value] of values) expect(store.get(key)).toBe(value);
    expect(store.get("nobody")).toBeNull();
    store.close();
  });

  it("deletes its file, and makes none while memory lasts", () => {
    const before = files().length;
    const small = new SpillStore(100);
    small.put("a", "x");
    expect(files()).toHaveLength(before);
    const large = new SpillStore(0);
    large.put("a", "x");
    expect(files()).toHaveLength(before + 1);
    small.close();
    large.close();
    expect(files()).toHaveLength(before);
  });
});
