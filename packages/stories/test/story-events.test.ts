import type { StoryMembership } from "@wirefold/core";
import { expect, test } from "vitest";
import { reconcileStory, storyEvents } from "../src/index.ts";
import { ferryStory } from "./ferry-story.ts";

const record = reconcileStory(ferryStory);

/** "a: a b, c: c" as stories and their members. */
function stories(text: string): StoryMembership[] {
  return text === ""
    ? []
    : text.split(", ").map((part) => {
        const [story, members] = part.split(": ") as [string, string];
        return { story, members: members.split(" ") };
      });
}

function told(before: string, after: string, changed = after): [string, string, Record<string, unknown>][] {
  const records = new Map(stories(changed).map(({ story }) => [story, { before: null, after: record }]));
  return storyEvents(stories(before), stories(after), records).map(({ story, kind, detail }) => [story, kind, detail]);
}

test("a story nobody knew is created", () => {
  expect(told("", "a: a b")).toEqual([["a", "created", { members: ["a", "b"], from: [] }]]);
});

test("a story that gains a member says who joined, not who was there", () => {
  expect(told("a: a b", "a: a b c")).toEqual([["a", "updated", { members: 3, joined: ["c"], left: [], from: ["a"] }]]);
});

test("a story whose record did not change says nothing", () => {
  expect(told("a: a b", "a: a b", "")).toEqual([]);
});

test("a smaller member renames a story: the old id is merged into the new, which is created", () => {
  expect(told("b: b c", "a: a b c")).toEqual([
    ["b", "merged", { into: "a" }],
    ["a", "created", { members: ["a", "b", "c"], from: ["b"] }],
  ]);
});

test("two stories that a document joins become one", () => {
  expect(told("a: a, c: c", "a: a b c")).toEqual([
    ["c", "merged", { into: "a" }],
    ["a", "updated", { members: 3, joined: ["b", "c"], left: [], from: ["a", "c"] }],
  ]);
});

test("a story that falls apart within its component is split", () => {
  expect(told("a: a b c", "a: a, b: b c")).toEqual([
    ["a", "split", { into: ["a", "b"] }],
    ["a", "updated", { members: 1, joined: [], left: ["b", "c"], from: ["a"] }],
    ["b", "created", { members: ["b", "c"], from: ["a"] }],
  ]);
});

test("a story whose middle was taken down is split, whichever of its pieces is written first", () => {
  // The pieces are components of their own: each call sees one of them, and the other still standing in the old story.
  expect(told("a: a c", "c: c").map(([story, kind]) => `${story} ${kind}`)).toEqual(["a split", "c created"]);
  expect(told("a: a c", "a: a").map(([story, kind]) => `${story} ${kind}`)).toEqual(["a updated"]);
  expect(told("b: a c", "a: a")).toEqual([
    ["b", "split", { into: ["a", "b"] }],
    ["a", "created", { members: ["a"], from: ["b"] }],
  ]);
  expect(told("b: c", "c: c").map(([story, kind]) => `${story} ${kind}`)).toEqual(["b merged", "c created"]);
});

test("a record that changed says which claims and conflicts, against the version before", () => {
  const before = reconcileStory(ferryStory.filter(({ id }) => id !== "local"));
  const members = (of: typeof record) => [{ story: "ferry", members: of.members.map(({ id }) => id) }];
  const [event] = storyEvents(members(before), members(record), new Map([["ferry", { before, after: record }]]));
  expect(event).toMatchObject({ kind: "updated", detail: { joined: ["local"] } });
  const changes = event!.detail.changes as {
    claims: { changed: number; of: { statement: string }[] };
    conflicts: { opened: string[] };
  };
  expect(changes.conflicts.opened.length).toBe(2);
  expect(changes.claims.changed).toBeGreaterThan(0);
  expect(changes.claims.of[0]!.statement).not.toBe("");
});
