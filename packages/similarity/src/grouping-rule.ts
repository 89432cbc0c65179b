import { EVENT_WINDOW_DAYS } from "./compare.ts";
import type { Level } from "./edge-graph.ts";

/** Steps from anchor to anchor. */
const STEPS = 2;

/** Share of either cluster that has to be in the other for two documents to agree unseen. Chosen by cross-validation. */
const OVERLAP: Readonly<Record<Level, number>> = { copy: 0.2, lineage: 0.2, story: 0.34 };
/** Share of a document's cluster that has to be in its second anchor's; stories of a dozen need the step where they see half. */
const STEP_OVERLAP: Readonly<Record<Level, number>> = { copy: 0.34, lineage: 0.34, story: 0 };

/** Some documents, in no order that matters. */
export interface Documents<N> extends Iterable<N> {
  readonly length: number;
  includes(document: N): boolean;
}

/**
 * What the rule reads of documents, whatever they are called: by number over a graph in memory, by id over rows of a store.
 */
export interface Sight<N> {
  /** The document's own cluster (ego-clusters.ts), itself included. */
  clusterOf(node: N, level: Level): Documents<N>;
  /** How much binds a document to its own cluster. */
  densityOf(node: N, level: Level): number;
  /** The documents its strongest edges name. */
  near(node: N): Documents<N>;
  /** Days since 1970; null where unknown. */
  dayOf(node: N): number | null;
  /** The earliest day in its own cluster; infinite where none is known. */
  firstDayOf(node: N, level: Level): number;
  /** The order that settles ties: that in which the index keeps documents of one feature. */
  before(a: N, b: N): boolean;
}

/** The second layer: the densest document one agrees with, itself included; of about equally dense ones the one all others see, too. */
export function targetOf<N>(node: N, level: Level, sight: Sight<N>): N {
  let best = node;
  let bestDensity = sight.densityOf(node, level);
  for (const other of sight.clusterOf(node, level)) {
    if (other === node) continue;
    const density = sight.densityOf(other, level);
    if (density < bestDensity || (density === bestDensity && sight.before(best, other))) continue;
    if (!agrees(node, other, level, sight)) continue;
    best = other;
    bestDensity = density;
  }
  return best;
}

/** The third layer: where a document's pointers end. */
export function anchorOf<N>(node: N, level: Level, sight: Sight<N>, target: (node: N) => N): N {
  let at = node;
  for (let step = 0; step < STEPS; step++) {
    const next = target(at);
    if (next === at || !inFrame(node, next, level, sight)) break;
    if (step > 0 && shareIn(node, next, level, sight) < STEP_OVERLAP[level]) break;
    at = next;
  }
  return at;
}

function agrees<N>(node: N, other: N, level: Level, sight: Sight<N>): boolean {
  if (sight.clusterOf(other, level).includes(node)) return true;
  if (sight.near(other).includes(node)) return false;
  const overlap = OVERLAP[level];
  return (
    inFrame(node, other, level, sight) &&
    shareIn(node, other, level, sight) >= overlap &&
    shareIn(other, node, level, sight) >= overlap
  );
}

/** Share of one document's cluster that stands in another's. */
function shareIn<N>(node: N, other: N, level: Level, sight: Sight<N>): number {
  const own = sight.clusterOf(node, level);
  const theirs = sight.clusterOf(other, level);
  let shared = 0;
  for (const member of own) if (theirs.includes(member)) shared++;
  return shared / own.length;
}

/**
 * Whether a document may stand under an anchor by its date. The anchor's own cluster spans no more than the window; any
 * other document has to fall into the window that begins with that cluster's earliest member. So nothing under one
 * anchor is further apart than the window, and no undated document joins two dated groups.
 */
function inFrame<N>(node: N, anchor: N, level: Level, sight: Sight<N>): boolean {
  if (sight.clusterOf(anchor, level).includes(node)) return true;
  const day = sight.dayOf(node);
  if (day === null) return true;
  const from = sight.firstDayOf(anchor, level);
  return day >= from && day <= from + EVENT_WINDOW_DAYS;
}
