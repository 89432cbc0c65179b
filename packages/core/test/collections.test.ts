import { groupBy, mustAt, mustGet } from "@wirefold/core";
import { describe, expect, it } from "vitest";

describe("groupBy", () => {
  it("keeps the order of keys and of items", () => {
    const groups = groupBy(["pear", "apple", "plum", "avocado", "fig"], (word) => word.charAt(0));
    expect([...groups]).toEqual([
      ["p", ["pear", "plum"]],
      ["a", ["apple", "avocado"]],
      ["f", ["fig"]],
    ]);
  });

  it("gives nothing for nothing", () => {
    expect(groupBy([], String).size).toBe(0);
  });
});

describe("mustGet", () => {
  it("gives what stands under the key, zero, null and the empty string too", () => {
    const map = new Map<string, number | null | "">([
      ["zero", 0],
      ["null", null],
      ["empty", ""],
    ]);
    expect([mustGet(map, "zero"), mustGet(map, "null"), mustGet(map, "empty")]).toEqual([0, null, ""]);
  });

  it("throws and names a key that is not there", () => {
    expect(() => mustGet(new Map([["a", 1]]), "b")).toThrow("under the key b");
  });
});

describe("mustAt", () => {
  it("gives the item of a list or of typed numbers", () => {
    expect([mustAt(["a", "b"], 1), mustAt(Uint32Array.of(7), 0)]).toEqual(["b", 7]);
  });

  it("throws outside the list", () => {
    expect(() => mustAt(["a"], 1)).toThrow("no item at 1 of 1");
    expect(() => mustAt(["a"], -1)).toThrow("no item at -1 of 1");
  });
});
