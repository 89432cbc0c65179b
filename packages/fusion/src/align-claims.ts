/**
 * Groups the figures of a story into claims: one claim is one proposition, whatever its wording, unit or rounding.
 *
 *   figures ──same number, fitting context──▶ groups ──rounded / converted / in conflict──▶ claims
 *
 * Leader clustering in a fixed order (originals first), so the same members give the same claims. A figure meets only
 * groups that hold its number (a hash look-up) and at most `RIVALS_MAX` of them, so the cost is linear in the figures;
 * the second step compares neighbours by value and groups that share a rare subject word.
 */
import type { Figure, StoryFigures } from "./mentions.ts";
import { isTally } from "./predicate-classes.ts";
import { type Agreement, agreementOf, type Quantity, significantDigits } from "./quantity.ts";
import type { Rarity } from "./words.ts";

export interface FigureGroup {
  readonly figures: readonly Figure[];
  /** True where two of its values cannot both hold. */
  readonly conflict: boolean;
}

/** A story seldom tells more than a few propositions with one number; more rivals than this are repetition. */
const RIVALS_MAX = 48;
/** Groups compared to each side in the order of value when roundings are sought. */
const NEIGHBOURS_MAX = 24;
/** Evidence (in the units of `affinity`) to put two equal figures into one claim. */
const SAME_NUMBER = 2;
/** Evidence to read one figure as the rounding of another: the number itself proves less. */
const ROUNDED = 2.1;
/** Evidence in one text being made from the other, and in standing in a headline, where figures are rounded most. */
const KIN = 0.8;
const HEADLINE = 0.3;
/** Evidence against: a body that gives both figures has two things to count. */
const BESIDE = 1;
/** Evidence to say that two different numbers answer one question. A false conflict costs a reader more than a missed one. */
const CONFLICT = 3.4;

/** Share of both contexts' weight in common before two different numbers are taken to answer one question. */
const LIKE_CONTEXT = 0.3;

class Group {
  readonly figures: Figure[] = [];
  readonly docs = new Set<string>();
  readonly lineages = new Set<string>();
  readonly subject = new Set<string>();
  readonly places = new Set<string>();
  readonly predicates = new Set<string>();
  readonly classes = new Set<string>();
  readonly clause = new Set<string>();
  readonly sentence = new Set<string>();
  readonly periods = new Set<string>();
  readonly sources = new Set<string>();
  conflict = false;

  readonly order: number;

  constructor(order: number) {
    this.order = order;
  }

  get lead(): Figure {
    return this.figures[0]!;
  }

  add(figure: Figure): void {
    this.figures.push(figure);
    this.docs.add(figure.member.id);
    this.lineages.add(figure.lineage);
    for (const word of figure.subject) this.subject.add(word);
    for (const word of figure.places) this.places.add(word);
    if (figure.predicate) this.predicates.add(figure.predicate);
    if (figure.predicateClass) this.classes.add(figure.predicateClass);
    for (const word of figure.clause) this.clause.add(word);
    for (const word of figure.sentence) this.sentence.add(word);
    if (figure.mention.period) this.periods.add(figure.mention.period);
    const source = figure.mention.attributed_to_entity ?? figure.mention.attributed_to;
    if (source) this.sources.add(source);
  }

  absorb(other: Group): void {
    for (const figure of other.figures) this.add(figure);
    this.conflict ||= other.conflict;
  }
}

export function alignClaims(story: StoryFigures): FigureGroup[] {
  const groups = groupEqual(story);
  const merged = mergeRounded(groups, story.rarity);
  return mergeConflicts(merged, story.rarity).map(({ figures, conflict }) => ({ figures, conflict }));
}

/** What the context of a figure says for or against its being in a group. The number itself is not counted here. */
function contextAffinity(figure: Figure, group: Group, rarity: Rarity): number {
  let score = 0;
  if (figure.places.length > 0 && group.places.size > 0) score += figure.places.some((word) => group.places.has(word)) ? 1 : -1.2;
  if (figure.subject.length > 0 && group.subject.size > 0) {
    const shared = Math.max(
      rarity.containment(figure.subject, group.subject),
      rarity.containment(group.lead.subject, new Set(figure.subject)),
    );
    score += shared > 0 ? 1.2 * shared : -0.4;
  }
  const clause = rarity.containment(figure.clause, group.clause);
  score += 1.8 * clause + 0.9 * rarity.containment(figure.sentence, group.sentence);
  if (figure.predicateClass && group.classes.size > 0) score += group.classes.has(figure.predicateClass) ? 0.5 : -0.5;
  else if (figure.predicate && group.predicates.has(figure.predicate)) score += 0.4;
  const period = figure.mention.period;
  if (period && group.periods.size > 0) score += periodAffinity(period, group.periods);
  const source = figure.mention.attributed_to_entity ?? figure.mention.attributed_to;
  if (source && group.sources.has(source)) score += 0.4;
  return score;
}

