/** An amount told twice in one breath: “60 kilometers (37 miles)”, “60 million euros, or about $65 million”. */
import { anyStoryForm } from "@wirefold/text/story-words";
import type { Figure } from "./figures.ts";

const OTHERWISE = new RegExp(`^[^.;]*[([,/]|^\\s*${anyStoryForm("orElse")}\\s`, "i");
/** Only words that lead from a sum to the same sum in another currency. */
const EXCHANGED = new RegExp(
  `^\\s*,?\\s*(?:${anyStoryForm("orElse", "exchangedTo")}\\s+)(?:${anyStoryForm("orElse", "exchangedTo", "about", "near")}\\s+){0,4}$`,
  "iu",
);

/** Longest text between the two, in characters. */
const GAP_MAX = 24;
const EXCHANGED_GAP_MAX = 60;
/** Measures told twice differ by what was rounded. */
const ROUNDED_BY = 0.2;
/** Currencies whose units are worth a few of each other, and how many at most: “2 or 30 million” are two sums. */
const NEAR_WORTH = /^money:(?:usd|eur|gbp|chf|cad|aud)$/;
const WORTH_MAX = 3;

/** Whether the second of two neighbouring figures repeats the first in another unit. */
export function isConversion(first: Figure, second: Figure): boolean {
  if (first.member !== second.member || first.quantity.unit === second.quantity.unit || first.quantity.value === 0) return false;
  const gap = first.member.text.slice(first.mention.number.span[1], second.mention.number.span[0]);
  if (isMoney(first) && isMoney(second)) {
    if (gap.length > EXCHANGED_GAP_MAX || !mayBeWorth(first, second)) return false;
    return (gap.length <= GAP_MAX && OTHERWISE.test(gap) && /[([]/.test(gap)) || isInBracket(first, gap) || EXCHANGED.test(gap);
  }
  // "2m euros (£1.7m; $2.6m)": the bracket goes on.
  if (gap.length > GAP_MAX || !(OTHERWISE.test(gap) || isInBracket(first, gap))) return false;
  const ratio = second.quantity.value / first.quantity.value;
  return (
    first.quantity.dimension === second.quantity.dimension &&
    first.quantity.dimension !== "count" &&
    Math.abs(ratio - 1) <= ROUNDED_BY
  );
}

const isMoney = ({ quantity }: Figure): boolean => quantity.dimension.startsWith("money:");

function mayBeWorth({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  if (a.dimension === b.dimension) return false;
  if (!NEAR_WORTH.test(a.dimension) || !NEAR_WORTH.test(b.dimension)) return true;
  const ratio = b.value / a.value;
  return ratio >= 1 / WORTH_MAX && ratio <= WORTH_MAX;
}

const isInBracket = ({ member, mention: { number } }: Figure, gap: string): boolean =>
  /^\s*[;,/]\s*$/.test(gap) && /[([]\s*$/.test(member.text.slice(Math.max(0, number.span[0] - 3), number.span[0]));
