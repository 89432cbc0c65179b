import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

const claimOf = (texts: readonly string[], value: number, language = "en") =>
  reconcileStory(
    texts.map((text, i): ReconcileMember => {
      const id = `report-${i}`;
      const published_at = "2031-03-04";
      return {
        ...{ id, title: null, text, outlet: id, url: null, published_at, language, wire_credit: null },
        ...{ copy: id, lineage: id, role: "original", parent: null },
        facts: extractFacts({ id, text, title: null, published_at, language }),
      };
    }),
  ).claims.find(({ canonical }) => canonical.value === value);

describe("the sentence that tells a claim", () => {
  test("does not point back where another report names who acts", () => {
    const texts = [
      "Governor Ida Marrin went to Vell. Her office said 120 soldiers helped with the search in Vell.",
      "The Interior Ministry sent 120 soldiers to help with the search in Vell.",
    ];
    expect(claimOf(texts, 120)?.statement).toBe("The Interior Ministry sent 120 soldiers to help with the search in Vell.");
  });

  test("tells what is, not what may be", () => {
    const texts = [
      "It may be weeks before drinking water is restored to 6,000 homes in Vell.",
      "Drinking water is cut off in 6,000 homes in Vell.",
    ];
    expect(claimOf(texts, 6000)?.statement).toBe("Drinking water is cut off in 6,000 homes in Vell.");
  });

  test("begins behind the dateline where only its beginning fits a line", () => {
    const text =
      "MARROW BAY (Reuters) - Governor Ida Marrin wants the assembly to take $15 billion out of next year's spending, nearly half of it from the harbour fund that fishing towns along the coast have lived on since the storms, two people who had read the plan told the agency on Monday.";
    expect(claimOf([text], 15e9)?.statement).toMatch(/^Governor Ida Marrin wants/);
  });

  test("is no line of tags", () => {
    const texts = ["#VellFlood #StaySafe 640 people without power in Vell", "In Vell 640 people were without power on Tuesday."];
    expect(claimOf(texts, 640)?.statement).toBe("In Vell 640 people were without power on Tuesday.");
  });

  test("is a report's own where another only quotes", () => {
    const texts = [
      "“A coward set fire to the inn and killed three of our neighbours, one of them a child,” said the mayor of Vell.",
      "The fire at the inn in Vell killed three people on Monday.",
    ];
    expect(claimOf(texts, 3)?.statement).toBe("The fire at the inn in Vell killed three people on Monday.");
  });

  test("opens with its first word, not with tags", () => {
    const record = claimOf(["#BREAKING: @vellnews Some 640 people are without power in Vell tonight, the mayor said."], 640);
    expect(record?.statement).toBe("Some 640 people are without power in Vell tonight, the mayor said.");
  });
});

test("somebody's age is told in years of age", () => {
  expect(claimOf(["Otto Brack, 54, was elected mayor of Vell on Monday."], 54)?.canonical.unit).toBe("year of age");
});

test("a claim that every report tells as what may be is awaited; one that a report tells as a fact is not", () => {
  const may = "The repair of the dam in Vell could cost 45 million crowns.";
  expect(claimOf([may], 45e6)?.awaited).toBe(true);
  expect(claimOf([may, "The repair of the dam in Vell cost 45 million crowns."], 45e6)?.awaited).toBeUndefined();
});

test("a source that somebody has is named without the pronoun, or not at all", () => {
  const named = claimOf(["Tarvania mourns. Its Interior Ministry said 85 people were arrested in Vell."], 85);
  expect(named?.origins.join()).not.toMatch(/\bits\b/i);
  const office = claimOf(["Governor Ida Marrin went to Vell. Her office said 85 people were arrested there."], 85);
  expect(office?.origins.join()).not.toMatch(/\bher\b/i);
});
