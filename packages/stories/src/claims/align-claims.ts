/**
 * Groups the figures of a story into claims: one claim is one proposition, whatever its wording, unit or rounding.
 *
 *   figures ──same number, fitting context──▶ groups ──rounded──▶ ──told by a rewrite in place of──▶ ──in conflict──▶ claims
 *
 * Leader clustering in a fixed order (originals first), so the same members give the same claims. A figure meets only
 * groups that hold its number (a hash look-up) and at most `RIVALS_MAX` of them, so the cost is linear in the figures;
 * the later steps compare neighbours by value, sentences of parent and child, and groups that share a rare word.
 */

import { mustAt, type NonEmpty } from "@wirefold/core";
import type { Rarity } from "../words/vocabulary.ts";
import { isConversion } from "./conversions.ts";
import { excludes, groupsExclude } from "./exclusions.ts";
import {
  applyMerges,
  byDimension,
  contextAffinity,
  Group,
  groupAffinity,
  intersects,
  numberEvidence,
  ratioOf,
  rootIn,
  sharesTally,
} from "./figure-group.ts";
import type { Figure, StoryFigures } from "./figures.ts";
import { type FigurePair, mergeConflicts } from "./find-conflicts.ts";
import { mergeRewritten } from "./merge-rewritten.ts";
import { oppositesOf } from "./opposites.ts";
import { type KeptApart, NONE_KEPT } from "./overrides.ts";
import { agreementOf, type Quantity } from "./quantity.ts";
import { baseOf } from "./units.ts";
import { WEIGHTS } from "./weights.ts";

export interface FigureGroup {
  readonly figures: Readonly<NonEmpty<Figure>>;
}

/** A story seldom tells more than a few propositions with one number; more rivals than this are repetition. */
const RIVALS_MAX = 48;
/** Groups compared to each side in the order of value when roundings are sought. */
const NEIGHBOURS_MAX = 24;

export interface AlignedClaims {
  readonly groups: readonly FigureGroup[];
  readonly possible: readonly FigurePair[];
  /** Equal numbers with opposite directions. */
  readonly opposite: readonly FigurePair[];
}

export function alignClaims(
  story: StoryFigures,
  parents: ReadonlyMap<string, string>,
  kept: KeptApart = NONE_KEPT,
): AlignedClaims {
  const { groups, possible } = mergeConflicts(groupsBeforeConflicts(story, parents, kept), story, kept);
  return { groups: groups.map(({ figures }) => ({ figures })), possible, opposite: oppositesOf(groups, story.rarity) };
}

/** Figures that agree, by claim. */
export function groupsBeforeConflicts(story: StoryFigures, parents: ReadonlyMap<string, string>, kept: KeptApart): Group[] {
  const equal = groupEqual(story, kept);
  const rounded = mergeRounded(equal, story.rarity, kept);
  return mergeRewritten(rounded, parents, story.rarity, kept);
}

function groupEqual({ figures, rarity }: StoryFigures, kept: KeptApart): Group[] {
  const groups: Group[] = [];
  const byNumber = new Map<string, Group[]>();
  const perUnit = new Map<string, number>();
  const unitKey = (figure: Figure): string => `${figure.quantity.dimension}|${figure.thing ?? ""}`;
  for (const figure of figures) {
    const unit = unitKey(figure);
    perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1);
  }
  const index = (key: string, group: Group): void => {
    const holders = byNumber.get(key);
    if (!holders) byNumber.set(key, [group]);
    else if (!holders.includes(group) && holders.length < RIVALS_MAX) holders.push(group);
  };
  /** Groups that one report's conversion shows to be of one amount: the later by the one it goes into. */
  const twins = new Map<Group, Group>();
  let previous: { figure: Figure; group: Group } | null = null;
  for (const figure of figures) {
    const told: Group | null = previous && isConversion(previous.figure, figure) ? previous.group : null;
    let best: Group | null = null;
    // The other half of an amount told twice may already be another report's only one.
    if (told === null || figure.quantity.dimension.startsWith("money:")) {
      const evidence = numberEvidence(figure.quantity, (perUnit.get(unitKey(figure)) ?? 0) / figures.length);
      const same = byNumber.get(figure.numberKey) ?? [];
      const written = byNumber.get(figure.writtenKey) ?? [];
      let bestScore = WEIGHTS.sameNumber;
      for (const group of written.length === 0 ? same : new Set([...same, ...written])) {
        if (!holdsNumber(group, figure) || excludes(figure, group, kept)) continue;
        // That the story seldom counts shelters says nothing where the other figure counts the dead.
        const isOther =
          figure.quantity.high <= SMALL && figure.thing !== null && group.things.size > 0 && !group.things.has(figure.thing);
        const score = (isOther ? numberEvidence(figure.quantity, 1) : evidence) + contextAffinity(figure, group, rarity);
        if (score > bestScore) {
          best = group;
          bestScore = score;
        }
      }
    }
    if (told !== null) {
      if (best !== null && rootIn(twins, best) !== rootIn(twins, told) && !groupsExclude(best, told, kept))
        twins.set(...inOrder(rootIn(twins, best), rootIn(twins, told)));
      best = told;
    }
    if (best) best.add(figure);
    else {
      best = new Group(groups.length, figure);
      groups.push(best);
    }
    for (const key of [figure.numberKey, figure.writtenKey]) {
      index(key, best);
      best.hold(key, figure);
    }
    if (!figure.mention.unit) best.hold(`${figure.writtenKey}|bare`, figure);
    previous = { figure, group: best };
  }
  return applyMerges(groups, twins);
}

