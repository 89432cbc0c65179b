import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { isForPeople, kinshipOf, nearestKinship } from "../src/claims/things.ts";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

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

test("a toll in one language is no count of things in another", () => {
  const report = (id: string, language: string, text: string): ReconcileMember => ({
    ...{ id, title: null, text, outlet: id, url: null, published_at: "2031-03-04", language, wire_credit: null },
    ...{ copy: id, lineage: id, role: "original", parent: null },
    facts: extractFacts({ id, text, title: null, published_at: "2031-03-04", language }),
  });
  const docsOf = (value: number, french: string) =>
    reconcileStory([report("en", "en", "The quake killed 86 people in Saltby."), report("fr", "fr", french)])
      .claims.filter(({ canonical }) => canonical.value === value)
      .map(({ docs }) => docs.join("+"));
  expect(docsOf(86, "La Croix bleue a monté 86 tentes à Saltby.").sort()).toEqual(["en", "fr"]);
  expect(docsOf(86, "Le séisme a tué 86 personnes à Saltby.")).toEqual(["en+fr"]);
});
