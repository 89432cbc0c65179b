import type { GroupAssignment } from "@wirefold/core";
import type { DocumentRow } from "@wirefold/store";
import { expect, test } from "vitest";
import { membersRead } from "../src/decide-groups.ts";

const member = (n: number, role: GroupAssignment["role"], publishedAt: string | null) => {
  const id = `doc-${String(n).padStart(4, "0")}`;
  const assignment: GroupAssignment = { id, copy: id, lineage: id, story: "doc-0000", role, parent: null };
  return { assignment, member: { row: { id, publishedAt } as DocumentRow, anchors: [id, id, "doc-0000"] } };
};

test("a record of a story beyond measure is made of its originals and earliest, whatever their order", () => {
  const all = Array.from({ length: 50 }, (_, n) => {
    const role = n % 10 === 0 ? "original" : n % 3 === 0 ? "copy" : "rewrite";
    return member(n, role, n === 47 ? null : `2031-03-${String(28 - (n % 28)).padStart(2, "0")}`);
  });
  const given = all.map(({ assignment }) => assignment);
  const group = { members: all.map((each) => each.member) };
  expect(membersRead(group, given, 50)).toEqual(given);
  const read = membersRead(group, given, 20);
  expect(read).toHaveLength(20);
  expect(read.filter(({ role }) => role === "original")).toHaveLength(5);
  expect(read.filter(({ role }) => role === "copy")).toEqual([]);
  expect(read.map(({ id }) => id)).toEqual(read.map(({ id }) => id).sort());
  // One without a date comes after those that have one.
  expect(read.map(({ id }) => id)).not.toContain("doc-0047");
  expect(membersRead({ members: [...group.members].reverse() }, [...given].reverse(), 20)).toEqual(read);
});
