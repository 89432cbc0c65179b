import type { GroupInput } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { featuresOf, groupDocuments } from "../src/index.ts";
import { retrospectOf } from "../src/looking-back.ts";
import { traps } from "./fixtures/traps.ts";

const lookedBack = (title: string, text: string, language = "en") => retrospectOf(featuresOf({ id: "a", title, text, language }));

describe("an opening that looks back", () => {
  test.each([
    ["", "The bells of Vennby rang on Sunday, five years after the bridge fell into the Tessen.", "en", 5],
    ["", "Ten years on, Vennby remembers its bridge.", "en", 10],
    ["Vennby, a decade on", "Divers laid wreaths in the Tessen.", "en", 10],
    ["Vennby two decades later", "Divers laid wreaths in the Tessen.", "en", 20],
    ["", "A year ago today the bridge at Vennby fell into the Tessen.", "en", 1],
    ["", "Twenty years have passed since the bridge at Vennby fell.", "en", 20],
    ["", "Half a century on from the fall of the bridge, Vennby has a new one.", "en", Number.NaN],
    ["", "Wreaths marked the tenth anniversary of the fall of the bridge.", "en", Number.NaN],
    ["", "Vennby fell silent on Sunday, 25 years to the day after the bridge fell.", "en", 25],
    ["Fünf Jahre nach dem Einsturz", "In Vennby läuteten die Glocken.", "de", 5],
    ["", "Vor zehn Jahren stürzte die Brücke von Vennby in den Fluss.", "de", 10],
    ["", "Vennby gedenkt zum 20. Jahrestag der Opfer der Brücke.", "de", 20],
    ["Dix ans après, Vennby se souvient", "Les cloches ont sonné dimanche.", "fr", 10],
    ["", "Il y a cinq ans, le pont de Vennby tombait dans le fleuve.", "fr", 5],
    ["", "Vennby a marqué dimanche l’anniversaire de la chute du pont.", "fr", Number.NaN],
    ["Cinco años después del derrumbe", "Las campanas de Vennby sonaron el domingo.", "es", 5],
    ["", "Hace diez años cayó al río el puente de Vennby.", "es", 10],
    ["A dieci anni dal crollo", "Le campane di Vennby hanno suonato domenica.", "it", 10],
    ["", "Tien jaar na de val van de brug luidden in Vennby de klokken.", "nl", 10],
    ["", "10 lat po zawaleniu się mostu w Vennby biły dzwony.", "pl", 10],
    [
      "",
      "В Венби в воскресенье отметили годовщину обрушения моста, и это было не только для тех, кто был на нём.",
      "ru",
      Number.NaN,
    ],
    ["", "Tio år efter brons fall ringde klockorna i Vennby.", "sv", 10],
  ])("%s / %s", (title, text, language, years) => {
    expect(lookedBack(title, text, language)).toMatchObject({ sure: true, years });
  });

  test.each([
    ["", "He was jailed for five years after stealing from the ferry company.", "en"],
    ["", "The coach was dismissed a year after he led the club to the cup.", "en"],
    ["", "The 40-year-old driver was taken to hospital after the crash.", "en"],
    ["", "The bridge, which is to be replaced next year, fell after a storm.", "en"],
    ["", "Sales fell by 4 percent in the year to June, the company said.", "en"],
    ["", "The company presents its annual report on Monday. It made money. Five years after the fire it is sound.", "en"],
    ["", "Der Jahresbericht der Brückenbehörde liegt vor.", "de"],
    ["", "Er muss für fünf Jahre nach Osthafen ins Gefängnis.", "de"],
    ["", "Elle a vécu dix ans à Vennby.", "fr"],
  ])("is not: %s%s", (title, text, language) => {
    expect(lookedBack(title, text, language)?.sure ?? false).toBe(false);
  });

  test("in the middle of a sentence something may lie back without the text looking back", () => {
    expect(lookedBack("", "A man who fled from Osthafen ten years ago was found on Monday.")).toMatchObject({ sure: false });
  });
});

const anniversary = traps.find(({ why }) => why.startsWith("the anniversary"));
const story = (anniversary?.trap.text ?? "").split("\n\n").slice(1).join("\n\n");
const undated = (id: string, title: string, text: string): GroupInput => ({ id, title, text });

test.each([
  [
    "Pelagosa remembers its dead",
    "Ten years on, the bells of San Brivio rang 57 times on Sunday for those who died in the earthquake on the island of Pelagosa.",
  ],
  [
    "A decade after the quake, Pelagosa mourns",
    "The island of Pelagosa on Sunday remembered the 57 people who died in the earthquake that flattened San Brivio.",
  ],
  [
    "57 candles",
    "San Brivio on Sunday marked the tenth anniversary of the earthquake that killed 57 people on the island of Pelagosa.",
  ],
  ["Island mourns", "Ten years ago today an earthquake tore through the old town of San Brivio on the island of Pelagosa."],
  [
    "Island mourns",
    "Survivors of the earthquake that killed 57 people on the island of Pelagosa ten years ago met on the cathedral square of San Brivio.",
  ],
  ["San Brivio a year after the quake", "Bells rang on Sunday for the 57 people who died in the earthquake on Pelagosa."],
])("an undated report that looks back is not of the event it looks back on: %s", (title, first) => {
  const reports = anniversary?.reports ?? [];
  for (const dated of [true, false]) {
    const old = reports.map((doc) => (dated ? doc : { ...doc, published_at: null }));
    const { assignments } = groupDocuments([...old, undated("later", title, `${first}\n\n${story}`)], { passages: false });
    expect(assignments.get("later")?.role).toBe("single");
    expect(new Set(old.map(({ id }) => assignments.get(id)?.story)).size).toBe(1);
  }
});

test("two reports of one anniversary are one event", () => {
  const second = `Five years after the earthquake on the island of Pelagosa the bells of a new cathedral rang in San Brivio on Sunday.

Helga Nyland, the architect, used wood and cork for the building, which seats 400 people. Bishop Donato Serra blessed the altar.

An audit found last month that most of the 250 million lire promised by Oriana Veldt, who was prime minister then, came late or was spent on lawyers. The school of the town closed in the spring with 14 pupils. The baker Matteo Carrus has stayed and sells a roll called the aftershock.`;
  const docs = [
    ...(anniversary?.reports ?? []).map((doc) => ({ ...doc, published_at: null })),
    undated("x", "Bells ring again in San Brivio", anniversary?.trap.text ?? ""),
    undated("y", "A new cathedral for San Brivio", second),
  ];
  const { assignments } = groupDocuments(docs, { passages: false });
  expect(assignments.get("x")?.story).toBe(assignments.get("y")?.story);
  expect(assignments.get("x")?.story).not.toBe(assignments.get("quake-1")?.story);
});
