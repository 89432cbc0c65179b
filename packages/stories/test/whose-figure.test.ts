import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

const recordOf = (texts: readonly string[], language = "en") =>
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
  );

const claimsWith = (texts: readonly string[], value: number) =>
  recordOf(texts).claims.filter(({ variants }) => variants.some((variant) => variant.value === value));
const valuesInConflict = (texts: readonly string[]) =>
  recordOf(texts)
    .conflicts.filter(({ kind }) => kind === "value")
    .map(({ sides }) => sides.map(({ value }) => value));

describe("whose age it is", () => {
  test("an age behind a name and a form of be is one, whatever stands behind it", () => {
    const texts = ["Dana Holm was 16 at the time of the fire.", "A court sent Dana Holm, a 16-year-old pupil, to Saltby prison."];
    expect(claimsWith(texts, 16)).toHaveLength(1);
  });

  test("so is one at the head of a sentence about a person", () => {
    expect(
      claimsWith(["At 16, she was sent to prison, the court heard.", "She was just 16 when she was sent to prison."], 16),
    ).toHaveLength(1);
  });

  test("an age of then is no rival of today's", () => {
    const texts = ["Otto Brack, then aged 21, had threatened the crew.", "Otto Brack, 26, was arrested on Monday."];
    expect(valuesInConflict(texts)).toEqual([]);
  });

  test("whom a text brings in as somebody new is not the one it named before", () => {
    const texts = [
      "Otto Brack, 17, was arrested after the fire at the school of Saltby. A 17-year-old pupil told reporters that she ran.",
      "Police in Saltby arrested Otto Brack, 17, after the fire at the school.",
    ];
    expect(
      claimsWith(texts, 17)
        .map(({ docs }) => docs.length)
        .sort(),
    ).toEqual([1, 2]);
  });
});

describe("what a sum or a rate is laid on", () => {
  test.each([
    ["The tariff of 25 percent on Chinese goods began at noon.", "A tariff of 25 percent on Canadian goods began at noon.", 25],
    ["Duties on $50 billion of U.S. products were announced.", "Duties on $50 billion of Mexican products were announced.", 50e9],
  ])("goods of two countries are two claims: %s / %s", (a, b, value) => {
    expect(claimsWith([a, b], value)).toHaveLength(2);
  });

  test("those of one country are one", () => {
    const texts = ["Duties on $50 billion of U.S. products were announced.", "New duties hit $50 billion of American products."];
    expect(claimsWith(texts, 50e9)).toHaveLength(1);
  });
});

describe("people and things", () => {
  test("a small number of people is none of things", () => {
    const texts = [
      "The quake in Saltby killed 14 villagers.",
      "The quake that hit Saltby was felt in 14 countries and killed many.",
    ];
    expect(claimsWith(texts, 14)).toHaveLength(2);
  });
});

test("a bracket of two conversions gives one sum", () => {
  const text = "Thieves took jewels worth 2 million euros (£1.7 million; $2.6 million) from a shop in Saltby.";
  const record = recordOf([text, "Jewels worth $2.6 million were taken from a shop in Saltby by thieves."]);
  expect(record.claims).toHaveLength(1);
});

describe("tolls", () => {
  test("hundreds are no rival of fourteen", () => {
    const texts = ["The flood trapped 14 children in a school of Saltby.", "The flood trapped hundreds of people in Saltby."];
    expect(valuesInConflict(texts)).toEqual([]);
  });

  test("the toll at the head of a report answers another's, not the toll of one village below it", () => {
    const texts = [
      "SALTBY - An earthquake killed 24 people on Monday. In the village of Norrow 12 people were killed, the governor said.",
      "SALTBY - An earthquake on Monday killed 11 people, officials said.",
    ];
    expect(valuesInConflict(texts).map((sides) => [...sides].sort())).toEqual([["11 person", "24 person"]]);
  });
});
