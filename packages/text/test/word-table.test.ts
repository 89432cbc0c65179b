import { expect, test } from "vitest";
import { lowered, WordScan, WordTable } from "../src/index.ts";

const text =
  "Harbour HARBOUR harbour Überfahrt ÜBERFAHRT Straße Гавань ГАВАНЬ Ёлка İzmir ΣΟΦΟΣ Kelvin O’Hara O'HARA don’t ÀÉÎ × 3rd";

test("a word is found by its letters, whatever its case, and is what lower case makes of it", () => {
  const table = new WordTable();
  const scan = new WordScan(text);
  for (let i = 0; i < scan.count; i++) {
    const number = table.numberOf(text, scan.starts[i] as number, scan.ends[i] as number);
    expect(table.words[number]).toBe(lowered(scan.raw(i)));
    expect(scan.lower(i)).toBe(lowered(scan.raw(i)));
  }
  expect(new Set(table.words).size).toBe(table.words.length);
  expect(table.numberOf("the harbour", 4, 11)).toBe(0);
});

test("numbers stay what they were while the table grows", () => {
  const table = new WordTable();
  const words = Array.from({ length: 5000 }, (_, index) => `quay${index}`);
  const numbers = words.map((word) => table.numberOf(word, 0, word.length));
  expect(numbers).toEqual(words.map((_, index) => index));
  expect(words.map((word) => table.numberOf(`(${word.toUpperCase()})`, 1, word.length + 1))).toEqual(numbers);
});
