/**
 * Groups the figures of a story into claims: one claim is one proposition, whatever its wording, unit or rounding.
 *
 *   figures ──same number, fitting context──▶ groups ──rounded──▶ ──told by a rewrite in place of──▶ ──in conflict──▶ claims
 *
 * Leader clustering in a fixed order (originals first), so the same members give the same claims. A figure meets only
 * groups that hold its number (a hash look-up) and at most `RIVALS_MAX` of them, so the cost is linear in the figures;
 * the later steps compare neighbours by value, sentences of parent and child, and groups that share a rare word.
 */

import type { Rarity } from "../words/vocabulary.ts";
import {
  applyMerges,
  contextAffinity,
  Group,
  groupAffinity,
  intersects,
  numberEvidence,
  periodsOverlap,
  placesExclude,
  rootIn,
  sharesTally,
} from "./figure-group.ts";
import type { Figure, StoryFigures } from "./figures.ts";
import { mergeRewritten } from "./merge-rewritten.ts";
import { isTally } from "./predicate-classes.ts";
import { agreementOf, type Quantity } from "./quantity.ts";

export interface FigureGroup {
  readonly figures: readonly Figure[];
}

/** A story seldom tells more than a few propositions with one number; more rivals than this are repetition. */
const RIVALS_MAX = 48;
/** Groups compared to each side in the order of value when roundings are sought. */
const NEIGHBOURS_MAX = 24;
/** Evidence (in the units of `contextAffinity`) to put two equal figures into one claim. */
const SAME_NUMBER = 2;
/** Evidence to read one figure as the rounding of another: the number itself proves less. */
const ROUNDED = 2.1;
/** Evidence in standing in a headline, where figures are rounded most. */
const HEADLINE = 0.3;
/** Evidence, above what kin counts anyway, in one text being made from the other: rewrites round. */
const KIN = 0.5;
/** Evidence against: a body that gives both figures has two things to count. */
const BESIDE = 1;
/** Evidence to say that two different numbers answer one question. A false conflict costs a reader more than a missed one. */
const CONFLICT = 3.4;
/** Evidence in counting the dead, the injured, the missing of one event: a story has one such tally. */
const TALLY = 1.6;
/** Evidence in nobody else of the story counting this thing. */
const ONLY_TWO = 0.7;
/** Share of both contexts' weight in common before two different numbers are taken to answer one question. */
const LIKE_CONTEXT = 0.3;
/** A bound within this ratio of the value bounds that value; "more than 100,000" beside 194,000 may count something else. */
const TIGHT_BOUND = 0.75;

export function alignClaims(story: StoryFigures, parents: ReadonlyMap<string, string>): FigureGroup[] {
  const equal = groupEqual(story);
  const rounded = mergeRounded(equal, story.rarity);
  const rewritten = mergeRewritten(rounded, parents, story.rarity);
  return mergeConflicts(rewritten, story.rarity).map(({ figures }) => ({ figures }));
}

function groupEqual({ figures, rarity }: StoryFigures): Group[] {
  const groups: Group[] = [];
  const byNumber = new Map<string, Group[]>();
  const perUnit = new Map<string, number>();
  const unitKey = (figure: Figure): string => `${figure.quantity.dimension}|${figure.thing ?? ""}`;
  for (const figure of figures) perUnit.set(unitKey(figure), (perUnit.get(unitKey(figure)) ?? 0) + 1);
  const index = (key: string, group: Group): void => {
    const holders = byNumber.get(key);
    if (!holders) byNumber.set(key, [group]);
    else if (!holders.includes(group) && holders.length < RIVALS_MAX) holders.push(group);
  };
  let previous: { figure: Figure; group: Group } | null = null;
  for (const figure of figures) {
    let best: Group | null = previous && isConversion(previous.figure, figure) ? previous.group : null;
    if (!best) {
      const evidence = numberEvidence(figure.quantity, (perUnit.get(unitKey(figure)) ?? 0) / figures.length);
      const same = byNumber.get(figure.numberKey) ?? [];
      const written = byNumber.get(figure.writtenKey) ?? [];
      let bestScore = SAME_NUMBER;
      for (const group of written.length === 0 ? same : new Set([...same, ...written])) {
        if (!holdsNumber(group, figure)) continue;
        const score = evidence + contextAffinity(figure, group, rarity);
        if (score > bestScore) {
          best = group;
          bestScore = score;
        }
      }
    }
    if (!best) {
      best = new Group(groups.length);
      groups.push(best);
    }
    best.add(figure);
    for (const key of [figure.numberKey, figure.writtenKey]) {
      index(key, best);
      best.hold(key, figure);
    }
    if (!figure.mention.unit) best.hold(`${figure.writtenKey}|bare`, figure);
    previous = { figure, group: best };
  }
  return groups;
}

