import { compareStrings, groupBy, mustAt, type NonEmpty, sortedUnique } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { sentenceAt } from "../words/sentence-spans.ts";
import type { StoryText } from "../words/story-text.ts";
import { codesOf, isFunctionCode, keyOf } from "../words/vocabulary.ts";
import type { Figure } from "./figures.ts";
import { agreementOf } from "./quantity.ts";

/** Which lineages of a claim carry the same agency copy for it, and how many sources remain when those are one. */
export interface Collapsed {
  readonly count: number;
  /** Each collapsed lineage with another it shares copy with. */
  readonly twins: ReadonlyMap<string, string>;
}

export interface SharedCopy {
  collapse(perLineage: ReadonlyMap<string, readonly Figure[]>): Collapsed;
  /** Pairs of documents of different lineages that share agency copy, smaller id first. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** Share of a figure's sentence (words in order) that must recur in the other lineage's for it to count as common copy. */
const SENTENCE_SHARED = 0.5;
/** One sentence this alike proves common copy; of less alike ones it takes `PROOFS`. Two reporters may find one sentence each. */
const SENTENCE_COPIED = 0.8;
const PROOFS = 2;
/** Share that suffices for a claim once its two lineages are known to share copy. */
const SENTENCE_OF_SHARERS = 0.25;
/** Lineages of one claim, and figures of each, that are read side by side; the first ones stand for the rest. */
const LINEAGES_MAX = 40;
const FIGURES_MAX = 6;

interface Pair {
  readonly docs: Set<string>;
  readonly sentences: Set<string>;
  copied: boolean;
}

/**
 * Finds agency copy that lineages share: sentences around the figures of a claim that run alike. Grouping's own rewrites
 * across lineages count as proof; words merely quoted by both do not, since events are quoted by everybody.
 */
export function sharedCopyOf(
  members: readonly ReconcileMember[],
  lineageOf: ReadonlyMap<string, string>,
  groups: readonly { readonly figures: readonly Figure[] }[],
  story: StoryText,
): SharedCopy {
  const keys = new Map<Figure, readonly number[]>();
  const keysOf = (figure: Figure): readonly number[] => {
    let found = keys.get(figure);
    if (found === undefined) {
      found = sentenceKeys(figure, story);
      keys.set(figure, found);
    }
    return found;
  };
  const pairs = new Map<string, Pair>();
  const pairOf = (a: string, b: string): Pair => {
    const key = compareStrings(a, b) < 0 ? `${a}\u0000${b}` : `${b}\u0000${a}`;
    const pair = pairs.get(key) ?? { docs: new Set<string>(), sentences: new Set<string>(), copied: false };
    pairs.set(key, pair);
    return pair;
  };
  const link = (pair: Pair, a: string, b: string): void => {
    pair.docs.add(compareStrings(a, b) < 0 ? `${a}\u0000${b}` : `${b}\u0000${a}`);
  };
  for (const member of members)
    for (const edge of member.edges ?? []) {
      const [a, b] = [lineageOf.get(edge.a), lineageOf.get(edge.b)];
      if (a === undefined || b === undefined || a === b || edge.kind === "same-event") continue;
      const pair = pairOf(a, b);
      pair.copied = true;
      link(pair, edge.a, edge.b);
    }
  for (const { figures } of groups)
    forLineagePairs(byLineage(figures), (a, b, left, right) => {
      const best = mostAlike(left, right, keysOf);
      if (!best || best.share < SENTENCE_SHARED) return;
      const pair = pairOf(a, b);
      pair.sentences.add(`${best.a.member.id}|${best.a.sentenceSpan[0]}`);
      if (best.share >= SENTENCE_COPIED) pair.copied = true;
      link(pair, best.a.member.id, best.b.member.id);
    });
  const areSharers = (a: string, b: string): boolean => {
    const pair = pairs.get(compareStrings(a, b) < 0 ? `${a}\u0000${b}` : `${b}\u0000${a}`);
    return pair !== undefined && (pair.copied || pair.sentences.size >= PROOFS);
  };
  const proven = [...pairs.values()].filter((pair) => pair.copied || pair.sentences.size >= PROOFS);
  return {
    pairs: sortedUnique(proven.flatMap(({ docs }) => [...docs])).map((key) => key.split("\u0000") as [string, string]),
    collapse: (perLineage) => collapse(perLineage, areSharers, keysOf),
  };
}

export const byLineage = (figures: readonly Figure[]): Map<string, NonEmpty<Figure>> =>
  groupBy(figures, ({ lineage }) => lineage);

function forLineagePairs(
  perLineage: ReadonlyMap<string, readonly Figure[]>,
  visit: (a: string, b: string, left: readonly Figure[], right: readonly Figure[]) => void,
): void {
  const ordered = [...perLineage].sort((a, b) => compareStrings(a[0], b[0])).slice(0, LINEAGES_MAX);
  // Every claim of several lineages comes here: no list is made for each of the pairs.
  for (let i = 0; i < ordered.length; i++) {
    const [a, left] = mustAt(ordered, i);
    for (let j = i + 1; j < ordered.length; j++) {
      const [b, right] = mustAt(ordered, j);
      visit(a, b, left, right);
    }
  }
}

type KeysOf = (figure: Figure) => readonly number[];

function collapse(
  perLineage: ReadonlyMap<string, readonly Figure[]>,
  areSharers: (a: string, b: string) => boolean,
  keysOf: KeysOf,
): Collapsed {
  const leader = new Map([...perLineage.keys()].map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  const twins = new Map<string, string>();
  forLineagePairs(perLineage, (a, b, left, right) => {
    if (!areSharers(a, b) || (mostAlike(left, right, keysOf)?.share ?? 0) < SENTENCE_OF_SHARERS) return;
    twins.set(a, b).set(b, a);
    leader.set(find(b), find(a));
  });
  return { count: new Set([...leader.keys()].map(find)).size, twins };
}

/** The two figures whose sentences are most alike. Figures that contradict each other were not copied from one text. */
function mostAlike(
  left: readonly Figure[],
  right: readonly Figure[],
  keysOf: KeysOf,
): { a: Figure; b: Figure; share: number } | null {
  let best: { a: Figure; b: Figure; share: number } | null = null;
  for (const a of left.slice(0, FIGURES_MAX))
    for (const b of right.slice(0, FIGURES_MAX)) {
      if (agreementOf(a.quantity, b.quantity) === "disjoint") continue;
      const share = sentenceShare(keysOf(a), keysOf(b));
      if (!best || share > best.share) best = { a, b, share };
    }
  return best;
}

/** Longest common subsequence of two sentences' content words, over the shorter. */
function sentenceShare(left: readonly number[], right: readonly number[]): number {
  const shorter = Math.min(left.length, right.length);
  return shorter < 4 ? 0 : commonSubsequence(left, right) / shorter;
}

function sentenceKeys({ member, mention }: Figure, story: StoryText): number[] {
  const { words, sentences } = story.of(member);
  const [start, end] = sentenceAt(sentences, mention.number.span[0]);
  const run = words.between(start, Math.min(end, start + 600));
  const content = codesOf(run).filter((code) => !isFunctionCode(code));
  return content.slice(0, 80).map(keyOf);
}

/** Length of the longest common subsequence. Quadratic in sentences' words, which are bounded above. */
export function commonSubsequence(a: readonly number[], b: readonly number[]): number {
  // What both begin and end with is common; rewrites leave most sentences as they were.
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const kept = start + a.length - endA;
  if (start === endA || start === endB) return kept;
  const row = new Uint16Array(endB - start + 1);
  let longest = 0;
  for (let i = start; i < endA; i++) {
    let diagonal = 0;
    longest = 0;
    for (let j = start; j < endB; j++) {
      // biome-ignore lint/style/noNonNullAssertion: the row has a place more than `b` has words here; the loop is quadratic.
      const above = row[j - start + 1]!;
      longest = a[i] === b[j] ? diagonal + 1 : Math.max(above, longest);
      row[j - start + 1] = longest;
      diagonal = above;
    }
  }
  return kept + longest;
}
