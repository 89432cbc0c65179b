import { EVENT_WINDOW_DAYS } from "./compare.ts";
import type { EdgeGraph, Level } from "./edge-graph.ts";

/**
 * What a document's group looks like from where it stands: the document and those its own edges name (at most
 * `NEIGHBOURS_MAX`), clustered by average linkage over the edges among them. Only this small set is read, so the cost
 * and the answer do not depend on what else the corpus joins to it.
 *
 * Average linkage, and a missing edge counts against: a document tied to one of two groups that have nothing to do with
 * each other (a digest, a live blog) ends up with one of them at most.
 */
export interface Binding {
  /** What a pair without an edge counts, against edges of 0 (barely drawn) to 1 (certain). */
  readonly missing: number;
  /**
   * The same where three reports come together, none derived from another, all of which open with one event: one vouches for two that
   * were not found alike.
   */
  readonly vouched: number;
  /**
   * Edges a document is expected to have to a group of many. It was compared with some of them only, so it is not held
   * against it that it has none to the others. Derived texts resemble all their lineage; independent reports of one event
   * resemble some.
   */
  readonly expected: number;
}

export const BINDING: Readonly<Record<Level, Binding>> = {
  copy: { missing: -0.3, vouched: -0.3, expected: 16 },
  lineage: { missing: -0.3, vouched: -0.3, expected: 16 },
  // A brief and a feature have little in common but what a report between them has with both. In larger groups a report has several
  // edges to its event, and one alone is a chance.
  story: { missing: -0.5, vouched: 0, expected: 4 },
};

/** Documents of a cluster of which one may vouch for the two others. */
const VOUCHED_SIZE = 3;

/** Which clusters hold more than one document. */
const severalOf = (size: Int32Array): Uint8Array => Uint8Array.from(size, (documents) => (documents > 1 ? 1 : 0));

/** The members of a document's cluster at each level, as node numbers; the document itself is among them. */
export type EgoClusters = Readonly<Record<Level, Int32Array>>;

/**
 * Where reports go on for weeks, a story has to be cut somewhere, and all its members should see the same cut. So merges
 * within one stretch of the calendar as long as the window come a little before others.
 */
const SAME_FRAME = 1.05;

/** The stretch of the calendar that all of these days fall into; NaN where there is none. */
function frameOf(from: number, to: number): number {
  const length = EVENT_WINDOW_DAYS + 1;
  const frame = Math.floor(from / length);
  return frame === Math.floor(to / length) ? frame : Number.NaN;
}

function aloneWith(node: number): EgoClusters {
  const alone = Int32Array.of(node);
  return { copy: alone, lineage: alone, story: alone };
}

/** Densities from here on are equal when nearer than this many steps in a doubling: in a large group all then choose one anchor. */
const COARSE_FROM = 3;
const COARSE_STEPS = 2;

/** How much binds a document to its own cluster: of a digest of two stories, one half's edges count. */
export function clusterDensity(graph: EdgeGraph, node: number, members: Int32Array, level: Level): number {
  const near = graph.neighbours(node);
  const edges = graph.edgesOf(node);
  let density = 0;
  for (let i = 0; i < near.length; i++) {
    if (!members.includes(near[i] ?? -1)) continue;
    const weight = graph.weightOf(edges[i] ?? -1, level);
    if (weight > 0) density += weight;
  }
  // Sums in another order differ in their last bits.
  if (density < COARSE_FROM) return Math.round(density * 1e6) / 1e6;
  return Math.max(COARSE_FROM, 2 ** (Math.round(Math.log2(density) * COARSE_STEPS) / COARSE_STEPS));
}

const LEVELS = ["copy", "lineage", "story"] as const;

export class EgoClusterer {
  readonly #graph: EdgeGraph;
  readonly #binding: Readonly<Record<Level, Binding>>;
  /** Local number + 1 of a node of the neighbourhood at hand, 0 for all others. */
  readonly #local: Uint8Array;
  #size = 0;
  #edge = new Int32Array(0);
  #sum = new Float64Array(0);
  #count = new Int32Array(0);
  #aside = new Uint8Array(0);