function periodAffinity(period: string, others: ReadonlySet<string>): number {
  let best = -1.5;
  for (const other of others) best = Math.max(best, period === other ? 0.4 : periodsOverlap(period, other) ? 0.1 : -1.5);
  return best;
}

/** ISO dates and intervals compare as strings; a year or month covers its days. */
export function periodsOverlap(a: string, b: string): boolean {
  const ends = (period: string): [string, string] => {
    const [from = "", to = from] = period.split("/");
    return [from, `${to}\uffff`];
  };
  const [aFrom, aTo] = ends(a);
  const [bFrom, bTo] = ends(b);
  return aFrom <= bTo && bFrom <= aTo;
}

/** How much two equal numbers prove by themselves: 194,000 is no coincidence, 4 may well be. */
function numberEvidence(quantity: Quantity, dimensionShare: number): number {
  const rareUnit = 0.9 * (1 - Math.min(1, 4 * dimensionShare));
  if (quantity.magnitudeOnly) return 0.3 + rareUnit;
  const digits = quantity.isRange
    ? significantDigits(quantity.low) + significantDigits(quantity.high)
    : significantDigits(quantity.value);
  const small = Math.abs(quantity.value) <= 12 && digits === 1 ? 0.3 : 0;
  return [0, 0.7, 1.6, 2.3, 2.6][Math.min(4, digits)]! - small + rareUnit;
}

function numberKey(quantity: Quantity): string {
  return `${quantity.dimension}|${quantity.low.toPrecision(10)}|${quantity.high.toPrecision(10)}`;
}

