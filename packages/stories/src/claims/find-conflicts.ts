/**
 * Finds different values that answer one question: the same thing counted, in the same unit, by the same agent, at the
 * same time. Sure ones become one claim in conflict; likely ones are told as possible conflicts and stay two claims.
 */
import type { Rarity } from "../words/vocabulary.ts";
import { areOnePerson } from "./bearers.ts";
import { ConflictOdds } from "./conflict-odds.ts";
import {
  applyMerges,
  byDimension,
  type Group,
  groupAffinity,
  groupsExclude,
  haveTwoHolders,
  intersects,
  isOpposed,
  placesExclude,
  ratioOf,
  rootIn,
  sharesTally,
} from "./figure-group.ts";
import type { Figure, StoryFigures } from "./figures.ts";
import type { KeptApart } from "./overrides.ts";
import { daysApart, NEAR_DAYS, periodsOverlap } from "./periods.ts";
import { isOfOneKind, isOwnField } from "./predicate-senses.ts";
import { agreementOf, type Quantity } from "./quantity.ts";
import { Rivals } from "./rivals.ts";
import { WEIGHTS } from "./weights.ts";

/** Two figures of different claims that may answer one question. */
export interface FigurePair {
  readonly a: Figure;
  readonly b: Figure;
}

/** Values compared to each side in the order of value. */
const NEIGHBOURS_MAX = 8;
/** Groups that share a rare word or a tally, compared with each other. */
const RIVALS_MAX = 48;
/** A story's possible conflicts a reader will look at. */
const POSSIBLE_MAX = 12;

/** Figures of a claim that are watched for a document that states another value too. */
const WATCHED_MAX = 200;

export interface RivalPair {
  readonly a: Group;
  readonly b: Group;
  /** What the rules give: see `conflictScore`; null where the text itself opposes the two, and of two ages of one person. */
  readonly score: number | null;
}

/** A pair with the log-odds that the two values answer one question. */
interface Pair extends RivalPair {
  readonly odds: number;
}

/** Log-odds of what the text itself says. */
const SAID = 3;

/**
 * The surest pairs first. A document that states both values as its own knows they are two questions, and so does any
 * that joins later: the figures of a claim are watched as it grows.
 */
export function mergeConflicts(
  groups: readonly Group[],
  story: StoryFigures,
  kept: KeptApart,
): { groups: Group[]; possible: FigurePair[] } {
  const target = new Map<Group, Group>();
  const held = new Map(groups.map((group) => [group, [...group.figures]]));
  const possible: FigurePair[] = [];
  const pairs = weighed(rivalPairs(groups, story, kept), story);
  for (const { a, b, score, odds } of pairs) {
    const [first, second] = [rootIn(target, a), rootIn(target, b)];
    const [own, others] = [held.get(first) ?? [], held.get(second) ?? []];
    if (
      first === second ||
      statesBoth(own.slice(0, WATCHED_MAX), others.slice(0, WATCHED_MAX)) ||
      areKeptApart(own, others, kept)
    )
      continue;
    if (odds < WEIGHTS.conflict) {
      const isLikely = odds >= WEIGHTS.possibleConflict || (score ?? 0) >= WEIGHTS.rivalsLook;
      if (isLikely && possible.length < POSSIBLE_MAX) possible.push({ a: a.lead, b: b.lead });
      continue;
    }
    const [into, from] = first.order < second.order ? [first, second] : [second, first];
    target.set(from, into);
    held.get(into)?.push(...(held.get(from) ?? []));
  }
  return { groups: applyMerges(groups, target), possible };
}

/** The likeliest first. */
function weighed(pairs: readonly RivalPair[], { rarity }: StoryFigures): Pair[] {
  const odds = new ConflictOdds(rarity);
  return pairs
    .map((pair) => {
      const [a, b] = [pair.a.lead, pair.b.lead];
      const isRuled = pair.score === null || (pair.score >= WEIGHTS.rivalsLook && isOfOneKind(a.tally) && a.tally === b.tally);
      return { ...pair, odds: isRuled || pair.score === null ? SAID : odds.of(a, b, pair.score) };
    })
    .sort((x, y) => y.odds - x.odds || x.a.order - y.a.order || x.b.order - y.b.order);
}

