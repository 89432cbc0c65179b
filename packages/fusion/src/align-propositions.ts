/**
 * Lays the assertions of a story's articles beside each other: who did what. Only what two documents at least assert
 * becomes a proposition. Where all agree on the deed and name different doers, that is a conflict on the agent.
 */
import { type Assertion, type Proposition, sha256 } from "@wirefold/core";
import { compareStrings, evidenceIn, sortedUnique } from "./evidence.ts";
import type { JoinedNames } from "./join-names.ts";
import type { Lineages } from "./lineages.ts";
import { mentionId } from "./mentions.ts";
import type { ReconcileMember } from "./reconcile-member.ts";
import { contentKeys, fold, Rarity } from "./words.ts";

export interface Asserted {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly assertion: Assertion;
  readonly subject: readonly string[];
  /** Content words of predicate and object: the deed. */
  readonly deed: readonly string[];
  readonly deedSet: ReadonlySet<string>;
}

export interface BuiltProposition {
  readonly proposition: Proposition;
  readonly asserted: readonly Asserted[];
}

const POSTINGS_MAX = 64;
/** Share of both deeds' weight in common for one proposition. */
const SAME_DEED = 0.6;
const PRONOUN = /^(?:he|she|it|they|who|which|that|we|you|i|this|these|those|er|sie|es|il|elle|ils|elles)$/i;

export function alignPropositions(
  members: readonly ReconcileMember[],
  lineages: Lineages,
  names: JoinedNames,
  depthOf: (id: string) => number,
): BuiltProposition[] {
  const rarity = new Rarity();
  const all: Asserted[] = [];
  for (const member of members) {
    const seen = new Set<string>();
    for (const assertion of member.facts?.assertions ?? []) {
      const id = mentionId(member.id, assertion.id);
      if (seen.has(id)) continue;
      seen.add(id);
      const deed = contentKeys(`${assertion.predicate} ${assertion.object ?? ""}`.slice(0, 600));
      rarity.add(deed);
      all.push({
        id,
        member,
        assertion,
        subject: contentKeys((assertion.subject ?? "").slice(0, 300)),
        deed,
        deedSet: new Set(deed),
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
  const groups = groupDeeds(all, rarity);
  return groups
    .filter((group) => new Set(group.map(({ member }) => member.id)).size > 1)
    .map((group) => ({ proposition: proposition(group, lineages, names), asserted: group }))
    .sort((a, b) => b.proposition.docs.length - a.proposition.docs.length || compareStrings(a.proposition.id, b.proposition.id));
}

function groupDeeds(all: readonly Asserted[], rarity: Rarity): Asserted[][] {
  const postings = new Map<string, Asserted[][]>();
  const groups: Asserted[][] = [];
  for (const asserted of all) {
    if (asserted.deed.length < 2) continue;
    const candidates = new Set<Asserted[]>();
    const rare = [...asserted.deed].sort((a, b) => rarity.of(b) - rarity.of(a) || compareStrings(a, b)).slice(0, 6);
    for (const key of rare) for (const group of postings.get(key) ?? []) candidates.add(group);
    let best: Asserted[] | null = null;
    let bestScore = SAME_DEED;
    for (const group of candidates) {
      const lead = group[0]!;
      const score = Math.min(rarity.containment(asserted.deed, lead.deedSet), rarity.containment(lead.deed, asserted.deedSet));
      if (score > bestScore) {
        best = group;
        bestScore = score;
      }
    }
    if (best) best.push(asserted);
    else {
      const group = [asserted];
      groups.push(group);
      for (const key of asserted.deed) {
        const list = postings.get(key);
        if (!list) postings.set(key, [group]);
        else if (list.length < POSTINGS_MAX) list.push(group);
      }
    }
  }
  return groups;
}

function proposition(group: readonly Asserted[], lineages: Lineages, names: JoinedNames): Proposition {
  const lead = group[0]!;
  const docs = sortedUnique(group.map(({ member }) => member.id));
  const lineageIds = sortedUnique(docs.map((doc) => lineages.of.get(doc)!));
  const conflict = conflictOf(group, names);
  return {
    id: `proposition-${sha256(lead.id).slice(0, 12)}`,
    statement: lead.assertion.text,
    relation: conflict
      ? conflict.relation
      : group.every(({ assertion }) => fold(assertion.text) === fold(lead.assertion.text))
        ? "agree"
        : "agree-with-mutation",
    attributed_to: lead.assertion.attributed_to,
    docs,
    lineages: lineageIds,
    independent_sources: lineageIds.length,
    ...(conflict ? { conflict_kind: conflict.kind } : {}),
    mentions: group.map(({ member, assertion }, i) => ({
      doc: member.id,
      kind: i === 0 ? "original" : fold(assertion.text) === fold(lead.assertion.text) ? "verbatim" : "paraphrase",
      evidence: evidenceIn(member, assertion.span),
      agent: assertion.subject,
    })),
  };
}

function conflictOf(group: readonly Asserted[], names: JoinedNames): { relation: string; kind: string } | null {
  const negated = group.filter(({ assertion }) => assertion.negated);
  if (
    negated.length > 0 &&
    negated.length < group.length &&
    new Set(negated.map(({ member }) => member.id)).size < new Set(group.map(({ member }) => member.id)).size
  ) {
    const plain = group.find(({ assertion }) => !assertion.negated)!;
    if (plain.member !== negated[0]!.member)
      return { relation: "conflict-on-polarity", kind: `denied in ${negated[0]!.member.id}, asserted in ${plain.member.id}` };
  }
  const agents = group.filter(({ assertion }) => assertion.subject && !PRONOUN.test(assertion.subject.trim()));
  for (let i = 1; i < Math.min(agents.length, 40); i++) {
    const a = agents[0]!;
    const b = agents[i]!;
    if (a.member === b.member || sameAgent(a, b, names)) continue;
    return {
      relation: "conflict-on-agent",
      kind: `who: ${a.assertion.subject} (${a.member.id}) or ${b.assertion.subject} (${b.member.id})`,
    };
  }
  return null;
}

function sameAgent(a: Asserted, b: Asserted, names: JoinedNames): boolean {
  if (names.keyOf(a.assertion.subject!) === names.keyOf(b.assertion.subject!)) return true;
  const other = new Set(b.subject);
  return a.subject.length === 0 || b.subject.length === 0 || a.subject.some((word) => other.has(word));
}