const inOrder = (a: Group, b: Group): [Group, Group] => (a.order > b.order ? [a, b] : [b, a]);

/** Bare "two" alongside "two miles" proves nothing; a bare 34 alongside "34 years" does. */
const SMALL = 12;

/** The group holds this very number, in a unit that is the same, that one of the two leaves open, or whose rate the other leaves open. */
function holdsNumber(group: Group, figure: Figure): boolean {
  const same = group.numbers.get(figure.numberKey);
  if (same) return agreementOf(same.quantity, figure.quantity) !== "disjoint";
  const written = figure.writtenKey;
  const rate = group.numbers.get(written);
  if (rate && rate.quantity.dimension !== figure.quantity.dimension && figure.quantity.high > SMALL) {
    const [a, b] = [rate.quantity.dimension, figure.quantity.dimension];
    if (baseOf(a) === baseOf(b) && (a === baseOf(a) || b === baseOf(b))) return true;
  }
  const other = group.numbers.get(`${written}|bare`) ?? (figure.mention.unit ? undefined : rate);
  if (!other) return false;
  if (other.quantity.dimension !== figure.quantity.dimension) return figure.quantity.high > SMALL;
  return agreementOf(other.quantity, figure.quantity) !== "disjoint";
}

/** Joins "almost 100,000" to 98,000 where place and subject allow it. Nearest value and widest support win. */
function mergeRounded(groups: readonly Group[], rarity: Rarity, kept: KeptApart): Group[] {
  const target = new Map<Group, Group>();
  for (const sorted of byDimension(groups).values())
    for (const [i, coarse] of sorted.entries()) {
      let best: Group | null = null;
      let bestScore = WEIGHTS.rounded;
      const only = onlyWithin(sorted, i);
      for (let step = 1; step <= NEIGHBOURS_MAX; step++)
        for (const fine of [sorted[i - step], sorted[i + step]]) {
          if (!fine || !isFiner(fine, coarse) || !mayRound(coarse, fine) || groupsExclude(coarse, fine, kept)) continue;
          const isOnly = fine === only;
          const score = roundingScore(coarse, fine, rarity, isOnly) + (isUnrivalled(sorted, i, fine) ? WEIGHTS.unrivalled : 0);
          if (score > bestScore) {
            best = fine;
            bestScore = score;
          }
        }
      if (best) target.set(coarse, best);
    }
  return applyMerges(groups, target);
}

/** What two numbers alone say of it; cheap, so it is asked first. */
function mayRound(coarse: Group, fine: Group): boolean {
  const agreement = agreementOf(coarse.lead.quantity, fine.lead.quantity);
  return agreement !== "equal" && agreement !== "disjoint";
}

/** Values this near could be rounded to one another. */
const NEAR_RATIO = 0.8;

/** No third figure of the same thing lies near: who rounds can only mean this one. */
function isUnrivalled(sorted: readonly Group[], at: number, fine: Group): boolean {
  const coarse = mustAt(sorted, at);
  const isRival = (other: Group | undefined): boolean =>
    other !== undefined &&
    other !== fine &&
    ratioOf(other.lead.quantity, coarse.lead.quantity) >= NEAR_RATIO &&
    (other.things.size === 0 || coarse.things.size === 0 || intersects(other.things, coarse.things));
  return ![-2, -1, 1, 2].some((step) => isRival(sorted[at + step]));
}

/** "Hundreds of workers", and one count of people in the hundreds: the only other claim of the thing within the order of magnitude. */
function onlyWithin(sorted: readonly Group[], at: number): Group | null {
  const { lead, things } = mustAt(sorted, at);
  const { quantity } = lead;
  if (!quantity.magnitudeOnly || things.size === 0) return null;
  let found: Group | null = null;
  for (const way of [-1, 1])
    for (let step = way; ; step += way) {
      const other = sorted[at + step];
      if (!other || other.lead.quantity.value < quantity.low || other.lead.quantity.value > quantity.high) break;
      if (Math.abs(step) > NEIGHBOURS_MAX) return null;
      if (other.lead.quantity.magnitudeOnly || (other.things.size > 0 && !intersects(other.things, things))) continue;
      if (found || other.things.size === 0) return null;
      found = other;
    }
  return found;
}

