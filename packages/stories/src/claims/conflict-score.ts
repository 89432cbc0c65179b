/** How far the rules take two different values for answers to one question. */
import type { Rarity } from "../words/vocabulary.ts";
import { areOnePerson } from "./bearers.ts";
import { haveTwoHolders } from "./exclusions.ts";
import { type Group, groupAffinity, intersects, PART_MAX, placesExclude, ratioOf, sharesTally } from "./figure-group.ts";
import type { Figure } from "./figures.ts";
import { daysApart, isDatedBack, NEAR_DAYS, periodsOverlap } from "./periods.ts";
import { isOwnField } from "./predicate-senses.ts";
import { agreementOf, type Quantity } from "./quantity.ts";
import type { Rivals } from "./rivals.ts";
import { isKnownThing } from "./things.ts";
import { WEIGHTS } from "./weights.ts";

/** Figures of a group that are asked; those that follow say the same again. */
export const ASKED_MAX = 12;

export function differInSource({ mention: a }: Figure, { mention: b }: Figure): boolean {
  return a.attributed_to !== null && b.attributed_to !== null && a.attributed_to !== b.attributed_to;
}

/** What the rules find in two different values: -Infinity where they cannot answer one question, +Infinity where they must. */
export function conflictScore(a: Group, b: Group, rivals: Rivals, figures: number, rarity: Rarity): number {
  if (!mayAnswerOneQuestion(a, b)) return Number.NEGATIVE_INFINITY;
  const [left, right] = [plainest(a), plainest(b)];
  const agreement = agreementOf(left, right);
  // One person has one age.
  if (a.lead.isAge) return agreement === "disjoint" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const tally = sharesTally(a, b);
  if (agreement === "equal" || (agreement === "bounded" && !tally && !areFarBounds(a, b) && !isRenewal(a, b) && !isRenewal(b, a)))
    return Number.NEGATIVE_INFINITY;
  // "Nearly 100" and "over 100" round one value.
  if (left.value === right.value && left.isRange === right.isRange && (left.bound === "near" || right.bound === "near"))
    return Number.NEGATIVE_INFINITY;
  if (areComplements(a, b, left, right)) return Number.NEGATIVE_INFINITY;
  // "Tens of thousands left" and a count may be told of two crowds; a tally of the dead is one.
  if (left.magnitudeOnly !== right.magnitudeOnly && !tally) return Number.NEGATIVE_INFINITY;
  const ratio = nearestRatio(left, right);
  const anchored = rivals.areAnchored(a, b);
  const alone = rivals.areAlone(a, b) || anchored;
  const isLater = tally && mayBeUpdate(a, b);
  const isRenewed = isRenewal(a, b) || isRenewal(b, a);
  // What was burned or contained on the first day may be a small part of what was on the third.
  const least = tally
    ? left.dimension === "count"
      ? isLater || areHeadTallies(a, b)
        ? WEIGHTS.headTallyRatio
        : WEIGHTS.tallyRatio
      : 0
    : alone
      ? WEIGHTS.onlyTwoRatio
      : WEIGHTS.conflictRatio;
  if (!(left.magnitudeOnly && right.magnitudeOnly) && ratio < least) return Number.NEGATIVE_INFINITY;
  if (!isLater && (isVagueBelow(left, right) || isVagueBelow(right, left))) return Number.NEGATIVE_INFINITY;
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
    (anchored ? WEIGHTS.anchored : 0) +
    (isRenewed ? WEIGHTS.renewed : 0) +
    (a.lead.beside.some((word) => b.lead.beside.includes(word)) ? WEIGHTS.beside : 0) +
    (tally ? WEIGHTS.tallyConflict : alone ? WEIGHTS.onlyTwo : 0) +
    (alone && differInSource(a.lead, b.lead) ? WEIGHTS.twoSources : 0) +
    (alone && RARE.has(left.dimension) ? WEIGHTS.rareMeasure : 0) +
    WEIGHTS.ownWord * ownWords +
    (alone && left.dimension.includes("/") && left.dimension !== "speed" ? WEIGHTS.onlyRate : 0) +
    (!tally && rivals.shareOnlyEvent(a, b) ? WEIGHTS.sameEvent : 0) +
    (sameHead(a, b) ? WEIGHTS.sameHead + (alone && sameAttribute(a, b) ? WEIGHTS.onlyAttribute : 0) : 0) +
    spanEvidence(a, b, words) -
    (!tally && left.dimension !== "count" && isOfTwoFields(a, b) ? WEIGHTS.twoFields : 0) -
    Math.min(
      farApart(left, right),
      tally || (alone && sameHead(a, b)) || ownWords >= OWN_WORDS_MAX ? FAR_MOST : Number.POSITIVE_INFINITY,
    )
  );
}

