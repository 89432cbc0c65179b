import type { Claim, ClaimVariant } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { capitalised, count, excerpt, excerptAround, formatQuantity, formatUnit } from "../format.ts";
import { bdi, type Html, html } from "../markup.ts";
import type { PageModel } from "../model.ts";
import { relationSign } from "../relation.ts";

/** The worst relation among a claim's variants that still hold. A loop, since a claim may have thousands. */
export function worst(claim: Claim): number {
  let rank = 4;
  for (const variant of claim.variants) if (!variant.superseded) rank = Math.min(rank, relationSign(variant).rank);
  return rank;
}

/** What was changed about a figure besides its value. That it stands in a headline or caption is no change. */
export const wordingChanges = ({ mutations }: ClaimVariant): string[] =>
  mutations.filter((m) => m !== "headline" && m !== "caption");

/** How the articles stand to each other on a claim: one sign and a few words. */
export function verdict(claim: Claim, conflict: boolean): Html {
  if (conflict) return html`<span class="verdict t-bad">≠ in conflict</span>`;
  // Within one lineage another value is the rewrite's own doing, and no source stands against another.
  if (worst(claim) === 0) return html`<span class="verdict t-soft">≠ changed by a rewrite</span>`;
  if (claim.relation === "update") return html`<span class="verdict t-soft">↻ updated</span>`;
  const changed = claim.variants.filter((v) => v.relation !== "agrees").length;
  if (changed > 0) return html`<span class="verdict t-soft">≈ compatible, ${count(changed, "variant")}</span>`;
  const reworded = new Set(claim.variants.filter((v) => wordingChanges(v).length > 0).map((v) => v.doc)).size;
  return html`<span class="verdict t-good">= agree${reworded > 0 ? `, reworded in ${reworded}` : ""}</span>`;
}

/** The canonical value; a range that was written in words ("hundreds of thousands") in those words. */
export function quantity({ canonical: c, variants }: Claim): Html {
  const worded = Array.isArray(c.value) ? variants.find((v) => v.doc === c.from && v.range && wordy(v.evidence.text)) : undefined;
  const value = worded
    ? [c.modifier, worded.evidence.text.toLowerCase(), c.unit ? `of ${formatUnit(c.unit, 2)}` : null].filter(Boolean).join(" ")
    : formatQuantity(c.value, c.unit, c.modifier);
  return bdi(excerpt(value, LIMITS.value));
}

/** What a claim says, cut to a length around its figure. */
export function statementOf({ statement, canonical, variants }: Claim, length: number): string {
  const figure = variants.find(({ doc, evidence }) => doc === canonical.from && statement.includes(evidence.text));
  return capitalised(excerptAround(statement, figure?.evidence.text ?? "", length));
}

/** Words and no digit. */
export const wordy = (text: string): boolean => text.length <= 40 && /\p{L}/u.test(text) && !/\p{N}/u.test(text);

/** "John A. Brack" and "John Brack", "Brack": the longest form of a name stands for the others. */
function withoutRepeats(names: readonly string[]): string[] {
  const wordsOf = (name: string): Set<string> =>
    new Set(
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1),
    );
  const words = new Map(names.map((name) => [name, wordsOf(name)]));
  return names.filter((name, i) => {
    const own = words.get(name) ?? new Set();
    return !names.some((other, k) => {
      const others = words.get(other) ?? new Set();
      const isHeld = k !== i && own.size > 0 && [...own].every((word) => others.has(word));
      return isHeld && (others.size > own.size || other.length > name.length || (other.length === name.length && k < i));
    });
  });
}

/**
 * Whom the articles name for a claim; null where they tell it as their own. A place stands for whoever speaks there, so it is left
 * out where the articles name that.
 */
export function saidBy({ places }: PageModel, claim: Claim): string | null {
  const names = claim.canonical.attributed_to ? [claim.canonical.attributed_to, ...claim.origins] : claim.origins;
  const distinct = withoutRepeats([...new Set(names)]);
  const speakers = distinct.filter((name) => !places.has(name));
  const shown = speakers.length > 0 ? speakers : distinct;
  if (shown.length <= 2) return shown.length === 0 ? null : shown.join(" and ");
  return `${shown.slice(0, 2).join(", ")} and ${shown.length - 2} more`;
}
