import { mustAt } from "@wirefold/core";

/** A small generator, so that every run tests the same orders. Answers whole numbers below the one given. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The items in another order, the same one for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = numbers(seed);
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [out[i], out[j]] = [mustAt(out, j), mustAt(out, i)];
  }
  return out;
}