/** Both are counts of one thing that is no mere "people", or amounts of one kind. */
const countOneThing = (a: Group, b: Group): boolean =>
  b.lead.tally === null &&
  (sharesAttribute(a.lead, b.lead) || (a.lead.thing !== null && a.lead.thing !== "person" && a.lead.thing === b.lead.thing));

const dayOf = ({ member }: Figure): string => (member.published_at ?? member.facts?.publication_date ?? "").slice(0, 10);

/** The first and the last day on which a value was told; null where a report has no day. */
function daysOf({ figures }: Group): readonly [string, string] | null {
  const days = figures.slice(0, ASKED_MAX).map(dayOf).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [first, last] : null;
}

/**
 * Whether all reports of the one value are of an earlier day than those of the other, and both tell it for the whole: what is counted grew
 * meanwhile. Further down a report also tells what one hospital has counted.
 */
export function mayBeUpdate(a: Group, b: Group): boolean {
  if (!areHeadTallies(a, b) && !isRenewal(a, b) && !isRenewal(b, a)) return false;
  const [x, y] = [daysOf(a), daysOf(b)];
  return x !== null && y !== null && (x[1] < y[0] || y[1] < x[0]);
}

/** "Had climbed to 655", where another report gave a value of the same thing before. */
function isRenewal(old: Group, now: Group): boolean {
  if (!now.lead.isRenewed || old.lead.isRenewed) return false;
  const isOfOne = old.lead.tally === null ? countOneThing(old, now) : old.lead.tally === now.lead.tally;
  if (!isOfOne) return false;
  const [x, y] = [daysOf(old), daysOf(now)];
  return x !== null && y !== null && x[1] < y[0];
}

/** Bounds this near say the same: "at least 30 million" and "up to 32 million". */
const BOUND_GAP = 0.15;

/** "At least $180,000" and "as much as $400,000" of one head: who bounds a value knows about where it lies. */
function areFarBounds(a: Group, b: Group): boolean {
  const [x, y] = [a.lead.quantity, b.lead.quantity];
  const areOpposite = (x.bound === "above" && y.bound === "below") || (x.bound === "below" && y.bound === "above");
  return areOpposite && ratioOf(x, y) <= 1 - BOUND_GAP && sameHead(a, b);
}

/** The smaller value over the larger; an order of magnitude by the end that lies nearer: "hundreds" by 200 for 14. */
export function nearestRatio(a: Quantity, b: Quantity): number {
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  if (!low.magnitudeOnly && !high.magnitudeOnly) return ratioOf(a, b);
  return high.low <= low.high ? 1 : low.high / high.low;
}

/** What two shares of one whole may lack of it, or have too much, once rounded; in percent. */
const WHOLE_SLACK = 0.6;

/** "55 percent were for it", "rejected by 45 percent": two answers to two questions, unless both are known to go one way. */
function areComplements(a: Group, b: Group, left: Quantity, right: Quantity): boolean {
  if (left.dimension !== "percent" || Math.abs(left.value + right.value - 100) > WHOLE_SLACK) return false;
  return a.lead.tally === null || a.lead.tally !== b.lead.tally;
}

/** "Dozens" is said early and stays in the text when hundreds are counted; "hundreds" is not said of thirty. */
const isVagueBelow = (vague: Quantity, counted: Quantity): boolean =>
  vague.magnitudeOnly && !counted.magnitudeOnly && counted.low > vague.high;

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
export function sameHead(a: Group, b: Group): boolean {
  if (sameAttribute(a, b)) return true;
  if (a.lead.language !== b.lead.language) return nameOneThing(a.lead, b.lead);
  return !a.isAnybody && !b.isAnybody && a.lead.subject.length > 0 && a.lead.subject.at(-1) === b.lead.subject.at(-1);
}

