import { aloneEgo, type Ego, type Targets } from "@wirefold/similarity";
import type { GroupRow } from "@wirefold/store";

/**
 * The layers of one document as a row keeps them: a cluster is bits over (itself, near…), a target a place there, so that a
 * row names each neighbour once. `near` holds at most 24, so a cluster fits an int.
 */

const levels = ["copy", "lineage", "story"] as const;

export function egoOfRow({ id, day, near, clusters, densities, firstDays }: GroupRow): Ego {
  const seen = [id, ...near];
  const clusterAt = (level: number) => seen.filter((_, place) => (((clusters[level] ?? 1) >> place) & 1) === 1).sort();
  return {
    day,
    near: [...near],
    clusters: { copy: clusterAt(0), lineage: clusterAt(1), story: clusterAt(2) },
    densities: { copy: densities[0] ?? 0, lineage: densities[1] ?? 0, story: densities[2] ?? 0 },
    firstDays: { copy: firstDays[0] ?? null, lineage: firstDays[1] ?? null, story: firstDays[2] ?? null },
  };
}

export function targetsOfRow({ id, near, targets }: GroupRow): Targets {
  const at = (level: number) => (targets[level] === 0 ? id : (near[(targets[level] ?? 0) - 1] ?? id));
  return { copy: at(0), lineage: at(1), story: at(2) };
}

export function rowOfLayers(id: string, ego: Ego, targets: Targets, anchors: readonly string[]): GroupRow {
  const near = [...ego.near].sort();
  const place = new Map([id, ...near].map((other, at) => [other, at]));
  return {
    id,
    day: ego.day,
    near,
    clusters: levels.map((level) => ego.clusters[level].reduce((bits, member) => bits | (1 << (place.get(member) ?? 0)), 0)),
    densities: levels.map((level) => ego.densities[level]),
    firstDays: levels.map((level) => ego.firstDays[level]),
    targets: levels.map((level) => place.get(targets[level]) ?? 0),
    anchors: [...anchors],
  };
}

/** The row of a document that has no edge. */
export function aloneRow(id: string): GroupRow {
  const itself = { copy: id, lineage: id, story: id };
  return rowOfLayers(id, aloneEgo(id), itself, [id, id, id]);
}
