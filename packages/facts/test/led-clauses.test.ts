import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** Who tells what, as “speaker: words”. */
const told = (text: string): string[] =>
  extractFacts({ id: "t", text, language: "de" }).indirect_quotes.map(({ speaker, text: words }) => `${speaker}: ${words}`);

describe("German clauses that a main clause leads to", () => {
  it.each([
    [
      "Die Hafenbehörde geht nach ersten Messungen davon aus, dass der Damm bis zum Herbst hält.",
      "Hafenbehörde: dass der Damm bis zum Herbst hält",
    ],
    [
      "Die Umweltministerin Ilse Brandt gab in einer Mitteilung bekannt, dass sie den Plan aufgebe.",
      "Ilse Brandt: dass sie den Plan aufgebe",
    ],
    [
      "Ilse Brandt war ebenfalls zugegen und sagte bei dieser Gelegenheit, sie freue sich auf die Eröffnung.",
      "Ilse Brandt: sie freue sich auf die Eröffnung",
    ],
    ["Ilse Brandt kündigte am Montag an, weiterhin für den Deich zu kämpfen.", "Ilse Brandt: weiterhin für den Deich zu kämpfen"],
    ["Ilse Brandt schlug dem Rat vor, der Vereinbarung beizutreten.", "Ilse Brandt: der Vereinbarung beizutreten"],
    [
      "Eine zweite Fähre soll im Mai folgen, gab der Minister Karl Oram bekannt.",
      "Karl Oram: Eine zweite Fähre soll im Mai folgen",
    ],
  ])("%s", (text, expected) => {
    const found = told(text).map((each) => each.replace(/^(?:Die |Der )/, ""));
    expect(found).toContain(expected);
  });

  it("tells once what another reading tells as well", () => {
    expect(told("Ilse Brandt beklagte bei mehreren Auftritten, dass zu wenige Helfer gekommen seien.")).toHaveLength(1);
  });

  it("takes a report for the source of what it is said to hold", () => {
    const [found] = told("In dem Bericht der Stadt heißt es weiter, dass die Brücke schon im Mai Risse hatte.");
    expect(found).toMatch(/Bericht.*: dass die Brücke schon im Mai Risse hatte$/);
  });

  it.each([
    "Der Rat gab den Plan auf, um Geld für die Schule zu sparen.",
    "Ilse Brandt gab nicht bekannt, dass der Damm gebrochen war.",
    "Karl Oram ging aus dem Haus, ohne den Schlüssel zu nehmen.",
    "Von den Bewohnern wurde verlangt, dass sie die Häuser räumen.",
  ])("tells nothing: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("whose word stands in marks", () => {
  const spoken = (text: string, language: string): [string, string | null][] =>
    extractFacts({ id: "t", text, language }).quotes.map((quote) => [quote.text, quote.speaker]);

  it.each([
    ["Als „Witz“ bezeichnete Ilse Brandt den Vorschlag des Rates.", "„Witz“", "Ilse Brandt"],
    ["Der Plan wurde am Montag von Karl Oram als „Unsinn“ bezeichnet.", "„Unsinn“", "Karl Oram"],
    ["Von „Panikmache“ sprach dagegen Karl Oram.", "„Panikmache“", "Karl Oram"],
  ])("%s", (text, words, speaker) => {
    expect(spoken(text, "de")).toEqual([[words, speaker]]);
  });

  it("leaves a name that something is called by alone", () => {
    expect(spoken("Der Fluss ist als „Kleine Aue“ bekannt. Als „Alte Mole“ dient der Damm heute den Anglern.", "de")).toEqual([]);
  });

  it("parts a husband from his wife by how they are addressed", () => {
    const text =
      "Peter Vogt und Anna Vogt leiten den Hof. „Wir bleiben hier“, sagte Frau Vogt. „Der Damm hält“, meinte Herr Vogt. " +
      "„Das Wasser steigt nicht“, sagte Frau Vogt.";
    expect(spoken(text, "de").map(([, speaker]) => speaker)).toEqual(["Anna Vogt", "Peter Vogt", "Anna Vogt"]);
  });

  it("reads an auxiliary before a French verb of saying", () => {
    const text = "« Nous tiendrons », a déclaré la maire Inès Mabire. Le pont rouvrira en mai, a précisé la préfecture.";
    expect(spoken(text, "fr")).toEqual([["« Nous tiendrons »", "Inès Mabire"]]);
    expect(extractFacts({ id: "t", text, language: "fr" }).indirect_quotes.map((quote) => [quote.text, quote.speaker])).toEqual([
      ["Le pont rouvrira en mai", "la préfecture"],
    ]);
  });
});
