import { describe, expect, it } from "vitest";
import { agencyDateline, bylineOf, contributorsOf, creditOfLine } from "../src/credits.ts";

const head = (line: string) => creditOfLine(line, { isHead: true, isLast: false })?.name ?? null;
const tail = (line: string) => creditOfLine(line, { isHead: false, isLast: true })?.name ?? null;

describe("a line that credits an agency", () => {
  it.each([
    ["als/dpa", "dpa"],
    ["Quelle: seite.de, kst/dpa/AFP", "dpa"],
    ["© dpa-infocom, dpa:310304-99-123456/3", "dpa"],
    ["Mit Agenturmaterial (dpa)", "dpa"],
    ["Dieser Artikel wurde von der Deutschen Presse-Agentur übernommen.", "dpa"],
    ["chk/sda", "Keystone-SDA"],
    ["La rédaction avec AFP", "AFP"],
    ["Par La Gazette avec AFP", "AFP"],
    ["AFP, publié le 3 mars 2031 à 14h05", "AFP"],
    ["L'essentiel de ce texte provient d'une dépêche de l'AFP.", "AFP"],
    ["(Reportage d'Ana Duarte, édité par Carl Oram)", "Reuters"],
    ["Con información de AFP y AP", "AFP"],
    ["Reporte de Ana Duarte; editado por Carl Oram", "Reuters"],
    ["Fonte: ANSA", "ANSA"],
    ["*Com Lusa", "Lusa"],
    ["Bron: ANP", "ANP"],
    ["Źródło: PAP", "PAP"],
    ["Na podstawie depeszy PAP", "PAP"],
    ["Zdroj: ČTK", "ČTK"],
    ["Källa: TT", "TT"],
    ["По материалам РИА Новости", "RIA Novosti"],
    ["Джерело: Укрінформ", "Ukrinform"],
    ["Kaynak: AA", "Anadolu"],
    ["Πηγή: ΑΠΕ-ΜΠΕ", "APE-MPE"],
    ["来源：新华社", "Xinhua"],
    ["（共同）", "Kyodo"],
    ["المصدر: رويترز", "Reuters"],
    ["(With inputs from ANI)", "ANI"],
    ["PTI CDE ORA", "PTI"],
    ["(This story has not been edited by our staff and is generated from a syndicated feed - PTI.)", "PTI"],
    ["©2031 Marrow Post. Visit marrow.example. Distributed by Tribune Content Agency, LLC.", "Tribune Content Agency"],
    ["— NNN-BERNAMA", "Bernama"],
    ["The boats will land at the old quay until the end of June, the master said. (avec AFP)", "AFP"],
    ["码头上的店主担心夏季生意，检查将持续三周。（新华社）", "Xinhua"],
  ])("%s", (line, agency) => expect(tail(line)).toBe(agency));

  it.each([
    ["Ana Duarte | AFP", "AFP"],
    ["Ana Duarte - AAP", "AAP"],
    ["Von Ana Duarte und Carl Oram (dpa)", "dpa"],
    ["By AP with Ana Duarte", "AP"],
    ["EFE / Villarada", "EFE"],
    ["ANKARA - Anadolu Ajansı", "Anadolu"],
    ["AFP News, Tuesday 3 March", "AFP"],
    ["03.03.2031, 14:05 Uhr, dpa", "dpa"],
  ])("at the head: %s", (line, agency) => expect(head(line)).toBe(agency));

  it.each([
    "Das berichtet die Deutsche Presse-Agentur unter Berufung auf Kreise der Regierung.",
    "« Rien n'est décidé », a-t-elle déclaré à l'AFP.",
    "Об этом сообщает ТАСС со ссылкой на пресс-службу.",
    "据新华社报道，检查将持续三周。",
    "Foto: dpa",
    "Fot. PAP",
    "Photo d'illustration. © AFP",
    "Image copyright AFP",
    "Ana Duarte / AP",
    "Cars queue at the bridge, March 18, 2031 (Ana Duarte/Reuters)",
    "autor: PAP/EPA",
    "This story was first reported by Reuters.",
    "STAY UP TO DATE WITH THE FREE MARROW APP!",
    "And, the Associated Press says:",
    "PA residents can apply until May.",
    "Carl Oram worked for AFP in Paris.",
    "With inputs from agencies",
  ])("not in: %s", (line) => expect([head(line), tail(line)]).toEqual([null, null]));

  it("gives the words that say so", () => {
    const line = "The boats will land at the old quay until the end of June, the harbour master said. (AFP)";
    const credit = creditOfLine(line, { isHead: false, isLast: true });
    expect(line.slice(credit?.from, credit?.to)).toBe("AFP");
  });
});

