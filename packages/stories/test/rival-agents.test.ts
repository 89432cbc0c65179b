import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

/** What the articles contradict each other in beyond figures: kind and sides. */
const contradictions = (...texts: readonly string[]) =>
  reconcileStory(
    texts.map((text, i): ReconcileMember => {
      const id = `report-${i}`;
      const published_at = "2031-03-04";
      return {
        ...{ id, title: null, text, outlet: id, url: null, published_at, language: "en", wire_credit: null },
        ...{ copy: id, lineage: id, role: "original", parent: null },
        facts: extractFacts({ id, text, title: null, published_at, language: "en" }),
      };
    }),
  )
    .conflicts.filter(({ kind }) => kind === "agent" || kind === "polarity")
    .map(({ kind, sides }) => [kind, ...sides.map(({ value }) => value).sort()]);

describe("two doers of one deed contradict each other", () => {
  test("where only one may have done it", () =>
    expect(
      contradictions(
        "The Saltby police opened the flooded harbour road on foot for families on Monday.",
        "The Norrow ministry opened the flooded harbour road on foot for families on Monday.",
      ),
    ).toEqual([["agent", "The Norrow ministry", "The Saltby police"]]));

  test.each([
    [
      "where the one is told of one more",
      "The Saltby police opened the flooded harbour road on foot for families on Monday.",
      "The Norrow ministry also opened the flooded harbour road on foot for families on Monday.",
    ],
    [
      "where neither did it",
      "The Saltby police did not immediately answer questions about the flooded harbour road.",
      "The Norrow ministry did not immediately answer questions about the flooded harbour road.",
    ],
    [
      "where the one writes a number as No.",
      "The No. 1 aim of the Saltby union has been to win a fair contract for the crews, it said.",
      "The number one aim of the Saltby union has been to win a fair contract for the crews, it said.",
    ],
  ])("not %s", (_, a, b) => expect(contradictions(a, b)).toEqual([]));
});
