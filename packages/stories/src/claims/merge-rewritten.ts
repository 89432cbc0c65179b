/**
 * Finds what a rewrite put in the place of its original's figure. Where a sentence of the child answers a sentence of
 * the parent, a figure left over on each side is one figure told otherwise: "19 kilometers" for 9, "hundreds of buses"
 * for 240, "two of the injured are firefighters" for "two firefighters".
 */

import type { Rarity } from "../words/vocabulary.ts";
import { groupsExclude } from "./exclusions.ts";
import { applyMerges, contextAffinity, type Group } from "./figure-group.ts";
import type { Figure } from "./figures.ts";
import type { KeptApart } from "./overrides.ts";
import { agreementOf } from "./quantity.ts";

/** Share of the weight of the shorter sentence that must stand in the other. */
const SAME_SENTENCE = 0.4;
/** Evidence in being the only one of its kind. */
const ONLY_ONE = 0.4;
/** Evidence needed besides the sentence. */
const SAME_PLACE = 1.2;
/** A document with more figures than this is a table, and tables are not rewritten sentence by sentence. */
const FIGURES_MAX = 150;

export function mergeRewritten(
  groups: readonly Group[],
  parents: ReadonlyMap<string, string>,
  rarity: Rarity,
  kept: KeptApart,
): Group[] {
  const perDoc = new Map<string, { figure: Figure; group: Group }[]>();
  for (const group of groups)
    for (const figure of group.figures) {
      const list = perDoc.get(figure.member.id);
      if (list) list.push({ figure, group });
      else perDoc.set(figure.member.id, [{ figure, group }]);
    }
  const target = new Map<Group, Group>();
  for (const [child, parent] of [...parents].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const from = perDoc.get(parent) ?? [];
    const to = perDoc.get(child) ?? [];
    if (from.length === 0 || to.length === 0 || from.length > FIGURES_MAX || to.length > FIGURES_MAX) continue;
    const held = new Set(to.map(({ group }) => group));
    const free = from.filter(({ group }) => !held.has(group));
    const parentGroups = new Set(from.map(({ group }) => group));
    const left = to.filter(({ group }) => !parentGroups.has(group));
    for (const { figure, group } of left) {
      if (target.has(group)) continue;
      const best = bestTwin(figure, group, free, rarity, isOnlyOne(figure, left, free) ? ONLY_ONE : 0);
      if (!best || best === group || leadsTo(target, best, group) || groupsExclude(group, best, kept)) continue;
      target.set(group, best);
    }
  }
  return applyMerges(groups, target);
}

/** The only measure of its kind left over on either side: euros answer euros. Counted things are too common for that. */
function isOnlyOne(
  figure: Figure,
  left: readonly { figure: Figure; group: Group }[],
  free: readonly { figure: Figure; group: Group }[],
): boolean {
  const { dimension } = figure.quantity;
  const groupsOf = (list: readonly { figure: Figure; group: Group }[]): number =>
    new Set(list.filter((one) => one.figure.quantity.dimension === dimension).map(({ group }) => group)).size;
  return dimension !== "count" && groupsOf(left) === 1 && groupsOf(free) === 1;
}

function bestTwin(
  figure: Figure,
  group: Group,
  free: readonly { figure: Figure; group: Group }[],
  rarity: Rarity,
  bonus: number,
): Group | null {
  let best: Group | null = null;
  let bestScore = SAME_PLACE;
  for (const other of free) {
    if (other.figure.quantity.dimension !== figure.quantity.dimension && figure.mention.unit && other.figure.mention.unit)
      continue;
    const sentence = Math.max(
      rarity.containment(figure.sentence, new Set(other.figure.sentence)),
      rarity.containment(other.figure.sentence, new Set(figure.sentence)),
    );
    if (sentence < SAME_SENTENCE - bonus / 2) continue;
    const agreement = agreementOf(figure.quantity, other.figure.quantity);
    const score =
      bonus +
      sentence +
      0.5 * contextAffinity(figure, other.group, rarity) +
      (agreement === "disjoint" ? -0.3 : agreement === "equal" ? 0.6 : 0.2);
    if (score > bestScore) {
      best = other.group;
      bestScore = score;
    }
  }
  return best === group ? null : best;
}

function leadsTo(target: ReadonlyMap<Group, Group>, from: Group, to: Group): boolean {
  for (let at: Group | undefined = from; at; at = target.get(at)) if (at === to) return true;
  return false;
}
