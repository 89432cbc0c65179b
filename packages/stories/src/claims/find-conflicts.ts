/**
 * Finds different values that answer one question: the same thing counted, in the same unit, by the same agent, at the
 * same time. Sure ones become one claim in conflict; likely ones are told as possible conflicts and stay two claims.
 */
import type { Rarity } from "../words/vocabulary.ts";
import { ConflictOdds } from "./conflict-odds.ts";
import { ASKED_MAX, areHeadTallies, conflictScore, mayBeUpdate } from "./conflict-score.ts";
import { groupsExclude } from "./exclusions.ts";
import { applyMerges, byDimension, type Group, intersects, rootIn } from "./figure-group.ts";
import type { Figure, StoryFigures } from "./figures.ts";
import type { KeptApart } from "./overrides.ts";
import { isOfOneKind } from "./predicate-senses.ts";
import { Rivals } from "./rivals.ts";
import { areOpposed, statesBoth } from "./said-conflicts.ts";
import { supersededIn } from "./superseded.ts";
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

/** In log-odds, at most: of a tally that its own document tops. */
const TOPPED = -2;

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
    if (odds < WEIGHTS.conflict && !(odds >= WEIGHTS.update && isUpdate(a, b))) {
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

/** The likeliest first. Of two tallies of one document the larger, at its head, answers in the place of the smaller. */
function weighed(pairs: readonly RivalPair[], { rarity }: StoryFigures): Pair[] {
  const odds = new ConflictOdds(rarity);
  const weigh = (pair: RivalPair): Pair => {
    const [a, b] = [pair.a.lead, pair.b.lead];
    const isRuled = pair.score === null || (pair.score >= WEIGHTS.rivalsLook && isOfOneKind(a.tally) && a.tally === b.tally);
    return { ...pair, odds: isRuled || pair.score === null ? SAID : odds.of(a, b, pair.score) };
  };
  const found = pairs.map(weigh);
  const byGroups = new Map(found.map((pair, i) => [keyOf(pair.a, pair.b), i]));
  const holders = new Map<Figure, Group>();
  for (const { a, b } of pairs)
    for (const group of [a, b]) for (const figure of group.figures.slice(0, ASKED_MAX)) holders.set(figure, group);
  for (const [i, pair] of found.entries())
    for (const [part, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const head = part.lead.toppedBy;
      const whole = head === null ? undefined : holders.get(head);
      const at = whole === undefined || whole === other ? undefined : byGroups.get(keyOf(whole, other));
      const better = at === undefined ? undefined : found[at];
      if (head === null || whole === other) continue;
      // A part answers nobody's toll, whether or not the whole is its rival.
      if (at !== undefined && better !== undefined && areHeadTallies(better.a, better.b))
        found[at] = { ...better, odds: Math.max(better.odds, pair.odds) };
      found[i] = { ...pair, odds: Math.min(pair.odds, TOPPED) };
    }
  return found.sort((x, y) => y.odds - x.odds || x.a.order - y.a.order || x.b.order - y.b.order);
}

/** Whether one value takes the place of the other, so that nobody is told of a conflict where both are one claim. */
function isUpdate(a: Group, b: Group): boolean {
  if (!mayBeUpdate(a, b)) return false;
  const figures = [...a.figures.slice(0, ASKED_MAX), ...b.figures.slice(0, ASKED_MAX)];
  const replaced = supersededIn(figures);
  return (
    replaced.size > 0 && new Set(figures.filter((figure) => !replaced.has(figure)).map(({ numberKey }) => numberKey)).size === 1
  );
}

const keyOf = (a: Group, b: Group): number => Math.min(a.order, b.order) * 2 ** 26 + Math.max(a.order, b.order);

/** Claims whose values may answer one question, by the rules. */
export function rivalPairs(groups: readonly Group[], { figures, rarity }: StoryFigures, kept: KeptApart): RivalPair[] {
  if (areOneDocuments(groups)) return [];
  const seen = new Set<number>();
  const pairs: RivalPair[] = [];
  const dimensions = byDimension(groups);
  const rivals = new Rivals(groups);
  const visit = (x: Group, y: Group): void => {
    const [a, b] = x.order < y.order ? [x, y] : [y, x];
    const key = keyOf(a, b);
    if (a === b || seen.has(key)) return;
    seen.add(key);
    const isSaid = areOpposed(a, b);
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

function areKeptApart(a: readonly Figure[], b: readonly Figure[], kept: KeptApart): boolean {
  return (
    kept.applied.length > 0 &&
    a.slice(0, WATCHED_MAX).some((figure) => b.slice(0, WATCHED_MAX).some((other) => kept.apart(figure, other)))
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
