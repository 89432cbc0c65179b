import type { Edge, GroupAssignment, Role } from "@wirefold/core";
import { EVENT_WINDOW_DAYS } from "./compare.ts";

/**
 * Edges to groups. Connected components would chain (a digest of two wire stories makes one story of both), so clusters
 * are merged pairwise, best average first, and a pair without an edge counts against: a document tied to one member of a
 * group of ten does not belong to it. The order of nodes and edges given does not matter; equal averages go to the
 * smallest ids.
 */

type Level = "copy" | "lineage" | "story";

/** How a level holds together: what a pair without an edge counts, and how many edges are looked for. */
export interface Binding {
  /** Against edges of 0 (barely drawn) to 1 (certain). */
  readonly missing: number;
  /**
   * Edges a document is expected to have to a group of many: it was compared with some of them only (the index hands back
   * at most 40), so it is not held against it that it has none to the others. Derived texts are like all their kin;
   * independent reports of one event are like some.
   */
  readonly expected: number;
}

export const BINDING: Readonly<Record<Level, Binding>> = {
  copy: { missing: -0.3, expected: 16 },
  lineage: { missing: -0.3, expected: 16 },
  story: { missing: -0.5, expected: 4 },
};

/** How strongly a pair binds, 0 to 1, from the log-odds that it belongs together: one sure edge outweighs no two doubtful ones. */
export function groupingWeight(logOdds: number): number {
  return Math.tanh(logOdds / 4);
}
interface Link {
  sum: number;
  count: number;
}

/**
 * Clusters 0..n-1 by average linkage over sparse weighted links, starting from `initial` (each node's cluster as its
 * smallest node). Returns the cluster of each node as its smallest node.
 */
export function averageLinkage(
  n: number,
  links: readonly (readonly [number, number, number])[],
  { missing, expected: expectedEach }: Binding,
  initial?: Int32Array,
): Int32Array {
  const cluster = initial === undefined ? Int32Array.from({ length: n }, (_, i) => i) : initial.slice();
  const size = new Float64Array(n);
  for (let i = 0; i < n; i++) size[cluster[i]!]!++;
  const alive = Uint8Array.from(size, (members) => (members > 0 ? 1 : 0));
  const version = new Int32Array(n);
  const near: (Map<number, Link> | undefined)[] = new Array(n).fill(undefined);
  const nearOf = (i: number): Map<number, Link> => (near[i] ??= new Map());
  for (const [nodeA, nodeB, weight] of links) {
    const a = cluster[nodeA]!;
    const b = cluster[nodeB]!;
    if (a === b) continue;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const link = nearOf(x).get(y);
      if (link === undefined) nearOf(x).set(y, { sum: weight, count: 1 });
      else {
        link.sum += weight;
        link.count++;
      }
    }
  }
  const average = (a: number, b: number, link: Link): number => {
    const pairs = size[a]! * size[b]!;
    const expected = Math.max(link.count, Math.min(pairs, expectedEach * Math.min(size[a]!, size[b]!)));
    return (link.sum + missing * (expected - link.count)) / expected;
  };

  // A heap of merges by value; entries made stale by a merge are skipped by their versions.
  type Merge = readonly [value: number, a: number, b: number, versionA: number, versionB: number];
  const heap: Merge[] = [];
  const before = (x: Merge, y: Merge): boolean =>
    x[0] > y[0] || (x[0] === y[0] && (x[1] < y[1] || (x[1] === y[1] && x[2] < y[2])));
  const push = (merge: Merge): void => {
    let i = heap.length;
    heap.push(merge);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(merge, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = merge;
  };
  const pop = (): Merge => {
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
        if (!before(heap[child]!, last)) break;
        heap[i] = heap[child]!;
        i = child;
      }
      heap[i] = last;
    }
    return top;
  };
  const propose = (a: number, b: number, link: Link): void => {
    const value = Math.round(average(a, b, link) * 1e9) / 1e9;
    if (value <= 0) return;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    push([value, low, high, version[low]!, version[high]!]);
  };

  for (let a = 0; a < n; a++) for (const [b, link] of near[a] ?? []) if (a < b) propose(a, b, link);
  while (heap.length > 0) {
    const [, a, b, versionA, versionB] = pop();
    if (alive[a] === 0 || alive[b] === 0 || version[a] !== versionA || version[b] !== versionB) continue;
    // The smaller number stays, so a cluster is named by its smallest member.
    alive[b] = 0;
    version[a]!++;
    const links = nearOf(a);
    links.delete(b);
    for (const [other, link] of nearOf(b)) {
      if (other === a) continue;
      const own = links.get(other);
      const merged = own === undefined ? link : { sum: own.sum + link.sum, count: own.count + link.count };
      links.set(other, merged);
      const back = nearOf(other);
      back.delete(b);
      back.set(a, merged);
    }
    near[b] = undefined;
    size[a]! += size[b]!;
    cluster[b] = a;
    for (const [other, link] of links) propose(a, other, link);
  }
  for (let i = 0; i < n; i++) {
    let root = i;
    while (cluster[root] !== root) root = cluster[root]!;
    cluster[i] = root;
  }
  return cluster;
}