/** Claims whose values may answer one question, by the rules. */
export function rivalPairs(groups: readonly Group[], { figures, rarity }: StoryFigures, kept: KeptApart): RivalPair[] {
  if (areOneDocuments(groups)) return [];
  const seen = new Set<number>();
  const pairs: RivalPair[] = [];
  const dimensions = byDimension(groups);
  const rivals = new Rivals(groups);
  const visit = (x: Group, y: Group): void => {
    const [a, b] = x.order < y.order ? [x, y] : [y, x];
    const key = a.order * 2 ** 26 + b.order;
    if (a === b || seen.has(key)) return;
    seen.add(key);
    const isSaid = isCorrection(a, b) || isCorrection(b, a) || isDispute(a, b);
    if (!isSaid && (isStatedTwice(a, b) || groupsExclude(b, a, kept))) return;
    if (isSaid) {
      pairs.push({ a, b, score: null });
      return;
    }
    const score = conflictScore(a, b, rivals, figures.length, rarity);
    if (score >= WEIGHTS.rivals) pairs.push({ a, b, score: Number.isFinite(score) ? score : null });
  };
  for (const sorted of dimensions.values())
    for (const [i, group] of sorted.entries())
      for (const other of sorted.slice(i + 1, i + 1 + NEIGHBOURS_MAX)) visit(group, other);
  for (const bucket of bySubject(groups, rarity))
    for (const [i, group] of bucket.entries()) for (const other of bucket.slice(i + 1)) visit(group, other);
  return pairs;
}

/** Figures of each of two groups asked whether one document states both: enough to spare most pairs all that follows. */
const ASKED_MAX = 12;

/** Whether one document states both values as its own, by the first figures. The groups only grow, so that it stays so. */
function isStatedTwice(a: Group, b: Group): boolean {
  return intersects(a.docs, b.docs) && statesBoth(a.figures.slice(0, ASKED_MAX), b.figures.slice(0, ASKED_MAX));
}

/** Whether one document states every value as its own, so that no two can be in conflict: so in nearly all stories of one member. */
function areOneDocuments(groups: readonly Group[]): boolean {
  const first = groups[0]?.lead;
  if (first === undefined || groups.some(({ docs }) => docs.size > 1 || !docs.has(first.member.id))) return false;
  const by = first.mention.attributed_to ?? "";
  const states = (test: (figure: Figure) => boolean) =>
    groups.every(({ figures }) => figures.slice(0, ASKED_MAX).some((figure) => test(figure) && !figure.isSuperseded));
  return (
    states(({ mention }) => (mention.attributed_to ?? "") === by) ||
    (!haveTwoSources(groups) && states(({ tally }) => tally === null))
  );
}

/** Figures of one document told on the word of two sources, who may contradict each other. */
function haveTwoSources(groups: readonly Group[]): boolean {
  const sources = new Set<string>();
  for (const { figures } of groups)
    for (const { mention, quantity } of figures)
      if (quantity.dimension === "count" && mention.attributed_to) sources.add(mention.attributed_to);
  return sources.size > 1;
}

/** "4.1 million, not 3.4 million as it first said": the sentence itself puts one in the place of the other. */
function isCorrection(a: Group, b: Group): boolean {
  if (!intersects(a.docs, b.docs)) return false;
  return a.figures
    .slice(0, ASKED_MAX)
    .some(
      (old) =>
        old.isSuperseded &&
        b.figures
          .slice(0, ASKED_MAX)
          .some(
            (now) =>
              !now.isSuperseded &&
              now.member === old.member &&
              now.sentenceSpan[0] === old.sentenceSpan[0] &&
              ratioOf(now.quantity, old.quantity) >= WEIGHTS.tallyRatio,
          ),
    );
}

/** "The union counted 1,800 strikers, the company 1,200": one sentence gives the counts of two sources for one thing. */
function isDispute(a: Group, b: Group): boolean {
  if (a.lead.quantity.dimension !== b.lead.quantity.dimension || !intersects(a.docs, b.docs)) return false;
  return a.figures
    .slice(0, ASKED_MAX)
    .some((one) =>
      b.figures
        .slice(0, ASKED_MAX)
        .some(
          (other) =>
            other.member === one.member &&
            other.sentenceSpan[0] === one.sentenceSpan[0] &&
            differInSource(one, other) &&
            (one.thing === null || other.thing === null || one.thing === other.thing) &&
            (one.tally === null || other.tally === null || one.tally === other.tally) &&
            (one.quantity.dimension === "count" || isEstimated(one, other)) &&
            !one.isPart &&
            !other.isPart &&
            one.time === other.time &&
            one.quantity.value !== other.quantity.value &&
            ratioOf(one.quantity, other.quantity) >= ((one.tally ?? other.tally) ? WEIGHTS.tallyRatio : WEIGHTS.conflictRatio),
        ),
    );
}

