import { compareStrings } from "./evidence.ts";
import type { Figure } from "./mentions.ts";
import { sentenceAt, sentenceSpans } from "./mentions.ts";
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

/** Share of a figure's sentence (words in order) that must recur in the other lineage's for it to be common copy. */
const SENTENCE_SHARED = 0.5;

/** Finds agency copy that lineages share. Documents compared are those grouping or the claims themselves bring together. */
export function sharedCopyOf(members: readonly ReconcileMember[], lineageOf: ReadonlyMap<string, string>): SharedCopy {
  const byId = new Map(members.map((member) => [member.id, member]));
  const pairs = new Map<string, readonly [string, string]>();
  for (const member of members)
    for (const edge of member.edges ?? [])
      if (
        byId.has(edge.a) &&
        byId.has(edge.b) &&
        lineageOf.get(edge.a) !== lineageOf.get(edge.b) &&
        edge.evidence.passages.length > 0
      )
        pairs.set(`${edge.a}\u0000${edge.b}`, [edge.a, edge.b]);
  return {
    get pairs() {
      return [...pairs.values()].sort((a, b) => compareStrings(a[0], b[0]) || compareStrings(a[1], b[1]));
    },
    collapse(perLineage) {
      const ids = [...perLineage.keys()].sort(compareStrings);
      const leader = new Map(ids.map((id) => [id, id]));
      const find = (id: string): string => {
        let at = id;
        while (leader.get(at) !== at) at = leader.get(at)!;
        return at;
      };
      const twins = new Map<string, string>();
      // Past this many lineages the pairs of one claim are too many to read side by side; the first ones stand for the rest.
      const compared = ids.slice(0, 40);
      for (let i = 0; i < compared.length; i++)
        for (let j = i + 1; j < compared.length; j++) {
          const pair = sharedSentence(perLineage.get(compared[i]!)!, perLineage.get(compared[j]!)!);
          if (!pair) continue;
          twins.set(compared[i]!, compared[j]!);
          twins.set(compared[j]!, compared[i]!);
          const [a, b] = compareStrings(pair[0], pair[1]) < 0 ? pair : [pair[1], pair[0]];
          pairs.set(`${a}\u0000${b}`, [a, b]);
          leader.set(find(compared[j]!), find(compared[i]!));
        }
      return { count: new Set(ids.map(find)).size, twins };
    },
  };
}

function sharedSentence(left: readonly Figure[], right: readonly Figure[]): [string, string] | null {
  for (const a of left.slice(0, 6))
    for (const b of right.slice(0, 6)) if (sentenceShare(a, b) >= SENTENCE_SHARED) return [a.member.id, b.member.id];
  return null;
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
