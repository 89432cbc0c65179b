import { describe, expect, test } from "vitest";
import { isForPeople, kinshipOf, nearestKinship } from "../src/claims/things.ts";

describe("how two counted things stand to each other", () => {
  const pairs: [string, string, string][] = [
    ["boat", "boat", "same"],
    ["house", "home", "kin"],
    ["cottage", "house", "kin"],
    ["sailor", "person", "kin"],
    ["hospital", "lawsuit", "other"],
    ["person", "tent", "other"],
    ["seat", "person", "unknown"],
    ["opinion", "ruling", "unknown"],
    ["zelt", "tent", "unknown"],
  ];
  for (const [a, b, kinship] of pairs)
    test(`${a}, ${b}: ${kinship}`, () => {
      expect(kinshipOf(a, b)).toBe(kinship);
      expect(kinshipOf(b, a)).toBe(kinship);
    });

  test("of several the nearest counts", () => expect(nearestKinship("house", new Set(["tent", "home"]))).toBe("kin"));
  test("people are counted by what befalls them", () =>
    expect(["death", "miner", "tent"].map(isForPeople)).toEqual([true, true, false]));
});
