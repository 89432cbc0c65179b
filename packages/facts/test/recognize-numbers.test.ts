import { describe, expect, it } from "vitest";
import { type NumberKind, recognizeNumbers } from "../src/index.ts";

const read = (text: string, kind: NumberKind) =>
  recognizeNumbers(text, { kinds: [kind] }).map(({ text: words, value, unit }) => [words, value, unit]);

describe("recognizeNumbers", () => {
  it("reads digits, words and fractions", () => {
    expect(read("forty-two, 3 1/2, two and a half million, minus seven, 12,345.5", "number")).toEqual([
      ["forty-two", "42", null],
      ["3 1/2", "3.5", null],
      ["two and a half million", "2500000", null],
      ["minus seven", "-7", null],
      ["12,345.5", "12345.5", null],
    ]);
  });

  it("reads measures, sums and percentages", () => {
    expect(read("a 7-inch pipe of 34 square meters", "dimension")).toEqual([
      ["7-inch", "7", "Inch"],
      ["34 square meters", "34", "Square meter"],
    ]);
    expect(read("US$ 5 million, £20 and three dollars 40 cents", "currency")).toEqual([
      ["US$ 5 million", "5000000", "United States dollar"],
      ["£20", "20", "Pound"],
      ["three dollars 40 cents", "3.4", "Dollar"],
    ]);
    expect(read("down seven percent", "percentage")).toEqual([["seven percent", "7%", null]]);
  });

  it("leaves codes and pointers", () => {
    expect(read("the one in room b52 with 180ml", "number")).toEqual([]);
  });

  it("slices to its text and takes linear time", () => {
    const text = "one hundred and 5/ ".repeat(20_000);
    const started = performance.now();
    for (const { start, end, text: words } of recognizeNumbers(text)) expect(text.slice(start, end)).toBe(words);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
