import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

/** Values that stand in one claim with the first, and whether they are told as a conflict; members a lineage each, a day apart. */
function togetherWith(value: number, ...articles: readonly (readonly [language: string, text: string])[]) {
  const members = articles.map(([language, text], at): ReconcileMember => {
    const id = `report-${at}`;
    const published_at = `2031-03-0${at + 3}`;
    return {
      ...{ id, title: null, text, outlet: id, url: null, published_at, language, wire_credit: null },
      ...{ copy: id, lineage: id, role: "original", parent: null },
      facts: extractFacts({ id, text, title: null, published_at, language }),
    };
  });
  const record = reconcileStory(members);
  const claim = record.claims.find(({ variants }) => variants.some((variant) => variant.value === value));
  const values = [...new Set(claim?.variants.map((variant) => variant.value))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return { values, docs: claim?.docs, isConflict: record.conflicts.some(({ kind }) => kind === "value") };
}

describe("values that a report sets against each other answer one question", () => {
  test("where it denies the one", () =>
    expect(
      togetherWith(
        90_000,
        ["en", "The grid said 90,000 homes had lost power in Saltby."],
        ["en", "In Saltby 140,000 homes sat in the dark, according to the mayor, not the 90,000 that the grid admits to."],
      ),
    ).toMatchObject({ values: [90_000, 140_000], isConflict: true }));

  test("where it names the other as the figure of somebody else", () =>
    expect(
      togetherWith(
        41.8,
        ["en", "The weather office measured 41.8 degrees in Saltby on Monday."],
        [
          "en",
          "The harbour club's own station in Saltby registered 43.1 degrees on Monday, well above the official figure of 41.8.",
        ],
      ),
    ).toMatchObject({ values: [41.8, 43.1], isConflict: true }));

  test.each([
    [
      "en",
      "The ferry went down off Saltby on Monday. A rescue group said 52 people had died. Other witnesses speak of at least 170 dead.",
    ],
    ["de", "Die Fähre sank am Montag vor Saltby. Retter zählten 52 Tote. Andere Helfer sprechen von mindestens 170 Toten."],
  ])("where others give another answer, however far from it (%s)", (language, text) =>
    expect(togetherWith(52, [language, text]).values).toEqual([52, 170]),
  );

  test("where somebody disputes what was told before, in German", () =>
    expect(
      togetherWith(
        7000,
        ["en", "More than 7,000 workers have joined the strike in Saltby, the guild said."],
        [
          "de",
          "Nach Angaben der Gilde beteiligen sich 7000 Beschäftigte am Streik. Die Reederei bestreitet das und zählt 4900 Beschäftigte.",
        ],
      ).values,
    ).toEqual([4900, 7000]));
});

describe("a value that another has replaced", () => {
  test("is renewed where reports told it as the present one", () =>
    expect(
      togetherWith(
        34.5,
        ["en", "The mill will pay $34.50 a share for its rival."],
        ["de", "Statt 34,50 bietet die Mühle nun 37,75 Dollar je Aktie."],
      ),
    ).toMatchObject({ values: [34.5, 37.75], isConflict: false }));

  test("is a price of its own where nobody did", () =>
    expect(
      togetherWith(365, ["de", "Das Abo kostet künftig 365 statt 540 Euro."], ["de", "Das Abo kostet 365 Euro im Jahr."]).values,
    ).toEqual([365]));
});

describe("what two languages count", () => {
  test("is one thing where their nouns name one, and a later value takes the place of the earlier", () =>
    expect(
      togetherWith(
        23,
        ["en", "By Monday noon 23 ships were lying at anchor off Saltby, the harbour office said."],
        ["de", "Vor der Küste von Saltby warten mittlerweile 34 Frachter auf einen Liegeplatz."],
      ),
    ).toMatchObject({ values: [23, 34], isConflict: false }));

  test("is renewed twice without a conflict", () =>
    expect(
      togetherWith(
        34,
        ["de", "Vor der Küste von Saltby warten mittlerweile 34 Frachter auf einen Liegeplatz."],
        ["de", "Vor der Küste von Saltby warten inzwischen 41 Frachter auf einen Liegeplatz."],
      ),
    ).toMatchObject({ values: [34, 41], isConflict: false }));

  test("is two where they name two, though the number is one", () =>
    expect(
      togetherWith(
        17,
        ["en", "Seventeen villages near Saltby are cut off."],
        ["fr", "Les secouristes cherchent avec 17 chiens près de Saltby."],
      ).docs,
    ).toHaveLength(1));
});
