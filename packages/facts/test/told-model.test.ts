import { describe, expect, test } from "vitest";
import { extractFacts, toldTraining } from "../src/index.ts";

const told = (text: string, language = "en") =>
  extractFacts({ id: "1", text, language }).indirect_quotes.map(({ text: words, speaker }) => [words, speaker]);

describe("statements told without quotation marks", () => {
  test.each([
    [
      "The union voted on Monday. Ana Duarte argued that the yard needs two more cranes before winter.",
      "the yard needs two more cranes before winter",
      "Ana Duarte",
    ],
    [
      "The yard closed in May. Otto Brack, who runs the ferry, predicted the harbour would silt up within a decade.",
      "the harbour would silt up within a decade",
      "Otto Brack",
    ],
    [
      "In two winters, 40 of the crews have left the islands, said Otto Brack, a director of the fund.",
      "In two winters, 40 of the crews have left the islands",
      "Otto Brack",
    ],
    [
      "Press reports indicated that about 4,000 people stood on the quay that night.",
      "about 4,000 people stood on the quay that night",
      "Press reports",
    ],
  ])("%s", (text, words, speaker) => {
    expect(told(text).some(([found, who]) => found?.endsWith(words) && who === speaker)).toBe(true);
  });

  test.each([
    "The boat left Sorrel at noon and reached the island before dark.",
    "Ana Duarte added two rooms and a porch to the house.",
  ])("nobody tells: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("a statement is recorded once", () => {
    const found = told("The mayor said the bridge would open in June, and the council agreed that tolls would rise.");
    expect(new Set(found.map(([words]) => words)).size).toBe(found.length);
  });

  test("a language without weights keeps what the rules read", () => {
    expect(told("La mairie a annoncé que le pont fermera lundi.", "fr")).toEqual([["le pont fermera lundi", "La mairie"]]);
  });
});

test("weights come back from their text to the nearest step, the farthest at the bound", () => {
  const { readTable, toldStep, writeTable } = toldTraining;
  const weights = [0, toldStep, -toldStep * 46, toldStep * 12.4, -99, 99];
  expect(Array.from(readTable(writeTable(weights)))).toEqual([0, 1, -46, 12, -46, 46]);
  for (let steps = -46; steps <= 46; steps++) expect(readTable(writeTable([steps * toldStep]))[0]).toBe(steps);
  expect(writeTable(Array.from({ length: 93 }, (_, i) => (i - 46) * toldStep))).not.toMatch(/["\\]/);
});
