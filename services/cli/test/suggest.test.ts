import { describe, expect, it } from "vitest";
import { chooseFrom, nearestWord } from "../src/suggest.ts";

const STAGES = ["fetch", "clean", "dedupe", "extract", "reconcile"] as const;

describe("suggestions", () => {
  it.each([
    ["claen", "clean"],
    ["dedup", "dedupe"],
    ["Extract", "extract"],
    ["recncile", "reconcile"],
    ["zebra", null],
    ["", null],
    ["x".repeat(10_000), null],
  ])("%s was meant as %s", (typed, meant) => {
    expect(nearestWord(typed, STAGES)).toBe(meant);
  });

  it("takes a known word and refuses another with the choice", () => {
    expect(chooseFrom("stage", "clean", STAGES)).toBe("clean");
    expect(() => chooseFrom("stage", "claen", STAGES)).toThrow("there is no stage 'claen' (did you mean 'clean'?)");
    expect(() => chooseFrom("stage", "zebra", STAGES)).toThrow("there is no stage 'zebra'");
  });
});
