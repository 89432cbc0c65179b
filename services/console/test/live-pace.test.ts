import { expect, test } from "vitest";
import { LivePace } from "../src/levers/live-pace.ts";

const times = (count: number, seconds: number) => Array.from({ length: count }, (_, n) => seconds * (0.8 + (n % 5) / 10));

/** What is in hand after so many looks, where each document in hand makes a live one so much slower. */
function settle(pace: LivePace, quiet: number, slowedBy: number, looks: number): number[] {
  return Array.from({ length: looks }, () => {
    pace.look(times(40, quiet * (1 + slowedBy * pace.inHand)));
    return pace.inHand;
  });
}

test("more is kept in hand as long as live documents take what they took before the run", () => {
  const pace = new LivePace(times(60, 0.2), 2000);
  expect(pace.inHand).toBe(2);
  expect(settle(pace, 0.2, 0, 10).at(-1)).toBe(22);
});

test("it settles where live documents are a little slower, and never far beyond", () => {
  const seen = settle(new LivePace(times(60, 0.2), 2000), 0.2, 0.02, 60);
  // A live document takes 1.5 times as long at 25.
  expect(Math.max(...seen)).toBeLessThan(20);
  expect(seen.at(-1)).toBeGreaterThan(4);
});

test("what live documents cannot bear is halved until the least is left", () => {
  const pace = new LivePace(times(60, 0.2), 2000);
  settle(pace, 0.2, 0, 10);
  expect(settle(pace, 0.6, 0, 5)).toEqual([11, 5, 2, 2, 2]);
});

test("an archive that came in before the run is no measure of quiet: what lasts during the run is", () => {
  const pace = new LivePace(times(60, 300), 2000);
  settle(pace, 0.2, 0, 4);
  expect(settle(pace, 0.4, 0, 4).at(-1)).toBe(2);
});

test("chance does not slow a long run down: as much is in hand in the last looks of a thousand as in the first", () => {
  let state = 1;
  const waits = (count: number, scale: number) =>
    Array.from({ length: count }, () => {
      state = (state * 16_807) % 2_147_483_647;
      return scale * (0.1 - 0.1 * Math.log(state / 2_147_483_647));
    });
  const pace = new LivePace(waits(60, 1), 2000);
  const seen = Array.from({ length: 1000 }, () => {
    pace.look(waits(40, 1 + 0.02 * pace.inHand));
    return pace.inHand;
  });
  const meanOf = (part: readonly number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
  expect(meanOf(seen.slice(-200))).toBeGreaterThan(0.6 * meanOf(seen.slice(20, 220)));
});

test("a few documents tell nothing, and no more waits than may", () => {
  const pace = new LivePace(times(3, 0.2), 2000);
  pace.look(times(5, 9));
  expect(pace.inHand).toBe(2);
  expect(settle(new LivePace(times(60, 0.2), 5), 0.2, 0, 10).at(-1)).toBe(5);
  expect(new LivePace([], 1).inHand).toBe(1);
});
