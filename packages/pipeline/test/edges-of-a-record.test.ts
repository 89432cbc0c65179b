import type { Edge } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { expect, test } from "vitest";
import { reconcileMembers, type StoryMemberInput } from "../src/index.ts";

/** No two texts have more than a few words in common. */
function member(number: number): StoryMemberInput {
  const id = `doc-${String(number).padStart(2, "0")}`;
  const own = String.fromCharCode(97 + number);
  const text = `The ${own}ardle of ${own}enwick lost ${900 + number} ${own}ovels when ${own}idders ${own}ashed its ${own}urrow.`;
  return {
    metadata: { title: null, outlet: `Outlet ${number}`, url: null, publishedAt: "2031-03-04", language: "en", wireCredit: null },
    text,
    facts: extractFacts({ id, text, language: "en" }),
    assignment: { id, copy: id, lineage: id, story: "doc-00", role: "original", parent: null },
  };
}

function edge(a: string, b: string, kind: Edge["kind"]): Edge {
  return { a, b, kind, direction: null, score: 0.5, evidence: { measures: {}, passages: [] } };
}

test("edges between mere reports of one event change nothing of a record, however many; one between lineages that share text is told", () => {
  const members = Array.from({ length: 26 }, (_, number) => member(number));
  const ids = members.map(({ assignment }) => assignment.id);
  const reports = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => edge(a, b, "same-event")));
  expect(reports.length).toBeGreaterThan(300);
  const shared = edge("doc-03", "doc-07", "rewrite");
  const alone = reconcileMembers(members, [shared]);
  expect(reconcileMembers(members, [...reports, shared])).toEqual(alone);
  expect(alone.lineage.pairs.partial_shared_agency_copy.map((pair) => [...pair].sort())).toEqual([["doc-03", "doc-07"]]);
  expect(reconcileMembers(members, reports).lineage.pairs.partial_shared_agency_copy).toEqual([]);
});

test("passages beyond the most that a record shows of one document are counted", () => {
  const count = 230;
  const shared = Array.from({ length: count }, (_, at) => `q${at}a q${at}b q${at}c q${at}d q${at}e q${at}f`);
  const textOf = (own: string) => shared.map((passage, at) => `${passage} ${own}${at}`).join(" ");
  const [parent, copy] = [member(0), member(1)];
  const members = [
    { ...parent, text: textOf("x") },
    {
      ...copy,
      text: textOf("y"),
      assignment: { ...copy.assignment, lineage: "doc-00", role: "rewrite" as const, parent: "doc-00" },
    },
  ];
  const record = reconcileMembers(members, [edge("doc-00", "doc-01", "rewrite")]);
  const shown = Object.fromEntries(record.members.map(({ id, ...member }) => [id, member]));
  expect(shown["doc-00"]).toMatchObject({ passages: [] });
  expect(shown["doc-00"]).not.toHaveProperty("passages_left_out");
  expect(shown["doc-01"]).toMatchObject({ passages_left_out: count - 200 });
  expect(shown["doc-01"]?.passages).toHaveLength(200);
});