/** What two may estimate for one thing; who pays what share of it, each knows best. */
const ESTIMATED: ReadonlySet<string> = new Set(["cost", "damage", "loss"]);
const isEstimated = (a: Figure, b: Figure): boolean => {
  const attribute = a.attribute ?? b.attribute;
  return attribute !== null && ESTIMATED.has(attribute) && (b.attribute === null || b.attribute === attribute);
};

function differInSource({ mention: a }: Figure, { mention: b }: Figure): boolean {
  return a.attributed_to !== null && b.attributed_to !== null && a.attributed_to !== b.attributed_to;
}

function areKeptApart(a: readonly Figure[], b: readonly Figure[], kept: KeptApart): boolean {
  return (
    kept.applied.length > 0 &&
    a.slice(0, WATCHED_MAX).some((figure) => b.slice(0, WATCHED_MAX).some((other) => kept.apart(figure, other)))
  );
}

/** Claims that hold one number and whose directions are opposite, told of the same thing by two lineages. */
export function oppositesOf(groups: readonly Group[], rarity: Rarity): FigurePair[] {
  const holders = new Map<string, number>();
  for (const { lead } of groups) holders.set(lead.numberKey, (holders.get(lead.numberKey) ?? 0) + 1);
  const byNumber = new Map<string, Group[]>();
  for (const group of groups) {
    if ((holders.get(group.lead.numberKey) ?? 0) < 2) continue;
    if (group.senses.size === 0 && group.lead.ways.size === 0) continue;
    const bucket = byNumber.get(group.lead.numberKey);
    if (!bucket) byNumber.set(group.lead.numberKey, [group]);
    else if (bucket.length < NEIGHBOURS_MAX) bucket.push(group);
  }
  const found: FigurePair[] = [];
  for (const bucket of byNumber.values())
    for (const [i, b] of bucket.entries())
      for (const a of bucket.slice(0, i)) {
        if (!isOpposed(b.lead, a) || intersects(a.docs, b.docs) || a.lead.time !== b.lead.time) continue;
        if (intersects(a.lineages, b.lineages) || groupAffinity(a, b, rarity) < WEIGHTS.opposite) continue;
        found.push({ a: a.lead, b: b.lead });
      }
  return found.slice(0, POSSIBLE_MAX);
}

/** What the rules find in two different values: -Infinity where they cannot answer one question, +Infinity where they must. */
export function conflictScore(a: Group, b: Group, rivals: Rivals, figures: number, rarity: Rarity): number {
  if (!mayAnswerOneQuestion(a, b)) return Number.NEGATIVE_INFINITY;
  const [left, right] = [plainest(a), plainest(b)];
  const agreement = agreementOf(left, right);
  // One person has one age.
  if (a.lead.isAge) return agreement === "disjoint" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const tally = sharesTally(a, b);
  if (agreement === "equal" || (agreement === "bounded" && !tally)) return Number.NEGATIVE_INFINITY;
  // "Tens of thousands left" and a count may be told of two crowds; a tally of the dead is one.
  if (left.magnitudeOnly !== right.magnitudeOnly && !tally) return Number.NEGATIVE_INFINITY;
  const ratio = ratioOf(left, right);
  const alone = rivals.areAlone(a, b);
  // What was burned or contained on the first day may be a small part of what was on the third.
  const least = tally
    ? left.dimension === "count"
      ? WEIGHTS.tallyRatio
      : 0
    : alone
      ? WEIGHTS.onlyTwoRatio
      : WEIGHTS.conflictRatio;
  if (!left.magnitudeOnly && !right.magnitudeOnly && ratio < least) return Number.NEGATIVE_INFINITY;
  const words = Math.max(
    likeContext(a.lead.sentence, b.lead.sentence, rarity),
    likeContext(a.lead.clause, b.lead.clause, rarity),
  );
  const figuresOfBoth = a.figures.length + b.figures.length;
  const ownWords = Math.min(OWN_WORDS_MAX, rarity.sharedByFew(a.lead.clause, b.clause, figuresOfBoth + FEW_MORE));
  // Many figures, many near values: nearness proves less.
  const near = WEIGHTS.near * Math.max(0, 1 - (1 - ratio) / 0.25) * Math.min(1, 30 / figures);
  return (
    groupAffinity(a, b, rarity) +
    WEIGHTS.likeContext * words +
    near +
    (tally ? WEIGHTS.tallyConflict : alone ? WEIGHTS.onlyTwo : 0) +
    (alone && differInSource(a.lead, b.lead) ? WEIGHTS.twoSources : 0) +
    (alone && RARE.has(left.dimension) ? WEIGHTS.rareMeasure : 0) +
    WEIGHTS.ownWord * ownWords +
    (alone && left.dimension.includes("/") && left.dimension !== "speed" ? WEIGHTS.onlyRate : 0) +
    (!tally && rivals.shareOnlyEvent(a, b) ? WEIGHTS.sameEvent : 0) +
    (sameHead(a, b) ? WEIGHTS.sameHead + (alone && sameAttribute(a, b) ? WEIGHTS.onlyAttribute : 0) : 0) +
    spanEvidence(a, b, words) -
    Math.min(
      farApart(left, right),
      tally || (alone && sameHead(a, b)) || ownWords >= OWN_WORDS_MAX ? FAR_MOST : Number.POSITIVE_INFINITY,
    )
  );
}

