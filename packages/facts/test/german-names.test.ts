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
    ["In Velmau zündeten Unbekannte am Abend einen Schuppen an.", "Velmau: place"],
    ["Nun ermittelt die Staatsanwaltschaft Kassel.", "Staatsanwaltschaft Kassel: organisation"],
    ["Das sagte ein Richter des Landgerichts München II.", "Landgerichts München II: organisation"],
    ["Die Kasseler Polizei sucht nach Zeugen.", "Kasseler Polizei: organisation"],
    ["Gefeiert wurde im Göttinger Rathaus.", "Göttinger Rathaus: place"],
    ["Der Unfall geschah an der Altenhofer Straße.", "Altenhofer Straße: place"],
    ["Er wohnt in der Idastraße.", "Idastraße: place"],
    ["Das teilte die Ida-Brack-Stiftung mit.", "Ida-Brack-Stiftung: organisation"],
    ["Der Festzug endet am Ida-Brack-Platz.", "Ida-Brack-Platz: place"],
    ["Das entschied der Ausschuss des Bundestages.", "Bundestag: organisation"],
    ["Zuständig ist das Bundesamt für Hafenkunde und Seerecht.", "Bundesamt für Hafenkunde und Seerecht: organisation"],
    ["Die Zahlen nannte das Institut für Küstenforschung.", "Institut für Küstenforschung: organisation"],
    ["Dem widerspricht die Deutsche Gesellschaft für Seerecht.", "Deutsche Gesellschaft für Seerecht: organisation"],
    ["Das Hafenkontrollamt (HKA) prüft, das HKA schweigt.", "HKA: organisation"],
    ["Sie lehrt an der Technischen Universität Kassel.", "Technischen Universität Kassel: organisation"],
    ["Nach Angaben der Zeitung „Küstenlicht“ war es anders.", "Küstenlicht: organisation"],
    ["Im „Café Dünenblick“ saßen viele Gäste.", "Café Dünenblick: organisation"],
    ["Kassel (dpa) - Der Zoo bleibt zu.", "Kassel: place; dpa: organisation"],
    ["Mitglieder von ver.di legten die Arbeit nieder.", "ver.di: organisation"],

    ["Nun fehlen den Grünen vier Stimmen.", "Grünen: organisation"],
    ["Dann verlor der Kasseler SC das Spiel.", "Kasseler SC: organisation"],
    ["Die Grünen-Politikerin Ida Brack schwieg.", "Grünen: organisation; Ida Brack: person"],
    ["Der Metallbetrieb Quorwen schließt.", "Quorwen: organisation"],
    ["Der Milliardär Bidsin Duarteli zahlt.", "Bidsin Duarteli: person"],
    ["Kämpfe gab es in Nordsyrien.", "Nordsyrien: place"],
    ["Das Heft stammt von der QuillSoft.", "QuillSoft: organisation"],
    ["Die Nautische Union klagt. Ein Sprecher der Nautischen Union schwieg.", "Nautische Union: organisation"],
  ])("%s", (text, expected) => expect(namesOf("de", text)).toBe(expected));

  it.each([
    "Er saß in Haft und war in Gefahr.",
    "In Wohnungsnot leben viele.",
    "Die Behörde lehnte das aus Kostengründen ab.",
    "Die neue Partei wuchs im Nachbardorf.",
    "Im Grünen wohnt man teuer.",
    "Die Straße wurde zur Einbahnstraße, der Parkplatz zum Spielplatz.",
    "In Steuern und in Bußen steckt viel Geld.",
    "Die Corona-Klinik ist voll, der Freundeskreis hilft.",
    "Die BürgerInnen warten. Mehr zum ThemaWeitere Stimmen.",
    "WEITER LESEN",
  ])("no name in: %s", (text) => expect(namesOf("de", text)).not.toMatch(/place|person|organisation/));
});

it("times of day and headings in capitals name nobody", () => {
  expect(namesOf("en", "The show starts at 10 a.m. Eastern Standard Time on Monday.")).toBe("");
  expect(namesOf("en", "The fire is out.\nPHOTO GALLERY\nIt began on Monday.")).toBe("");
});
