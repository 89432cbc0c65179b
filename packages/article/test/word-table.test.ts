import { expect, test } from "vitest";
import { meaningBit, meaningsOf } from "../src/html/class-words.ts";
import { eachNamePiece, lowerNames } from "../src/html/name-pieces.ts";
import { hashOfWord, WordTable } from "../src/html/word-table.ts";

const piecesOf = (names: string): string[] => {
  const pieces: string[] = [];
  const lower = lowerNames(names);
  eachNamePiece(names, lower, names.length, (from, to) => pieces.push(lower.slice(from, to)));
  return pieces;
};

test("a table finds its words where they stand, and no others", () => {
  const words = Array.from({ length: 500 }, (_, i) => `pier${i}x`);
  const table = new WordTable(words.map((word, i) => [word, i] as const));
  const text = words.join(" ");
  for (const [i, word] of words.entries()) {
    const from = text.indexOf(word);
    expect(table.get(text, from, from + word.length, hashOfWord(word, 0, word.length))).toBe(i);
    expect(table.get(text, from, from + word.length - 1, hashOfWord(word, 0, word.length - 1))).toBeUndefined();
  }
});

test.each([
  ["postTags2 by-line", ["post", "tags", "by", "line"]],
  ["HTMLBody", ["html", "body"]],
  ["ABCd X", ["ab", "cd", "x"]],
  ["größe İnfo-box", ["gr", "e", "nfo", "box"]],
  ["", []],
])("names fall into pieces at capitals, figures and marks: %s", (names, pieces) => {
  expect(piecesOf(names)).toEqual(pieces);
});

test("a long word counts by what it is built of", () => {
  expect(meaningsOf("ferryrelatedbox") & meaningBit("related")).not.toBe(0);
  expect(meaningsOf("ferryrelatedbox")).toBe(meaningsOf("FERRYRELATEDBOX"));
});
