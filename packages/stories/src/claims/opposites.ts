/**
 * Finds figures that contradict each other by their direction: one number that rose here and fell there, two rates of which one
 * is a rise and one a fall, shares for and against that are more than all.
 */
import { fold, stem } from "@wirefold/text";
import type { Rarity } from "../words/vocabulary.ts";
import { likeContext, mayAnswerOneQuestion } from "./conflict-score.ts";
import { isOpposed } from "./exclusions.ts";
import { byDimension, type Group, groupAffinity, intersects } from "./figure-group.ts";
import type { Figure } from "./figures.ts";
import type { FigurePair } from "./find-conflicts.ts";
import { fieldOfVerb } from "./predicate-senses.ts";
import { Rivals } from "./rivals.ts";
import { WEIGHTS } from "./weights.ts";

/** A story's contradictions of direction a reader will look at. */
const FOUND_MAX = 12;
/** Claims that hold one number. */
const NEIGHBOURS_MAX = 8;
/** Shares of a story that go one way or the other, compared with each other. */
const SHARES_MAX = 24;

/** Pairs of claims of two lineages with opposite directions. Those of one number first. */
export function oppositesOf(groups: readonly Group[], rarity: Rarity): FigurePair[] {
  return [...equalOpposites(groups, rarity), ...unequalOpposites(groups, rarity)].slice(0, FOUND_MAX);
}

/** Claims that hold one number, told of the same thing. */
function equalOpposites(groups: readonly Group[], rarity: Rarity): FigurePair[] {
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
        if (!isOpposed(b.lead, a) || areOfOneReport(a, b) || a.lead.time !== b.lead.time) continue;
        if (groupAffinity(a, b, rarity) < WEIGHTS.opposite) continue;
        found.push({ a: a.lead, b: b.lead });
      }
  return found;
}

const areOfOneReport = (a: Group, b: Group): boolean => intersects(a.docs, b.docs) || intersects(a.lineages, b.lineages);

/** Words in common, as a share of both clauses, from which two rates are told of one thing: bread and milk rise and fall apart. */
const LIKE_RATES = 0.5;
/** Shares of one vote add up to all of it at most; each may be rounded. */
const ALL = 101.5;

/** Two rates of the only such change, and two shares of the only vote. */
function unequalOpposites(groups: readonly Group[], rarity: Rarity): FigurePair[] {
  const shares = (byDimension(groups).get("percent") ?? [])
    .filter(({ lead: { sense } }) => sense !== null && sense.sign !== 0)
    .slice(0, SHARES_MAX);
  if (shares.length < 2) return [];
  const rivals = new Rivals(groups);
  const found: FigurePair[] = [];
  for (const [i, b] of shares.entries())
    for (const a of shares.slice(0, i)) {
      if (a.lead.numberKey === b.lead.numberKey || !isOpposed(b.lead, a) || areOfOneReport(a, b)) continue;
      if (!rivals.areAlone(a, b) || !mayAnswerOneQuestion(a, b)) continue;
      const isContrary =
        a.lead.tally === null
          ? likeContext(a.lead.clause, b.lead.clause, rarity) >= LIKE_RATES && !changeTwoThings(a.lead, b.lead, rarity)
          : a.lead.quantity.value + b.lead.quantity.value > ALL && countOneThing(a, b);
      if (isContrary && groupAffinity(a, b, rarity) >= WEIGHTS.opposite) found.push({ a: a.lead, b: b.lead });
    }
  return found;
}

/** "Bread prices rose", "milk prices fell": each names before its figure what the other's sentence does not. */
function changeTwoThings(a: Figure, b: Figure, { vocabulary }: Rarity): boolean {
  const own = (figure: Figure, other: Figure): boolean => {
    const before = figure.member.text.slice(figure.sentenceSpan[0], figure.mention.number.span[0]).split(/[^\p{L}\p{N}]+/u);
    const words = new Set(before.map((word) => stem(fold(word))));
    return figure.clause.some((key) => {
      const word = vocabulary.text(key);
      return words.has(word) && fieldOfVerb(word) === null && !other.sentence.includes(key);
    });
  };
  return own(a, b) && own(b, a);
}

/** Shares of women and shares of men may add up to anything. */
function countOneThing(a: Group, b: Group): boolean {
  if (a.subject.size === 0 || b.subject.size === 0 || a.isAnybody || b.isAnybody) return true;
  return intersects(a.subject, b.subject);
}
