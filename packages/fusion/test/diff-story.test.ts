import { describe, expect, test } from "vitest";
import { diffStory, reconcileStory, storyEvents } from "../src/index.ts";
import { ferryStory } from "./ferry-story.ts";
import { plantStory } from "./plant-story.ts";

const ferry = reconcileStory(ferryStory);
const plant = reconcileStory(plantStory);

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

describe("what became of stories", () => {
  test("new members make a story updated, and silence where nothing changed", () => {
    const before = reconcileStory(ferryStory.slice(1));
    expect(storyEvents([before, plant], [ferry, plant]).map(({ kind, story }) => [kind, story])).toEqual([
      ["story.updated", ferry.story],
    ]);
  });

  test("a story seen first is created, one gone is dissolved", () => {
    expect(storyEvents([], [plant])).toEqual([{ kind: "story.created", story: plant.story, members: ["agency", "daily"] }]);
    expect(storyEvents([plant], [])).toEqual([{ kind: "story.dissolved", story: plant.story }]);
  });

  test("two stories found to be one are merged, and split again", () => {
    const [left, right] = [reconcileStory(ferryStory.slice(0, 3)), reconcileStory(ferryStory.slice(3))];
    const merged = storyEvents([left, right], [ferry]);
    expect(merged).toContainEqual({ kind: "story.merged", story: ferry.story, from: [left.story, right.story].sort() });
    const split = storyEvents([ferry], [left, right]);
    expect(split).toContainEqual({ kind: "story.split", story: ferry.story, into: [left.story, right.story].sort() });
  });
});