/**
 * How a pair on one event binds at the level of lineage, from both log-odds: as surely as the less sure of the two where
 * the pair is derived; else against, by how clearly it is not. Two rewrites of one original often share too little to be
 * called derived from each other (siblings link through their original), which must not count like independence.
 */
export function lineageWeight(eventOdds: number, derivedOdds: number): number {
  if (derivedOdds >= 0) return Math.max(0.01, groupingWeight(Math.min(eventOdds, derivedOdds)));
  return -0.5 / (1 + Math.exp(derivedOdds + 4));
}

/** How strongly an edge binds at a level; null where its kind says nothing there. */
function weightAt(edge: Edge, level: Level): number | null {
  const { kind } = edge;
  const { event = 0.9, derived = 0.9 } = edge.evidence.measures;
  const odds = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));
  if (level === "story") return Math.max(0.01, groupingWeight(odds(event)));
  if (level === "copy") return kind === "copy" ? lineageWeight(odds(event), odds(derived)) : null;
  return lineageWeight(odds(event), kind === "same-event" ? Math.min(-0.01, odds(derived)) : Math.max(0, odds(derived)));
}

/**
 * Clusters of equal texts. Equality cannot chain, so these need no averaging; and averaging thousands of them, each tied
 * to the same few, would take quadratic time.
 */
