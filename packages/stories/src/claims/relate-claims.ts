import { compareStrings, groupBy } from "@wirefold/core";
import type { BuiltClaim } from "./build-claims.ts";
import { placesExclude } from "./figure-group.ts";
import { periodsOverlap } from "./periods.ts";
import { areOpposite } from "./predicate-senses.ts";
import { agreementOf } from "./quantity.ts";

/** Neighbours compared by value; further ones are not worth a reader's line. */
const WINDOW = 12;
const RELATED_MAX = 6;
/** A part smaller than this share of the total makes any sum come out. */
const PART_MIN = 0.05;
/** A total is rounded by this share at most. */
const ROUNDING_MAX = 0.01;
/** A bound this far below the value says nothing of it. */
const BOUND_MIN = 0.5;

/** Notes how claims stand to each other without being one: a bound another meets, other periods, a sum and its parts. */
export function relateClaims(claims: readonly BuiltClaim[]): void {
  const byDimension = groupBy(claims, ({ canonical }) => canonical.quantity.dimension);
  for (const list of byDimension.values()) {
    list.sort((a, b) => a.canonical.quantity.low - b.canonical.quantity.low || compareStrings(a.claim.id, b.claim.id));
    for (const [i, claim] of list.entries()) for (const next of list.slice(i + 1, i + 1 + WINDOW)) relate(claim, next);
    findSums(list);
  }
}

function relate(a: BuiltClaim, b: BuiltClaim): void {
  const agreement = agreementOf(a.canonical.quantity, b.canonical.quantity);
  const first = a.canonical.mention.period;
  const second = b.canonical.mention.period;
  const areApart = first !== null && second !== null && first !== "" && second !== "" && !periodsOverlap(first, second);
  // Numbers and periods tell at once that most pairs have nothing to say to each other; what they are about takes reading.
  if (!areApart && agreement !== "bounded" && agreement !== "rounded" && agreement !== "contained") return;
  if (!aboutTheSame(a, b)) return;
  if (areApart) link(a, b, "different-period", "different-period");
  else if (agreement === "contained") link(a, b, "compatible-magnitude", "compatible-magnitude");
  else if (a.canonical.quantity.value >= BOUND_MIN * b.canonical.quantity.value) {
    const bound = a.canonical.quantity.bound === "above" ? "compatible-lower-bound" : "compatible-upper-bound";
    link(a, b, bound, bound);
  }
}

function aboutTheSame(a: BuiltClaim, b: BuiltClaim): boolean {
  if (!a.canonical.subject.some((word) => b.canonical.subject.includes(word))) return false;
  if (placesExclude(a.canonical.places, b.canonical.places)) return false;
  return (
    (a.canonical.sense?.field ?? null) === (b.canonical.sense?.field ?? null) &&
    !areOpposite(a.canonical.sense, b.canonical.sense)
  );
}

function link(a: BuiltClaim, b: BuiltClaim, forA: string, forB: string, note?: string): void {
  const extra = note ? { note } : {};
  if (a.claim.related.length < RELATED_MAX) a.claim.related.push({ claim: b.claim.id, relation: forA, ...extra });
  if (b.claim.related.length < RELATED_MAX) b.claim.related.push({ claim: a.claim.id, relation: forB, ...extra });
}

/**
 * Finds a total nobody is named for that is the sum of two to four attributed figures told by the same document: then
 * its origin is the outlet's own arithmetic, not a further source.
 */
function findSums(list: readonly BuiltClaim[]): void {
  for (const total of list) {
    const { quantity, mention, member } = total.canonical;
    if (quantity.isRange || mention.attributed_to || quantity.value < 10) continue;
    const parts = list
      .filter(
        (part) =>
          part !== total &&
          !part.canonical.quantity.isRange &&
          part.canonical.quantity.value < quantity.value &&
          part.canonical.quantity.value >= PART_MIN * quantity.value &&
          part.canonical.mention.unit === mention.unit &&
          (part.canonical.sense?.field ?? null) === (total.canonical.sense?.field ?? null) &&
          part.canonical.mention.attributed_to !== null &&
          part.claim.docs.includes(member.id),
      )
      .slice(-12);
    const found = subsetWithSum(parts, quantity.value, Math.min(quantity.slack, ROUNDING_MAX * quantity.value));
    if (!found) continue;
    const sum = found.map((part) => part.canonical.mention.number.text).join(" + ");
    total.claim.origins.push(`own sum: ${sum}`);
    for (const part of found) link(total, part, "sum-of", "part-of-sum", `${sum} = ${mention.number.text}`);
  }
}

function subsetWithSum(parts: readonly BuiltClaim[], target: number, tolerance: number): BuiltClaim[] | null {
  const search = (rest: readonly BuiltClaim[], left: number, chosen: BuiltClaim[]): BuiltClaim[] | null => {
    if (chosen.length >= 2 && Math.abs(left) <= tolerance) return chosen;
    if (chosen.length === 4 || left < -tolerance) return null;
    for (const [i, part] of rest.entries()) {
      const found = search(rest.slice(i + 1), left - part.canonical.quantity.value, [...chosen, part]);
      if (found) return found;
    }
    return null;
  };
  return search(parts, target, []);
}