function roundingScore(coarse: Group, fine: Group, rarity: Rarity, isOnly: boolean): number {
  const agreement = agreementOf(coarse.lead.quantity, fine.lead.quantity);
  const alongside = intersects(coarse.docs, fine.docs);
  const headline = coarse.lead.mention.in_headline;
  const bothBound = [coarse, fine].every(({ lead }) => lead.quantity.bound === "above" || lead.quantity.bound === "below");
  if (agreement === "bounded") {
    // Two bounds are two statements: "more than 30,000" says nothing of "over 38,600".
    const bounds = [coarse, fine].filter(({ lead }) => lead.quantity.bound === "above" || lead.quantity.bound === "below").length;
    if (
      alongside ||
      // "At least ten soldiers" of a town, where the report's toll is twenty: a part, and another report's eleven are no such part.
      coarse.lead.toppedBy !== null ||
      fine.lead.toppedBy !== null ||
      (bounds > 1 && !isCutOff(coarse, fine)) ||
      ratioOf(coarse.lead.quantity, fine.lead.quantity) < WEIGHTS.tightBound
    )
      return Number.NEGATIVE_INFINITY;
  } else if (agreement === "contained") {
    // "Dozens hurt" is the 26 of the same tally; "tens of thousands left" may be anybody's.
    const isTold = sharesTally(coarse, fine);
    if (!isTold && !isOnly) return Number.NEGATIVE_INFINITY;
    if (alongside && !headline && !(isOnly && (isTold || intersects(coarse.predicates, fine.predicates))))
      return Number.NEGATIVE_INFINITY;
  } else if (agreement !== "rounded" && agreement !== "converted") return Number.NEGATIVE_INFINITY;
  const isRange = coarse.lead.quantity.isRange || fine.lead.quantity.isRange;
  const gap = agreement === "contained" || isRange ? 0 : 1 - ratioOf(coarse.lead.quantity, fine.lead.quantity);
  return (
    groupAffinity(coarse, fine, rarity) -
    (agreement === "bounded" ? 2 : 5) * gap +
    0.3 * Math.log(fine.docs.size) +
    (bothBound && isCutOff(coarse, fine) ? WEIGHTS.cutOff : 0) +
    (isOnly ? WEIGHTS.onlyWithin : 0) +
    roundedEvidence(coarse.lead.quantity) +
    (agreement === "rounded" ? nearEvidence(gap) : 0) +
    (headline ? WEIGHTS.headlineRounds : alongside ? WEIGHTS.alongside : 0) +
    (intersects(coarse.lineages, fine.lineages) ? WEIGHTS.lineageRounds : 0)
  );
}

/** Values that agree to two digits and more are seldom of two things: 5,460 and "nearly 5,500" lie nearer than 24 and 30. */
function nearEvidence(gap: number): number {
  const digits = gap <= 0 ? DIGITS_MOST : -Math.log10(gap);
  return WEIGHTS.agreeingDigits * Math.max(0, Math.min(DIGITS_MOST, digits) - DIGITS_LEAST);
}
const DIGITS_LEAST = 1.2;
const DIGITS_MOST = 2.2;

/** What is measured has more values than what is counted, and great sums and distances are few in a story. */
function roundedEvidence({ dimension, written }: Quantity): number {
  if (dimension === "count" || dimension === "duration" || dimension === "age") return 0;
  if (dimension === "percent") return WEIGHTS.roundedMeasure / 2;
  return WEIGHTS.roundedMeasure + (Math.abs(written) >= GREAT ? WEIGHTS.large : 0);
}

const GREAT = 1000;

/** "Over 400,000" for "more than 437,300" of the same thing: the lower bound cuts the digits off. */
function isCutOff(coarse: Group, fine: Group): boolean {
  const [a, b] = [coarse.lead, fine.lead];
  const place = 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(b.quantity.written))));
  const cut = Math.floor(b.quantity.written / place) * place;
  const ofOneThing = !a.isAnybody && a.subject.some((word) => b.subject.includes(word));
  return (
    ofOneThing && a.quantity.bound === b.quantity.bound && a.quantity.written === cut && ratioOf(a.quantity, b.quantity) >= 0.85
  );
}

/** A strict order, so merging towards the finer group cannot run in a ring. */
function isFiner(a: Group, b: Group): boolean {
  const [left, right] = [finenessOf(a), finenessOf(b)];
  return left < right || (left === right && a.order < b.order);
}

function finenessOf({ lead: { quantity } }: Group): number {
  return quantity.magnitudeOnly ? quantity.high - quantity.low : quantity.slack;
}
