import { type Edge, rankOf } from "@wirefold/core";
import { EVENT_WINDOW_DAYS } from "./compare.ts";

/** The levels documents are grouped at, from the closest outwards. */
export type Level = "copy" | "lineage" | "story";

/**
 * Derived texts, and as many reports of the same event, a document's grouping looks at: the strongest of each. Two
 * counts, so that thirty copies of one text do not hide who else reports the event.
 */
export const DERIVED_NEIGHBOURS_MAX = 12;
export const EVENT_NEIGHBOURS_MAX = 12;
export const NEIGHBOURS_MAX = DERIVED_NEIGHBOURS_MAX + EVENT_NEIGHBOURS_MAX;

/** How strongly a pair binds, 0 to 1, from the log-odds that it belongs together: one sure edge outweighs no two doubtful ones. */
export function groupingWeight(logOdds: number): number {
  return Math.tanh(logOdds / 4);
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

/** Log-odds of one event below which two reports are no siblings in a lineage: in doubt they count as two that nothing joins. */
const SIBLING_EVENT_ODDS = 1;

const oddsOf = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/** Nodes (documents) and edges by number, and for each node the edges its grouping looks at. */
export class EdgeGraph {
  readonly ids: readonly string[];
  readonly size: number;
  readonly edges: readonly Edge[];
  readonly #days: readonly (number | null)[];
  readonly #ranks: Uint32Array;
  readonly #near: readonly Int32Array[];
  readonly #edgesOf: readonly Int32Array[];
  readonly #story: Float64Array;
  readonly #lineage: Float64Array;
  readonly #copy: Float64Array;
  readonly #part: Uint8Array;
  readonly #aside: Uint8Array;
  readonly numberOf: ReadonlyMap<string, number>;

  constructor(ids: Iterable<string>, edges: Iterable<Edge>) {
    const known = new Set(ids);
    const kept: Edge[] = [];
    const facts = new Map<string, { day: number | null; text: number }>();
    for (const edge of edges) {
      if (!known.has(edge.a) || !known.has(edge.b)) continue;
      kept.push(edge);
      const { day_a, day_b, text_a, text_b } = edge.evidence.measures;
      facts.set(edge.a, { day: day_a ?? null, text: text_a ?? 0 });
      facts.set(edge.b, { day: day_b ?? null, text: text_b ?? 0 });
    }
    // The order that settles ties of averages: by content; ids only tell equal texts apart.
    const text = (id: string): number => facts.get(id)?.text ?? 0;
    const ordered = [...known].sort((x, y) => text(x) - text(y) || (x < y ? -1 : 1));
    this.#ranks = Uint32Array.from(ordered, rankOf);
    this.ids = ordered;
    this.size = ordered.length;
    const numberOf = new Map(ordered.map((id, number) => [id, number]));
    this.numberOf = numberOf;
    this.#days = ordered.map((id) => facts.get(id)?.day ?? null);
    const number = (id: string): number => numberOf.get(id) ?? -1;
    this.edges = kept.sort((x, y) => number(x.a) - number(y.a) || number(x.b) - number(y.b));
    this.#story = new Float64Array(kept.length);
    this.#lineage = new Float64Array(kept.length);
    this.#copy = new Float64Array(kept.length);
    this.#part = new Uint8Array(kept.length);
    this.#aside = new Uint8Array(kept.length);
    const lists: number[][] = ordered.map(() => []);
    for (const [e, edge] of this.edges.entries()) {
      const { day_a, day_b } = edge.evidence.measures;
      // Too far apart to be one story: shown as an edge, no ground for a group.
      if (day_a !== undefined && day_b !== undefined && Math.abs(day_a - day_b) > EVENT_WINDOW_DAYS) continue;
      const { event = 0.9, derived = 0.9 } = edge.evidence.measures;
      const eventOdds = oddsOf(event);
      const derivedOdds = oddsOf(derived);
      this.#story[e] = Math.max(0.01, groupingWeight(eventOdds));
      if (edge.kind !== "same-event") this.#lineage[e] = lineageWeight(eventOdds, Math.max(0, derivedOdds));
      else
        this.#lineage[e] = eventOdds < SIBLING_EVENT_ODDS ? Number.NaN : lineageWeight(eventOdds, Math.min(-0.01, derivedOdds));
      this.#part[e] = edge.evidence.measures.part === undefined ? 0 : 1;
      this.#aside[e] = edge.evidence.measures.aside === undefined ? 0 : 1;
      this.#copy[e] = edge.kind === "copy" ? (this.#lineage[e] ?? 0) : Number.NaN;
      lists[number(edge.a)]?.push(e);
      lists[number(edge.b)]?.push(e);
    }
    const other = (e: number, node: number): number => {
      const edge = this.edges[e];
      if (edge === undefined) return -1;
      return number(edge.a) === node ? number(edge.b) : number(edge.a);
    };
    this.#edgesOf = lists.map((list, node) => {
      return Int32Array.from(strongest(list, this.edges, (e) => this.rankOf(other(e, node))));
    });
    this.#near = this.#edgesOf.map((list, node) => list.map((e) => other(e, node)));
  }

  /** The nodes a node's grouping looks at, and in the same order the edges to them. */
  neighbours(node: number): Int32Array {
    return this.#near[node] ?? NONE;
  }
  edgesOf(node: number): Int32Array {
    return this.#edgesOf[node] ?? NONE;
  }
  /**
   * The order in which the index keeps documents of one feature: of thousands that share it the lowest are seen by all. So
   * who has more relatives than it can look at looks at those, and all look at the same few.
   */
  rankOf(node: number): number {
    return this.#ranks[node] ?? 0;
  }
  /** Days since 1970 a document was published; null where unknown (or nothing is joined to it). */
  dayOf(node: number): number | null {
    return this.#days[node] ?? null;
  }
  /** Whether of the two texts one is a part of the other. */
  isPart(edge: number): boolean {
    return this.#part[edge] === 1;
  }
  /** Whether of the two reports one opens with something else. */
  isAside(edge: number): boolean {
    return this.#aside[edge] === 1;
  }
  /** How an edge binds at a level, up to 1; negative: it speaks against; NaN: it says nothing there. */
  weightOf(edge: number, level: Level): number {
    const weights = level === "story" ? this.#story : level === "lineage" ? this.#lineage : this.#copy;
    return weights[edge] ?? Number.NaN;
  }
}

const NONE = new Int32Array(0);

/** Strengths nearer than this are equal: of a hundred near copies all should look at the same few. */
const STRENGTH_STEP = 0.05;

/** Of a document's edges those that count for its grouping. */
function strongest(list: readonly number[], edges: readonly Edge[], rankOfOther: (edge: number) => number): number[] {
  const strength = (e: number): number => Math.round((edges[e]?.score ?? 0) / STRENGTH_STEP);
  const ranked = [...list].sort((x, y) => strength(y) - strength(x) || rankOfOther(x) - rankOfOther(y));
  const derived = ranked.filter((e) => edges[e]?.kind !== "same-event");
  const reports = ranked.filter((e) => edges[e]?.kind === "same-event");
  return [...derived.slice(0, DERIVED_NEIGHBOURS_MAX), ...reports.slice(0, EVENT_NEIGHBOURS_MAX)];
}
