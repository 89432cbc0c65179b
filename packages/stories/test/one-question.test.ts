import { extractFacts } from "@wirefold/facts";
import { describe, expect, test } from "vitest";
import { type ReconcileMember, reconcileStory } from "../src/index.ts";

function conflictsOf(texts: readonly string[], language: string): string[][] {
  const members = texts.map((text, i): ReconcileMember => {
    const id = `report-${i}`;
    const published_at = "2031-03-04";
    return {
      ...{ id, title: null, text, outlet: id, url: null, published_at, language, wire_credit: null },
      ...{ copy: id, lineage: id, role: "original", parent: null },
      facts: extractFacts({ id, text, title: null, published_at, language }),
    };
  });
  return reconcileStory(members)
    .conflicts.filter(({ kind }) => kind === "value" || kind === "direction")
    .map(({ sides }) => sides.map(({ value }) => value));
}

describe("two values for one question are a conflict", () => {
  const pairs: [kind: string, language: string, a: string, b: string][] = [
    [
      "a temperature",
      "en",
      "It was 29 degrees in Saltby at noon.",
      "Saltby sweated at 34 degrees at noon, the weather office said.",
    ],
    ["a magnitude", "en", "A quake of magnitude 7.6 hit Norrow at dawn.", "The 7.7 magnitude quake hit Norrow at dawn."],
    [
      "an age",
      "en",
      "Otto Brack, 54, was elected mayor.",
      "The new mayor, Otto Brack, a 57-year-old baker, takes office in May.",
    ],
    [
      "no more than, against a value",
      "en",
      "The firm sells 82 percent of all saddles.",
      "The firm says it sells no more than 61 percent of saddles.",
    ],
    [
      "sums for each",
      "en",
      "The mill will pay a dividend of 2.40 crowns a share.",
      "Owners of the mill are to receive 2.60 crowns a share.",
    ],
    ["an age told after the name", "en", "Ida Holm has died. She was 81.", "The singer Ida Holm died on Monday, aged 84."],
    ["a length", "en", "The wreck is 40 metres long.", "The ship measures 52 metres in length and lies near Saltby."],
    ["a stretch of time", "en", "The search for the boys lasted nine hours.", "The search for the boys took 14 hours."],
    [
      "a sum, two sources",
      "en",
      "The pier will cost 4 million crowns, Brack said.",
      "According to the union, the pier will cost 7 million crowns.",
    ],
    [
      "the jobs and those who hold them",
      "en",
      "The mill in Saltby will lay off 120 workers.",
      "The mill in Saltby plans to cut 190 jobs, the union said.",
    ],
    [
      "a wind",
      "de",
      "Der Wind erreichte in Saltby 112 Kilometer pro Stunde.",
      "In Saltby wurden Böen von 139 Kilometern pro Stunde gemessen.",
    ],
    [
      "a cost in a compound",
      "de",
      "Die Umbaukosten betragen 12 Millionen Euro.",
      "Der Umbau kostet 17 Millionen Euro, sagte Brack.",
    ],
    [
      "the dead, and behind the joint others",
      "en",
      "Brack murdered 58 people and wounded hundreds in Saltby on Sunday.",
      "In Saltby on Sunday, Brack killed 59 people and injured more than 800.",
    ],
    [
      "tolls far apart, both at the head",
      "en",
      "The landslide in Norrow has killed 11 people, the ministry said.",
      "The landslide in Norrow killed at least 70 people, a rescue group said.",
    ],
    [
      "a vague word above a count",
      "en",
      "Hundreds of residents were evacuated from a tower in Saltby after the fire.",
      "After the fire in Saltby about 25 residents were evacuated from the tower.",
    ],
    [
      "a rise and a fall of other size",
      "en",
      "Rents in Harwick rose by 2.8 percent last year, the town said.",
      "Rents in Harwick fell by 1.1 percent last year, the league said.",
    ],
    [
      "shares for and against that are more than all",
      "en",
      "In the vote 64 percent of members backed the sale of the mill.",
      "Some 48 percent of members voted against the sale of the mill.",
    ],
    [
      "an earlier year named with one report's figure",
      "en",
      "The tax passed by 64 percent, which may count in the 2033 race.",
      "The tax passed by a wide margin, 66 percent to 34 percent.",
    ],
    [
      "few of one kind",
      "en",
      "The union went to court on behalf of seven night porters.",
      "A suit was filed for five night porters of the mill, its lawyer said on Friday.",
    ],
    [
      "two falls of one person",
      "en",
      "On Friday 36-year-old Otto Brack died after falling about 60 metres from a ridge. Two others fell 600 metres.",
      "The 36-year-old climber died on Friday after falling about 150 metres from the ridge.",
    ],
    [
      "an age, the name misspelt",
      "en",
      "Otto Brackel, 54, was elected mayor.",
      "The new mayor, Otto Brakel, a 57-year-old baker, takes office in May.",
    ],
    ["a temperature", "fr", "Il a fait 35 degrés à Saltby.", "Le thermomètre a atteint 39 degrés à Saltby."],
  ];
  for (const [kind, language, a, b] of pairs)
    test(`${kind} (${language}): ${a} / ${b}`, () => expect(conflictsOf([a, b], language)).toHaveLength(1));
});

