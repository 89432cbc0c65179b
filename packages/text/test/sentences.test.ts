import { describe, expect, it } from "vitest";
import { splitSentences } from "../src/index.ts";

const split = (text: string): string[] => splitSentences(text).map((span) => text.slice(...span));

describe("splitSentences", () => {
  it("ends a sentence at a stop before a capital, closing marks included", () => {
    expect(split("“It is over.” He left. Then 5 came.")).toEqual(["“It is over.”", "He left.", "Then 5 came."]);
  });

  it("does not end one after titles, initials and dates", () => {
    expect(split("Gen. J. R. Oram met Sen. Venn on Sept. 21 in St. Osten.")).toHaveLength(1);
    expect(split("Am 3. Oktober kam Dr. Brandt.")).toHaveLength(1);
  });

  it("ends one after an abbreviation when the next word opens a sentence", () => {
    expect(split("They flew to the U.S. The trip was long.")).toHaveLength(2);
    expect(split("The U.S. Congress met.")).toHaveLength(1);
  });

  it("ends a sentence with its paragraph, but not at the line end of wrapped text", () => {
    expect(split("A headline\n\nThe first line\ngoes on here.")).toEqual(["A headline", "The first line\ngoes on here."]);
  });

  it("knows the stops of Chinese and Japanese", () => {
    expect(split("一。二！三")).toEqual(["一。", "二！", "三"]);
  });

  it("gives one sentence for a megabyte without an end", () => {
    expect(splitSentences("word ".repeat(200_000))).toHaveLength(1);
  });
});

it("a word that is an abbreviation elsewhere ends a sentence where it is a word", () => {
  const sentences = (text: string) => splitSentences(text).map(([from, to]) => text.slice(from, to));
  expect(sentences("Asked whether she would stay, Marit said no. The 12 jurors left.")).toHaveLength(2);
  expect(sentences("The keeper was ill. Boats waited, and people sat. Nobody spoke of art. Rain fell.")).toHaveLength(4);
  expect(sentences("They live at No. 12 Quay Street. See fig. 4 below.")).toHaveLength(2);
  expect(sentences("On Sat. 3 May the harbour closed.")).toHaveLength(1);
});
