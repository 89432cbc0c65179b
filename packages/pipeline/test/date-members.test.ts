import { extractFacts } from "@wirefold/facts";
import { expect, test } from "vitest";
import { reconcileMembers, type StoryMemberInput } from "../src/index.ts";

function member(id: string, text: string, publishedAt: string | null): StoryMemberInput {
  return {
    metadata: { title: null, outlet: id, url: null, publishedAt, language: "en", wireCredit: null },
    text,
    facts: extractFacts({ id, text, language: "en", published_at: publishedAt }),
    assignment: { id, copy: id, lineage: id, story: "a", role: "original", parent: null },
  };
}

test("a report without a date says of which days its figures are, once its story is dated", () => {
  const text = "The ferry Marlen had carried 140 passengers in March, the coast guard of Ostrand said.";
  const other = "A ferry sank off Ostrand on Tuesday. In March it carried 140 passengers, the coast guard said.";
  const periodsOf = (publishedAt: string | null) =>
    reconcileMembers([member("a", text, null), member("b", other, publishedAt)], []).claims.map(
      ({ canonical }) => canonical.period,
    );
  expect(periodsOf(null)).toEqual([null]);
  expect(periodsOf("2031-05-14T08:00:00Z")).toEqual(["2031-03"]);
});
