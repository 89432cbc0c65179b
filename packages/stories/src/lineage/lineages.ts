import type { SharedPassage, StoryMember } from "@wirefold/core";
import { compareStrings, groupBy, mustGet, type NonEmpty, sortedUnique } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";

export interface Lineage {
  readonly id: string;
  readonly name: string | null;
  readonly docs: readonly string[];
  readonly root: string;
}

export interface Lineages {
  readonly of: ReadonlyMap<string, string>;
  readonly clusters: readonly Lineage[];
  /** The originals. */
  readonly roots: ReadonlySet<string>;
  /** Parent of each document, with contradictions taken out: a parent is another member of the same lineage and no chain is a ring. */
  readonly parents: ReadonlyMap<string, string>;
  /** Pairs of one lineage joined by derivation, smaller id first. */
  readonly derived: readonly (readonly [string, string])[];
}

/**
 * Puts the lineages grouping reported in order. Grouping may be contradictory (a parent that is no member, stands in
 * another lineage, or closes a ring): the lineage label is kept, being the closure of the edges, and the parent is let go.
 */
export function lineagesOf(members: readonly ReconcileMember[]): Lineages {
  const byId = new Map(members.map((member) => [member.id, member]));
  const of = new Map(members.map((member) => [member.id, member.lineage || member.id]));
  const parents = new Map<string, string>();
  for (const member of members)
    if (member.parent !== null && member.parent !== member.id && of.get(member.parent) === of.get(member.id))
      parents.set(member.id, member.parent);
  breakRings(parents);
  const groups = groupBy(members, ({ id }) => mustGet(of, id));
  const clusters: Lineage[] = [];
  const derived: [string, string][] = [];
  for (const [id, group] of [...groups].sort((a, b) => compareStrings(a[0], b[0]))) {
    const root = rootOf(group, parents);
    // A lineage of one original: a member without a known parent was derived from the root, by the meaning of a lineage.
    for (const member of group) if (member.id !== root.id && !parents.has(member.id)) parents.set(member.id, root.id);
    parents.delete(root.id);
    const docs = group.map((member) => member.id).sort(compareStrings);
    clusters.push({ id, name: nameOf(group), docs, root: root.id });
  }
  for (const [child, parent] of parents) if (byId.has(parent)) derived.push(child < parent ? [child, parent] : [parent, child]);
  derived.sort((a, b) => compareStrings(a[0], b[0]) || compareStrings(a[1], b[1]));
  return { of, clusters, roots: new Set(clusters.map(({ root }) => root)), parents, derived };
}

function breakRings(parents: Map<string, string>): void {
  const state = new Map<string, "open" | "done">();
  for (const start of sortedUnique(parents.keys())) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !state.has(at)) {
      state.set(at, "open");
      path.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && state.get(at) === "open") {
      const [first = at] = path.slice(path.indexOf(at)).sort(compareStrings);
      parents.delete(first);
    }
    for (const id of path) state.set(id, "done");
  }
}

/** The original: named so by grouping, else no parent, a wire credit, the earliest, the smallest id. */
function rootOf(group: Readonly<NonEmpty<ReconcileMember>>, parents: ReadonlyMap<string, string>): ReconcileMember {
  const rank = (member: ReconcileMember): string =>
    [
      member.role === "original" ? 0 : 1,
      parents.has(member.id) ? 1 : 0,
      member.wire_credit ? 0 : 1,
      member.published_at ?? "~",
      member.id,
    ].join("\u0000");
  let best = group[0];
  let bestRank = rank(best);
  for (const member of group) {
    const candidate = rank(member);
    if (candidate < bestRank) {
      best = member;
      bestRank = candidate;
    }
  }
  return best;
}

function nameOf(group: readonly ReconcileMember[]): string | null {
  const counts = new Map<string, number>();
  for (const member of group) {
    const credit = member.wire_credit ?? member.facts?.wire_credit;
    if (credit) counts.set(credit, (counts.get(credit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))[0]?.[0] ?? null;
}

export function memberRecord(member: ReconcileMember, lineages: Lineages): StoryMember {
  const parent = lineages.parents.get(member.id) ?? null;
  const passages = passagesWithParent(member, parent);
  return {
    id: member.id,
    title: member.title ?? member.facts?.title ?? null,
    outlet: member.outlet,
    url: member.url,
    published_at: member.published_at ?? member.facts?.publication_date ?? null,
    language: member.language ?? member.facts?.language ?? null,
    wire_credit: member.wire_credit ?? member.facts?.wire_credit ?? null,
    role: member.role,
    copy: member.copy,
    lineage: mustGet(lineages.of, member.id),
    parent,
    taken: parent === null ? null : (member.taken ?? takenShare(member, passages)),
    passages: [...passages],
    ...(parent === null || member.passagesLeftOut === undefined ? {} : { passages_left_out: member.passagesLeftOut }),
  };
}

function passagesWithParent(member: ReconcileMember, parent: string | null): readonly SharedPassage[] {
  if (parent === null) return [];
  if (member.passages && member.passages.length > 0) return member.passages;
  for (const edge of member.edges ?? []) {
    if (edge.a === member.id && edge.b === parent) return edge.evidence.passages;
    if (edge.b === member.id && edge.a === parent)
      return edge.evidence.passages.map((passage) => ({ text: passage.text, span_a: passage.span_b, span_b: passage.span_a }));
  }
  return [];
}

function takenShare(member: ReconcileMember, passages: readonly { readonly span_a: readonly [number, number] }[]): number | null {
  if (passages.length === 0 || member.text.length === 0) return null;
  let covered = 0;
  let reached = 0;
  for (const { span_a } of [...passages].sort((a, b) => a.span_a[0] - b.span_a[0] || a.span_a[1] - b.span_a[1])) {
    covered += Math.max(0, span_a[1] - Math.max(reached, span_a[0]));
    reached = Math.max(reached, span_a[1]);
  }
  return Math.min(1, Math.round((covered / member.text.length) * 1e4) / 1e4);
}