describe("what only looks like it is none", () => {
  const pairs: [kind: string, language: string, a: string, b: string][] = [
    ["two people", "en", "Tom Lind, 9, was found by his brother Per, 14.", "Per Lind, 14, is proud."],
    ["one person on two days", "en", "Otto Brack, 54, was elected.", "Otto Brack, then 31, left the navy for good."],
    ["two extents", "en", "The wreck is 40 metres long.", "The wreck lies at a depth of 31 metres."],
    ["a distance between two", "en", "Saltby are two points behind Harwick.", "Harwick have three points."],
    ["a rounding", "en", "The pier cost 4.1 million crowns.", "The pier cost about 4 million crowns."],
    [
      "the whole and a part",
      "en",
      "The state pays 10 million crowns for the pier; the town pays 15 million crowns.",
      "The town pays 15 million crowns.",
    ],
    [
      "the dead of two sides",
      "en",
      "At least 17 rebels were killed by the army, the ministry said.",
      "Rebels attacked an outpost in Saltby and killed 20 soldiers and policemen, officials said.",
    ],
    [
      "what is offered and what is spent",
      "en",
      "The mill offered to invest 8 million crowns.",
      "The state has 5 million crowns.",
    ],
    ["a plan and its cost", "en", "The pier was to cost 3 million crowns.", "The pier has cost 5 million crowns so far."],
    [
      "what a ship holds and who was on it",
      "en",
      "The ferry can carry 600 passengers.",
      "The ferry had 410 passengers on board.",
    ],
    [
      "two moments",
      "en",
      "By noon on Monday 200 people had been evacuated from the valley.",
      "By Tuesday morning 1,400 people had been evacuated from the valley.",
    ],
    [
      "a share and what it leaves",
      "en",
      "In the vote 55 percent were for the dam.",
      "The dam was rejected by 45 percent in the vote.",
    ],
    ["a town and the country", "en", "The storm killed six people in Saltby.", "Across the country the storm killed 19 people."],
    [
      "a toll that has risen",
      "en",
      "The toll of the blast in Saltby has risen to six, the brigade said.",
      "The blast in Saltby killed four people, the brigade said.",
    ],
    ["a mother and her son", "en", "Ida Holm, 51, was elected.", "Ida Holm, who has a 20-year-old son, was elected."],
    [
      "dozens, and then a count",
      "en",
      "Dozens were hurt in the crash at Saltby.",
      "In the crash at Saltby 240 people were hurt.",
    ],
    ["two goods", "en", "Bread prices rose 6 percent this year.", "Milk prices fell 2 percent this year."],
    ["shares that add up", "en", "In the vote 62 percent backed the sale.", "The sale was opposed by 38 percent in the vote."],
    ["nearly and over one number", "en", "The trade is worth nearly $300 million.", "The trade is worth over $300 million."],
    ["two towns", "de", "In Saltby waren es 28 Grad, in Harwick 34 Grad.", "34 Grad wurden in Harwick gemessen."],
  ];
  for (const [kind, language, a, b] of pairs)
    test(`${kind} (${language}): ${a} / ${b}`, () => expect(conflictsOf([a, b], language)).toEqual([]));
});

test("the German article is no word for dying: those arrested are not the dead", () => {
  const a = "Die drei Verdächtigen wurden am Montag festgenommen.";
  const b = "Bei dem Brand kamen fünf Menschen ums Leben.";
  expect(conflictsOf([a, b], "de")).toEqual([]);
});