/** The value of a claim as it is told without a bound, where one of its reports does: "30 million" of "more than 30 million". */
function plainest({ lead, figures }: Group): Quantity {
  const isBound = ({ bound }: Quantity): boolean => bound === "above" || bound === "below";
  if (!isBound(lead.quantity)) return lead.quantity;
  const plain = figures.slice(0, ASKED_MAX).find(({ quantity }) => quantity.value === lead.quantity.value && !isBound(quantity));
  return plain?.quantity ?? lead.quantity;
}

/** Figures of the same sentences, or of one more, that such a word may stand with. */
const FEW_MORE = 2;
/** Further words in common tell of one sentence copied, not of one thing more surely. */
const OWN_WORDS_MAX = 2;

/** A story seldom gives two temperatures of different things. */
const RARE: ReadonlySet<string> = new Set(["temperature", "speed", "magnitude", "area", "volume"]);

/** What distance counts against two values for the very same thing, at most. */
const FAR_MOST = 1;

/** Answers to one question are seldom far apart; orders of magnitude are words, and words slip further. */
function farApart(a: Quantity, b: Quantity): number {
  if (a.magnitudeOnly || b.magnitudeOnly) return 0;
  if (a.dimension === "percent") return 0.15 * Math.abs(a.value - b.value);
  return 0.6 * Math.abs(Math.log(Math.max(1e-9, ratioOf(a, b))));
}

/** Any stretch of time lasts: it takes words in common to say that two of them are one. */
const LOOSE: ReadonlySet<string> = new Set(["lasting", "ago", "old", "deadline"]);

const sharesAttribute = (a: Figure, b: Figure): boolean => a.attribute !== null && a.attribute === b.attribute;
const sameAttribute = (a: Group, b: Group): boolean => sharesAttribute(a.lead, b.lead) && !LOOSE.has(a.lead.attribute ?? "");

/** Words in common, as a share of both contexts, from which two spans of time are taken for one. */
const LIKE_SPANS = 0.2;

function spanEvidence(a: Group, b: Group, words: number): number {
  if (!sharesAttribute(a.lead, b.lead) || !LOOSE.has(a.lead.attribute ?? "")) return 0;
  return words >= LIKE_SPANS ? WEIGHTS.sameHead : -WEIGHTS.attribute;
}

/** Whether the last word of both subjects is one, and says more than that people are counted; or both are one kind of amount. */
function sameHead(a: Group, b: Group): boolean {
  if (sameAttribute(a, b)) return true;
  return !a.isAnybody && !b.isAnybody && a.lead.subject.length > 0 && a.lead.subject.at(-1) === b.lead.subject.at(-1);
}

