import { describe, expect, it } from "vitest";
import { findNamePhrases } from "../src/index.ts";

const names = (text: string): string[] => findNamePhrases(text).map((phrase) => phrase.text);

describe("findNamePhrases", () => {
  it("joins capitalised words and the particles between them", () => {
    expect(names("Later Ursula von der Heyde met Jean-Luc Oram of the Bank of Ostrava.")).toEqual([
      "Ursula von der Heyde",
      "Jean-Luc Oram",
      "Bank of Ostrava",
    ]);
  });

  it("leaves function words at a sentence's start aside", () => {
    expect(names("The Duarte case ended. When Ana Duarte left, In Sorrel it rained.")).toEqual([
      "Duarte",
      "Ana Duarte",
      "Sorrel",
    ]);
  });

  it("keeps the possessive out of the name", () => {
    expect(names("Then Sorrel’s mayor and O’Neill’s son came.")).toEqual(["Sorrel", "O’Neill"]);
  });

  it("says when a phrase opens its sentence", () => {
    expect(findNamePhrases("Venn spoke. Then Oram did.").map(({ sentenceInitial }) => sentenceInitial)).toEqual([true, false]);
  });

  it("slices to its text", () => {
    const text = "In Sorrel, Gen. Tomas Weld and the U.N. envoy met.";
    for (const phrase of findNamePhrases(text)) expect(text.slice(...phrase.span)).toBe(phrase.text);
  });
});
