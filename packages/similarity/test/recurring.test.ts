import { describe, expect, test } from "vitest";
import { groupDocuments } from "../src/index.ts";
import { recurring } from "./fixtures/recurring.ts";

const day = (n: number): string => `2031-10-${String(n).padStart(2, "0")}T09:00:00Z`;

describe("another occasion of the same kind is another event", () => {
  test.each(recurring)("$kind", ({ reports, other }) => {
    const { assignments } = groupDocuments([
      { id: "a", text: reports[0], published_at: day(13) },
      { id: "b", text: reports[1], published_at: day(13) },
      { id: "c", text: other, published_at: day(14) },
    ]);
    const storyOf = (id: string) => assignments.get(id)?.story;
    expect({
      same: storyOf("a") === storyOf("b"),
      other: storyOf("c") === storyOf("a") || storyOf("c") === storyOf("b"),
    }).toEqual({
      same: true,
      other: false,
    });
  });

  test.each(recurring)("$kind, on one day and undated", ({ reports, other }) => {
    for (const published_at of [day(13), null]) {
      const { assignments } = groupDocuments([
        { id: "a", text: reports[0], published_at },
        { id: "c", text: other, published_at },
      ]);
      expect(assignments.get("c")?.story).not.toBe(assignments.get("a")?.story);
    }
  });
});
