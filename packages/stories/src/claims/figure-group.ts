import type { NonEmpty } from "@wirefold/core";
import { groupBy } from "@wirefold/core";
import { isCountryWord } from "@wirefold/text";
import type { Rarity } from "../words/vocabulary.ts";
import { areOnePerson } from "./bearers.ts";
import type { Figure } from "./figures.ts";
import { daysApart, NEAR_DAYS, periodsOverlap } from "./periods.ts";
import type { Sense, Sign } from "./predicate-senses.ts";
import { type Quantity, significantDigits } from "./quantity.ts";
import { nearestKinship } from "./things.ts";
import { WEIGHTS } from "./weights.ts";

/** Most figures have no place, no period and no source: one empty set stands for all of them. */
const NOTHING: ReadonlySet<never> = new Set<never>();

/** The values that the figures of a group bring, read when they are asked for, and of figures that joined since then too. */
class Gathered<T> {
  private values: ReadonlySet<T> = NOTHING;
  private taken = 0;

  of(figures: readonly Figure[], read: (figure: Figure) => Iterable<T>): ReadonlySet<T> {
    for (; this.taken < figures.length; this.taken++)
      for (const value of read(figures[this.taken] as Figure)) {
        if (this.values.size === 0) this.values = new Set([value]);
        else (this.values as Set<T>).add(value);
      }
    return this.values;
  }
}

const none: readonly never[] = [];
const some = <T>(value: T | null | undefined): readonly T[] =>
  value === null || value === undefined || value === "" ? none : [value];

/** Figures taken for one claim, with all that was said around them. */
export class Group {
  readonly figures: NonEmpty<Figure>;
  readonly docs = new Set<string>();
  readonly lineages = new Set<string>();
  /** Sentences its figures stand in. */
  readonly stretches = new Set<string>();
  readonly languages = new Set<string>();
  /** The first figure under each key of its number. */
  readonly numbers = new Map<string, Figure>();
  readonly order: number;
  /** Each made when it is first asked for: most groups are one figure that is never compared. All fields from the start, so that all are of one shape. */
  private readonly gathered = {
    subject: undefined as Gathered<number> | undefined,
    things: undefined as Gathered<string> | undefined,
    places: undefined as Gathered<string> | undefined,
    classes: undefined as Gathered<string> | undefined,
    senses: undefined as Gathered<Sense> | undefined,
    tallies: undefined as Gathered<string> | undefined,
    predicates: undefined as Gathered<number> | undefined,
    attributes: undefined as Gathered<string> | undefined,
    clause: undefined as Gathered<number> | undefined,
    sentence: undefined as Gathered<number> | undefined,
    periods: undefined as Gathered<string> | undefined,
    ownPeriods: undefined as Gathered<string> | undefined,
    sources: undefined as Gathered<string> | undefined,
  };
  private readonly wayOf = new Map<string, Sign>();
  private waysTaken = 0;
  private anybody = true;
  private anybodyTaken = 0;

  constructor(order: number, lead: Figure) {
    this.order = order;
    this.figures = [lead];
    this.note(lead);
  }

  get lead(): Figure {
    return this.figures[0];
  }

  get subject(): ReadonlySet<number> {
    this.gathered.subject ??= new Gathered();
    return this.gathered.subject.of(this.figures, ({ subject }) => subject);
  }

  get things(): ReadonlySet<string> {
    this.gathered.things ??= new Gathered();
    return this.gathered.things.of(this.figures, ({ thing }) => some(thing));
  }

  get places(): ReadonlySet<string> {
    this.gathered.places ??= new Gathered();
    return this.gathered.places.of(this.figures, ({ places }) => places);
  }

  /** Fields of meaning: what happens to the counted. */
  get classes(): ReadonlySet<string> {
    this.gathered.classes ??= new Gathered();
    return this.gathered.classes.of(this.figures, ({ sense }) => some(sense?.field));
  }

  /** Those with a direction. */
  get senses(): ReadonlySet<Sense> {
    this.gathered.senses ??= new Gathered();
    return this.gathered.senses.of(this.figures, ({ sense }) => (sense && sense.sign !== 0 ? [sense] : none));
  }

  /** What a story has one count of: see `tallyOf`. */
  get tallies(): ReadonlySet<string> {
    this.gathered.tallies ??= new Gathered();
    return this.gathered.tallies.of(this.figures, ({ tally }) => some(tally));
  }

  get predicates(): ReadonlySet<number> {
    this.gathered.predicates ??= new Gathered();
    return this.gathered.predicates.of(this.figures, ({ predicate }) => some(predicate));
  }

  /** What its sums are attributes of. */
  get attributes(): ReadonlySet<string> {
    this.gathered.attributes ??= new Gathered();
    return this.gathered.attributes.of(this.figures, ({ attribute }) => some(attribute));
  }

  get clause(): ReadonlySet<number> {
    this.gathered.clause ??= new Gathered();
    return this.gathered.clause.of(this.figures, ({ clause }) => clause);
  }

