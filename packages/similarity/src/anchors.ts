import type { Edge } from "@wirefold/core";
import { EVENT_WINDOW_DAYS } from "./compare.ts";
import { EdgeGraph, type Level } from "./edge-graph.ts";
import { EgoClusterer, type EgoClusters } from "./ego-clusters.ts";

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

/** Steps from anchor to anchor. */
const STEPS = 2;

/** Share of either cluster that has to be in the other for two documents to agree unseen. Chosen by cross-validation. */
const OVERLAP: Readonly<Record<Level, number>> = { copy: 0.2, lineage: 0.2, story: 0.34 };
/** Share of a document's cluster that has to be in its second anchor's; stories of a dozen need the step where they see half. */
const STEP_OVERLAP: Readonly<Record<Level, number>> = { copy: 0.34, lineage: 0.34, story: 0 };

/** Densities from here on are equal when nearer than this many steps in a doubling: in a large group all then choose one anchor. */
const COARSE_FROM = 3;
const COARSE_STEPS = 2;

class LocalGrouping {
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

  /** Where a document's pointers end. */
  anchorOf(node: number, level: Level): number {
    let at = node;
    for (let step = 0; step < STEPS; step++) {
      const next = this.#targetOf(at, level);
      if (next === at || !this.#inFrame(node, next, level)) break;
      if (step > 0 && this.#shareIn(node, next, level) < STEP_OVERLAP[level]) break;
      at = next;
    }
    return at;
  }

  /** The densest document one agrees with, itself included; of about equally dense ones the one all others see, too. */
  #targetOf(node: number, level: Level): number {
    const known = this.#targets[level][node] ?? -1;
    if (known >= 0) return known;
    let best = node;
    let bestDensity = this.#densityOf(node, level);
    for (const other of this.#clustersOf(node)[level]) {
      if (other === node) continue;
      const density = this.#densityOf(other, level);
      if (density < bestDensity || (density === bestDensity && this.graph.rankOf(other) > this.graph.rankOf(best))) continue;
      if (!this.#agrees(node, other, level)) continue;
      best = other;
      bestDensity = density;
    }
    this.#targets[level][node] = best;
    return best;
  }

  #clustersOf(node: number): EgoClusters {
    const known = this.#clusters[node];
    if (known !== undefined) return known;
    const found = this.#clusterer.clustersOf(node);
    this.#clusters[node] = found;
    return found;
  }

  /** How much binds a document to its own cluster: of a digest of two stories, one half's edges count. */
  #densityOf(node: number, level: Level): number {
    const known = this.#densities[level][node] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const members = this.#clustersOf(node)[level];
    const near = this.graph.neighbours(node);
    const edges = this.graph.edgesOf(node);
    let density = 0;
    for (let i = 0; i < near.length; i++) {
      if (!members.includes(near[i] ?? -1)) continue;
      const weight = this.graph.weightOf(edges[i] ?? -1, level);
      if (weight > 0) density += weight;
    }
    density =
      density < COARSE_FROM
        ? Math.round(density * 1e6) / 1e6
        : Math.max(COARSE_FROM, 2 ** (Math.round(Math.log2(density) * COARSE_STEPS) / COARSE_STEPS));
    this.#densities[level][node] = density;
    return density;
  }

  #agrees(node: number, other: number, level: Level): boolean {
    if (this.#clustersOf(other)[level].includes(node)) return true;
    if (this.graph.neighbours(other).includes(node)) return false;
    const overlap = OVERLAP[level];
    return (
      this.#inFrame(node, other, level) &&
      this.#shareIn(node, other, level) >= overlap &&
      this.#shareIn(other, node, level) >= overlap
    );
  }

  /** Share of one document's cluster that stands in another's. */
  #shareIn(node: number, other: number, level: Level): number {
    const own = this.#clustersOf(node)[level];
    const theirs = this.#clustersOf(other)[level];
    let shared = 0;
    for (const member of own) if (theirs.includes(member)) shared++;
    return shared / own.length;
  }

  /**
   * Whether a document may stand under an anchor by its date. The anchor's own cluster spans no more than the window; any
   * other document has to fall into the window that begins with that cluster's earliest member. So nothing under one
   * anchor is further apart than the window, and no undated document joins two dated groups.
   */
  #inFrame(node: number, anchor: number, level: Level): boolean {
    const members = this.#clustersOf(anchor)[level];
    if (members.includes(node)) return true;
    const day = this.graph.dayOf(node);
    if (day === null) return true;
    let from = Number.POSITIVE_INFINITY;
    for (const member of members) from = Math.min(from, this.graph.dayOf(member) ?? Number.POSITIVE_INFINITY);
    return day >= from && day <= from + EVENT_WINDOW_DAYS;
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
    // Nested by name: a lineage is what shares a story and a lineage anchor.
    const story = idOf(grouping.anchorOf(node, "story"));
    const lineage = `${story}\n${idOf(grouping.anchorOf(node, "lineage"))}`;
    const copy = `${lineage}\n${idOf(grouping.anchorOf(node, "copy"))}`;
    anchors.set(id, { copy, lineage, story });
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
