import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const unitsOf = (text: string, language = "en") =>
  extractFacts({ id: "t", text, language }).numeric_mentions.map(({ number, unit }) => [number.text, unit]);

describe("units", () => {
  it("are persons for all nouns for people", () => {
    for (const noun of ["firefighters", "miners", "dockworkers", "pupils", "employees", "reservists"])
      expect(unitsOf(`The ship brought 320 ${noun} to Sorrel.`), noun).toEqual([["320", "person"]]);
    for (const noun of ["Einsatzkräfte", "Beschäftigte", "Anwohner", "Menschen"])
      expect(unitsOf(`In Sorrel halfen 320 ${noun} beim Aufbau.`, "de"), noun).toEqual([["320", "person"]]);
  });

  it("are nouns, never the verb, adverb or pronoun behind the figure", () => {
    expect(unitsOf("The storm left 26 people hurt.")).toEqual([["26", "person"]]);
    expect(unitsOf("Sorrel, a city of 61,000 below the dam, was dark.")).toEqual([["61,000", "person"]]);
    expect(unitsOf("In Sorrel wurden 9.000 Menschen aufgefordert, Wasser zu sparen.", "de")).toEqual([["9.000", "person"]]);
  });

  it("are the plural that a phrase leads to, not its first noun, an adjective or a word behind it", () => {
    for (const [text, unit] of [
      ["Smoke closed seven food processing plants.", "plant"],
      ["Smoke closed seven agricultural plants.", "plant"],
      ["The blast hurt 11 harbour and rail police members.", "person"],
      ["A driver hit five ferry crews downtown, then fled.", "crew"],
      ["There were two separate attacks.", "attack"],
      ["Two state TV hosts resigned.", "host"],
      ["The mill ran for three straight years.", "year"],
      ["Hands with three or more years get a raise.", "year"],
      ["The blaze destroyed 30 of the mill's machines.", "machine"],
      ["Smoke closed 12 of the valley's 40 mines.", "mine"],
    ] as const)
      expect(unitsOf(text).at(-1)?.[1], text).toBe(unit);
    expect(unitsOf("Three face charges in Sorrel.")).toEqual([["Three", null]]);
    expect(unitsOf("About 5.2 million filed during the week.")).toEqual([["5.2 million", null]]);
  });

  it("are shared by the numbers of a series", () => {
    expect(unitsOf("After 19, 23 and 30 deaths in a row the towns asked for help.")).toEqual([
      ["19", "person"],
      ["23", "person"],
      ["30", "person"],
    ]);
  });

  it("belong to both ends of a range, however its dash hangs", () => {
    const rangeOf = (text: string) => extractFacts({ id: "t", text, language: "en" }).numeric_mentions.map(({ range }) => range);
    expect(rangeOf("Guards take a 40- to 60-hour course.")).toEqual([[40, 60]]);
    expect(rangeOf("It can be punished by 10 to 99 years in prison.")).toEqual([[10, 99]]);
    expect(rangeOf("The prize is $100,001 — $250,000.")).toEqual([[100001, 250000]]);
    expect(rangeOf("The price rose by 12 to 47 dollars.")).toEqual([undefined, undefined]);
  });

  it("come from the figure before where a pronoun stands for it", () => {
    expect(unitsOf("Inspectors reached 1,900 houses and found nearly 900 of them past repair.")).toEqual([
      ["1,900", "house"],
      ["900", "house"],
    ]);
  });

  it("come from “the number of” where the figure stands alone", () => {
    expect(unitsOf("The police put the number of wagons waiting at the dam at 3,200 on Monday.")).toEqual([["3,200", "wagon"]]);
  });

  it("of German nouns are English, or the noun itself where nobody listed it", () => {
    expect(unitsOf("Betroffen waren 22 Güterzüge.", "de")).toEqual([["22", "train"]]);
    expect(unitsOf("Sie kamen in 12 Turnhallen unter.", "de")).toEqual([["12", "hall"]]);
    expect(unitsOf("Das Dorf kaufte 34 Knorfelzen.", "de")).toEqual([["34", "knorfelzen"]]);
  });

  it("are rates only where the rate belongs to the figure", () => {
    expect(unitsOf("Some 240 miners were given a day off.")).toEqual([["240", "person"]]);
    expect(unitsOf("Some 240 miners arrive a day.")).toEqual([["240", "person/day"]]);
  });

  it("of ages are years", () => {
    expect(unitsOf("“I am 34 and I never feared the water,” said Jorid Vask.")).toEqual([["34", "year"]]);
    expect(unitsOf("Rosa Quill (34) lud Prinz Otto (38) zur Hochzeit ein.", "de")).toEqual([
      ["34", "year"],
      ["38", "year"],
    ]);
    expect(unitsOf("Half of the pupils are younger than 18, the town said.").at(-1)).toEqual(["18", "year"]);
  });

  it("stand before the bracket a figure is in, and are no name behind the noun", () => {
    expect(unitsOf("She holds the record for most catches (7) in a season.")).toEqual([["7", "catch"]]);
    expect(unitsOf("Twelve term Nordmark Governor Carl Oram spoke.")).toEqual([["Twelve", "term"]]);
  });

  it("of charges are counts, and a type of aircraft is none", () => {
    expect(unitsOf("He faces two counts of fraud.")).toEqual([["two", "count"]]);
    expect(unitsOf("The Boeing 737 landed.")).toEqual([]);
  });

  it("go with no ordinal, no make and no pronoun", () => {
    expect(unitsOf("Der 97-Minüter lief beim 72. Filmfest, Zuschauer kamen beim 73. Nur kurz.", "de")).toEqual([
      ["97", "minute"],
    ]);
    expect(
      unitsOf("The eight-oared crew had a very easy one to win. The 2010 M. Quill film “Otter 4” had a “Do 228” in it."),
    ).toEqual([]);
  });

  it("in German are read from adjectives, brackets and the whole that a part is of", () => {
    for (const [text, figures] of [
      ["Eine dreijährige Bauzeit ist geplant.", "3 year"],
      ["Die fünfköpfige Gruppe und die 20-köpfige Kapelle kamen.", "5 person, 20 person"],
      ["Drei der vier Verletzten liegen in der Klinik.", "3 person, 4 person"],
      ["Die Halle hat 2.200 Plätze und 14 Boote.", "2200 platz, 14 boat"],
      ["Zehn Hektar brannten nieder, 2000 Häuser wurden zerstört.", "10 hectare, 2000 house"],
      ["Die Miete stieg von 8,50 auf 9,20 Euro.", "8.5 EUR, 9.2 EUR"],
      ["Das Boot ist 7,20 m lang.", "7.2 meter"],
    ] as const)
      expect(
        extractFacts({ id: "t", text, language: "de" })
          .numeric_mentions.map(({ value, unit }) => `${value} ${unit}`)
          .join(", "),
        text,
      ).toBe(figures);
  });

  it("in German are not asked of roads, ordinals, captions, calls, and how old about", () => {
    for (const text of [
      "Auf der B 96 staute es sich.",
      "In der 72. Minute traf Abel.",
      "1 Ana Duarte (links) am Mittwoch",
      "Tel. 030 / 44 71 20, Fax 030 44 71 21",
      "sorrelpost (@sorrel) February 15, 2020",
      "Die Frau ist Anfang 30.",
    ])
      expect(unitsOf(text, "de"), text).toEqual([]);
  });

  it("are people where millions do something, and no years where a sum follows a time", () => {
    expect(unitsOf("Costs rose as millions struggle to keep up.")).toEqual([["millions", "person"]]);
    expect(unitsOf("It lasted nearly 11 years. The total was revised down 45,000.").at(-1)).toEqual(["45,000", null]);
    expect(unitsOf("Er wurde zu 90 Schlägen verurteilt. Hunderte Chinesen kamen.", "de")).toEqual([
      ["90", "schlag"],
      ["Hunderte", "person"],
    ]);
  });
});