  constructor(graph: EdgeGraph, binding = BINDING) {
    this.#graph = graph;
    this.#binding = binding;
    this.#local = new Uint8Array(graph.size);
  }

  clustersOf(node: number): EgoClusters {
    const graph = this.#graph;
    const own = graph.neighbours(node);
    if (own.length === 0) return aloneWith(node);
    // In the fixed order of nodes, so that equal averages are settled alike from wherever one looks.
    const nodes = Int32Array.of(node, ...own).sort();
    const k = nodes.length;
    this.#reserve(k);
    const edge = this.#edge;
    const local = this.#local;
    for (let i = 0; i < k; i++) local[nodes[i] ?? 0] = i + 1;
    for (let i = 0; i < k; i++) {
      const at = nodes[i] ?? 0;
      const near = graph.neighbours(at);
      const edges = graph.edgesOf(at);
      for (let e = 0; e < near.length; e++) {
        const j = (local[near[e] ?? 0] ?? 0) - 1;
        if (j < 0) continue;
        edge[i * k + j] = edges[e] ?? -1;
        edge[j * k + i] = edges[e] ?? -1;
      }
    }
    for (let i = 0; i < k; i++) local[nodes[i] ?? 0] = 0;

    const self = nodes.indexOf(node);
    const left = this.#otherStories(nodes, self);
    for (let i = 0; i < k; i++) if (left[i] === 1) for (let j = 0; j < k; j++) edge[i * k + j] = edge[j * k + i] = -1;
    const cluster = new Int32Array(k);
    for (let i = 0; i < k; i++) cluster[i] = i;
    const found: Partial<Record<Level, Int32Array>> = {};
    for (const level of LEVELS) {
      this.#merge(nodes, cluster, level);
      found[level] = nodes.filter((_, i) => cluster[i] === cluster[self]);
    }
    return found as EgoClusters;
  }

