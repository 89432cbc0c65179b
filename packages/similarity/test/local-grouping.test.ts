import type { Edge, GroupInput } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { anchorsOf, GROUPING_HOPS, groupDocuments, groupEdges, withinHops } from "../src/index.ts";
import { shuffled } from "./fixtures/corpus.ts";

const DAY_ZERO = 22_000;

function edge(a: string, b: string, kind: Edge["kind"], days: Record<string, number> = {}, event = 0.95): Edge {
  const [low, high] = a < b ? [a, b] : [b, a];
  const measures: Record<string, number> = { event, derived: kind === "same-event" ? 0.001 : 0.98 };
  const [dayA, dayB] = [days[low], days[high]];
  if (dayA !== undefined) measures.day_a = DAY_ZERO + dayA;
  if (dayB !== undefined) measures.day_b = DAY_ZERO + dayB;
  const score = kind === "copy" ? 0.98 : kind === "rewrite" ? 0.9 : 0.3;
  return { a: low, b: high, kind, direction: null, score, evidence: { measures, passages: [] } };
}

const allPairs = (ids: readonly string[]): [string, string][] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));

describe("a story is bounded in time", () => {
  test("reports a day apart each, in a chain of a month, make stories no longer than the window", () => {
    const days = Object.fromEntries(Array.from({ length: 30 }, (_, day) => [`r${String(day).padStart(2, "0")}`, day]));
    const ids = Object.keys(days);
    const edges = allPairs(ids)
      .filter(([a, b]) => Math.abs((days[a] ?? 0) - (days[b] ?? 0)) <= 3)
      .map(([a, b]) => edge(a, b, "same-event", days, 0.99));
    const spans = new Map<string, number[]>();
    for (const { id, story } of groupEdges(ids, edges).values()) spans.set(story, [...(spans.get(story) ?? []), days[id] ?? 0]);
    for (const span of spans.values()) expect(Math.max(...span) - Math.min(...span)).toBeLessThanOrEqual(3);
    expect(spans.size).toBeLessThan(20);
  });

  test.each(["copy", "rewrite", "same-event"] as const)(
    "an undated document joined by %s does not bridge two dated groups",
    (kind) => {
      const days = { a1: 0, a2: 1, b1: 40, b2: 41 };
      const ids = [...Object.keys(days), "undated"];
      const edges = [
        edge("a1", "a2", kind, days, 0.99),
        edge("b1", "b2", kind, days, 0.99),
        ...Object.keys(days).map((id) => edge(id, "undated", kind, days, 0.99)),
      ];
      const groups = groupEdges(ids, edges);
      expect(groups.get("a1")?.story).toBe(groups.get("a2")?.story);
      expect(groups.get("b1")?.story).toBe(groups.get("b2")?.story);
      expect(groups.get("a1")?.story).not.toBe(groups.get("b1")?.story);
    },
  );
});

test.each([2, 3, 5, 8])("a round-up of %i stories binds none of its parts", (stories) => {
  const parts = Array.from({ length: stories }, (_, s) => Array.from({ length: 3 }, (_, i) => `s${s}-${i}`));
  const ids = ["round-up", ...parts.flat()];
  for (const kind of ["copy", "same-event"] as const) {
    const edges = [
      ...parts.flatMap((part) => allPairs(part).map(([a, b]) => edge(a, b, "same-event"))),
      ...parts.flat().map((id) => edge(id, "round-up", kind, {}, 0.99)),
    ];
    const groups = groupEdges(ids, edges);
    const first = parts.map((part) => groups.get(part[0] ?? "")?.story);
    expect(new Set(first).size).toBe(stories);
    for (const part of parts) expect(new Set(part.map((id) => groups.get(id)?.story)).size).toBe(1);
  }
});

describe("a document's anchors depend on what is near it", () => {
  // Stories of five in a long chain, each tied to the next: one connected component.
  const stories = Array.from({ length: 40 }, (_, s) =>
    Array.from({ length: 5 }, (_, i) => `s${String(s).padStart(2, "0")}-${i}`),
  );
  const ids = stories.flat();
  const edges = [
    ...stories.flatMap((story) => allPairs(story).map(([a, b]) => edge(a, b, "same-event"))),
    ...stories.slice(1).map((story, s) => edge(story[0] ?? "", stories[s]?.[4] ?? "", "same-event", {}, 0.6)),
  ];
  const near = new Map<string, string[]>();
  for (const { a, b } of edges)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      near.set(from, [...(near.get(from) ?? []), to]);
  const neighboursOf = (id: string): readonly string[] => near.get(id) ?? [];

  test("they are the same when only the neighbourhood is read", () => {
    const whole = anchorsOf(ids, ids, edges);
    for (const id of ids) {
      const read = withinHops([id], GROUPING_HOPS + 1, neighboursOf);
      const among = edges.filter(({ a, b }) => read.has(a) && read.has(b));
      expect(anchorsOf([id], read, among).get(id)).toEqual(whole.get(id));
    }
  });

  test("an edge that goes changes nothing further away", () => {
    const whole = anchorsOf(ids, ids, edges);
    for (const gone of shuffled(edges, 3).slice(0, 25)) {
      const after = anchorsOf(
        ids,
        ids,
        edges.filter((one) => one !== gone),
      );
      const mayChange = withinHops([gone.a, gone.b], GROUPING_HOPS, neighboursOf);
      for (const id of ids) if (!mayChange.has(id)) expect(after.get(id)).toEqual(whole.get(id));
    }
  });
});

test("dozens of near copies are one copy cluster, though each sees a dozen of them", () => {
  const sentences = Array.from(
    { length: 16 },
    (_, i) =>
      `The ferry company of Velmora said in point ${i + 3} that crew member Dorit Halvek${i} found ${40 + i * 7} crates on deck ${i}.`,
  );
  const docs: GroupInput[] = Array.from({ length: 48 }, (_, n) => ({
    id: `paper-${n}`,
    text: sentences.filter((_, i) => i < 2 || (n * 7 + i * 3) % 11 !== 0).join(" "),
    published_at: `2031-03-0${1 + (n % 3)}`,
  }));
  const { assignments } = groupDocuments(docs, { passages: false });
  expect(new Set([...assignments.values()].map(({ copy }) => copy)).size).toBe(1);
});
