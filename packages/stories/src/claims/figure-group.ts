import { isCountryWord } from "@wirefold/text";
import type { Rarity } from "../words/vocabulary.ts";
import type { Figure } from "./figures.ts";
import { isTally } from "./predicate-classes.ts";
import { type Quantity, significantDigits } from "./quantity.ts";

/** Most figures have no place, no period and no source: one empty set stands for all of them. */
const NOTHING: ReadonlySet<never> = new Set<never>();

function joined<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.size === 0 ? new Set([value]) : (set as Set<T>).add(value);
}

/** Figures taken for one claim, with all that was said around them. */
export class Group {
  readonly figures: Figure[] = [];
  readonly docs = new Set<string>();
  readonly lineages = new Set<string>();
  readonly subject = new Set<number>();
  things: ReadonlySet<string> = NOTHING;
  places: ReadonlySet<string> = NOTHING;
  classes: ReadonlySet<string> = NOTHING;
  predicates: ReadonlySet<number> = NOTHING;
  readonly clause = new Set<number>();
  readonly sentence = new Set<number>();
  periods: ReadonlySet<string> = NOTHING;
  sources: ReadonlySet<string> = NOTHING;
  readonly languages = new Set<string>();
  /** Whether all subjects name nobody in particular. */
  isAnybody = true;
  /** The first figure under each key of its number. */
  readonly numbers = new Map<string, Figure>();
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
    this.isAnybody &&= figure.isAnybody;
    if (figure.thing) this.things = joined(this.things, figure.thing);
    for (const word of figure.places) this.places = joined(this.places, word);
    if (figure.predicateClass) this.classes = joined(this.classes, figure.predicateClass);
    if (figure.predicate !== null) this.predicates = joined(this.predicates, figure.predicate);
    for (const word of figure.clause) this.clause.add(word);
    for (const word of figure.sentence) this.sentence.add(word);
    if (figure.mention.period) this.periods = joined(this.periods, figure.mention.period);
    const source = sourceOf(figure);
    if (source) this.sources = joined(this.sources, source);
    this.languages.add(figure.language);
  }

  hold(key: string, figure: Figure): void {
    if (!this.numbers.has(key)) this.numbers.set(key, figure);
  }

  absorb(other: Group): void {
    for (const figure of other.figures) this.add(figure);
  }
}

const sourceOf = ({ mention }: Figure): string | null => mention.attributed_to_entity ?? mention.attributed_to;

/** Evidence, in one unit throughout: a shared place is 1. */
const WEIGHTS = {
  place: 1,
  otherPlace: -1.2,
  subject: 1.2,
  otherSubject: -0.4,
  otherThing: -0.5,
  clause: 1.8,
  sentence: 0.9,
  tally: 1.3,
  predicate: 0.5,
  otherPredicate: -0.5,
  samePeriod: 0.4,
  overlappingPeriod: 0.1,
  otherPeriod: -1.5,
  source: 0.4,
  /** One text was made from the other's original. */
  kin: 0.5,
  /** The headline of a document that tells the figure below. */
  headline: 0.8,
  /** Two languages share few words: what the words would have added for an equal figure of some length. */
  translated: 0.9,
} as const;

/** What the context of a figure says for or against its being in a group. The number itself is not counted here. */
export function contextAffinity(figure: Figure, group: Group, rarity: Rarity): number {
  let score = 0;
  score += placeAffinity(figure.places, group.places);
  score += subjectAffinity(figure, group, rarity);
  const { thing } = figure;
  if (thing && group.things.size > 0 && !group.things.has(thing) && !rarity.vocabulary.holds(group.clause, thing))
    score += WEIGHTS.otherThing;
  score += WEIGHTS.clause * rarity.containment(figure.clause, group.clause);
  score += WEIGHTS.sentence * rarity.containment(figure.sentence, group.sentence);
  if (figure.predicateClass && group.classes.size > 0) {
    if (!group.classes.has(figure.predicateClass)) score += WEIGHTS.otherPredicate;
    else score += isTally(figure.predicateClass) ? WEIGHTS.tally : WEIGHTS.predicate;
  } else if (figure.predicate !== null && group.predicates.has(figure.predicate)) score += WEIGHTS.predicate;
  const { period } = figure.mention;
  if (period && group.periods.size > 0) score += periodAffinity(period, group.periods);
  const source = sourceOf(figure);
  if (source && group.sources.has(source)) score += WEIGHTS.source;
  if (group.lineages.has(figure.lineage)) score += WEIGHTS.kin;
  if (!group.languages.has(figure.language)) {
    const telling =
      significantDigits(figure.quantity.value) > 1 ||
      (isTally(figure.predicateClass) && group.classes.has(figure.predicateClass!));
    if (telling) score += WEIGHTS.translated;
  }
  if (figure.mention.in_headline && group.docs.has(figure.member.id)) score += WEIGHTS.headline;
  return score;
}

