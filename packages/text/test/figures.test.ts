import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFigures, german } from "../src/index.ts";

const read = (text: string, words?: typeof german): unknown[] =>
  findFigures(text, words).map(({ text: own, value, range, unit }) => [own, value ?? range, unit]);

describe("findFigures", () => {
  it("reads digits and words", () => {
    expect(read("There were 98,000 people, forty-two cars and 236 thousand trees.")).toEqual([
      ["98,000", 98000, null],
      ["forty-two", 42, null],
      ["236 thousand", 236000, null],
    ]);
  });

  it("reads units, hyphenated or not", () => {
    expect(read("an eight-kilometre (five-mile) hike of four hours")).toEqual([
      ["eight-kilometre", 8, "kilometer"],
      ["five-mile", 5, "mile"],
      ["four hours", 4, "hour"],
    ]);
    expect(read("the 31-year-old paid $1.5m, or 30 percent")).toEqual([
      ["31-year-old", 31, "year"],
      ["$1.5m", 1500000, "USD"],
      ["30 percent", 30, "percent"],
    ]);
  });

  it("reads ranges and vague plurals", () => {
    expect(read("from 7,000 to 8,000 a day; tens of thousands; 5 to 6 million")).toEqual([
      ["7,000 to 8,000", [7000, 8000], null],
      ["tens of thousands", [20000, 99999], null],
      ["5 to 6 million", [5000000, 6000000], null],
    ]);
  });

  it("reads factors and fractions", () => {
    expect(read("The number doubled; two-thirds of them, and half of the rest, left.")).toEqual([
      ["doubled", 2, "factor"],
      ["two-thirds", 2 / 3, "fraction"],
      ["half", 0.5, "fraction"],
    ]);
  });

  it("leaves dates, years, clock times, scores, ordinals and names of things", () => {
    expect(read("On Sept. 21, 2022 at 10:30 Flight 370 and the 24th bus met in 1999, 1 / 7, see Article 5.")).toEqual([]);
  });

  it("reads German, which groups with stops", () => {
    expect(read("Rund 4,5 Millionen Menschen, 1.200 Euro und dreihundertzwölf Tote", german)).toEqual([
      ["4,5 Millionen", 4500000, null],
      ["1.200 Euro", 1200, "EUR"],
      ["dreihundertzwölf", 312, null],
    ]);
  });

  it("gives nothing for a number no one could mean", () => {
    expect(
      read(`It cost ${"9".repeat(200)} and 999999999999 trillion trillion trillion.`).filter(
        (each) => (each as number[])[1] === Number.POSITIVE_INFINITY,
      ),
    ).toEqual([]);
  });

  it("slices to its text and gives finite values, whatever the text", () => {
    const word = fc.constantFrom(
      "12",
      "1,200",
      "three",
      "hundred",
      "million",
      "of",
      "to",
      "-",
      "$",
      "%",
      "a",
      "day",
      "thousands",
      "and",
      "half",
      "\n",
      "percent",
      "old",
      "year",
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(" ");
        for (const figure of findFigures(text)) {
          expect(text.slice(...figure.span)).toBe(figure.text);
          for (const value of figure.range ?? [figure.value]) expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
