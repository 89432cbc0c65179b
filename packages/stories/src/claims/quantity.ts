import type { NumericMention } from "@wirefold/core";
import { memoize } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import { measureOf } from "./units.ts";

/** `near`: a little under ("nearly", "almost"). `below`: anywhere under ("up to", "fewer than"). */
export type Bound = "exact" | "above" | "near" | "below" | "about";

/** A figure on its dimension's scale. */
export interface Quantity {
  readonly dimension: string;
  readonly unit: string | null;
  /** The stated value, or the middle of a range. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** "At least": the bound itself may be the value. */
  readonly isInclusive: boolean;
  /** Half the last significant place as written: 1,800 km is good to 50 km. */
  readonly slack: number;
  /** "thousands", "tens of thousands": an order of magnitude, not a count. */
  readonly magnitudeOnly: boolean;
  readonly isRange: boolean;
  /** The number as written, before it was put on its dimension's scale; the lower end of a range. */
  readonly written: number;
}

const ABOVE = new RegExp(`\\b${anyStoryForm("above")}\\b|${anyStoryForm("aboveStem")}|>|≥`, "iu");
const NEAR = new RegExp(`\\b${anyStoryForm("near")}\\b|${anyStoryForm("nearStem")}`, "iu");
const BELOW = new RegExp(`\\b${anyStoryForm("below")}\\b|${anyStoryForm("belowStem")}|<|≤`, "iu");
const ABOUT = new RegExp(`\\b${anyStoryForm("about")}\\b|${anyStoryForm("aboutStem")}|~|≈`, "iu");

/** Reads a modifier ("well over", "nearly", "only about") as the side of the value the truth lies on. */
export const boundOf = (modifier: string | null): Bound => (modifier ? readBound(modifier) : "exact");

const readBound = memoize(1000, (modifier): Bound => {
  if (NEAR.test(modifier)) return "near";
  if (ABOVE.test(modifier)) return "above";
  if (BELOW.test(modifier)) return "below";
  return ABOUT.test(modifier) ? "about" : "exact";
});

const AT_LEAST = new RegExp(`\\b${anyStoryForm("atLeast")}\\b`, "iu");
const isInclusive = (modifier: string | null): boolean => modifier !== null && AT_LEAST.test(modifier);

/** Half a unit in the last place that is not a trailing zero: 194,000 -> 500, 5.5 -> 0.05, 4 -> 0.5. */
function halfPlace(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0.5;
  let place = 1;
  let rest = Math.abs(value);
  if (Number.isInteger(rest)) {
    while (rest >= 10 && rest % 10 === 0) {
      rest /= 10;
      place *= 10;
    }
  } else {
    for (let digits = 0; digits < 6 && Math.abs(rest - Math.round(rest)) > 1e-9; digits++) {
      rest *= 10;
      place /= 10;
    }
  }
  return place / 2;
}

