import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

/** Articles of one story by their day, each a lineage of its own, with the facts that extraction finds in them. */
const story = (articles: readonly (readonly [published: string, text: string])[]) =>
  reconcileStory(
    articles.map(([published_at, text], at): ReconcileMember => {
      const id = String.fromCharCode(97 + at);
      return {
        ...{ id, title: null, text, outlet: id, url: null, published_at, language: "en", wire_credit: null },
        ...{ copy: id, lineage: id, role: "original", parent: null },
        facts: extractFacts({ id, text, title: null, published_at, language: "en" }),
      };
    }),
  );

/** The claim of the first article's value: whose it is, and whether it is told as a conflict. */
function claimOf(record: ReturnType<typeof story>, value: number): { docs: string; conflicts: number } {
  const claim = record.claims.find(({ variants }) => variants.some((variant) => variant.value === value));
  return { docs: claim?.docs.join("+") ?? "", conflicts: record.conflicts.length };
}

describe("a later value of the same thing joins the earlier one", () => {
  const pairs: [string, string, number][] = [
    [
      "A ferry sank off Norrow on Monday, killing six people.",
      "The ferry sank off Norrow in a storm. The death toll stands at 14, the coast guard said.",
      6,
    ],
    [
      "The clinic in Saltby said 312 surgeries had been postponed by a fault.",
      "The number of surgeries that a fault at the clinic in Saltby postponed had climbed to 540, it said.",
      312,
    ],
  ];
  for (const [a, b, value] of pairs)
    test(`${a} / ${b}`, () =>
      expect(
        claimOf(
          story([
            ["2031-03-04", a],
            ["2031-03-07", b],
          ]),
          value,
        ),
      ).toEqual({ docs: "a+b", conflicts: 0 }));
});

describe("who died in another year is no part of the toll", () => {
  const toll = "A blaze in a Saltby mill left three workers dead on Tuesday.";
  for (const old of [
    "Smoke hung over the mill in Saltby. An older blaze left three workers dead in 1998.",
    "The fire at the mill in Saltby was the worst since 1998, when three workers died.",
  ])
    test(old, () =>
      expect(
        claimOf(
          story([
            ["2031-03-04", toll],
            ["2031-03-04", old],
          ]),
          3,
        ).docs,
      ).not.toContain("+"),
    );

  test("but a year that belongs to another event dates nothing", () => {
    const other = "A blaze on Tuesday left three workers dead in the Saltby mill, which the flood of 1998 had spared.";
    expect(
      claimOf(
        story([
          ["2031-03-04", toll],
          ["2031-03-04", other],
        ]),
        3,
      ).docs,
    ).toBe("a+b");
  });
});

test("what stands before the joint is the last figure's: some died and others were hurt", () => {
  const record = story([["2031-03-04", "Four people have died and 52 have been hurt in a fire in Saltby."]]);
  expect(record.claims.map(({ statement }) => statement).length).toBe(2);
  const later = story([
    ["2031-03-04", "Four people have died and 52 have been hurt in a fire in Saltby."],
    ["2031-03-04", "The fire in Saltby injured 52 people, the hospital said."],
  ]);
  expect(claimOf(later, 52).docs).toBe("a+b");
});

test("the shares of two parties answer two questions", () => {
  const record = story([
    [
      "2031-03-04",
      "SALTBY - The Civic List stood at 34.1 percent in Saltby and the Labour Front had 30.8 percent, the board said.",
    ],
    [
      "2031-03-05",
      "In the final count the Labour Front has 31.6 percent, the board of Saltby said. The Civic List ended on 33.6 percent.",
    ],
  ]);
  for (const { variants } of record.claims) {
    const values = variants.map(({ value }) => value);
    expect(values.includes(34.1) && values.includes(31.6)).toBe(false);
  }
});