  /**
   * Where a document's relatives fall into groups that have nothing to do with each other, it is made of several stories
   * (a digest, a live blog, a front page): it can stand in the one it is bound to most. A group has two members at least, or is one
   * report that is a part of the document: else a relative that was not compared with the others would count. Answers 1 for
   * members of the others.
   */
  #otherStories(nodes: Int32Array, self: number): Uint8Array {
    const k = nodes.length;
    const groupOf = new Int32Array(k).fill(-1);
    const bound: number[] = [];
    let several = 0;
    for (let start = 0; start < k; start++) {
      if (start === self || groupOf[start] !== -1) continue;
      const group = bound.length;
      groupOf[start] = group;
      const reached = [start];
      let strength = 0;
      let part = true;
      for (const at of reached) {
        const edge = this.#edge[self * k + at] ?? -1;
        if (edge >= 0) strength += this.#graph.weightOf(edge, "story");
        if (edge >= 0 && !this.#graph.isPart(edge)) part = false;
        for (let other = 0; other < k; other++) {
          if (other === self || groupOf[other] !== -1 || (this.#edge[at * k + other] ?? -1) < 0) continue;
          groupOf[other] = group;
          reached.push(other);
        }
      }
      bound.push(strength);
      if (reached.length >= 2 || part) several++;
    }
    const left = new Uint8Array(k);
    if (several < 2) return left;
    let strongest = 0;
    for (let group = 1; group < bound.length; group++)
      if ((bound[group] ?? 0) > (bound[strongest] ?? 0) + 1e-9) strongest = group;
    for (let i = 0; i < k; i++) if (i !== self && groupOf[i] !== strongest) left[i] = 1;
    return left;
  }

  #reserve(k: number): void {
    if (this.#size < k) {
      this.#size = k;
      this.#edge = new Int32Array(k * k);
      this.#sum = new Float64Array(k * k);
      this.#count = new Int32Array(k * k);
      this.#aside = new Uint8Array(k * k);
    }
    this.#edge.fill(-1, 0, k * k);
  }

  /** Merges the clusters of the level before, best average first, as long as one is above zero. */
  #merge(nodes: Int32Array, cluster: Int32Array, level: Level): void {
    const { missing, vouched, expected: expectedEach } = this.#binding[level];
    const k = nodes.length;
    const edge = this.#edge;
    const sum = this.#sum.fill(0, 0, k * k);
    const count = this.#count.fill(0, 0, k * k);
    // Edges between reports of which one opens with something else, by pairs of clusters, and within each.
    const aside = this.#aside.fill(0, 0, k * k);
    const size = new Int32Array(k);
    const from = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    const to = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
    const frame = new Float64Array(k);
    for (let i = 0; i < k; i++) {
      const c = cluster[i] ?? 0;
      size[c] = (size[c] ?? 0) + 1;
      const day = this.#graph.dayOf(nodes[i] ?? 0);
      if (day === null) continue;
      from[c] = Math.min(from[c] ?? 0, day);
      to[c] = Math.max(to[c] ?? 0, day);
    }
    for (let i = 0; i < k; i++)
      for (let j = i + 1; j < k; j++) {
        const a = cluster[i] ?? 0;
        const b = cluster[j] ?? 0;
        const e = edge[i * k + j] ?? -1;
        if (a === b || e < 0) continue;
        const weight = this.#graph.weightOf(e, level);
        if (Number.isNaN(weight)) continue;
        for (const at of [a * k + b, b * k + a]) {
          sum[at] = (sum[at] ?? 0) + weight;
          count[at] = (count[at] ?? 0) + 1;
          if (this.#graph.isAside(e)) aside[at] = 1;
        }
      }
    // Of two texts of one source what is on their event has to be like both.
    const oneSource = severalOf(size);
    for (let c = 0; c < k; c++) frame[c] = frameOf(from[c] ?? 0, to[c] ?? 0);
    for (;;) {
      let best = 0;
      let bestA = -1;
      let bestB = -1;
      for (let a = 0; a < k; a++) {
        const sizeA = size[a] ?? 0;
        if (sizeA === 0) continue;
        for (let b = a + 1; b < k; b++) {
          const links = count[a * k + b] ?? 0;
          if (links === 0) continue;
          const sizeB = size[b] ?? 0;
          if (sizeB === 0) continue;
          const expected = Math.max(links, Math.min(sizeA * sizeB, expectedEach * Math.min(sizeA, sizeB)));
          const asides = (aside[a * k + b] ?? 0) + (aside[a * k + a] ?? 0) + (aside[b * k + b] ?? 0);
          const vouches = sizeA + sizeB <= VOUCHED_SIZE && oneSource[a] === 0 && oneSource[b] === 0 && asides === 0;
          const absent = vouches ? vouched : missing;
          const average = ((sum[a * k + b] ?? 0) + absent * (expected - links)) / expected;
          const value = average > 0 && frame[a] === frame[b] ? average * SAME_FRAME : average;
          if (value <= best + 1e-9) continue;
          if (Math.max(to[a] ?? 0, to[b] ?? 0) - Math.min(from[a] ?? 0, from[b] ?? 0) > EVENT_WINDOW_DAYS) continue;
          best = value;
          bestA = a;
          bestB = b;
        }
      }
      if (bestA < 0) return;
      for (let i = 0; i < k; i++) if (cluster[i] === bestB) cluster[i] = bestA;
      aside[bestA * k + bestA] =
        (aside[bestA * k + bestA] ?? 0) | (aside[bestB * k + bestB] ?? 0) | (aside[bestA * k + bestB] ?? 0);
      for (let other = 0; other < k; other++) {
        if (other === bestA || other === bestB) continue;
        for (const [x, y] of [
          [bestA * k + other, bestB * k + other],
          [other * k + bestA, other * k + bestB],
        ] as const) {
          sum[x] = (sum[x] ?? 0) + (sum[y] ?? 0);
          count[x] = (count[x] ?? 0) + (count[y] ?? 0);
          aside[x] = (aside[x] ?? 0) | (aside[y] ?? 0);
        }
      }
      size[bestA] = (size[bestA] ?? 0) + (size[bestB] ?? 0);
      size[bestB] = 0;
      from[bestA] = Math.min(from[bestA] ?? 0, from[bestB] ?? 0);
      to[bestA] = Math.max(to[bestA] ?? 0, to[bestB] ?? 0);
      frame[bestA] = frameOf(from[bestA] ?? 0, to[bestA] ?? 0);
    }
  }
}