describe("a dateline with an agency", () => {
  const report = "The council closed the ferry pier on Friday.";
  it.each([
    [`HARLOW BAY, England (AP) — ${report}`, "HARLOW BAY, England", "AP"],
    [`THOUSAND PINES, Calif. (AP) — ${report}`, "THOUSAND PINES, Calif.", "AP"],
    [`Saint-Orvain, 3 mars 2031 (AFP) - ${report}`, "Saint-Orvain", "AFP"],
    [`Madrid, 3 mar (EFE).- ${report}`, "Madrid", "EFE"],
    [`PUERTO MORAL, 9 (EUROPA PRESS) ${report}`, "PUERTO MORAL", "Europa Press"],
    [`Lindhafen (dpa/lnw) – ${report}`, "Lindhafen", "dpa"],
    [`(ANSA) - ROMA, 3 MAR - ${report}`, null, "ANSA"],
    [`МОСКВА, 3 марта. /ТАСС/. ${report}`, "МОСКВА", "TASS"],
    [`МОСКВА, 3 мар — РИА Новости. ${report}`, "МОСКВА", "RIA Novosti"],
    [`Київ. 3 березня. УНН. ${report}`, "Київ", "UNN"],
    [`İSTANBUL (AA) - ${report}`, "İSTANBUL", "Anadolu"],
    ["新华社南河3月5日电（记者李明）市议会周一关闭了旧桥。", "南河", "Xinhua"],
    ["【南河共同】市議会は月曜日、古い橋を閉鎖した。", "南河", "Kyodo"],
    ["(남하=연합뉴스) 이명 기자 = 시의회는 다리를 폐쇄했다.", "남하", "Yonhap"],
    [`القاهرة (رويترز) - ${report}`, "القاهرة", "Reuters"],
  ])("%s", (line, place, agency) => expect(agencyDateline(line)).toMatchObject({ place, agency }));

  it.each([
    "Bloomberg — the former mayor — said the bridge would be rebuilt.",
    "Ana Duarte (AP) was born in Oslo and lives in Bergen.",
    "© 2031 The Associated Press. All rights reserved.",
    "Copyright 2031 Kyodo News. No use without a licence.",
    "The pier, which AFP photographed on Friday, is closed.",
    "Reuters",
  ])("not in: %s", (line) => expect(agencyDateline(line)).toBeNull());
});

it("reads bylines in several languages", () => {
  expect(bylineOf("By ANA DUARTE, Halden Press")).toBe("ANA DUARTE, Halden Press");
  expect(bylineOf("Por Ana Duarte")).toBe("Ana Duarte");
  expect(bylineOf("Par Ana Duarte avec AFP")).toBe("Ana Duarte avec AFP");
  expect(bylineOf("By Friday the pier was closed. Boats landed at the quay.")).toBeNull();
});

it("reads who contributed", () => {
  expect(contributorsOf("AP writers Ana Duarte in Oslo and Carl Oram in Bergen contributed to this report.")).toEqual({
    people: ["Ana Duarte", "Carl Oram"],
    agency: "AP",
  });
  expect(contributorsOf("Kyodo News contributed to this story.")).toMatchObject({ agency: "Kyodo" });
  expect(contributorsOf("The company contributed money to the pier.")).toEqual({ people: [], agency: null });
});