function mayAnswerOneQuestion(a: Group, b: Group): boolean {
  const tally = sharesTally(a, b);
  if (a.lead.isPart !== b.lead.isPart || coversMore(a, b) || coversMore(b, a)) return false;
  if (a.lead.isAge || b.lead.isAge) return haveOneBearer(a.lead, b.lead);
  if (haveTwoHolders(a.lead, b.lead)) return false;
  if (a.lead.includesAgent !== b.lead.includesAgent) return false;
  if (!tally && (a.lead.time !== b.lead.time || a.lead.window !== b.lead.window)) return false;
  if (a.things.size > 0 && b.things.size > 0 && !intersects(a.things, b.things) && !areJobs(a, b)) return false;
  if (placesExclude(a.places, b.places) && !tally) return false;
  if (!tally && countUnlike(a.classes, b.classes) && !(sameHead(a, b) && (a.lead.tally === null || b.lead.tally === null)))
    return false;
  for (const period of a.ownPeriods)
    for (const other of b.ownPeriods)
      if (!periodsOverlap(period, other) && !(tally && daysApart(period, other) <= NEAR_DAYS)) return false;
  // Two pollsters, two surveys: each has a figure of its own.
  if (arePolls(a, b) && !intersects(a.sources, b.sources)) return false;
  // A figure dated to another year is background; what carries no date is of the day.
  return isBackground(a) === isBackground(b);
}

/** "Lay off 200 workers", "cut 280 jobs". */
function areJobs(a: Group, b: Group): boolean {
  const [left, right] = [a.lead, b.lead];
  const isBoth = (x: Figure, y: Figure): boolean => x.thing === "person" && y.thing === "job";
  const isLost = ({ sense }: Figure): boolean => sense?.field === "gain" && sense.sign !== 0;
  return (isBoth(left, right) || isBoth(right, left)) && isLost(left) && isLost(right) && left.sense?.sign === right.sense?.sign;
}

/** Reports this far apart find people older. */
const BIRTHDAY_DAYS = 60;

/** Whether two ages are given of one person, on days between which no birthday need lie. */
function haveOneBearer(a: Figure, b: Figure): boolean {
  const [day, other] = [a.member.published_at?.slice(0, 10), b.member.published_at?.slice(0, 10)];
  const isNear = day === undefined || other === undefined || day === other || daysApart(day, other) <= BIRTHDAY_DAYS;
  return isNear && a.bearer !== null && b.bearer !== null && areOnePerson(a.bearer, b.bearer);
}

const arePolls = (a: Group, b: Group): boolean => a.lead.attribute === "poll" || b.lead.attribute === "poll";

/** Fields of meaning that two words for one thing do not share: what is lost is not won. */
function countUnlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0 || intersects(a, b)) return false;
  return [...a].every(isOwnField) && [...b].every(isOwnField);
}

/** "For May and June" sums up what "for June" counts alone. */
function coversMore(a: Group, b: Group): boolean {
  const whole = a.lead.ownPeriod;
  const part = b.lead.ownPeriod ?? b.lead.mention.period;
  return whole !== null && part !== null && whole.includes("/") && whole.split("/").includes(part);
}

function isBackground(group: Group): boolean {
  const day = group.lead.member.published_at ?? group.lead.member.facts?.event_date;
  const periods = [...group.ownPeriods];
  return (
    periods.length > 0 && periods.every((period) => (day ? !periodsOverlap(day.slice(0, 4), period) : /^\d{4}$/.test(period)))
  );
}

function likeContext(a: readonly number[], b: readonly number[], rarity: Rarity): number {
  if (a.length < 3 || b.length < 3) return 0;
  return Math.min(rarity.containment(a, new Set(b)), rarity.containment(b, new Set(a)));
}

/** Whether a document gives both values as its own: not one that it takes back, nor one that it leaves to another source. */
function statesBoth(a: readonly Figure[], b: readonly Figure[]): boolean {
  const told = new Map<string, Figure[]>();
  for (const figure of a) if (!figure.isSuperseded) told.set(figure.member.id, [...(told.get(figure.member.id) ?? []), figure]);
  return b.some(
    (figure) =>
      !figure.isSuperseded &&
      (told.get(figure.member.id) ?? []).some(
        (other) =>
          !differInSource(figure, other) &&
          (figure.tally === null || (figure.mention.attributed_to ?? "") === (other.mention.attributed_to ?? "")),
      ),
  );
}

/** Buckets of groups of one dimension that share a subject word or tally, at most `RIVALS_MAX` each. */
function bySubject(groups: readonly Group[], rarity: Rarity): Group[][] {
  const buckets = new Map<string, Group[]>();
  for (const group of groups) {
    const words = rarity.rarest([...group.subject], 2);
    for (const key of [...words, ...[...group.tallies].map((name) => `#${name}`)]) {
      const bucket = buckets.get(`${group.lead.quantity.dimension}|${key}`);
      if (!bucket) buckets.set(`${group.lead.quantity.dimension}|${key}`, [group]);
      else if (bucket.length < RIVALS_MAX) bucket.push(group);
    }
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}
