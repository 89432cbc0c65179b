import { expect, test } from "vitest";
import { compareRecords, type StoryDigest } from "../src/compare/compare-records.ts";

interface Given {
  readonly headline?: string;
  readonly claims?: Readonly<Record<string, number>>;
  readonly conflicts?: readonly string[];
  readonly titles?: Readonly<Record<string, string>>;
}

function story(
  id: string,
  members: string,
  { headline = "Ferry aground", claims = {}, conflicts = [], titles = {} }: Given = {},
): StoryDigest {
  const named = members.split(" ");
  return {
    id,
    headline,
    members: new Map(
      named.map((member) => [
        member,
        { title: titles[member] ?? member, publishedAt: null, outlet: null, lineage: named[0] ?? "" },
      ]),
    ),
    claims: new Map(Object.entries(claims)),
    conflicts: new Set(conflicts),
    quotes: new Set(),
  };
}

test("the same records are the same", () => {
  const stories = [story("a", "a b", { claims: { "41 aboard": 2 } }), story("c", "c")];
  expect(compareRecords(stories, [...stories].reverse())).toEqual({
    stories: { before: 2, after: 2, same: 2 },
    documents: { before: 3, after: 3, gone: 0, new: 0 },
    fields: {},
    changed: [],
  });
});

test("a story is found again by its documents, whatever its id; each of its differences is told", () => {
  const before = [story("a", "a b c", { claims: { "41 aboard": 2, "two hurt": 1 }, conflicts: ["41 or 43 aboard"] })];
  const after = [story("b", "b c d", { headline: "Ferry freed", claims: { "41 aboard": 3 }, titles: { b: "Freed" } })];
  const { stories, documents, fields, changed } = compareRecords(before, after);
  expect(stories).toEqual({ before: 1, after: 1, same: 0 });
  expect(documents).toEqual({ before: 3, after: 3, gone: 1, new: 1 });
  expect(fields).toEqual({ headline: 1, documents: 2, title: 1, lineage: 2, claims: 1, sources: 1, conflicts: 1 });
  expect(changed[0]?.changes).toContainEqual({ field: "sources", before: "41 aboard: 2", after: "41 aboard: 3" });
  expect(changed[0]?.changes).toContainEqual({ field: "conflicts", before: "41 or 43 aboard", after: "" });
});

test("a story that fell apart is compared with its larger part; the rest is new, and what is gone is told", () => {
  const before = [story("a", "a b c"), story("x", "x")];
  const after = [story("a", "a"), story("b", "b c")];
  const { changed, documents } = compareRecords(before, after);
  expect(changed.map(({ before: was, after: is }) => [was, is])).toEqual([
    ["a", "b"],
    ["x", null],
    [null, "a"],
  ]);
  expect(documents).toEqual({ before: 4, after: 3, gone: 1, new: 0 });
});
