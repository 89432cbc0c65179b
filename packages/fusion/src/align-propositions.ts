/**
 * Lays the assertions of a story's articles beside each other: who did what. Only what two documents at least assert
 * becomes a proposition. Where lineages agree on the deed and name different doers, or one denies what the other says,
 * that is a conflict; a doer changed within a lineage is a mutation of the rewrite.
 */
import { type Assertion, type Proposition, sha256 } from "@wirefold/core";
import { type Clause, clauseOf, doerOf, sharedDeed } from "./deeds.ts";
import { compareStrings, evidenceIn, sortedUnique } from "./evidence.ts";
import type { JoinedNames } from "./join-names.ts";
import type { Lineages } from "./lineages.ts";
import { mentionId } from "./mentions.ts";
import type { ReconcileMember } from "./reconcile-member.ts";
import { contentKeys, fold, Rarity } from "./words.ts";

export interface Asserted {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly lineage: string;
  readonly assertion: Assertion;
  readonly clause: Clause;
  readonly keys: readonly string[];
  readonly keySet: ReadonlySet<string>;
  /** Names of people and bodies in the document. */
  readonly actors: readonly string[];
}

/** One deed told by two documents with different doers. */
export interface RivalDoers {
  readonly a: Asserted;
  readonly b: Asserted;
  readonly doerA: string;
  readonly doerB: string;
}

export interface BuiltProposition {
  readonly proposition: Proposition;
  readonly asserted: readonly Asserted[];
  readonly rivals: readonly RivalDoers[];
}

