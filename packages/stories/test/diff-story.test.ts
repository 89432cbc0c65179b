import { describe, expect, test } from "vitest";
import { diffStory, reconcileStory } from "../src/index.ts";
import { ferryStory } from "./ferry-story.ts";

const ferry = reconcileStory(ferryStory);

describe("the difference between two versions", () => {
  test("the same members differ in nothing", () => {
    expect(diffStory(ferry, reconcileStory(ferryStory))).toMatchObject({
      changed: false,
      fields: [],
      claims: { added: [], removed: [], changed: [] },
    });
  });

  test("a report that joins opens the conflict it brings and widens the claims it shares", () => {
    const before = reconcileStory(ferryStory.filter(({ id }) => id !== "local"));
    const difference = diffStory(before, ferry);
    expect(difference.members).toEqual({ added: ["local"], removed: [] });
    expect(difference.conflicts.opened.length).toBe(2);
    const dead = difference.claims.changed.find(({ changes }) => changes.some(({ field }) => field === "relation"));
    expect(dead?.changes.find(({ field }) => field === "independent_sources")).toMatchObject({ before: 1, after: 2 });
  });
});
