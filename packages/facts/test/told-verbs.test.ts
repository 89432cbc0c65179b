import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const told = (text: string, language = "en") =>
  extractFacts({ id: "a", text, title: null, published_at: null, language }).indirect_quotes.map(({ text: words, speaker }) => [
    words,
    speaker,
  ]);

describe("statements told without marks", () => {
  it.each([
    ["The board cannot control the river, Mr. Brack said.", "The board cannot control the river", "Brack"],
    ["He says harbour pilots undercount the barges.", "harbour pilots undercount the barges", "He"],
    [
      "Ormel keeps the ledgers under lock but says the yard has doubled its orders since spring.",
      "the yard has doubled its orders since spring",
      "Ormel",
    ],
    ["Ana Duarte accused the board of hiding the report for years.", "the board of hiding the report for years", "Ana Duarte"],
    ["Ana Duarte, the mayor, denied the charges through her lawyer.", "the charges through her lawyer", "Ana Duarte"],
  ])("%s", (text, words, speaker) => {
    expect(told(text)).toEqual([[words, speaker]]);
  });

  it("are none where somebody else accuses the subject", () => {
    expect(told("The board was accused of hiding the report for years.")).toEqual([]);
  });

  it.each([
    [
      "fr",
      "Pour Luc Ardenois, économiste à l'université, la hausse des loyers va durer deux ans.",
      "la hausse des loyers va durer deux ans",
      "Luc Ardenois",
    ],
    [
      "es",
      "El presidente Julio Carlán dijo el jueves que el puente se abrirá en mayo.",
      "el puente se abrirá en mayo",
      "Julio Carlán",
    ],
    ["es", "El informe concluye que la viga cedió por el óxido.", "la viga cedió por el óxido", "El informe"],
  ])("in %s: %s", (language, text, words, speaker) => {
    expect(told(text, language)).toEqual([[words, speaker]]);
  });

  it("do not come from what something does to itself", () => {
    expect(told("D'après les pompiers, le feu s'est déclaré vers trois heures.", "fr")).toEqual([
      ["le feu s'est déclaré vers trois heures", "les pompiers"],
    ]);
  });
});
