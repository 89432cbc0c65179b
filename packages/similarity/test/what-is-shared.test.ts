import type { Edge, GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { groupDocuments } from "../src/index.ts";

const at = (hour: number): string => `2032-06-0${1 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, "0")}:00:00Z`;

/** Kinds of the edges between documents, by "a b". */
function kindsOf(docs: readonly GroupInput[]): Map<string, Edge["kind"]> {
  return new Map(groupDocuments(docs).edges.map(({ a, b, kind }) => [`${a} ${b}`, kind]));
}

const NEWS = [
  "The council of Orvik voted on Monday to close the tram line to the docks. Repairs would cost nine million crowns, treasurer Ines Falk said. Buses will run every ten minutes instead.",
  "A bear was seen in the orchard of a school at Penmarrow on Monday. Nobody was hurt. The ranger Tomas Wey set a trap with honey and asked walkers to keep their dogs on a lead.",
  "Brewer Haldane Malt will hire sixty people at its plant in Ruske, it said on Monday. The firm sold 41,000 barrels last year and plans a second hall by spring.",
];
const HOUSE = {
  "about us":
    "The Northern Letter is written by twelve reporters in five towns and belongs to those who read it. It takes neither party money nor advertisements. Whoever wants to support the work may do so by standing order. The first issue came out in a garage in 1987 and was sold for a penny.",
  disclaimer:
    "Prices and rates are given without warranty. This text is no offer to buy or sell any security and no advice. Past gains say nothing of those to come. The publisher and its staff may hold shares of the companies named. Reproduction in whole or in part needs written leave.",
  newsletter:
    "Our evening letter brings the five stories that mattered, every weekday at six, with a crossword on Fridays. Sign up with your address below; you may leave at any time with one click. More than forty thousand readers already start their evening with it and write back to us.",
};

test.each(Object.entries(HOUSE))("a house paragraph (%s) under unlike reports binds nothing", (_name, house) => {
  const docs = NEWS.map((news, i) => ({ id: `h${i}`, text: `${news}\n${house}`, published_at: at(8 + i) }));
  const { assignments } = groupDocuments(docs);
  expect(new Set([...assignments.values()].map(({ story }) => story)).size).toBe(3);
});

const LONGER = [
  "The council of Orvik voted on Monday to close the tram line to the docks. Repairs would cost nine million crowns, treasurer Ines Falk said. Buses will run every ten minutes instead. Shopkeepers along the quay fear for their trade and want the rails kept under the asphalt. A petition with 3,100 names lay on the table when the vote was taken, and two members left the chamber before it.",
  "A bear was seen in the orchard of a school at Penmarrow on Monday. Nobody was hurt. The ranger Tomas Wey set a trap with honey and asked walkers to keep their dogs on a lead. Pupils stayed indoors until noon, and the caretaker counted eleven broken branches. It is the third animal to come down from the Hollow Hills since the snow went, after two cubs in March.",
  "Brewer Haldane Malt will hire sixty people at its plant in Ruske, it said on Monday. The firm sold 41,000 barrels last year and plans a second hall by spring. Trainees start at fourteen crowns an hour. Chairwoman Sofia Brandt thanked the town for the new siding, which lets grain arrive by rail, and said the old copper vats would go to the local museum.",
];

test.each(Object.entries(HOUSE))("a house paragraph (%s) above unlike reports without titles binds nothing", (_name, house) => {
  const docs = LONGER.map((news, i) => ({ id: `h${i}`, text: `${house}\n${news}`, published_at: at(8 + i) }));
  const { assignments } = groupDocuments(docs);
  expect(new Set([...assignments.values()].map(({ story }) => story)).size).toBe(3);
});

test("a report with an editor's words above it stays with the report", () => {
  const docs = [
    { id: "a", text: `${HOUSE["about us"]}\n${LONGER[0]}`, published_at: at(8) },
    { id: "b", text: `${HOUSE["about us"]}\n${LONGER[0]?.split(". ").slice(0, 3).join(". ")}.`, published_at: at(9) },
  ];
  const { assignments } = groupDocuments(docs);
  expect(assignments.get("a")?.lineage).toBe(assignments.get("b")?.lineage);
});

test("reports that share their news are joined, house paragraph or none", () => {
  const docs = [
    { id: "a", text: `${NEWS[0]}\n${HOUSE["about us"]}`, published_at: at(8) },
    { id: "b", text: `${NEWS[0]}`, published_at: at(9) },
  ];
  const { assignments } = groupDocuments(docs);
  expect(assignments.get("a")?.lineage).toBe(assignments.get("b")?.lineage);
});

const BRIEFS: [string, string, string][] = [
  [
    "a landslip",
    "OLDERN - Four climbers died when snow broke loose on the Skarn on Saturday, the mountain rescue of Oldern said. Two more were dug out alive. Guide Petra Lom had warned of the slope at noon.",
    "Snow that came down on the Skarn has cost the lives of four people, according to rescuers. A pair of survivors are in hospital. The hut keeper saw the party set out from Oldern before dawn on Saturday.",
  ],
  [
    "a theft",
    "Thieves took 19 violins from the museum in Castra on Sunday night, police said. The oldest was made in 1702. Director Hanno Beil put their worth at 30 million crowns.",
    "Nineteen instruments are missing from Castra's museum after a break-in that set off no alarm. Hanno Beil, who runs the house, fears the collection, among it a piece of 1702, will be sold abroad.",
  ],
  [
    "a pit, by those who count otherwise",
    "Six pitmen were killed on Thursday when a gallery caved in at Dornau, the owner of the pit said. Teams dug on through the night.",
    "At least eight pitmen died Thursday when a gallery at Dornau caved in, their union said. Teams went on digging through the night.",
  ],
  [
    "a sale, at another price",
    "A watch of the explorer Runa Holt was sold for 640,000 crowns in Aarn on Friday. The buyer telephoned from abroad.",
    "Runa Holt's watch went for 710,000 crowns in Aarn on Friday, to a buyer who telephoned from abroad.",
  ],
];

test.each(BRIEFS)("two newsrooms' briefs of %s are reports of one event, and no rewrites", (_name, first, second) => {
  const kinds = kindsOf([
    { id: "a", text: first, published_at: at(8) },
    { id: "b", text: second, published_at: at(10) },
  ]);
  expect(["same-event", undefined]).toContain(kinds.get("a b"));
});

test("a brief that is told again with its figures is a rewrite", () => {
  const kinds = kindsOf([
    { id: "a", text: BRIEFS[2]?.[1] ?? "", published_at: at(8) },
    {
      id: "b",
      text: "The owner of the pit said six pitmen had been killed when a gallery at Dornau caved in on Thursday. Through the night teams dug on.",
      published_at: at(10),
    },
  ]);
  expect(kinds.get("a b")).toBe("rewrite");
});

test("a part of a longer text is derived from it, but no copy of the whole", () => {
  const kinds = kindsOf([
    { id: "part", text: NEWS[1] ?? "", published_at: at(8) },
    { id: "whole", text: NEWS.join("\n"), published_at: at(20) },
  ]);
  expect(kinds.get("part whole")).not.toBe("copy");
});
