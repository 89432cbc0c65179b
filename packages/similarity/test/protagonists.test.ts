import { expect, test } from "vitest";
import { featuresOf, MEASURE_COUNT, measurePair, prepareDocument } from "../src/index.ts";
import { type Measure, measureAt } from "../src/measures.ts";
import { protagonistsHeld, protagonistsOf } from "../src/protagonists.ts";

const measured = (first: string, second: string): Record<Extract<Measure, "who" | "protagonists">, number> => {
  const [a, b] = [first, second].map((text, i) => prepareDocument(featuresOf({ id: `${i}`, text })));
  if (a === undefined || b === undefined) throw new Error("two texts are given");
  const m = measurePair(a, b, new Float64Array(MEASURE_COUNT));
  return { who: m[measureAt.who] ?? 0, protagonists: m[measureAt.protagonists] ?? 0 };
};

/** Two newsrooms on one event, and another event of the kind in the same place with the same bystanders. */
const KINDS: readonly (readonly [string, string, string, string])[] = [
  [
    "a player charged",
    "Orvik Rovers striker Pello Sarda was charged on Tuesday with driving while drunk, Castra police said. Sarda, 24, was stopped near Quay Street. The Rovers said Sarda would not play on Sunday. Sarda apologised.",
    "Pello Sarda has been charged with drunk driving in Castra, the second Orvik Rovers player this month. Police stopped Sarda at two in the morning. Coach Ina Moll left Sarda out of the squad.",
    "Orvik Rovers keeper Dag Heller was charged on Sunday with driving while drunk, Castra police said. Heller, 31, was stopped near Dock Road. The Rovers said Heller would not play on Saturday. Heller made no comment.",
  ],
  [
    "a plant closed",
    "Haldane Foods will shut its dairy at Ruske in May, the group said. The mayor of Ruske called it a blow. Ruske has made butter since 1902 and 240 people work at Ruske.",
    "Butter will no longer come from Ruske: Haldane Foods closes the dairy there. In Ruske 240 people learnt of it by letter. The union wants talks on Ruske.",
    "Haldane Foods will shut its bakery at Penmar in May, the group said. The mayor of Penmar called it a blow. Penmar has made rusks since 1911 and 130 people work at Penmar.",
  ],
];

test.each(KINDS)("reports of %s hold each other's protagonist, another occasion's do not", (_kind, first, second, other) => {
  const [same, apart] = [measured(first, second), measured(first, other)];
  expect(same.protagonists).toBeGreaterThan(apart.protagonists + 0.1);
  expect(same.who).toBeGreaterThan(apart.who);
  expect(measured(other, first)).toEqual(apart);
});

test("texts without names say nothing against each other", () => {
  expect(measured("it rained all day and nobody came.", "it rained for most of the day.").protagonists).toBe(1);
});

test("the names a text is about are its heaviest, at most three, the heaviest first", () => {
  const share = Float32Array.of(0.1, 0.5, 0.9, 0.3, 0.4);
  const own = protagonistsOf(share, (word) => word !== 2);
  expect(own.words).toEqual([1, 4, 3]);
  expect(own.most).toBeCloseTo(0.5);
  // The other text has the first as its own first, the second half as much, the third not at all.
  const counterpart = Int32Array.of(-1, 0, -1, -1, 1);
  expect(protagonistsHeld(own, counterpart, Float32Array.of(0.6, 0.3), 0.6)).toBeCloseTo(0.5);
});
