import type { GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { featuresOf, groupDocuments } from "../src/index.ts";

const REPORT =
  "The assembly of Castra voted on Tuesday by 41 votes to 38 to close the harbour of Ilmen to cruise ships from May. Harbour master Jonas Reim said 212 calls would be lost. The owners of the pier at Ilmen will go to court, their lawyer Edda Maurin said after the vote.";
const SECOND =
  "Cruise ships may no longer call at Ilmen from May. Castra's assembly decided so on Tuesday, 41 to 38. Edda Maurin, who speaks for the owners of the pier, announced a suit. Jonas Reim, the harbour master, puts the loss at 212 calls a year.";
const COLUMN =
  "I have lived above the harbour of Ilmen for thirty years, and I never liked the ships. But what the assembly of Castra did on Tuesday, by 41 votes to 38, should worry us all. We were told for months that there would be a plan. My neighbours on the pier ask me what they are to live on. Jonas Reim counts 212 calls lost, and I believe him. We ought to have asked who pays. Our assembly should take its vote back before May.";

const roleOf = (doc: Omit<GroupInput, "id">): string | undefined => {
  const docs: GroupInput[] = [
    { id: "a", text: REPORT, title: "Castra closes Ilmen to cruise ships" },
    { id: "b", text: SECOND, title: "No cruise ships at Ilmen from May" },
    { ...doc, id: "c" },
  ].map((each) => ({ ...each, published_at: "2031-10-14T09:00:00Z" }));
  const { assignments } = groupDocuments(docs, { passages: false });
  expect(assignments.get("c")?.story).toBe(assignments.get("a")?.story);
  expect(assignments.get("a")?.role).not.toBe("related");
  return assignments.get("c")?.role;
};

test("an opinion on an event is related to its reports, and none of them", () => {
  expect(featuresOf({ id: "c", title: "Ilmen and its ships", text: COLUMN }).commentary).toBe(true);
  const calm =
    "A harbour is no museum. What Castra's assembly took from Ilmen on Tuesday will not come back with the swallows: crews, pilots, laundries and bakers live on the 212 calls that Jonas Reim counts, and none of them was asked. A tax on each passenger would have done. Venice has one, and so has Bergen. Instead three votes, 41 to 38, decide over a coast. The court to which Edda Maurin goes will have to mend what politics broke.";
  expect(roleOf({ title: "Opinion: Castra was wrong to close Ilmen to cruise ships", text: calm })).toBe("related");
});

test.each([
  ["Opinion: why the ships should stay", null],
  ["The ships should stay | Opinion", null],
  ["Explainer: the vote on Ilmen", null],
  ["Harbour of Ilmen: what we know", null],
  ["Five things to know about Ilmen", null],
  ["ANALYSIS/OPINION: a harbour for whom?", null],
  ["Kommentar: Die Schiffe sollen bleiben", "de"],
  ["Hafen von Ilmen: Was wir wissen", "de"],
  ["Éditorial – Les navires d’Ilmen", "fr"],
  ["Мнение: Порт Ильмен", "ru"],
  ["社论：伊尔门港", "zh"],
])("the headline %s marks no report", (title, language) => {
  expect(featuresOf({ id: "a", title, text: REPORT, language }).commentary).toBe(true);
});

test.each([
  ["Opinion polls put the Greens ahead", REPORT],
  ["Assembly divided in its opinion of the harbour", REPORT],
  ["Column of smoke seen over Ilmen", REPORT],
  ["Analysis of water at Ilmen finds lead", REPORT],
  [
    "Castra closes Ilmen",
    `${REPORT} "I am sad. We should have been asked. My pier is lost. We are ruined. I will go. Our town dies."`,
  ],
])("%s is a report", (title, text) => {
  expect(featuresOf({ id: "a", title, text, language: "en" }).commentary).toBe(false);
});

test("a first line that is a rubric marks no report", () => {
  expect(featuresOf({ id: "a", text: `Opinion\n${REPORT}` }).commentary).toBe(true);
  const spanish = "El puerto de Ilmen cierra en mayo a los barcos de crucero, según votó el martes la asamblea de Castra.";
  expect(featuresOf({ id: "a", title: "Opinión | Los barcos de Ilmen", text: spanish }).commentary).toBe(true);
  expect(featuresOf({ id: "a", text: `Meinung\n${REPORT}`, language: "de" }).commentary).toBe(true);
});
