import type { Edge } from "@wirefold/core";
import { EdgeGraph, type Level } from "./edge-graph.ts";
import { clusterDensity, EgoClusterer, type EgoClusters } from "./ego-clusters.ts";
import { firstDayIn, nestedAnchors } from "./grouping-layers.ts";
import { anchorOf, type Sight, targetOf } from "./grouping-rule.ts";

/**
 * Edges to groups, locally. A document's group is a function of the edges of documents at most {@link GROUPING_HOPS} steps
 * away, never of a connected component, so a late document changes what is near it and nothing else:
 *
 * 1. Each document clusters itself with the documents its strongest edges name (ego-clusters.ts).
 * 2. Two documents *agree* where each stands in the other's cluster. One that is too far down the other's list to be seen
 *    agrees where both clusters hold mostly the same documents.
 * 3. Each document points to the densest document it agrees with, or to itself; and goes on to where that one points.
 *    Where it ends is its anchor. Documents with one anchor are one group.
 *
 * In a story whose members all see one another, every member sees the same cluster and points to the same anchor: the
 * result is that of average linkage over the whole. In larger ones, and in chains, only the neighbourhood counts.
 */

/**
 * A document's anchors depend on the edges of documents at most this many steps from it (itself: 0). So a new or lost edge
 * changes the anchors of documents at most this many steps from one of its ends, and of no others.
 */
export const GROUPING_HOPS = 3;

/** What stands for a document's cluster at each level. Those with equal anchors are one cluster; levels nest. */
export type Anchors = Readonly<Record<Level, string>>;

/** The rule over a graph in memory. Each layer of a document is worked out once, when it is first asked for. */
class LocalGrouping implements Sight<number> {
  readonly graph: EdgeGraph;
  readonly #clusterer: EgoClusterer;
  readonly #clusters: (EgoClusters | undefined)[];
  readonly #densities: Readonly<Record<Level, Float64Array>>;
  readonly #targets: Readonly<Record<Level, Int32Array>>;

  constructor(graph: EdgeGraph) {
    this.graph = graph;
    this.#clusterer = new EgoClusterer(graph);
    this.#clusters = new Array(graph.size);
    const densities = (): Float64Array => new Float64Array(graph.size).fill(Number.NaN);
    this.#densities = { copy: densities(), lineage: densities(), story: densities() };
    const targets = (): Int32Array => new Int32Array(graph.size).fill(-1);
    this.#targets = { copy: targets(), lineage: targets(), story: targets() };
  }

  anchorOf(node: number, level: Level): number {
    return anchorOf(node, level, this, (at) => this.#targetOf(at, level));
  }

  clusterOf(node: number, level: Level): Int32Array {
    return this.#clustersOf(node)[level];
  }
  near(node: number): Int32Array {
    return this.graph.neighbours(node);
  }
  dayOf(node: number): number | null {
    return this.graph.dayOf(node);
  }
  firstDayOf(node: number, level: Level): number {
    return firstDayIn(this.graph, this.clusterOf(node, level));
  }
  before(a: number, b: number): boolean {
    return this.graph.rankOf(a) < this.graph.rankOf(b);
  }
  densityOf(node: number, level: Level): number {
    const known = this.#densities[level][node] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const density = clusterDensity(this.graph, node, this.clusterOf(node, level), level);
    this.#densities[level][node] = density;
    return density;
  }

  #targetOf(node: number, level: Level): number {
    const known = this.#targets[level][node] ?? -1;
    if (known >= 0) return known;
    const target = targetOf(node, level, this);
    this.#targets[level][node] = target;
    return target;
  }

  #clustersOf(node: number): EgoClusters {
    const known = this.#clusters[node];
    if (known !== undefined) return known;
    const found = this.#clusterer.clustersOf(node);
    this.#clusters[node] = found;
    return found;
  }
}

/**
 * The anchors of some documents.
 *
 * @param wanted Those asked for.
 * @param ids All documents that may be read; edges to others are passed over.
 * @param edges Exact as long as every edge of every document at most {@link GROUPING_HOPS} steps from `wanted` is given.
 */
export function anchorsOf(wanted: Iterable<string>, ids: Iterable<string>, edges: Iterable<Edge>): Map<string, Anchors> {
  const graph = new EdgeGraph(ids, edges);
  const grouping = new LocalGrouping(graph);
  const idOf = (node: number): string => graph.ids[node] ?? "";
  const anchors = new Map<string, Anchors>();
  for (const id of wanted) {
    const node = graph.numberOf.get(id);
    if (node === undefined) continue;
    const [copy, lineage, story] = (["copy", "lineage", "story"] as const).map((level) => idOf(grouping.anchorOf(node, level)));
    anchors.set(id, nestedAnchors(copy ?? id, lineage ?? id, story ?? id));
  }
  return anchors;
}

/** Documents at most `hops` steps from `from`, themselves included, along the edges `neighboursOf` answers. */
export function withinHops(from: Iterable<string>, hops: number, neighboursOf: (id: string) => Iterable<string>): Set<string> {
  const reached = new Set(from);
  let frontier = [...reached];
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const next: string[] = [];
    for (const id of frontier)
      for (const other of neighboursOf(id)) {
        if (reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    frontier = next;
  }
  return reached;
}
