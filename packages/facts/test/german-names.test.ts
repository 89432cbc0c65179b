import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const namesOf = (language: string, text: string): string =>
  extractFacts({ id: "t", text, language })
    .entities.map(({ canonical, type }) => `${canonical}: ${type}`)
    .join("; ");

describe("names that German shows by more than a capital", () => {
  it.each([
    ["Der Sprecher der Humanistischen Union sagte am Montag, man prüfe das.", "Humanistischen Union: organisation"],
    ["Gegen das Gesetz klagt die Freiheitliche Allianz.", "Freiheitliche Allianz: organisation"],
    ["Der FDP-Politiker Otto Brack sagte, man warte.", "FDP: organisation; Otto Brack: person"],
    ["Die Projektkoordinatorin Ida Brack widersprach.", "Ida Brack: person"],
    ["Das Feuer brach am Montag in Kallendorf aus.", "Kallendorf: place"],
    ["Der Mann aus Brehmshausen wurde verletzt.", "Brehmshausen: place"],
    ["Im Ort Sallund wurde gefeiert.", "Sallund: place"],
    ["Das Fest in Rheinland-Pfalz war kurz.", "Rheinland-Pfalz: place"],
    ["Sie flog nach Qishan.", "Qishan: place"],
  ])("%s", (text, expected) => expect(namesOf("de", text)).toBe(expected));

  it.each([
    "Er saß in Haft und war in Gefahr.",
    "In Wohnungsnot leben viele.",
    "Die Behörde lehnte das aus Kostengründen ab.",
    "Die neue Partei wuchs im Nachbardorf.",
  ])("no name in: %s", (text) => expect(namesOf("de", text)).not.toMatch(/place|person/));
});

it("times of day and headings in capitals name nobody", () => {
  expect(namesOf("en", "The show starts at 10 a.m. Eastern Standard Time on Monday.")).toBe("");
  expect(namesOf("en", "The fire is out.\nPHOTO GALLERY\nIt began on Monday.")).toBe("");
});