  get sentence(): ReadonlySet<number> {
    this.gathered.sentence ??= new Gathered();
    return this.gathered.sentence.of(this.figures, ({ sentence }) => sentence);
  }

  get periods(): ReadonlySet<string> {
    this.gathered.periods ??= new Gathered();
    return this.gathered.periods.of(this.figures, (figure) => some(periodOf(figure)));
  }

  get ownPeriods(): ReadonlySet<string> {
    this.gathered.ownPeriods ??= new Gathered();
    return this.gathered.ownPeriods.of(this.figures, ({ ownPeriod }) => some(ownPeriod));
  }

  get sources(): ReadonlySet<string> {
    this.gathered.sources ??= new Gathered();
    return this.gathered.sources.of(this.figures, (figure) => some(sourceOf(figure)));
  }

  /** Which way the counted went, by place. */
  get ways(): ReadonlyMap<string, Sign> {
    for (; this.waysTaken < this.figures.length; this.waysTaken++)
      for (const [place, sign] of this.figures[this.waysTaken]?.ways ?? none)
        if (!this.wayOf.has(place)) this.wayOf.set(place, sign);
    return this.wayOf;
  }

  /** Whether all subjects name nobody in particular. */
  get isAnybody(): boolean {
    for (; this.anybody && this.anybodyTaken < this.figures.length; this.anybodyTaken++)
      this.anybody = this.figures[this.anybodyTaken]?.isAnybody ?? true;
    return this.anybody;
  }

  add(figure: Figure): void {
    this.figures.push(figure);
    this.note(figure);
  }

