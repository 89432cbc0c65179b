import { describe, expect, test } from "vitest";
import { groupDocuments } from "../src/index.ts";
import { type Recurring, recurring } from "./fixtures/recurring.ts";

const day = (n: number): string => `2031-10-${String(n).padStart(2, "0")}T09:00:00Z`;

/** Kinds that are still taken for one event: the test of one that is mended fails, and it comes off the list. */
const JOINED = ["a crime of the same kind in the same town"];
const among = (kinds: readonly string[]) => recurring.filter(({ kind }) => kinds.includes(kind));
const notAmong = (kinds: readonly string[]) => recurring.filter(({ kind }) => !kinds.includes(kind));

function onTwoDays({ reports, other }: Recurring): void {
  const { assignments } = groupDocuments([
    { id: "a", text: reports[0], published_at: day(13) },
    { id: "b", text: reports[1], published_at: day(13) },
    { id: "c", text: other, published_at: day(14) },
  ]);
  const storyOf = (id: string) => assignments.get(id)?.story;
  expect(storyOf("a")).toBe(storyOf("b"));
  expect([storyOf("a"), storyOf("b")]).not.toContain(storyOf("c"));
}

function onOneDayOrUndated({ reports, other }: Recurring): void {
  for (const published_at of [day(13), null]) {
    const { assignments } = groupDocuments([
      { id: "a", text: reports[0], published_at },
      { id: "c", text: other, published_at },
    ]);
    expect(assignments.get("c")?.story).not.toBe(assignments.get("a")?.story);
  }
}

describe("another occasion of the same kind is another event", () => {
  test.each(notAmong(JOINED))("$kind", onTwoDays);
  test.each(notAmong(JOINED))("$kind, on one day and undated", onOneDayOrUndated);
  test.fails.each(among(JOINED))("$kind", onTwoDays);
  test.fails.each(among(JOINED))("$kind, on one day and undated", onOneDayOrUndated);
});
