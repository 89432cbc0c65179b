import { describe, expect, it } from "vitest";
import {
  classOfMeaning,
  englishNoun,
  genderOfFirstName,
  isCountry,
  isFirstName,
  isPossiblePlace,
  isSurePlace,
  isSurname,
  languageFor,
  meaningAbove,
  placeInRunningText,
} from "../src/grammar.ts";

const classesOf = (word: string): string[] => (englishNoun(word)?.meanings ?? []).map(classOfMeaning);

describe("tables of words", () => {
  it("tell what an English noun is a word for, in the singular and plural", () => {
    expect(classesOf("bridges")[0]).toBe("artifact");
    expect(classesOf("committee")[0]).toBe("group");
    expect(classesOf("gravediggers")).toEqual(["person"]);
    expect(englishNoun("duarte")).toBeNull();
  });

  it("give words of one meaning the same number, and the meaning above it", () => {
    const car = englishNoun("car")?.meanings[0] ?? -1;
    expect(englishNoun("automobiles")?.meanings[0]).toBe(car);
    const kinds = new Set<number>();
    for (let at: number | null = car; at !== null; at = meaningAbove(at)) kinds.add(at);
    expect(kinds.has(englishNoun("vehicle")?.meanings[0] ?? -1)).toBe(true);
  });

  it("add nouns for people to a language's own, but no comparative and no participle", () => {
    const { personNouns } = languageFor("en");
    for (const noun of ["locksmith", "locksmiths", "taxpayers", "official"]) expect(personNouns.has(noun), noun).toBe(true);
    for (const other of ["longer", "chosen", "bridge", "criminal"]) expect(personNouns.has(other), other).toBe(false);
  });

  it("tell places that need no context from towns called like words and people", () => {
    for (const place of ["Espagne", "Schwerin", "WASHINGTON", "Yekaterinburg"]) expect(isSurePlace(place), place).toBe(true);
    for (const town of ["Reading", "Mobile", "Nice", "Of"]) expect(isSurePlace(town), town).toBe(false);
    expect(isPossiblePlace("Reading")).toBe(true);
    expect(isPossiblePlace("Brehmsundlingen")).toBe(false);
    expect(isCountry("Allemagne")).toBe(true);
    expect(placeInRunningText("DES MOINES")).toBe("Des Moines");
    expect(placeInRunningText("HERR")).toBe("HERR");
  });

  it("tell first names and surnames from words", () => {
    expect(genderOfFirstName("heike")).toBe("f");
    expect(genderOfFirstName("jürgen")).toBe("m");
    for (const word of ["price", "hope", "florida", "morgen"]) expect(isFirstName(word), word).toBe(false);
    expect(isSurname("kowalczyk")).toBe(true);
    expect(isSurname("price")).toBe(false);
  });
});