const POSTINGS_MAX = 64;
/** Share of both assertions' weight in common for one proposition told in other words. */
const SAME_WORDS = 0.6;
/** Assertions of a group compared with its lead for rival doers. */
const COMPARED_MAX = 40;
const NEGATION =
  /\b(?:not|never|no|nobody|none|neither|nor|without|denied|denies|refused|nicht|kein\w*|nie|ne|pas|jamais|nunca|no)\b|n['’]t\b/i;
/** What people say is quoted and attributed elsewhere; that two persons "said" is no rivalry. */
const SAYING =
  /^(?:said|says|told|added|announced|reported|confirmed|declared|stated|claimed|explained|sagte|erklärte|dit|dijo)$/i;

export function alignPropositions(
  members: readonly ReconcileMember[],
  lineages: Lineages,
  names: JoinedNames,
  depthOf: (id: string) => number,
): BuiltProposition[] {
  const { all, rarity } = assertionsOf(members, lineages, depthOf);
  return groupAlike(all, rarity)
    .filter((group) => new Set(group.map(({ member }) => member.id)).size > 1)
    .map((group) => build(group, lineages, names, rarity))
    .sort((a, b) => b.proposition.docs.length - a.proposition.docs.length || compareStrings(a.proposition.id, b.proposition.id));
}

function assertionsOf(
  members: readonly ReconcileMember[],
  lineages: Lineages,
  depthOf: (id: string) => number,
): { all: Asserted[]; rarity: Rarity } {
  const rarity = new Rarity();
  const all: Asserted[] = [];
  for (const member of members) {
    const seen = new Set<string>();
    const actors = (member.facts?.entities ?? [])
      .filter(({ type }) => type === "person" || type === "organisation")
      .flatMap(({ canonical, mentions }) => [canonical, ...mentions.map(({ text }) => text)])
      .filter((name) => name.length > 2);
    const distinct = [...new Set(actors)].slice(0, 400);
    for (const assertion of member.facts?.assertions ?? []) {
      const id = mentionId(member.id, assertion.id);
      if (seen.has(id)) continue;
      seen.add(id);
      const keys = contentKeys(assertion.text.slice(0, 600));
      rarity.add(keys);
      all.push({
        id,
        member,
        lineage: lineages.of.get(member.id)!,
        assertion,
        clause: clauseOf(assertion.text),
        keys,
        keySet: new Set(keys),
        actors: distinct,
      });
    }
  }
  all.sort(
    (a, b) =>
      depthOf(a.member.id) - depthOf(b.member.id) ||
      compareStrings(a.member.id, b.member.id) ||
      a.assertion.span[0] - b.assertion.span[0] ||
      compareStrings(a.id, b.id),
  );
  return { all, rarity };
}

function groupAlike(all: readonly Asserted[], rarity: Rarity): Asserted[][] {
  const postings = new Map<string, Asserted[][]>();
  const groups: Asserted[][] = [];
  for (const asserted of all) {
    if (asserted.keys.length < 3) continue;
    const candidates = new Map<Asserted[], number>();
    const rare = [...asserted.keys].sort((a, b) => rarity.of(b) - rarity.of(a) || compareStrings(a, b)).slice(0, 8);
    for (const key of rare) for (const group of postings.get(key) ?? []) candidates.set(group, (candidates.get(group) ?? 0) + 1);
    let best: Asserted[] | null = null;
    let bestScore = 0;
    for (const [group, shared] of candidates) {
      if (shared < 2 && candidates.size > 8) continue;
      const score = likeness(group[0]!, asserted, rarity);
      if (score > bestScore) {
        best = group;
        bestScore = score;
      }
    }
    if (best) best.push(asserted);
    else {
      const group = [asserted];
      groups.push(group);
      for (const key of asserted.keys) {
        const list = postings.get(key);
        if (!list) postings.set(key, [group]);
        else if (list.length < POSTINGS_MAX) list.push(group);
      }
    }
  }
  return groups;
}

/** 0 where the two do not assert one thing. */
function likeness(a: Asserted, b: Asserted, rarity: Rarity): number {
  const words = Math.min(rarity.containment(a.keys, b.keySet), rarity.containment(b.keys, a.keySet));
  if (words >= SAME_WORDS) return words;
  const deed = sharedDeed(a.clause, b.clause);
  return deed ? Math.min(deed.coverA, deed.coverB) * 0.8 : 0;
}

function build(group: readonly Asserted[], lineages: Lineages, names: JoinedNames, rarity: Rarity): BuiltProposition {
  const lead = group[0]!;
  const docs = sortedUnique(group.map(({ member }) => member.id));
  const lineageIds = sortedUnique(docs.map((doc) => lineages.of.get(doc)!));
  const rivals = rivalsIn(group, names, rarity);
  const doers = new Map<Asserted, string>();
  for (const { a, b, doerA, doerB } of rivals) doers.set(a, doerA).set(b, doerB);
  const conflict = conflictOf(group, rivals);
  const same = ({ assertion }: Asserted): boolean => fold(assertion.text) === fold(lead.assertion.text);
  const proposition: Proposition = {
    id: `proposition-${sha256(lead.id).slice(0, 12)}`,
    statement: lead.assertion.text,
    relation: conflict ? conflict.relation : group.every(same) ? "agree" : "agree-with-mutation",
    attributed_to: lead.assertion.attributed_to,
    docs,
    lineages: lineageIds,
    independent_sources: lineageIds.length,
    ...(conflict ? { conflict_kind: conflict.kind } : {}),
    mentions: group.map((one, i) => ({
      doc: one.member.id,
      kind:
        i === 0
          ? "original"
          : doers.has(one) && rivals.some(({ b }) => b === one)
            ? "different-agent"
            : same(one)
              ? "verbatim"
              : "paraphrase",
      evidence: evidenceIn(one.member, one.assertion.span),
      agent: doers.get(one) ?? one.assertion.subject,
    })),
  };
  return { proposition, asserted: group, rivals };
}

function rivalsIn(group: readonly Asserted[], names: JoinedNames, rarity: Rarity): RivalDoers[] {
  const lead = group[0]!;
  const rivals: RivalDoers[] = [];
  for (const other of group.slice(1, COMPARED_MAX)) {
    if (other.member === lead.member) continue;
    const deed = sharedDeed(lead.clause, other.clause);
    if (!deed) continue;
    const doerA = doerOf(deed.headA, lead.actors);
    const doerB = doerOf(deed.headB, other.actors);
    if (!doerA || !doerB || SAYING.test(firstWordAfter(lead.clause.text, deed.headA)) || sameDoer(doerA, doerB, names, rarity))
      continue;
    rivals.push({ a: lead, b: other, doerA, doerB });
  }
  return rivals;
}

const firstWordAfter = (text: string, head: string): string => /[\p{L}']+/u.exec(text.slice(head.length))?.[0] ?? "";

/** One name, or half the weight of the shorter in common: "border guards" and "Russian border guards". */
function sameDoer(a: string, b: string, names: JoinedNames, rarity: Rarity): boolean {
  if (names.keyOf(a) === names.keyOf(b)) return true;
  const left = contentKeys(a);
  const right = contentKeys(b);
  if (left.length === 0 || right.length === 0) return true;
  return Math.max(rarity.containment(left, new Set(right)), rarity.containment(right, new Set(left))) >= 0.5;
}

function conflictOf(group: readonly Asserted[], rivals: readonly RivalDoers[]): { relation: string; kind: string } | null {
  const rival = rivals.find(({ a, b }) => a.lineage !== b.lineage);
  if (rival)
    return {
      relation: "conflict-on-agent",
      kind: `who: ${rival.doerA} (${rival.a.member.id}) or ${rival.doerB} (${rival.b.member.id})`,
    };
  const lead = group[0]!;
  const denied = ({ assertion }: Asserted): boolean => assertion.negated && NEGATION.test(assertion.text);
  const opposite = group.find(
    (other) => other.lineage !== lead.lineage && denied(other) !== denied(lead) && nearlySame(lead, other),
  );
  if (!opposite) return null;
  const [no, yes] = denied(lead) ? [lead, opposite] : [opposite, lead];
  return { relation: "conflict-on-polarity", kind: `denied in ${no.member.id}, asserted in ${yes.member.id}` };
}

/** But for the denial, the same words. */
function nearlySame(a: Asserted, b: Asserted): boolean {
  const deed = sharedDeed(a.clause, b.clause);
  return (
    deed !== null &&
    deed.matched >= 4 &&
    Math.min(deed.coverA, deed.coverB) >= 0.85 &&
    Math.abs(a.keys.length - b.keys.length) <= 2
  );
}