  private note(figure: Figure): void {
    this.docs.add(figure.member.id);
    this.lineages.add(figure.lineage);
    this.stretches.add(figure.stretchKey);
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

/** The period a figure covers; null where it is merely the day of the report, which many a figure is given that covers another. */
function periodOf({ mention, member, ownPeriod }: Figure): string | null {
  const period = ownPeriod ?? mention.period;
  if (!period || ownPeriod) return period;
  const day = member.published_at ?? member.facts?.publication_date;
  return day && daysApart(period, day.slice(0, 10)) <= 1 ? null : period;
}

/** Largest part that may be taken for a whole of the same number by chance. */
export const PART_MAX = 12;

/** What the context of a figure says for or against its being in a group. The number itself is not counted here. */
export function contextAffinity(figure: Figure, group: Group, rarity: Rarity): number {
  let score = 0;
  score += placeAffinity(figure.places, group.places);
  score += subjectAffinity(figure, group, rarity);
  const { thing } = figure;
  if (thing && group.things.size > 0 && !group.things.has(thing)) score += thingAffinity(figure, thing, group, rarity);
  if (figure.attribute !== null && group.attributes.size > 0)
    score += group.attributes.has(figure.attribute) ? WEIGHTS.attribute : WEIGHTS.otherAttribute;
  score += WEIGHTS.clause * rarity.containment(figure.clause, group.clause);
  score += WEIGHTS.sentence * rarity.containment(figure.sentence, group.sentence);
  if (figure.isAge && group.lead.isAge) score += WEIGHTS.age;
  if (figure.holder !== null && group.lead.holder !== null && areOnePerson(figure.holder, group.lead.holder))
    score += WEIGHTS.holder;
  const field = figure.sense?.field ?? null;
  if (field !== null && group.classes.size > 0) {
    if (group.classes.has(field))
      score += figure.tally !== null && group.tallies.has(figure.tally) ? WEIGHTS.tally : WEIGHTS.predicate;
    else score += figure.tally !== null && group.tallies.size > 0 ? WEIGHTS.otherTally : WEIGHTS.otherPredicate;
  } else if (figure.predicate !== null && group.predicates.has(figure.predicate)) score += WEIGHTS.predicate;
  score += periodAffinity(figure, group);
  const source = sourceOf(figure);
  if (source && group.sources.has(source)) score += WEIGHTS.source;
  // "Not eight": somebody said eight.
  if (figure.isSuperseded && !group.docs.has(figure.member.id)) score += WEIGHTS.denied;
  if (group.docs.has(figure.member.id)) score += WEIGHTS.sameDocument;
  else if (group.lineages.has(figure.lineage)) score += WEIGHTS.sameLineage;
  if (!group.languages.has(figure.language)) {
    const telling = significantDigits(figure.quantity.value) > 1 || (figure.tally !== null && group.tallies.has(figure.tally));
    if (telling) score += WEIGHTS.translated;
  }
  if (figure.mention.in_headline && group.docs.has(figure.member.id)) score += WEIGHTS.headline;
  return score;
}

function thingAffinity({ quantity }: Figure, thing: string, { things, clause }: Group, { vocabulary }: Rarity): number {
  const kinship = nearestKinship(thing, things);
  if (kinship === "kin") return WEIGHTS.kin;
  if (kinship === "other") return thing === "person" || things.has("person") ? WEIGHTS.peopleAndThings : WEIGHTS.unrelatedThing;
  if (vocabulary.holds(clause, thing)) return 0;
  return quantity.high <= PART_MAX ? WEIGHTS.fewOtherThings : WEIGHTS.otherThing;
}

function placeAffinity(own: readonly string[], others: ReadonlySet<string>): number {
  if (own.length === 0 || others.size === 0) return 0;
  if (own.some((word) => others.has(word))) return WEIGHTS.place;
  return placesExclude(own, others) ? WEIGHTS.otherPlace : 0;
}

/** Two towns or two countries exclude each other; a town may well lie in the country named with it. */
export function placesExclude(a: Iterable<string>, b: Iterable<string>): boolean {
  const left = [...a];
  const right = [...b];
  if (left.length === 0 || right.length === 0 || left.some((word) => right.includes(word))) return false;
  return left.some(isCountryWord) === right.some(isCountryWord);
}

function subjectAffinity(figure: Figure, group: Group, rarity: Rarity): number {
  if (figure.subject.length === 0 || group.subject.size === 0) return 0;
  const shared = rarity.containment(figure.subject, group.subject);
  // What the group shares with no word of the figure its lead does not share either.
  if (shared > 0) return WEIGHTS.subject * Math.max(shared, rarity.containment(group.lead.subject, new Set(figure.subject)));
  return figure.isAnybody || group.isAnybody || !group.languages.has(figure.language) ? 0 : WEIGHTS.otherSubject;
}

function periodAffinity(figure: Figure, group: Group): number {
  const period = periodOf(figure);
  if (!period || group.periods.size === 0) return 0;
  const own = figure.ownPeriod !== null && group.ownPeriods.size > 0;
  let best: number = own ? WEIGHTS.otherOwnPeriod : WEIGHTS.otherPeriod;
  for (const other of group.periods)
    best = Math.max(
      best,
      period === other
        ? WEIGHTS.samePeriod
        : periodsOverlap(period, other)
          ? WEIGHTS.overlappingPeriod
          : daysApart(period, other) <= NEAR_DAYS
            ? WEIGHTS.otherPeriod
            : best,
    );
  return best;
}

/** Halves, thirds, quarters and fifths in percent: shares that any text may name. */
const COMMON_SHARES: ReadonlySet<number> = new Set([10, 20, 25, 33, 40, 50, 60, 67, 75, 80]);

/** How much two equal numbers prove by themselves: 194,000 is no coincidence, 4 may well be. */
export function numberEvidence(quantity: Quantity, unitShare: number): number {
  const rareUnit = WEIGHTS.rareUnit * (1 - Math.min(1, 4 * unitShare));
  if (quantity.magnitudeOnly) return WEIGHTS.magnitude + rareUnit;
  // A quarter is a word, whatever its digits.
  const isWord = quantity.unit === "fraction" || quantity.unit === "chance";
  if (isWord && COMMON_SHARES.has(Math.round(quantity.value))) return WEIGHTS.oneDigit + rareUnit / 2;
  const digits = quantity.isRange
    ? significantDigits(quantity.low) + significantDigits(quantity.high)
    : significantDigits(quantity.value);
  const byDigits = [0, WEIGHTS.oneDigit, WEIGHTS.twoDigits, WEIGHTS.threeDigits, WEIGHTS.moreDigits];
  const size =
    Math.abs(quantity.written) <= 12 && digits === 1 ? WEIGHTS.small : Math.abs(quantity.written) >= 1000 ? WEIGHTS.large : 0;
  return (byDigits[Math.min(4, digits)] ?? 0) + size + rareUnit + measuredEvidence(quantity.dimension);
}

/** Sums of money, lengths and shares have a wider range than counts: two of one story seldom agree by chance. */
export function measuredEvidence(dimension: string): number {
  if (dimension.startsWith("money:")) return WEIGHTS.equalMoney;
  if (dimension === "percent") return WEIGHTS.equalShare;
  // A story is full of days and years.
  if (dimension === "duration") return WEIGHTS.equalMeasure / 2;
  return dimension === "count" || dimension === "age" ? 0 : WEIGHTS.equalMeasure;
}

/** Both ways: a headline is held by its sentence, seldom the other way round. */
export function groupAffinity(a: Group, b: Group, rarity: Rarity): number {
  return Math.max(contextAffinity(b.lead, a, rarity), contextAffinity(a.lead, b, rarity));
}

export const sharesTally = (a: Group, b: Group): boolean => intersects(a.tallies, b.tallies);

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

/** Groups of each dimension in the order of value. */
export function byDimension(groups: readonly Group[]): Map<string, Group[]> {
  const dimensions = groupBy(groups, ({ lead }) => lead.quantity.dimension);
  for (const list of dimensions.values()) list.sort((a, b) => a.lead.quantity.value - b.lead.quantity.value || a.order - b.order);
  return dimensions;
}

/** The smaller value over the larger, 0..1. */
export function ratioOf(a: Quantity, b: Quantity): number {
  const [low, high] = [Math.abs(a.value), Math.abs(b.value)].sort((x, y) => x - y) as [number, number];
  return high === 0 ? 1 : low / high;
}
