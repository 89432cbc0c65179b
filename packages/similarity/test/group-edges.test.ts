import type { Edge } from "@wirefold/core";
import { expect, test } from "vitest";
import { groupEdges } from "../src/index.ts";
import { shuffled } from "./fixtures/corpus.ts";

function edge(
  a: string,
  b: string,
  kind: Edge["kind"],
  direction: Edge["direction"] = null,
  event = 0.98,
  derived = kind === "same-event" ? 0.001 : 0.98,
): Edge {
  const swap = b < a;
  return {
    a: swap ? b : a,
    b: swap ? a : b,
    kind,
    direction: direction === null ? null : swap === (direction === "a-from-b") ? "b-from-a" : "a-from-b",
    score: kind === "copy" ? 0.98 : kind === "rewrite" ? 0.9 : 0.3,
    evidence: { measures: { event, derived }, passages: [] },
  };
}

test("clusters nest and bear their smallest member's id", () => {
  const groups = groupEdges(
    ["d", "c", "b", "a"],
    [
      edge("a", "b", "copy"),
      edge("b", "c", "rewrite"),
      edge("a", "c", "rewrite"),
      edge("c", "d", "same-event"),
      edge("a", "d", "same-event"),
      edge("b", "d", "same-event"),
    ],
  );
  expect(groups.get("c")).toMatchObject({ copy: "c", lineage: "a", story: "a" });
  expect(groups.get("d")).toMatchObject({ copy: "d", lineage: "d", story: "a", role: "independent" });
});

test("two groups tied by one document stay two", () => {
  const left = ["a1", "a2", "a3", "a4"];
  const right = ["b1", "b2", "b3", "b4"];
  const within = (ids: string[]) => ids.flatMap((x, i) => ids.slice(i + 1).map((y) => edge(x, y, "copy")));
  const groups = groupEdges([...left, ...right], [...within(left), ...within(right), edge("a4", "b1", "copy")]);
  expect(new Set(left.map((id) => groups.get(id)!.story))).toEqual(new Set(["a1"]));
  expect(new Set(right.map((id) => groups.get(id)!.story))).toEqual(new Set(["b1"]));
});

test("a chain of weak ties does not become one story", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `n${String(i).padStart(2, "0")}`);
  const chain = ids.slice(1).map((id, i) => edge(ids[i]!, id, "same-event", null, 0.7));
  const stories = new Set([...groupEdges(ids, chain).values()].map((assignment) => assignment.story));
  expect(stories.size).toBeGreaterThan(3);
});

test("one of three reports vouches for two that were not found alike, but not where two of them are of one source", () => {
  const storiesOf = (edges: Edge[], ids = ["a", "b", "c"]) =>
    new Set([...groupEdges(ids, edges).values()].map(({ story }) => story)).size;
  const weak = edge("b", "c", "same-event", null, 0.6);
  expect(storiesOf([edge("a", "b", "same-event", null, 0.6), weak])).toBe(1);
  expect(storiesOf([edge("a", "b", "rewrite", null, 0.99, 0.99), weak])).toBe(2);
  // A fourth that only one of three is like stays outside: one edge of three may be a chance.
  const three = [
    edge("a", "b", "same-event", null, 0.9),
    edge("b", "c", "same-event", null, 0.9),
    edge("a", "c", "same-event", null, 0.9),
  ];
  expect(storiesOf([...three, edge("c", "d", "same-event", null, 0.6)], ["a", "b", "c", "d"])).toBe(2);
});

test("rewrites with little in common hang together through their original", () => {
  const groups = groupEdges(
    ["o", "r", "s"],
    [
      edge("r", "o", "rewrite", "a-from-b", 0.99, 0.9),
      edge("s", "o", "rewrite", "a-from-b", 0.99, 0.9),
      edge("r", "s", "same-event", null, 0.98, 0.1),
    ],
  );
  expect([...groups.values()].map((assignment) => assignment.lineage)).toEqual(["o", "o", "o"]);
  expect(groups.get("o")!.role).toBe("original");
  expect(groups.get("r")!.parent).toBe("o");
});

test("order of ids and edges does not matter; edges to unknown documents are passed over", () => {
  const ids = Array.from({ length: 30 }, (_, i) => `d${i}`);
  const edges = ids.flatMap((id, i) => [
    edge(
      id,
      ids[(i * 7 + 3) % 30]!,
      i % 3 === 0 ? "copy" : i % 3 === 1 ? "rewrite" : "same-event",
      i % 2 ? "a-from-b" : null,
      0.6 + (i % 4) / 10,
    ),
  ]);
  const plain = [...groupEdges(ids, edges)].sort();
  for (let seed = 1; seed < 30; seed++)
    expect([...groupEdges(shuffled(ids, seed), [...shuffled(edges, seed + 50), edge("d1", "ghost", "copy")])].sort()).toEqual(
      plain,
    );
});

test("where the votes are even the earlier document is the original, whatever the ids", () => {
  for (const [early, late] of [
    ["a", "b"],
    ["b", "a"],
  ] as const) {
    const joined = edge("a", "b", "rewrite");
    const days = early === "a" ? { day_a: 20_000.5, day_b: 20_000.6 } : { day_a: 20_000.6, day_b: 20_000.5 };
    const dated = { ...joined, evidence: { ...joined.evidence, measures: { ...joined.evidence.measures, ...days } } };
    const groups = groupEdges(["a", "b"], [dated]);
    expect(groups.get(early)).toMatchObject({ role: "original", parent: null });
    expect(groups.get(late)).toMatchObject({ role: "rewrite", parent: early, lineage: "a" });
  }
});
