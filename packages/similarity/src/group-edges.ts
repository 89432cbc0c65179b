import type { Edge, GroupAssignment, Role } from "@wirefold/core";
import { type Anchors, anchorsOf } from "./anchors.ts";
import type { Level } from "./edge-graph.ts";

const LEVELS = ["copy", "lineage", "story"] as const;

/**
 * What whole clusters are: names, roles and parents. Give all members of a story (or of many), with the edges among them.
 * A cluster is named by its smallest member id; roles and parents hang on content alone.
 *
 * @param isCommentary asked of documents that share a story and no lineage: whether they are no reports (`commentary` of features)
 */
export function assignmentsFrom(
  anchors: ReadonlyMap<string, Anchors>,
  edges: Iterable<Edge>,
  isCommentary: (id: string) => boolean = () => false,
): Map<string, GroupAssignment> {
  const ids = [...anchors.keys()].sort();
  const named: Record<Level, Map<string, string>> = { copy: new Map(), lineage: new Map(), story: new Map() };
  const sizes: Record<Level, Map<string, number>> = { copy: new Map(), lineage: new Map(), story: new Map() };
  for (const id of ids) {
    const own = anchors.get(id);
    if (own === undefined) continue;
    for (const level of LEVELS) {
      if (!named[level].has(own[level])) named[level].set(own[level], id);
      sizes[level].set(own[level], (sizes[level].get(own[level]) ?? 0) + 1);
    }
  }
  const clusterOf = (id: string, level: Level): string => named[level].get(anchors.get(id)?.[level] ?? "") ?? id;
  const kept = [...edges].filter(
    ({ a, b, kind }) => kind !== "same-event" && anchors.has(a) && clusterOf(a, "lineage") === clusterOf(b, "lineage"),
  );
  const ordered = byContent(ids, kept);
  const rankOf = new Map(ordered.map((id, rank) => [id, rank]));
  const inLineage = kept
    .map((edge) => {
      const [a, b] = [rankOf.get(edge.a) ?? -1, rankOf.get(edge.b) ?? -1];
      return { ...edge, low: Math.min(a, b), high: Math.max(a, b) };
    })
    .sort((x, y) => x.low - y.low || x.high - y.high);

  // Who the original is: votes along the edges of the lineage, by direction and closeness.
  const votes = new Map<string, number>();
  const bound = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string, value: number): void =>
    void counts.set(id, (counts.get(id) ?? 0) + value);
  for (const { a, b, score, direction } of inLineage) {
    add(bound, a, score);
    add(bound, b, score);
    if (direction === null) continue;
    add(votes, a, direction === "b-from-a" ? score : -score);
    add(votes, b, direction === "b-from-a" ? -score : score);
  }
  const original = new Map<string, string>();
  for (const id of ordered) {
    const lineage = clusterOf(id, "lineage");
    const best = original.get(lineage);
    const ahead = best === undefined ? 1 : (votes.get(id) ?? 0) - (votes.get(best) ?? 0);
    const tighter = best === undefined ? 1 : (bound.get(id) ?? 0) - (bound.get(best) ?? 0);
    if (ahead > 1e-9 || (Math.abs(ahead) <= 1e-9 && tighter > 1e-9)) original.set(lineage, id);
  }

  // The parent: the original where there is an edge to it, else the closest document the edges say it came from.
  const parent = new Map<string, { id: string; score: number }>();
  for (const { a, b, score, direction } of inLineage) {
    const root = original.get(clusterOf(a, "lineage"));
    for (const [child, other, from] of [
      [a, b, "a-from-b"],
      [b, a, "b-from-a"],
    ] as const) {
      if (child === root) continue;
      const value = other === root ? 2 + score : direction === from ? score : 0;
      if (value > (parent.get(child)?.score ?? 0)) parent.set(child, { id: other, score: value });
    }
  }
  const assignments = new Map<string, GroupAssignment>();
  for (const id of ids) {
    const [copy, lineage, story] = [clusterOf(id, "copy"), clusterOf(id, "lineage"), clusterOf(id, "story")];
    const own = anchors.get(id);
    const root = original.get(lineage) ?? id;
    const many = own !== undefined && (sizes.lineage.get(own.lineage) ?? 1) > 1;
    let role: Role;
    if (many) role = id === root ? "original" : copy === clusterOf(root, "copy") ? "copy" : "rewrite";
    else if (own === undefined || (sizes.story.get(own.story) ?? 1) === 1) role = "single";
    else role = isCommentary(id) ? "related" : "independent";
    assignments.set(id, {
      id,
      copy,
      lineage,
      story,
      role,
      parent: id === root || !many ? null : (parent.get(id)?.id ?? root),
    });
  }
  return assignments;
}

/**
 * The order that settles ties of roles and parents: the earlier day; of one day, who gives the hour, then the earlier hour; then
 * the text. Ids only tell equals apart.
 */
function byContent(ids: readonly string[], edges: readonly Edge[]): string[] {
  const ends = new Map<string, { day: number; text: number }>();
  for (const { a, b, evidence } of edges) {
    const { day_a = Infinity, day_b = Infinity, text_a = 0, text_b = 0 } = evidence.measures;
    ends.set(a, { day: day_a, text: text_a }).set(b, { day: day_b, text: text_b });
  }
  const keysOf = (id: string): readonly [number, number, number, number] => {
    const { day, text } = ends.get(id) ?? { day: Infinity, text: 0 };
    return [Math.floor(day), Number.isInteger(day) ? 1 : 0, day, text];
  };
  const keyed = ids.map((id) => ({ id, keys: keysOf(id) }));
  keyed.sort((x, y) => {
    for (const [at, key] of x.keys.entries()) {
      const other = y.keys[at] ?? 0;
      if (key !== other) return key < other ? -1 : 1;
    }
    return x.id < y.id ? -1 : 1;
  });
  return keyed.map(({ id }) => id);
}

/**
 * Groups documents by their edges: nested copy clusters, lineages and stories, and every document's role and parent.
 * Deterministic: a function of the sets of ids and edges.
 */
export function groupEdges(
  ids: Iterable<string>,
  edges: Iterable<Edge>,
  isCommentary?: (id: string) => boolean,
): Map<string, GroupAssignment> {
  const all = [...new Set(ids)];
  const known = [...edges];
  return assignmentsFrom(anchorsOf(all, all, known), known, isCommentary);
}
