import fc from "fast-check";
import { expect, test } from "vitest";
import { packMeasures, unpackMeasures } from "../src/packed-measures.ts";

/** What comparing tells: shares to four decimals, days, and 32 bits of a hash. */
const told = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000),
  fc.integer({ min: -4_000_000, max: 400_000_000 }).map((parts) => parts / 10_000),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);

test("measures come back as they were", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), told), (measures) => {
      const packed = packMeasures(measures);
      expect(packed).not.toBeNull();
      if (packed !== null) expect(unpackMeasures(packed)).toEqual({ ...measures });
    }),
    { numRuns: 200 },
  );
});

test("a share takes two bytes or three, and what is finer than four decimals is not packed", () => {
  expect(packMeasures({ cosine: 0.8787, prose: 1 })?.packed.length).toBe(6);
  expect(packMeasures({ cosine: 1 / 3 })).toBeNull();
  expect(packMeasures({ cosine: Number.NaN })).toBeNull();
});