function identicalOnes(n: number, edges: readonly Edge[], numberOf: ReadonlyMap<string, number>): Int32Array {
  const root = Int32Array.from({ length: n }, (_, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  for (const edge of edges) {
    if (edge.kind !== "copy" || edge.score !== 1) continue;
    const a = find(numberOf.get(edge.a)!);
    const b = find(numberOf.get(edge.b)!);
    if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
  }
  for (let i = 0; i < n; i++) root[i] = find(i);
  return root;
}

/**
 * The days each lineage's members were published, as far as its edges tell. An undated text is no younger or older than
 * its copies and rewrites, so a report of another month is not its event, though the two alone do not say so.
 */
function daysOfLineages(
  lineage: Int32Array,
  edges: readonly Edge[],
  numberOf: ReadonlyMap<string, number>,
): Map<number, Set<number>> {
  const days = new Map<number, Set<number>>();
  for (const { a, b, evidence } of edges) {
    const { day_a, day_b } = evidence.measures;
    for (const [id, day] of [
      [a, day_a],
      [b, day_b],
    ] as const) {
      if (day === undefined) continue;
      const root = lineage[numberOf.get(id)!]!;
      const known = days.get(root);
      if (known === undefined) days.set(root, new Set([day]));
      else if (known.size < LINEAGE_DAYS_MAX) known.add(day);
    }
  }
  return days;
}

/** A lineage copied on more days than this is about everywhere in time. */
const LINEAGE_DAYS_MAX = 64;

function gapOf(daysA: ReadonlySet<number>, daysB: ReadonlySet<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of daysA) for (const b of daysB) least = Math.min(least, Math.abs(a - b));
  return least;
}

/**
 * Groups documents by their edges: nested copy clusters, lineages and stories, each named by its smallest member id, and
 * every document's role and parent. Deterministic: a function of the sets of ids and edges.
 */
export function groupEdges(ids: Iterable<string>, edges: Iterable<Edge>): Map<string, GroupAssignment> {
  const nodes = [...new Set(ids)].sort();
  const numberOf = new Map(nodes.map((id, i) => [id, i]));
  const known: Edge[] = [];
  for (const edge of edges) if (numberOf.has(edge.a) && numberOf.has(edge.b)) known.push(edge);
  known.sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : x.b > y.b ? 1 : 0));
  const linksAt = (level: Level, lineage?: Int32Array): [number, number, number][] => {
    const links: [number, number, number][] = [];
    const daysOf = lineage === undefined ? null : daysOfLineages(lineage, known, numberOf);
    for (const edge of known) {
      if (daysOf !== null && edge.kind === "same-event") {
        const daysA = daysOf.get(lineage![numberOf.get(edge.a)!]!);
        const daysB = daysOf.get(lineage![numberOf.get(edge.b)!]!);
        if (daysA !== undefined && daysB !== undefined && gapOf(daysA, daysB) > EVENT_WINDOW_DAYS) continue;
      }
      const weight = weightAt(edge, level);
      if (weight !== null) links.push([numberOf.get(edge.a)!, numberOf.get(edge.b)!, weight]);
    }
    return links;
  };
  // From the closest kind outwards, each level made of the one before: copies never part at a wider level.
  const copy = averageLinkage(nodes.length, linksAt("copy"), BINDING.copy, identicalOnes(nodes.length, known, numberOf));
  const lineage = averageLinkage(nodes.length, linksAt("lineage"), BINDING.lineage, copy);
  const story = averageLinkage(nodes.length, linksAt("story", lineage), BINDING.story, lineage);

  // Who the original is: votes along the edges of the lineage, by direction and closeness.
  const votes = new Float64Array(nodes.length);
  const bound = new Float64Array(nodes.length);
  for (const edge of known) {
    const a = numberOf.get(edge.a)!;
    const b = numberOf.get(edge.b)!;
    if (lineage[a] !== lineage[b] || edge.kind === "same-event") continue;
    bound[a]! += edge.score;
    bound[b]! += edge.score;
    if (edge.direction === null) continue;
    const sign = edge.direction === "b-from-a" ? edge.score : -edge.score;
    votes[a]! += sign;
    votes[b]! -= sign;
  }
  const original = new Map<number, number>();
  for (let i = 0; i < nodes.length; i++) {
    const best = original.get(lineage[i]!);
    if (
      best === undefined ||
      votes[i]! > votes[best]! + 1e-9 ||
      (Math.abs(votes[i]! - votes[best]!) <= 1e-9 && bound[i]! > bound[best]! + 1e-9)
    )
      original.set(lineage[i]!, i);
  }
  const sizeOf = (labels: Int32Array): Float64Array => {
    const sizes = new Float64Array(nodes.length);
    for (const label of labels) sizes[label]!++;
    return sizes;
  };
  const lineageSize = sizeOf(lineage);
  const storySize = sizeOf(story);

  // The parent: the original where there is an edge to it, else the closest document the edges say it came from.
  const parent = new Int32Array(nodes.length).fill(-1);
  const parentScore = new Float64Array(nodes.length);
  for (const edge of known) {
    const a = numberOf.get(edge.a)!;
    const b = numberOf.get(edge.b)!;
    if (lineage[a] !== lineage[b] || edge.kind === "same-event") continue;
    const root = original.get(lineage[a]!)!;
    for (const [child, other, from] of [
      [a, b, "a-from-b"],
      [b, a, "b-from-a"],
    ] as const) {
      if (child === root) continue;
      const score = other === root ? 2 + edge.score : edge.direction === from ? edge.score : 0;
      if (score > parentScore[child]!) {
        parentScore[child] = score;
        parent[child] = other;
      }
    }
  }
  const assignments = new Map<string, GroupAssignment>();
  for (let i = 0; i < nodes.length; i++) {
    const root = original.get(lineage[i]!)!;
    let role: Role;
    if (lineageSize[lineage[i]!]! > 1) role = i === root ? "original" : copy[i] === copy[root] ? "copy" : "rewrite";
    else role = storySize[story[i]!]! > 1 ? "independent" : "single";
    assignments.set(nodes[i]!, {
      id: nodes[i]!,
      copy: nodes[copy[i]!]!,
      lineage: nodes[lineage[i]!]!,
      story: nodes[story[i]!]!,
      role,
      parent: i === root || lineageSize[lineage[i]!]! === 1 ? null : nodes[parent[i]! >= 0 ? parent[i]! : root]!,
    });
  }
  return assignments;
}