/** Whether words of two languages name one thing, which is no mere "people" and no handful, of which a story has several. */
export const nameOneThing = ({ thing, quantity }: Figure, other: Figure): boolean =>
  thing !== null && thing !== "person" && thing === other.thing && Math.min(quantity.high, other.quantity.high) > PART_MAX;

export function mayAnswerOneQuestion(a: Group, b: Group): boolean {
  const tally = sharesTally(a, b);
  if (a.lead.isPart !== b.lead.isPart || coversMore(a, b) || coversMore(b, a)) return false;
  if (a.lead.isAge || b.lead.isAge) return haveOneBearer(a.lead, b.lead);
  if (haveTwoHolders(a.lead, b.lead) || areToldOfTwo(a.lead, b.lead)) return false;
  if (a.lead.includesAgent !== b.lead.includesAgent) return false;
  if (!tally && (a.lead.time !== b.lead.time || a.lead.window !== b.lead.window)) return false;
  if (areOtherThings(a, b) && !areJobs(a, b)) return false;
  if (placesExclude(a.places, b.places) && !tally) return false;
  if (areOtherScopes(a, b) || areOtherScopes(b, a)) return false;
  if (!tally && a.lead.quantity.dimension === "count" && isOfTwoFields(a, b)) return false;
  for (const period of a.ownPeriods)
    for (const other of b.ownPeriods)
      if (!periodsOverlap(period, other) && !(tally && daysApart(period, other) <= NEAR_DAYS)) return false;
  // Two pollsters, two surveys: each has a figure of its own.
  if (arePolls(a, b) && !intersects(a.sources, b.sources)) return false;
  // A figure dated to another year is background; what carries no date is of the day.
  return isBackground(a) === isBackground(b);
}

/** The shares of two parties. */
const areToldOfTwo = ({ beside: a }: Figure, { beside: b }: Figure): boolean =>
  a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));

/** What the two are said to undergo differs. A story measures fewer things than it counts, and a verb near a measure may be another's. */
const isOfTwoFields = (a: Group, b: Group): boolean =>
  countUnlike(a.classes, b.classes) && !(sameHead(a, b) && (a.lead.tally === null || b.lead.tally === null));

/** The nouns for the counted differ, and are of one language or of words that stand in all for one. */
function areOtherThings(a: Group, b: Group): boolean {
  if (a.things.size === 0 || b.things.size === 0 || intersects(a.things, b.things)) return false;
  if (a.lead.language === b.lead.language) return true;
  // "Frachter" may be ships.
  return [...a.things].every(isKnownThing) && [...b.things].every(isKnownThing);
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

/** Every figure asked is dated to another year: where one report dates it to none, it is of the day. */
const isBackground = (group: Group): boolean => group.figures.slice(0, ASKED_MAX).every(isDatedBack);

/** "Eight in the town of Elsby", "21 across the country": a part and its whole. */
const areOtherScopes = (a: Group, b: Group): boolean =>
  a.lead.coversEverywhere && !b.lead.coversEverywhere && b.places.size > 0 && !intersects(a.places, b.places);

/** Characters a report tells its event in. */
const HEAD = 500;

/**
 * The tallies that two reports open with: twelve dead and sixty dead are told of one event, however far apart. Further down a
 * report tells what else has happened.
 */
export function areHeadTallies(a: Group, b: Group): boolean {
  const isHead = ({ lead }: Group): boolean => lead.mention.number.span[0] < HEAD && lead.toppedBy === null;
  const [period, other] = [a.lead.ownPeriod, b.lead.ownPeriod];
  if (period !== null && other !== null && !periodsOverlap(period, other)) return false;
  return isHead(a) && isHead(b) && !intersects(a.docs, b.docs) && !placesExclude(a.places, b.places);
}

export function likeContext(a: readonly number[], b: readonly number[], rarity: Rarity): number {
  if (a.length < 3 || b.length < 3) return 0;
  return Math.min(rarity.containment(a, new Set(b)), rarity.containment(b, new Set(a)));
}
