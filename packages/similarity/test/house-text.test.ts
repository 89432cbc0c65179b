import type { GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { HouseTextLearner, withoutHouseText } from "../src/house-text.ts";
import { featuresOf, groupDocuments, groupStream, memorySpools } from "../src/index.ts";
import { shuffled } from "./fixtures/corpus.ts";
import { recurring } from "./fixtures/recurring.ts";

const HOUSE =
  "The Ilmen Dispatch is printed by a cooperative of nineteen households and comes out on Tuesdays and Saturdays. Its readers meet in the old customs house on the first Monday of every month, with soup.";
/** Unlike reports, one of each kind of news. */
const reports = recurring.slice(0, 12).map(({ reports: [text] }) => text);
const printed = (place: (text: string) => string, outlet: string | null): GroupInput[] =>
  reports.map((text, i) => ({ id: `r${String(i).padStart(2, "0")}`, text: place(text), outlet, published_at: "2031-10-13" }));

const learn = (docs: readonly GroupInput[]) => {
  const features = docs.map(featuresOf);
  const learner = new HouseTextLearner();
  for (const one of features) learner.enter(one);
  const house = learner.learn(
    docs.map(({ id }) => id),
    (number) => features[number] ?? featuresOf({ id: "", text: "" }),
  );
  return { house, features };
};

test.each([
  ["below", (text: string) => `${text}\n${HOUSE}`],
  ["above", (text: string) => `${HOUSE}\n${text}`],
])("a paragraph that an outlet prints %s its unlike reports weighs nothing", (_where, place) => {
  const { house, features } = learn(printed(place, "Ilmen Dispatch"));
  for (const [i, one] of features.entries())
    expect(withoutHouseText(one, house).tokens).toEqual(featuresOf({ id: "x", text: reports[i] ?? "" }).tokens);
});

test("without an outlet, over fewer reports, or over reports of one event nothing is house text", () => {
  const below = (text: string) => `${text}\n${HOUSE}`;
  expect(learn(printed(below, null)).house.size).toBe(0);
  expect(learn(printed(below, "Ilmen Dispatch").slice(0, 3)).house.size).toBe(0);
  const versions = [0, 1, 2, 3, 4, 5].map((n) => ({
    id: `v${n}`,
    outlet: "Ilmen Dispatch",
    text: `${reports[0]} Update ${n} of the day.\n${HOUSE}`,
  }));
  expect(learn(versions).house.size).toBe(0);
});

test("what one outlet prints says nothing of another's text", () => {
  const { house } = learn(printed((text) => `${text}\n${HOUSE}`, "Ilmen Dispatch"));
  const other = featuresOf({ id: "o", text: `${reports[0]}\n${HOUSE}`, outlet: "Castra Post" });
  expect(withoutHouseText(other, house)).toBe(other);
});

test("a text that is nothing but house text is left as it is", () => {
  const { house } = learn(printed((text) => `${text}\n${HOUSE}`, "Ilmen Dispatch"));
  const only = featuresOf({ id: "o", text: HOUSE, outlet: "Ilmen Dispatch" });
  expect(withoutHouseText(only, house)).toBe(only);
});

test("briefs shorter than the house text under them are told apart, in any order, in memory and as a stream", async () => {
  const brief = (text: string): string => text.slice(0, text.search(/(?<=\.) /));
  const docs = printed((text) => `${HOUSE}\n${brief(text)}`, "Ilmen Dispatch");
  const { assignments } = groupDocuments(docs, { passages: false });
  expect(new Set([...assignments.values()].map(({ story }) => story)).size).toBe(docs.length);
  const again = groupDocuments(shuffled(docs, 5), { passages: false });
  expect([...again.assignments].sort()).toEqual([...assignments].sort());
  async function* input() {
    yield* docs;
  }
  for await (const { edges, ...row } of groupStream(input(), { spools: memorySpools(), passages: false }))
    expect(row).toEqual(assignments.get(row.id));
});