/** Bare "two" beside "two miles" proves nothing; a bare 34 beside "34 years" does. */
const SMALL = 12;

/** The group holds this very number, in a unit that is the same or that one of the two leaves open. */
function holdsNumber(group: Group, figure: Figure): boolean {
  const same = group.numbers.get(figure.numberKey);
  if (same) return agreementOf(same.quantity, figure.quantity) !== "disjoint";
  const written = figure.writtenKey;
  const other = group.numbers.get(`${written}|bare`) ?? (figure.mention.unit ? undefined : group.numbers.get(written));
  if (!other) return false;
  if (other.quantity.dimension !== figure.quantity.dimension) return figure.quantity.high > SMALL;
  return agreementOf(other.quantity, figure.quantity) !== "disjoint";
}

/** "400 kilometers (250 miles)", "60 million euros ($65 million)": the second figure repeats the first in another unit. */
function isConversion(first: Figure, second: Figure): boolean {
  if (first.member !== second.member || first.quantity.unit === second.quantity.unit || first.quantity.value === 0) return false;
  const gap = first.member.text.slice(first.mention.number.span[1], second.mention.number.span[0]);
  if (gap.length > 24 || !/^[^.;]*[([,/]|^\s*(?:or|oder|soit|o)\s/i.test(gap)) return false;
  const ratio = second.quantity.value / first.quantity.value;
  if (first.quantity.dimension.startsWith("money:") && second.quantity.dimension.startsWith("money:")) return /[([]/.test(gap);
  return (
    first.quantity.dimension === second.quantity.dimension && first.quantity.dimension !== "count" && Math.abs(ratio - 1) <= 0.2
  );
}

/** Joins "almost 100,000" to 98,000 where place and subject allow it. Nearest value and widest support win. */
function mergeRounded(groups: readonly Group[], rarity: Rarity): Group[] {
  const target = new Map<Group, Group>();
  for (const sorted of byDimension(groups).values())
    for (let i = 0; i < sorted.length; i++) {
      const coarse = sorted[i]!;
      let best: Group | null = null;
      let bestScore = ROUNDED;
      for (let step = 1; step <= NEIGHBOURS_MAX; step++)
        for (const fine of [sorted[i - step], sorted[i + step]]) {
          if (!fine || !isFiner(fine, coarse)) continue;
          const score = roundingScore(coarse, fine, rarity);
          if (score > bestScore) {
            best = fine;
            bestScore = score;
          }
        }
      if (best) target.set(coarse, best);
    }
  return applyMerges(groups, target);
}

function roundingScore(coarse: Group, fine: Group, rarity: Rarity): number {
  const agreement = agreementOf(coarse.lead.quantity, fine.lead.quantity);
  const beside = intersects(coarse.docs, fine.docs);
  const headline = coarse.lead.mention.in_headline;
  if (agreement === "bounded") {
    // Two bounds are two statements: "more than 30,000" says nothing of "over 38,600".
    const bounds = [coarse, fine].filter(({ lead }) => lead.quantity.bound === "above" || lead.quantity.bound === "below").length;
    if (beside || bounds > 1 || ratioOf(coarse.lead.quantity, fine.lead.quantity) < TIGHT_BOUND) return Number.NEGATIVE_INFINITY;
  } else if (agreement === "contained") {
    // "Dozens hurt" is the 26 of the same tally; "tens of thousands left" may be anybody's.
    if (!sharesTally(coarse, fine) || (beside && !headline)) return Number.NEGATIVE_INFINITY;
  } else if (agreement !== "rounded" && agreement !== "converted") return Number.NEGATIVE_INFINITY;
  const gap = agreement === "contained" ? 0 : 1 - ratioOf(coarse.lead.quantity, fine.lead.quantity);
  return (
    groupAffinity(coarse, fine, rarity) -
    (agreement === "bounded" ? 2 : 5) * gap +
    0.3 * Math.log(fine.docs.size) +
    (headline ? HEADLINE : beside ? -BESIDE : 0) +
    (intersects(coarse.lineages, fine.lineages) ? KIN : 0)
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

function ratioOf(a: Quantity, b: Quantity): number {
  const [low, high] = [Math.abs(a.value), Math.abs(b.value)].sort((x, y) => x - y) as [number, number];
  return high === 0 ? 1 : low / high;
}

/**
 * Joins groups whose values clash but whose question is the same. A document that states both values knows they are two
 * questions, and so does any that joins later: the documents of a claim are watched as it grows.
 */
function mergeConflicts(groups: readonly Group[], rarity: Rarity): Group[] {
  const target = new Map<Group, Group>();
  const docs = new Map(groups.map((group) => [group, new Set(group.docs)]));
  for (const candidates of bySubject(groups, rarity))
    for (let i = 0; i < candidates.length; i++) {
      const later = candidates[i]!;
      if (target.has(later)) continue;
      let best: Group | null = null;
      let bestScore = CONFLICT;
      for (let j = 0; j < i; j++) {
        const earlier = candidates[j]!;
        if (intersects(docs.get(rootIn(target, earlier))!, docs.get(later)!) || !sameQuestion(earlier, later, rarity)) continue;
        const agreement = agreementOf(earlier.lead.quantity, later.lead.quantity);
        if (
          agreement === "equal" ||
          (agreement === "bounded" && ratioOf(earlier.lead.quantity, later.lead.quantity) < TIGHT_BOUND)
        )
          continue;
        const score =
          groupAffinity(earlier, later, rarity) +
          (sharesTally(earlier, later) ? TALLY : candidates.length === 2 ? ONLY_TWO : 0) -
          farApart(earlier.lead.quantity, later.lead.quantity);
        if (score > bestScore) {
          best = earlier;
          bestScore = score;
        }
      }
      if (!best) continue;
      const root = rootIn(target, best);
      target.set(later, root);
      for (const doc of docs.get(later)!) docs.get(root)!.add(doc);
    }
  return applyMerges(groups, target);
}

/** Answers to one question are seldom far apart; orders of magnitude are words, and words slip further. */
function farApart(a: Quantity, b: Quantity): number {
  if (a.magnitudeOnly || b.magnitudeOnly) return 0;
  return 0.6 * Math.abs(Math.log(Math.max(1e-9, ratioOf(a, b))));
}

function sameQuestion(a: Group, b: Group, rarity: Rarity): boolean {
  const tally = sharesTally(a, b);
  if (a.subject.size > 0 && b.subject.size > 0 && !intersects(a.subject, b.subject) && !tally) return false;
  if (a.things.size > 0 && b.things.size > 0 && !intersects(a.things, b.things) && !tally) return false;
  if (placesExclude(a.places, b.places)) return false;
  if (a.classes.size > 0 && b.classes.size > 0 && !intersects(a.classes, b.classes)) return false;
  for (const period of a.periods) for (const other of b.periods) if (!periodsOverlap(period, other)) return false;
  // A figure dated to another year is background; what carries no date is of the day.
  if (isBackground(a) !== isBackground(b)) return false;
  if (tally) return true;
  // Subject and place fit many figures of one story; the rest of what is told must be alike too.
  return (
    Math.max(likeContext(a.lead.sentence, b.lead.sentence, rarity), likeContext(a.lead.clause, b.lead.clause, rarity)) >=
    LIKE_CONTEXT
  );
}

function isBackground(group: Group): boolean {
  const day = group.lead.member.published_at ?? group.lead.member.facts?.event_date;
  const periods = [...group.periods];
  return (
    periods.length > 0 && periods.every((period) => (day ? !periodsOverlap(day.slice(0, 4), period) : /^\d{4}$/.test(period)))
  );
}

function likeContext(a: readonly number[], b: readonly number[], rarity: Rarity): number {
  if (a.length < 3 || b.length < 3) return 0;
  return Math.min(rarity.containment(a, new Set(b)), rarity.containment(b, new Set(a)));
}

function byDimension(groups: readonly Group[]): Map<string, Group[]> {
  const dimensions = new Map<string, Group[]>();
  for (const group of groups) {
    const list = dimensions.get(group.lead.quantity.dimension);
    if (list) list.push(group);
    else dimensions.set(group.lead.quantity.dimension, [group]);
  }
  for (const list of dimensions.values()) list.sort((a, b) => a.lead.quantity.value - b.lead.quantity.value || a.order - b.order);
  return dimensions;
}

/** Buckets of groups of one dimension that share a subject word or tally, at most `RIVALS_MAX` each. */
function bySubject(groups: readonly Group[], rarity: Rarity): Group[][] {
  const buckets = new Map<string, Group[]>();
  for (const group of groups) {
    const words = rarity.rarest([...group.subject], 2);
    for (const key of [...words, ...[...group.classes].filter(isTally).map((name) => `#${name}`)]) {
      const bucket = buckets.get(`${group.lead.quantity.dimension}|${key}`);
      if (!bucket) buckets.set(`${group.lead.quantity.dimension}|${key}`, [group]);
      else if (bucket.length < RIVALS_MAX) bucket.push(group);
    }
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}
