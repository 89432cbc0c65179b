import { type Edge, rankOf } from "@wirefold/core";
import type { Anchors } from "./anchors.ts";
import { EdgeGraph, type Level } from "./edge-graph.ts";
import { clusterDensity, EgoClusterer } from "./ego-clusters.ts";
import { anchorOf, type Sight, targetOf } from "./grouping-rule.ts";

/**
 * The layers of the grouping rule one by one, over ids, so that a store can keep what each document's layers came to and
 * work out again only those that something near them changed:
 *
 *   edges of a document and of those it names ──► ego ──► target ──► anchors
 *                                                  (of its cluster)  (of its target, and that one's target)
 */

/** The first layer: what a document sees from where it stands. */
export interface Ego {
  /** Days since 1970 it was published; null where unknown. */
  readonly day: number | null;
  /** The documents its strongest edges name. */
  readonly near: readonly string[];
  /** Its own cluster at each level: itself and some of `near`. */
  readonly clusters: Readonly<Record<Level, readonly string[]>>;
  readonly densities: Readonly<Record<Level, number>>;
  /** The earliest day in each cluster; null where none is known. */
  readonly firstDays: Readonly<Record<Level, number | null>>;
}

/** The second layer: the document one points to, itself or one of its cluster. */
export type Targets = Readonly<Record<Level, string>>;

/** What a document without edges sees. */
export function aloneEgo(id: string): Ego {
  const alone = [id];
  return {
    day: null,
    near: [],
    clusters: { copy: alone, lineage: alone, story: alone },
    densities: { copy: 0, lineage: 0, story: 0 },
    firstDays: { copy: null, lineage: null, story: null },
  };
}

/** The documents that the strongest edges of some documents name, sorted: what their grouping looks at. `edges`: all of theirs. */
export function nearOf(wanted: Iterable<string>, edges: readonly Edge[]): Map<string, string[]> {
  const graph = graphOf(edges);
  return new Map([...wanted].map((id) => [id, idsOf(graph, graph.neighbours(graph.numberOf.get(id) ?? -1))]));
}

/**
 * The first layer of some documents.
 *
 * @param edges Every edge of every wanted document and of the documents near it.
 */
export function egosOf(wanted: Iterable<string>, edges: readonly Edge[]): Map<string, Ego> {
  const graph = graphOf(edges);
  const clusterer = new EgoClusterer(graph);
  const egos = new Map<string, Ego>();
  for (const id of wanted) {
    const node = graph.numberOf.get(id);
    if (node === undefined) {
      egos.set(id, aloneEgo(id));
      continue;
    }
    const clusters = clusterer.clustersOf(node);
    const each = <T>(value: (level: Level) => T) => ({ copy: value("copy"), lineage: value("lineage"), story: value("story") });
    egos.set(id, {
      day: graph.dayOf(node),
      near: idsOf(graph, graph.neighbours(node)),
      clusters: each((level) => idsOf(graph, clusters[level])),
      densities: each((level) => clusterDensity(graph, node, clusters[level], level)),
      firstDays: each((level) => {
        const first = firstDayIn(graph, clusters[level]);
        return Number.isFinite(first) ? first : null;
      }),
    });
  }
  return egos;
}

/** The second layer. @param egoOf the first layer of the wanted and of those in their clusters */
export function targetsOf(wanted: Iterable<string>, egoOf: (id: string) => Ego): Map<string, Targets> {
  const sight = sightOf(egoOf);
  return new Map(
    [...wanted].map((id) => [
      id,
      { copy: targetOf(id, "copy", sight), lineage: targetOf(id, "lineage", sight), story: targetOf(id, "story", sight) },
    ]),
  );
}

/**
 * The third layer.
 *
 * @param egoOf The first layer of the wanted, of their targets, and of those ones' targets.
 * @param targetsAt The second layer of the wanted and of their targets.
 */
export function anchorsFrom(
  wanted: Iterable<string>,
  egoOf: (id: string) => Ego,
  targetsAt: (id: string) => Targets,
): Map<string, Anchors> {
  const sight = sightOf(egoOf);
  const at = (id: string, level: Level) => anchorOf(id, level, sight, (node) => targetsAt(node)[level]);
  return new Map([...wanted].map((id) => [id, nestedAnchors(at(id, "copy"), at(id, "lineage"), at(id, "story"))]));
}

/** Anchors whose names nest: a lineage is what shares a story and a lineage anchor. */
export function nestedAnchors(copy: string, lineage: string, story: string): Anchors {
  const inStory = `${story}\n${lineage}`;
  return { copy: `${inStory}\n${copy}`, lineage: inStory, story };
}

export function firstDayIn(graph: EdgeGraph, members: Int32Array): number {
  let from = Number.POSITIVE_INFINITY;
  for (const member of members) from = Math.min(from, graph.dayOf(member) ?? Number.POSITIVE_INFINITY);
  return from;
}

function sightOf(egoOf: (id: string) => Ego): Sight<string> {
  return {
    clusterOf: (id, level) => egoOf(id).clusters[level],
    densityOf: (id, level) => egoOf(id).densities[level],
    near: (id) => egoOf(id).near,
    dayOf: (id) => egoOf(id).day,
    firstDayOf: (id, level) => egoOf(id).firstDays[level] ?? Number.POSITIVE_INFINITY,
    before: (a, b) => rankOf(a) < rankOf(b),
  };
}

function graphOf(edges: readonly Edge[]): EdgeGraph {
  const ids = new Set<string>();
  for (const { a, b } of edges) ids.add(a).add(b);
  return new EdgeGraph(ids, edges);
}

function idsOf(graph: EdgeGraph, nodes: Int32Array): string[] {
  return Array.from(nodes, (node) => graph.ids[node] ?? "").sort();
}
