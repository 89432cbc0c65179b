import { compareStrings, sortedUnique } from "./evidence.ts";
import type { Figure } from "./mentions.ts";
import { sentenceAt, sentenceSpans } from "./mentions.ts";
import { agreementOf } from "./quantity.ts";
import type { ReconcileMember } from "./reconcile-member.ts";
import { isFunctionWord, wordsOf } from "./words.ts";

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
): SharedCopy {
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
      const best = mostAlike(left, right);
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
    collapse: (perLineage) => collapse(perLineage, areSharers),
  };
}

export function byLineage(figures: readonly Figure[]): Map<string, Figure[]> {
  const perLineage = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = perLineage.get(figure.lineage);
    if (own) own.push(figure);
    else perLineage.set(figure.lineage, [figure]);
  }
  return perLineage;
}

function forLineagePairs(
  perLineage: ReadonlyMap<string, readonly Figure[]>,
  visit: (a: string, b: string, left: readonly Figure[], right: readonly Figure[]) => void,
): void {
  const ids = [...perLineage.keys()].sort(compareStrings).slice(0, LINEAGES_MAX);
  for (let i = 0; i < ids.length; i++)
    for (let j = i + 1; j < ids.length; j++) visit(ids[i]!, ids[j]!, perLineage.get(ids[i]!)!, perLineage.get(ids[j]!)!);
}

function collapse(perLineage: ReadonlyMap<string, readonly Figure[]>, areSharers: (a: string, b: string) => boolean): Collapsed {
  const leader = new Map([...perLineage.keys()].map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    return at;
  };
  const twins = new Map<string, string>();
  forLineagePairs(perLineage, (a, b, left, right) => {
    if (!areSharers(a, b) || (mostAlike(left, right)?.share ?? 0) < SENTENCE_OF_SHARERS) return;
    twins.set(a, b).set(b, a);
    leader.set(find(b), find(a));
  });
  return { count: new Set([...leader.keys()].map(find)).size, twins };
}

/** The two figures whose sentences are most alike. Figures that contradict each other were not copied from one text. */
function mostAlike(left: readonly Figure[], right: readonly Figure[]): { a: Figure; b: Figure; share: number } | null {
  let best: { a: Figure; b: Figure; share: number } | null = null;
  for (const a of left.slice(0, FIGURES_MAX))
    for (const b of right.slice(0, FIGURES_MAX)) {
      if (agreementOf(a.quantity, b.quantity) === "disjoint") continue;
      const share = sentenceShare(a, b);
      if (!best || share > best.share) best = { a, b, share };
    }
  return best;
}

const sentenceCache = new WeakMap<ReconcileMember, ReturnType<typeof sentenceSpans>>();

/** Longest common subsequence of the two sentences' content words, over the shorter. */
function sentenceShare(a: Figure, b: Figure): number {
  const left = sentenceKeys(a);
  const right = sentenceKeys(b);
  const shorter = Math.min(left.length, right.length);
  return shorter < 4 ? 0 : commonSubsequence(left, right) / shorter;
}

function sentenceKeys(figure: Figure): string[] {
  const { member } = figure;
  let spans = sentenceCache.get(member);
  if (!spans) {
    spans = sentenceSpans(member.text);
    sentenceCache.set(member, spans);
  }
  const [start, end] = sentenceAt(spans, figure.mention.number.span[0]);
  return wordsOf(member.text.slice(start, Math.min(end, start + 600)))
    .map(({ key }) => key)
    .filter((key) => !isFunctionWord(key))
    .slice(0, 80);
}

/** Length of the longest common subsequence. Quadratic in sentences' words, which are bounded above. */
export function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++)
      current[j] = a[i - 1] === b[j - 1] ? previous[j - 1]! + 1 : Math.max(previous[j]!, current[j - 1]!);
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
