import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const figuresOf = (text: string, published_at: string | null = null) =>
  extractFacts({ id: "t", text, language: "en", published_at }).numeric_mentions;

describe("figures", () => {
  it("carry value, unit, modifier, predicate and place", () => {
    expect(figuresOf("More than 98,000 people have entered Norway since Monday.", "2024-03-06")[0]).toMatchObject({
      value: 98000,
      unit: "person",
      modifier: "more than",
      subject: "people",
      predicate: "enter",
      place: "Norway",
      period: "2024-03-04/2024-03-06",
    });
  });

  it.each([
    ["the verb whose object it is", "The storm sank 14 boats and damaged 40 sheds, the harbour office said.", ["sink", "damage"]],
    ["the verb whose subject it is", "About 900 guests were evacuated, the hotel said.", ["evacuate"]],
    ["the verb of the second of two clauses", "The pier collapsed and 14 guests drowned.", ["drown"]],
    ["no verb where there is merely so much", "The firm has 14 ships, the owner said.", [null]],
    ["a verb no list holds", "The bakery can glaze 800 buns a day.", ["glaze"]],
    [
      "what happened to those it is joined on for",
      "Two were killed and 31 injured, and nine killed and 14 hurt.",
      ["kill", "injure", "kill", "hurt"],
    ],
    ["no verb of saying beyond a comma", "A loss of 14 boats, the insurer reported.", [null]],
  ])("have as their predicate %s", (_, text, predicates) => {
    expect(figuresOf(text).map(({ predicate }) => predicate)).toEqual(predicates);
  });

  it.each([
    ["a number of things, blurred", "Officials put the number of barns lost at about 120.", [[120, "barn"]]],
    ["a toll in words", "The number of people killed rose to five on Tuesday.", [[5, "person"]]],
    ["children of a parent", "Ida Holm, a mother of three, won.", [[3, "child"]]],
    ["a crowd, blurred", "He spoke to a crowd of about 1,200 at a gym.", [[1200, "person"]]],
    [
      "what a second name is given without its noun",
      "Brack won nine seats and Holm six.",
      [
        [9, "seat"],
        [6, "seat"],
      ],
    ],
    ["people by their state", "That left seven at large.", [[7, "person"]]],
    ["those wounded, blurred", "He wounded at least six before he fled.", [[6, "person"]]],
    [
      "millions behind a sum as of its currency",
      "A profit of 84 million crowns, up from 71 million.",
      [
        [84000000, "crown"],
        [71000000, "crown"],
      ],
    ],
    ["a toll of one", "The flood killed one person in Saltby.", [[1, "person"]]],
    ["an age of finds", "The shell is 152 million years old and not from 12 years ago.", [[152000000, "year"]]],
  ])("count %s", (_, text, expected) => {
    expect(figuresOf(text).map(({ value, unit }) => [value, unit])).toEqual(expected);
  });

  it("take no year that stands with another verb's figure", () => {
    expect(figuresOf("The mill where 14 men worked had been fined 37 times in 2033.", "2034-05-02")[0]?.period).toBeNull();
  });

  it("are attributed to who states them, before or behind", () => {
    expect(figuresOf("Norwegian officials said 5,300 cars were waiting.")[0]?.attributed_to).toBe("Norwegian officials");
    expect(figuresOf("About 5,300 cars were waiting, according to the Harbour Authority.")[0]).toMatchObject({
      attributed_to: "the Harbour Authority",
      unit: "car",
      modifier: "about",
    });
    expect(figuresOf("“We lost 40 sheep,” Ana Duarte said.")[0]?.attributed_to).toBe("Ana Duarte");
  });

  it.each([
    [
      "goes on counting",
      "The Harbour Authority said 5,300 cars were waiting. Another 600 trucks stood in Sorrel.",
      "The Harbour Authority",
    ],
    ["breaks the count down", "About 90 houses burned, the fire service said. Of those, 40 stood empty.", "the fire service"],
    [
      "follows a citation",
      "Some 800 boats left, according to the port registry. More than 300 came back on Sunday.",
      "the port registry",
    ],
    ["tells something else", "The Harbour Authority said 5,300 cars were waiting. Some 600 trucks stood in Sorrel.", null],
    ["has people of its own", "Some 800 boats left, according to the port registry. The 12 pilots stayed in the hall.", null],
    [
      "follows an answer",
      "It ended at nine, the coast guard said. Asked whether he would go, Brack said no. The 12 pilots left.",
      null,
    ],
    ["follows a quotation", "“We counted all,” Brack said. In four harbours the boats lay idle.", null],
    ["quotes", "Some 800 boats left, according to the port registry. “We lost 40,” a skipper recalled.", "a skipper"],
  ])("take the source of the sentence before where theirs %s", (_, text, source) => {
    expect(figuresOf(text).at(-1)?.attributed_to).toBe(source);
  });

  it("are not attributed to anybody by a passive", () => {
    expect(figuresOf("Some 3,000 people left after the plan was announced.")[0]?.attributed_to).toBeNull();
  });

  it("lie under so much of something without being bounded by it", () => {
    const modifiersOf = (text: string) => figuresOf(text).map(({ modifier }) => modifier);
    expect(
      modifiersOf("The slide buried the roads in the southern district of Marlow under 8 to 10 centimeters of ash."),
    ).toEqual([null]);
    expect(modifiersOf("The police in Marlow said that under 30 people were trapped in the cellar on Monday.")).toEqual([
      "under",
    ]);
  });

  it("share a modifier with the same measure in brackets", () => {
    expect(
      figuresOf("The town lies about 60 kilometers (37 miles) west of Oslo.").map(({ modifier, place }) => [modifier, place]),
    ).toEqual([
      ["about", "Oslo"],
      ["about", "Oslo"],
    ]);
  });

  it("take the unit of the figure they continue", () => {
    const figures = figuresOf("From 7,000 to 8,000 people came every day. By autumn it was about 12,000 per day.");
    expect(figures.map(({ unit }) => unit)).toEqual(["person/day", "person/day"]);
    expect(figures[0]?.range).toEqual([7000, 8000]);
  });

  it("include ages, populations and hyphenated measures", () => {
    expect(
      figuresOf("At 31, she left the town, a city of 148,000, on a four-hour walk.").map(({ value, unit }) => [value, unit]),
    ).toEqual([
      [31, "year"],
      [148000, "person"],
      [4, "hour"],
    ]);
  });

  it("are not read from idioms, pointers and lists", () => {
    expect(figuresOf("1. At one point no one knew the two men.\n2. Ten years ago one of them left.")).toEqual([]);
  });

  it("are not read from a page's counters and labels, even where nothing was cut", () => {
    expect(
      figuresOf(
        "18 °C\n\n3 | 9\n\nThe council met in the town hall of Sorrel.\n\nRead more: 40 boats left without a berth\n\nRelated",
      ),
    ).toEqual([]);
  });

  it.each([
    ["Its cookies line would cost us 300 jobs, a union leader said.", 300],
    ["She asked us to join the 40,000 who had signed.", 40000],
    ["Related industries lost 7,000 posts as our town shrank.", 7000],
    ["We support our crews, 90 of whom walked out.", 90],
  ])("are read from prose that has a page's words in it: %s", (text, value) => {
    expect(figuresOf(text).map((figure) => figure.value)).toContain(value);
  });

  it("are not read from excluded spans", () => {
    const text = "Over 300 cars waited.\n\nMore than 900 readers liked this.";
    const facts = extractFacts({ id: "t", text, language: "en", excluded: [[23, text.length]] });
    expect(facts.numeric_mentions.map(({ value }) => value)).toEqual([300]);
  });

  it("are no years before those whom a year names, and are crowds with a separator", () => {
    const counted = (text: string) => figuresOf(text).map(({ value }) => value);
    expect(counted("2034 Harbourites struggle to raise money for the vote")).toEqual([]);
    expect(counted("The march drew 2,034 Harbourites.")).toEqual([2034]);
  });

  it("know when they stand in the headline or its repetition", () => {
    const text =
      "Over 300 cars wait at the Sorrel bridge\n\nOver 300 cars wait at the Sorrel bridge\n\nThe queue at the bridge of Sorrel had 320 cars in it on Monday morning, drivers who stood there said.";
    expect(figuresOf(text).map(({ value, in_headline }) => [value, in_headline])).toEqual([
      [300, true],
      [300, true],
      [320, false],
    ]);
  });
});