function groupEqual({ figures, rarity }: StoryFigures): Group[] {
  const groups: Group[] = [];
  const byNumber = new Map<string, Group[]>();
  const perDimension = new Map<string, number>();
  for (const { quantity } of figures) perDimension.set(quantity.dimension, (perDimension.get(quantity.dimension) ?? 0) + 1);
  const index = (figure: Figure, group: Group): void => {
    const key = numberKey(figure.quantity);
    const holders = byNumber.get(key);
    if (!holders) byNumber.set(key, [group]);
    else if (!holders.includes(group) && holders.length < RIVALS_MAX) holders.push(group);
  };
  let previous: { figure: Figure; group: Group } | null = null;
  for (const figure of figures) {
    let best: Group | null = previous && isConversion(previous.figure, figure) ? previous.group : null;
    if (!best) {
      const evidence = numberEvidence(figure.quantity, (perDimension.get(figure.quantity.dimension) ?? 0) / figures.length);
      let bestScore = SAME_NUMBER;
      for (const group of byNumber.get(numberKey(figure.quantity)) ?? []) {
        if (agreementWith(figure, group) === "disjoint") continue;
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
    index(figure, best);
    previous = { figure, group: best };
  }
  return groups;
}

/** "400 kilometers (250 miles)": the second figure repeats the first in another unit. */
function isConversion(first: Figure, second: Figure): boolean {
  if (first.member !== second.member || first.quantity.dimension !== second.quantity.dimension) return false;
  if (first.quantity.unit === second.quantity.unit || first.quantity.value === 0) return false;
  const gap = first.member.text.slice(first.mention.number.span[1], second.mention.number.span[0]);
  if (gap.length > 24 || !/^[^.;]*[([,/]|^\s*(?:or|oder|soit|o)\s/i.test(gap)) return false;
  return Math.abs(first.quantity.value - second.quantity.value) <= 0.2 * Math.abs(first.quantity.value);
}

function agreementWith(figure: Figure, group: Group): Agreement {
  return agreementOf(
    group.figures.find((other) => numberKey(other.quantity) === numberKey(figure.quantity))!.quantity,
    figure.quantity,
  );
}

function groupAffinity(a: Group, b: Group, rarity: Rarity): number {
  return Math.max(contextAffinity(b.lead, a, rarity), contextAffinity(a.lead, b, rarity));
}

/** Joins "almost 100,000" to 98,000 where place and subject allow it. Nearest value and widest support win. */
function mergeRounded(groups: readonly Group[], rarity: Rarity): Group[] {
  const target = new Map<Group, Group>();
  for (const sorted of byDimension(groups).values()) {
    for (let i = 0; i < sorted.length; i++) {
      const coarse = sorted[i]!;
      let best: Group | null = null;
      let bestScore = ROUNDED;
      for (let step = 1; step <= NEIGHBOURS_MAX; step++) {
        for (const fine of [sorted[i - step], sorted[i + step]]) {
          if (!fine || !isFiner(fine, coarse)) continue;
          const agreement = agreementOf(coarse.lead.quantity, fine.lead.quantity);
          if (agreement !== "rounded" && agreement !== "converted") continue;
          const gap =
            Math.abs(fine.lead.quantity.value - coarse.lead.quantity.value) /
            Math.max(1e-12, Math.abs(coarse.lead.quantity.value));
          const kin = coarse.figures.some(({ lineage }) => fine.lineages.has(lineage)) ? KIN : 0;
          const headline = coarse.lead.mention.in_headline ? HEADLINE : 0;
          const score =
            groupAffinity(coarse, fine, rarity) -
            5 * gap +
            0.3 * Math.log(fine.docs.size) +
            kin +
            headline -
            (headline === 0 && intersects(coarse.docs, fine.docs) ? BESIDE : 0);
          if (score > bestScore) {
            best = fine;
            bestScore = score;
          }
        }
      }
      if (best) target.set(coarse, best);
    }
  }
  return applyMerges(groups, target, false);
}

/** A strict order, so merging towards the finer group cannot run in a ring. */
function isFiner(a: Group, b: Group): boolean {
  return a.lead.quantity.slack < b.lead.quantity.slack || (a.lead.quantity.slack === b.lead.quantity.slack && a.order < b.order);
}

/** Joins groups whose values clash but whose question is the same. A document that states both values knows they are two questions. */
function mergeConflicts(groups: readonly Group[], rarity: Rarity): Group[] {
  const target = new Map<Group, Group>();
  for (const candidates of bySubject(groups, rarity)) {
    for (let i = 0; i < candidates.length; i++) {
      const later = candidates[i]!;
      if (target.has(later)) continue;
      let best: Group | null = null;
      let bestScore = CONFLICT;
      for (let j = 0; j < i; j++) {
        const earlier = candidates[j]!;
        if (intersects(earlier.docs, later.docs) || !sameQuestion(earlier, later, rarity)) continue;
        const agreement = agreementOf(earlier.lead.quantity, later.lead.quantity);
        if (agreement === "equal") continue;
        if (agreement === "bounded" && !tightBound(earlier.lead.quantity, later.lead.quantity)) continue;
        const score = groupAffinity(earlier, later, rarity) + (sharesTally(earlier, later) ? 1 : 0);
        if (score > bestScore) {
          best = earlier;
          bestScore = score;
        }
      }
      if (best) target.set(later, best);
    }
  }
  return applyMerges(groups, target, true);
}

function sameQuestion(a: Group, b: Group, rarity: Rarity): boolean {
  if (a.subject.size > 0 && b.subject.size > 0 && !intersects(a.subject, b.subject) && !sharesTally(a, b)) return false;
  if (a.places.size > 0 && b.places.size > 0 && !intersects(a.places, b.places)) return false;
  if (a.classes.size > 0 && b.classes.size > 0 && !intersects(a.classes, b.classes)) return false;
  for (const period of a.periods) for (const other of b.periods) if (!periodsOverlap(period, other)) return false;
  if (sharesTally(a, b)) return true;
  // Subject and place fit many figures of one story; the rest of what is told must be alike too.
  return (
    Math.max(likeContext(a.lead.sentence, b.lead.sentence, rarity), likeContext(a.lead.clause, b.lead.clause, rarity)) >=
    LIKE_CONTEXT
  );
}

function likeContext(a: readonly string[], b: readonly string[], rarity: Rarity): number {
  if (a.length < 3 || b.length < 3) return 0;
  return Math.min(rarity.containment(a, new Set(b)), rarity.containment(b, new Set(a)));
}

const sharesTally = (a: Group, b: Group): boolean => [...a.classes].some((name) => isTally(name) && b.classes.has(name));

/** "At least 12" and 15 tell one tally; "more than 100,000" and 194,000 may count different things. */
function tightBound(a: Quantity, b: Quantity): boolean {
  const ratio = Math.min(a.value, b.value) / Math.max(a.value, b.value, 1e-12);
  return ratio >= 0.6;
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
    const words = [...group.subject].sort((a, b) => rarity.of(b) - rarity.of(a) || (a < b ? -1 : 1)).slice(0, 2);
    for (const key of [...words, ...[...group.classes].filter(isTally).map((name) => `#${name}`)]) {
      const bucket = buckets.get(`${group.lead.quantity.dimension}|${key}`);
      if (!bucket) buckets.set(`${group.lead.quantity.dimension}|${key}`, [group]);
      else if (bucket.length < RIVALS_MAX) bucket.push(group);
    }
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}

function applyMerges(groups: readonly Group[], target: ReadonlyMap<Group, Group>, markConflicts: boolean): Group[] {
  const rootOf = (group: Group): Group => {
    let at = group;
    for (let next = target.get(at); next; next = target.get(at)) at = next;
    return at;
  };
  const gathered = new Map<Group, Group>();
  for (const group of groups) {
    const root = rootOf(group);
    const home = gathered.get(root) ?? new Group(Math.min(root.order, group.order));
    gathered.set(root, home);
    if (markConflicts && group !== root && agreementOf(root.lead.quantity, group.lead.quantity) === "disjoint")
      home.conflict = true;
    home.absorb(group);
  }
  return [...gathered.values()].sort((a, b) => a.order - b.order);
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}