/** Significant digits of the value as written, 1..15. Many digits shared by chance are rare. */
export function significantDigits(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return digitsOfWhole(Math.abs(value));
  const digits = Math.abs(value).toPrecision(12).replace(/e.*$/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  return Math.max(1, digits.length);
}

/** The usual case, without a text. */
function digitsOfWhole(value: number): number {
  let rest = value;
  while (rest > 0 && rest % 10 === 0) rest /= 10;
  let digits = 1;
  for (; rest >= 10; rest = Math.floor(rest / 10)) digits++;
  return digits;
}

/** "Two-thirds" is said of 65 to 68 percent. */
const FRACTION_SLACK = 0.02;

/** Null where the mention holds no usable number. */
export function quantityOf(mention: NumericMention): Quantity | null {
  const { dimension, factor, offset } = measureOf(mention.unit);
  const scale = (value: number): number => value * factor + offset;
  const range = mention.range;
  if (range && Number.isFinite(range[0]) && Number.isFinite(range[1]) && range[1] >= range[0]) {
    const low = scale(range[0]);
    const high = scale(range[1]);
    // "thousands" reads as 2,000..9,999: no digit written and the ends far apart.
    const magnitudeOnly = !/\d/.test(mention.number.text) && range[1] > range[0] * 3;
    return {
      dimension,
      unit: mention.unit,
      value: (low + high) / 2,
      low,
      high,
      bound: boundOf(mention.modifier),
      isInclusive: isInclusive(mention.modifier),
      slack: magnitudeOnly ? 0 : halfPlace(range[0]) * factor,
      magnitudeOnly,
      isRange: true,
      written: range[0],
    };
  }
  if (mention.value === undefined || !Number.isFinite(mention.value)) return null;
  const value = scale(mention.value);
  return {
    dimension,
    unit: mention.unit,
    value,
    low: value,
    high: value,
    bound: boundOf(mention.modifier),
    isInclusive: isInclusive(mention.modifier),
    slack:
      (mention.unit === "fraction" || mention.unit === "chance"
        ? Math.min(FRACTION_SLACK, 0.1 * mention.value)
        : halfPlace(mention.value)) * factor,
    magnitudeOnly: false,
    isRange: false,
    written: mention.value,
  };
}

/** `equal`: the same number · `converted`: the same in another unit · `rounded`: one rounds the other · `bounded`: one is a bound the other meets ·
 *  `contained`: an order of magnitude or range that holds the other · `disjoint`: both cannot be true of one thing. */
export type Agreement = "equal" | "converted" | "rounded" | "bounded" | "contained" | "disjoint";

/** A "nearly" or "almost" may stand this far above the value it rounds, as a share of the value. */
const NEARLY = 0.12;

/** How two figures of one dimension stand to each other. Symmetric. */
export function agreementOf(a: Quantity, b: Quantity): Agreement {
  const same = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  if (a.isRange === b.isRange && same(a.low, b.low) && same(a.high, b.high)) {
    // "almost 100,000" and "more than 100,000" name one number and say opposite things of the truth.
    const under = (q: Quantity): boolean => q.bound === "near" || q.bound === "below";
    // "At least ten" and "up to ten" may both be true.
    const mayMeet = (a.isInclusive && b.bound === "below") || (b.isInclusive && a.bound === "below");
    if (!mayMeet && ((a.bound === "above" && under(b)) || (under(a) && b.bound === "above"))) return "disjoint";
    return "equal";
  }
  if (a.isRange && b.isRange && !a.magnitudeOnly && !b.magnitudeOnly && haveOneEnds(a, b)) return "rounded";
  if (a.magnitudeOnly || b.magnitudeOnly || a.isRange || b.isRange) {
    if (isEndOf(a, b) || isEndOf(b, a)) return "rounded";
    const wide = a.high - a.low >= b.high - b.low ? a : b;
    const narrow = wide === a ? b : a;
    if (narrow.low >= wide.low && narrow.high <= wide.high) return "contained";
    if (narrow.bound === "above" && wide.high >= narrow.low) return "bounded";
    if (narrow.bound === "below" && wide.low <= narrow.high) return "bounded";
    return narrow.low <= wide.high && narrow.high >= wide.low ? "contained" : "disjoint";
  }
  if (a.unit !== b.unit && measureOf(a.unit).factor !== measureOf(b.unit).factor)
    return Math.abs(a.value - b.value) <= 1.2 * (a.slack + b.slack) && relativeDifference(a, b) < 0.12 ? "converted" : "disjoint";
  const coarse = a.slack >= b.slack ? a : b;
  const fine = coarse === a ? b : a;
  const gap = fine.value - coarse.value;
  if (coarse.bound === "near") return gap < 0 && -gap <= NEARLY * coarse.value ? "rounded" : "disjoint";
  if (coarse.bound === "below") return gap < 0 ? "bounded" : "disjoint";
  if (coarse.bound === "above") {
    if (gap > 0) return gap <= coarse.slack && gap <= 0.1 * coarse.value ? "rounded" : "bounded";
    return fine.bound === "above" ? "bounded" : "disjoint";
  }
  if (mayRound(coarse, fine) && Math.abs(gap) <= coarse.slack && Math.abs(gap) <= 0.1 * Math.abs(coarse.value)) return "rounded";
  if (coarse.bound === "about" && Math.abs(gap) <= 0.05 * Math.abs(coarse.value)) return "rounded";
  if (fine.bound === "above" && gap < 0) return "bounded";
  // "fewer than 58" and 50: the coarse value lies under the fine one.
  if (fine.bound === "below" && gap > 0) return "bounded";
  return "disjoint";
}

/** "$628,000 to $1.7 million" for "$628,000 and $1.72 million". */
function haveOneEnds(a: Quantity, b: Quantity): boolean {
  const near = (x: number, y: number): boolean => {
    const [slack, other] = [halfPlace(x), halfPlace(y)];
    return Math.abs(x - y) <= Math.max(slack, other) && Math.abs(x - y) <= 0.05 * Math.max(Math.abs(x), Math.abs(y));
  };
  return near(a.low, b.low) && near(a.high, b.high);
}

/** "Up to 99 years" for "10 to 99 years", "more than $100,000" for "$100,001 to $250,000": a bound gives one end of a range. */
function isEndOf(bound: Quantity, range: Quantity): boolean {
  if (bound.isRange || !range.isRange || range.magnitudeOnly) return false;
  if (bound.bound !== "above" && bound.bound !== "below") return false;
  const end = bound.bound === "above" ? range.low : range.high;
  return Math.abs(bound.value - end) <= END_GAP * Math.abs(end);
}
/** How far a bound may stand from the end of the range that it gives, as a share of it. */
const END_GAP = 0.01;

/** Nobody who counts 11 writes ten: below a hundred whole numbers are rounded only where the text says "about". */
function mayRound(coarse: Quantity, fine: Quantity): boolean {
  if (coarse.slack <= fine.slack) return false;
  return Math.abs(coarse.written) >= ROUNDED_FROM || !Number.isInteger(fine.written) || coarse.bound === "about";
}

const ROUNDED_FROM = 100;

function relativeDifference(a: Quantity, b: Quantity): number {
  return Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-12);
}
