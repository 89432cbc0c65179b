/** Names in French and Spanish: where they begin, and what joins or parts two of them. */
import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const namesOf = (text: string, language: string) =>
  extractFacts({ id: "t", text, language }).entities.map(({ canonical }) => canonical);

describe("names in French and Spanish", () => {
  it("stand behind an article that is tied to them, and are told without it", () => {
    const text = "Les pompiers de l'Oise ont prévenu l'ADN, selon d'anciens élus.";
    const { entities } = extractFacts({ id: "t", text, language: "fr" });
    expect(entities.map(({ canonical }) => canonical)).toEqual(["Oise", "ADN"]);
    for (const { mentions } of entities)
      for (const { text: written, span } of mentions) expect(text.slice(...span)).toBe(written);
  });

  it("are no words with a pronoun or an article tied on", () => {
    expect(namesOf("Le maire le sait. C'est une digue neuve. L'été fut sec.", "fr")).toEqual([]);
  });

  it("are two where “y” stands between initials or places, and one where a place is called so", () => {
    expect(namesOf("Los sindicatos CSV y UPA negocian en Soria y Lugo.", "es")).toEqual(["CSV", "UPA", "Soria", "Lugo"]);
    expect(namesOf("La obra llega a Castilla y León.", "es")).toEqual(["Castilla y León"]);
    expect(namesOf("El acuerdo entre Francia y la UE sigue.", "es")).toEqual(["Francia", "UE"]);
  });

  it("are one of doubled initials, and end before a number or a verb that a heading runs into", () => {
    expect(namesOf("El trigo llega de EE. UU. por mar.", "es")).toEqual(["EE. UU."]);
    expect(namesOf("Huelga en Metronorte Cuatro trenes no salieron.", "es")).toEqual(["Metronorte"]);
  });

  it("do not begin with a common word that opens a sentence", () => {
    expect(namesOf("Depuis Lyon, le convoi descend. Hier Beauvais dormait.", "fr")).toEqual(["Lyon", "Beauvais"]);
    expect(namesOf("Ayer Sevilla dormía.", "es")).toEqual(["Sevilla"]);
  });

  it.each([
    ["fr", "La visite en Caroline du Sud dure trois jours.", "Caroline du Sud: place"],
    ["fr", "Le convoi a quitté Pékin mardi.", "Pékin: place"],
    ["es", "Fue un viaje a Santo Domingo y nada más.", "Santo Domingo: place"],
    ["es", "La lluvia llegó a Monte Quorel de noche.", "Monte Quorel: place"],
    ["es", "La medida es de la Junta Hidráulica Regional.", "Junta Hidráulica Regional: organisation"],
  ])("tell places and bodies by their words (%s): %s", (language, text, expected) => {
    const { entities } = extractFacts({ id: "t", text, language });
    expect(entities.map(({ canonical, type }) => `${canonical}: ${type}`).join("; ")).toBe(expected);
  });

  it("end before the party of a person", () => {
    expect(namesOf("Hier, Louise Garnier du Parti quorelien a parlé.", "fr")[0]).toBe("Louise Garnier");
  });
});
