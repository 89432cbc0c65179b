import { expect, test } from "vitest";
import { memoize } from "../src/index.ts";

test("an answer is remembered while it is asked for, and forgotten once enough others came", () => {
  const asked: string[] = [];
  const length = memoize(8, (word) => {
    asked.push(word);
    return { length: word.length };
  });
  const first = length("harbour");
  for (let round = 0; round < 6; round++) {
    for (const word of ["quay", "lock", "pier"]) length(`${word}${round}`);
    // Asked for all the time, so it stays.
    expect(length("harbour")).toBe(first);
  }
  expect(asked.filter((word) => word === "harbour")).toHaveLength(1);
  for (let number = 0; number < 8; number++) length(`other${number}`);
  expect(length("harbour")).toEqual(first);
  expect(asked.filter((word) => word === "harbour")).toHaveLength(2);
});

test("a text is answered and not kept", () => {
  let computed = 0;
  const size = memoize(8, (text) => {
    computed++;
    return text.length;
  });
  const text = "a".repeat(5000);
  expect([size(text), size(text)]).toEqual([5000, 5000]);
  expect(computed).toBe(2);
});
