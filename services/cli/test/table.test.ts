import { expect, test } from "vitest";
import { counted } from "../src/format.ts";
import { clipToWidth, formatTable } from "../src/table.ts";

const widthOf = (line: string) => [...line].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);

test("a Chinese title takes two columns a character, so the columns after it stand in line", () => {
  const lines = formatTable(
    ["title", "documents"],
    [
      ["港口罢工结束", 3],
      ["Port strike ends", 12],
    ],
  ).split("\n");
  expect(lines.slice(2).map(widthOf)).toEqual([widthOf(lines[1]!), widthOf(lines[1]!)]);
});

test("a table fits the columns it is given: the widest words give way, figures stay whole", () => {
  const rows = [
    ["a0b1c2d3e4", 1234, "Volunteers clear the last of the mud from the school in Ostermark", "fetch"],
    ["f5a6b7c8d9", 7, "Short", "clean"],
  ];
  const table = formatTable(["story", "documents", "headline", "stage"], rows, { columns: 60 });
  for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  expect(table).toContain("1234");
  expect(table).toContain("a0b1c2d3e4");
  expect(table).toMatch(/Volunteers clear the .*…/);
});

test("in a pipe every cell is whole", () => {
  const headline = "x".repeat(300);
  expect(formatTable(["headline"], [[headline]], { columns: Number.POSITIVE_INFINITY })).toContain(headline);
});

test("a cut never halves a character", () => {
  expect(clipToWidth("👩‍🚒👩‍🚒👩‍🚒👩‍🚒", 5)).toBe("👩‍🚒👩‍🚒…");
  expect(clipToWidth("港口罢工", 4)).toBe("港…");
  expect(clipToWidth("fits", 4)).toBe("fits");
});

test("one is singular", () => {
  expect([1, 2, 0].map((n) => counted(n, "story"))).toEqual(["1 story", "2 stories", "0 stories"]);
  expect(counted(1, "document")).toBe("1 document");
});
