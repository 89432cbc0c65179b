import { describe, expect, test } from "vitest";
import { groupDocuments, groupEdges } from "../src/index.ts";
import { traps } from "./fixtures/traps.ts";

const pairs = traps.flatMap((trap) => [
  { ...trap, dates: "as dated" },
  {
    ...trap,
    reports: trap.reports.map((doc) => ({ ...doc, published_at: null })),
    trap: { ...trap.trap, published_at: null },
    dates: "undated",
  },
]);

describe("what shares people, places and figures with an event is not part of it", () => {
  test.each(pairs)("$why, $dates", ({ reports, trap }) => {
    const { assignments } = groupDocuments([...reports, trap], { passages: false });
    expect(assignments.get(trap.id)).toMatchObject({ story: trap.id, role: "single" });
    expect(assignments.get(reports[0]!.id)!.story).toBe(assignments.get(reports[1]!.id)!.story);
  });

  test.each(pairs)("nor with one report of it alone: $why, $dates", ({ reports, trap }) => {
    for (const report of reports) {
      const { assignments } = groupDocuments([report, trap], { passages: false });
      expect(assignments.get(trap.id)!.role).toBe("single");
    }
  });
});

test("an undated text is as old as its dated copies, so a report of another month is not its event", () => {
  const edge = (a: string, b: string, kind: "copy" | "same-event", days: Record<string, number>) => ({
    a,
    b,
    kind,
    direction: null,
    score: kind === "copy" ? 0.99 : 0.2,
    evidence: { measures: { event: 0.95, derived: kind === "copy" ? 0.99 : 0.01, ...days }, passages: [] },
  });
  const groups = (copyDay: number) =>
    groupEdges(
      ["copy", "later", "undated"],
      [edge("copy", "undated", "copy", { day_a: copyDay }), edge("later", "undated", "same-event", { day_a: 20_000 })],
    );
  expect(groups(19_999).get("later")!.story).toBe(groups(19_999).get("undated")!.story);
  expect(groups(19_800).get("later")!.story).toBe("later");
});
