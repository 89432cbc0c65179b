import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const unitsOf = (text: string, language = "en") =>
  extractFacts({ id: "t", text, language }).numeric_mentions.map(({ number, unit }) => [number.text, unit]);

describe("a bare number takes the unit of the measure told before it", () => {
  it("where it has a fraction, as no count has", () => {
    expect(unitsOf("The guild asks for 8.5 percent. The mills have offered 3.7.")).toEqual([
      ["8.5 percent", "percent"],
      ["3.7", "percent"],
    ]);
    expect(unitsOf("La presa marcaba 41,5 grados, por encima de la cifra oficial de 40,2.", "es").at(-1)).toEqual([
      "40,2",
      "degree",
    ]);
  });

  it("where a small word leads to it and no noun follows", () => {
    const text = "The sled reached 112 kilometres an hour, 32 more than allowed. Its maker insists on 86 and on ice.";
    expect(unitsOf(text).map(([, unit]) => unit)).toEqual(["kilometer/hour", "kilometer/hour", "kilometer/hour"]);
    expect(unitsOf("La cuota sería del 22 por ciento, según Arbel, o del 31, según los jueces.", "es").at(-1)?.[1]).toBe(
      "percent",
    );
    expect(unitsOf("Der Schlitten fuhr mit 112 Stundenkilometern. Der Hersteller spricht von knapp 90.", "de").at(-1)?.[1]).toBe(
      "kilometer/hour",
    );
  });

  it("where it is told first, as what another has replaced", () => {
    for (const [text, language] of [
      ["Statt 21,50 zahlt die Mühle nun 24,75 Euro je Sack.", "de"],
      ["En lugar de 21,50 pagará 24,75 euros por saco.", "es"],
    ] as const)
      expect(unitsOf(text, language)[0]?.[1], text).toMatch(/^EUR/);
  });

  it("not where it counts something, stands far off in value or names a place", () => {
    expect(unitsOf("The sled cost $60. In Room 54 it was cold.").find(([number]) => number === "54")?.[1] ?? null).toBeNull();
    expect(unitsOf("The sleds may do 50 mph there. Eleven of those taken to Saltby are hurt.").at(-1)).toEqual([
      "Eleven",
      "person",
    ]);
    expect(unitsOf("The rate is 4 percent. Of the mills, it closed 38 in May.").at(-1)?.[1]).not.toBe("percent");
  });
});

describe("what is counted", () => {
  it("is no Spanish or French verb behind the number", () => {
    expect(unitsOf("De los molinos, 38 están en la costa.", "es")).not.toContainEqual(["38", "están"]);
    expect(unitsOf("Des moulins, 38 étaient fermés.", "fr")).not.toContainEqual(["38", "étaient"]);
  });

  it("is the years of people who were over so many", () => {
    expect(unitsOf("Most of the dead were over 70 and lived alone.")).toEqual([["70", "year"]]);
  });
});