function placeAffinity(own: readonly string[], others: ReadonlySet<string>): number {
  if (own.length === 0 || others.size === 0) return 0;
  if (own.some((word) => others.has(word))) return WEIGHTS.place;
  return placesExclude(own, others) ? WEIGHTS.otherPlace : 0;
}

/** Two towns or two countries exclude each other; a town may well lie in the country named beside it. */
export function placesExclude(a: Iterable<string>, b: Iterable<string>): boolean {
  const left = [...a];
  const right = [...b];
  if (left.length === 0 || right.length === 0 || left.some((word) => right.includes(word))) return false;
  return left.some(isCountryWord) === right.some(isCountryWord);
}

function subjectAffinity(figure: Figure, group: Group, rarity: Rarity): number {
  if (figure.subject.length === 0 || group.subject.size === 0) return 0;
  const shared = Math.max(
    rarity.containment(figure.subject, group.subject),
    rarity.containment(group.lead.subject, new Set(figure.subject)),
  );
  if (shared > 0) return WEIGHTS.subject * shared;
  return figure.isAnybody || group.isAnybody || !group.languages.has(figure.language) ? 0 : WEIGHTS.otherSubject;
}

function periodAffinity(period: string, others: ReadonlySet<string>): number {
  let best: number = WEIGHTS.otherPeriod;
  for (const other of others) {
    const now =
      period === other ? WEIGHTS.samePeriod : periodsOverlap(period, other) ? WEIGHTS.overlappingPeriod : WEIGHTS.otherPeriod;
    best = Math.max(best, now);
  }
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
export function numberEvidence(quantity: Quantity, unitShare: number): number {
  const rareUnit = 0.9 * (1 - Math.min(1, 4 * unitShare));
  if (quantity.magnitudeOnly) return 0.3 + rareUnit;
  const digits = quantity.isRange
    ? significantDigits(quantity.low) + significantDigits(quantity.high)
    : significantDigits(quantity.value);
  const small = Math.abs(quantity.value) <= 12 && digits === 1 ? 0.3 : 0;
  return [0, 0.7, 1.6, 2.3, 2.6][Math.min(4, digits)]! - small + rareUnit;
}

/** Both ways: a headline is held by its sentence, seldom the other way round. */
export function groupAffinity(a: Group, b: Group, rarity: Rarity): number {
  return Math.max(contextAffinity(b.lead, a, rarity), contextAffinity(a.lead, b, rarity));
}

export const sharesTally = (a: Group, b: Group): boolean => [...a.classes].some((name) => isTally(name) && b.classes.has(name));

export function intersects<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

/** Where a chain of merges ends. */
export function rootIn(target: ReadonlyMap<Group, Group>, group: Group): Group {
  let at = group;
  for (let next = target.get(at); next; next = target.get(at)) at = next;
  return at;
}

/** Puts every group into the one it was merged into, keeping the order of the first. */
export function applyMerges(groups: readonly Group[], target: ReadonlyMap<Group, Group>): Group[] {
  // The group merged into leads: its number is the finer or the original's.
  for (const group of [...target.keys()].sort((a, b) => a.order - b.order)) rootIn(target, group).absorb(group);
  return groups.filter((group) => !target.has(group));
}
