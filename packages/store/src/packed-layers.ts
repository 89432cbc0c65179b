/** What the grouping rule's layers came to for one document, without the day it was published. */
export interface Layers {
  readonly id: string;
  readonly near: readonly string[];
  readonly clusters: readonly number[];
  readonly densities: readonly number[];
  readonly firstDays: readonly (number | null)[];
  readonly targets: readonly number[];
  readonly anchors: readonly string[];
}

/** The same as a row of `document_group` holds it. */
export interface LayersRow {
  readonly id: string;
  /** Null where it has none. */
  readonly near: readonly string[] | null;
  /** The document its pointers end at on the level of stories; null for itself. */
  readonly anchor: string | null;
  /**
   * Five lists of three levels as text: clusters, densities, first days, targets, anchors. One entry stands for three equal ones, nothing for a day that
   * is not known. An anchor is its place among (itself, near…), `.` for the story's anchor, or `=` and its id. Null for a document that stands alone on
   * its day.
   */
  readonly layers: string | null;
}

const LEVELS = 3;

/** SQL: the story anchor of a row, as its index has it. */
export const STORY_ANCHOR = (row: string) => `coalesce(${row}.anchor, ${row}.document_id)`;

export function packLayers({
  id,
  near,
  clusters,
  densities,
  firstDays,
  targets,
  anchors,
  day,
}: Layers & { readonly day: number | null }): LayersRow {
  const places = new Map([id, ...near].map((other, place) => [other, String(place)]));
  const anchor = anchors[LEVELS - 1] ?? id;
  const told = (other: string) => places.get(other) ?? (other === anchor ? "." : `=${encodeURIComponent(other)}`);
  const layers = [clusters, densities, firstDays.map((first) => first ?? ""), targets, anchors.map(told)].map(listOf).join(" ");
  return {
    id,
    near: near.length === 0 ? null : near,
    anchor: anchor === id ? null : anchor,
    layers: layers === aloneOn(day) ? null : layers,
  };
}

export function layersOf({ id, near, anchor: storyAnchor, layers }: LayersRow, day: number | null): Layers {
  const seen = [id, ...(near ?? [])];
  const anchorOf = (told: string): string => {
    if (told === ".") return storyAnchor ?? id;
    return told.startsWith("=") ? decodeURIComponent(told.slice(1)) : (seen[Number(told)] ?? id);
  };
  const lists = (layers ?? aloneOn(day)).split(" ").map(entriesOf);
  const [clusters = [], densities = [], firstDays = [], targets = [], anchors = []] = lists;
  return {
    id,
    near: near ?? [],
    clusters: clusters.map(Number),
    densities: densities.map(Number),
    firstDays: firstDays.map((first) => (first === "" ? null : Number(first))),
    targets: targets.map(Number),
    anchors: anchors.map(anchorOf),
  };
}

/** A cluster of itself without density, since its day, that points to itself and is its own anchor. */
const aloneOn = (day: number | null): string => `1 0 ${day ?? ""} 0 0`;

function listOf(entries: readonly (string | number)[]): string {
  return entries.every((entry) => entry === entries[0]) ? String(entries[0] ?? "") : entries.join(",");
}

function entriesOf(list: string): string[] {
  const entries = list.split(",");
  return entries.length === LEVELS ? entries : Array.from({ length: LEVELS }, () => entries[0] ?? "");
}
