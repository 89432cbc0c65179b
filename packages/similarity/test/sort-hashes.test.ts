import { expect, test } from "vitest";
import { placesInOrder, sortHashes } from "../src/sort-hashes.ts";

/** Hashes that come out the same in every run; `kinds` says how many bits of them differ. */
function hashes(count: number, kinds: number, seed: number): Uint32Array {
  let state = seed;
  return Uint32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> (32 - kinds)) << (32 - kinds);
  });
}

const compared = (given: Uint32Array): number[] => [...given.keys()].sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0) || a - b);

test("places stand in the order of their hashes, equal ones in the order they came", () => {
  // The last two are longer than what the ones before made room for.
  for (const [count, kinds] of [
    [750, 32],
    [750, 6],
    [1, 32],
    [0, 32],
    [5000, 9],
    [16_384, 32],
  ] as const) {
    const given = hashes(count, kinds, count + kinds);
    expect([...placesInOrder(given)]).toEqual(compared(given));
  }
});

test("hashes that differ in one byte only, or reach the ends of their range, are told apart", () => {
  const given = Uint32Array.of(0xffffffff, 0, 0x80000000, 0x7fffffff, 0x01000000, 0x00010000, 0x00000100, 1, 0xffffffff, 0);
  expect([...placesInOrder(given)]).toEqual(compared(given));
});

test("what was sorted before leaves no trace", () => {
  const given = hashes(600, 32, 7);
  const first = [...placesInOrder(given)];
  placesInOrder(hashes(9000, 12, 3));
  expect([...placesInOrder(given)]).toEqual(first);
});

test("hashes are sorted in place as comparing sorts them, few and many", () => {
  for (const [count, kinds] of [
    [0, 32],
    [191, 32],
    [192, 32],
    [750, 32],
    [750, 6],
    [9000, 32],
    [600, 32],
  ] as const) {
    const given = hashes(count, kinds, count + kinds);
    const expected = [...given].sort((a, b) => a - b);
    sortHashes(given);
    expect([...given]).toEqual(expected);
  }
});
