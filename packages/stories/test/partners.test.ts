import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

/** Articles of one story, each a lineage of its own, with the facts that extraction finds in them. */
const story = (texts: readonly string[]) =>
  reconcileStory(
    texts.map((text, at): ReconcileMember => {
      const id = String.fromCharCode(97 + at);
      return {
        ...{ id, title: null, text, outlet: id, url: null, published_at: "2031-03-04", language: "en", wire_credit: null },
        ...{ copy: id, lineage: id, role: "original", parent: null },
        facts: extractFacts({ id, text, title: null, published_at: "2031-03-04", language: "en" }),
      };
    }),
  );

const docsOf = (record: ReturnType<typeof story>, value: number): string =>
  record.claims.find(({ variants }) => variants.some((variant) => variant.value === value))?.docs.join("+") ?? "";

const possible = (record: ReturnType<typeof story>): string[] =>
  record.possible_conflicts.map(({ sides }) =>
    sides
      .map(({ value }) => /\d+/.exec(value)?.[0] ?? value)
      .sort()
      .join(" | "),
  );

describe("one thing in other words, where nothing else comes as near", () => {
  test("an equal number joins", () => {
    const record = story([
      "The ministry has hired eight planes to fly tourists out of Norrow.",
      "The airline, which owns 31 ships as well, chartered eight jets for the stranded.",
    ]);
    expect(docsOf(record, 8)).toBe("a+b");
  });

  const poisoned = "Vets treated 40 cows that the fog had poisoned.";
  test("values that clash are told as possible, not as a conflict", () => {
    const record = story([poisoned, "The cattle had breathed the fog: vets treated 58 animals."]);
    expect(record.conflicts).toEqual([]);
    expect(possible(record)).toEqual(["40 | 58"]);
  });

  test("two as near prove nothing", () => {
    const record = story([
      poisoned,
      "In the fog of Norrow vets treated 58 animals. In the fog of Saltby vets treated 60 animals.",
    ]);
    expect(possible(record)).toEqual([]);
  });

  test("unlike things stay apart", () => {
    const record = story([
      "The storm tore the roofs off 40 barns in Saltby.",
      "Some 58 singers came to the fair in Saltby on Sunday.",
    ]);
    expect(possible(record)).toEqual([]);
  });
});
