import type { ClaimRow, Fused } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import { contentKeys, fold } from "@wirefold/text";
import { type Containment, containmentOf, type RowValues } from "./containment.ts";
import { type Copying, findCopying } from "./copying.ts";
import { estimateTruth, type ModelClaim, type ModelRow, TRAITS } from "./truth-model.ts";
import { kindOf, type ReadValue, readerFor } from "./values.ts";

export interface FuseOptions {
  /** Parent of each value, where values form a hierarchy ("Lyon" -> "France"). Read from the claims themselves where absent. */
  readonly hierarchy?: Readonly<Record<string, string | null>>;
}

interface Row {
  readonly given: ClaimRow;
  /** Value index of each given claim, or -1 where it says nothing. */
  readonly valueIndex: readonly number[];
  readonly values: readonly ReadValue[];
  readonly weights: readonly number[];
}

/** What being right at a broader level is worth beside being exactly right, when a value is picked. */
const BROAD_WORTH = 0.3;

/**
 * Fuses what many sources say of each object's property into one value with a confidence. All rows given together are
 * one problem: sources are judged by all they say. One setting serves every kind of value.
 *
 * Accuracy-weighted voting with copy detection (Dong, Berti-Equille, Srivastava 2009), hierarchies of values (Jung, Kim,
 * Shim 2019) and readings of times, numbers, dates and lists of names. Linear in the claims, but for pairs of sources.
 *
 * @example fuseClaims([{ object: "f1", property: "gate", claims: [{ source: "a", value: "B4" }, { source: "b", value: "B4" }] }])[0].value // "B4"
 */
export function fuseClaims(given: readonly ClaimRow[], options: FuseOptions = {}): Fused[] {
  const sources = indexOf(given.flatMap((row) => row.claims.map(({ source }) => source)));
  const properties = indexOf(given.map(({ property }) => property));
  const rows = readRows(given);
  const copying = findCopying(sourceClaims(rows, sources));
  const containments = containmentPerProperty(rows, options);
  const model = rows.map((row) => modelRow(row, sources, properties, copying, containments.get(row.given.property)!));
  const { posterior, calibrated } = estimateTruth(model, sources.size, properties.size);
  const names = [...sources.keys()];
  return rows.map((row, i) => fused(row, posterior[i]!, calibrated[i]!, model[i]!, copying, sources, names));
}

/** Numbers in the order of the names, so the order of rows cannot matter. */
function indexOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort(compareStrings).map((name, i) => [name, i]));
}

function readRows(given: readonly ClaimRow[]): Row[] {
  const perProperty = new Map<string, ClaimRow[]>();
  for (const row of given) {
    const list = perProperty.get(row.property);
    if (list) list.push(row);
    else perProperty.set(row.property, [row]);
  }
  const readers = new Map([...perProperty].map(([property, list]) => [property, readerFor(kindOf(list), list)]));
  return given.map((row) => {
    const read = readers.get(row.property)!(row);
    const byKey = new Map<string, { index: number; surfaces: Map<string, number> }>();
    const valueIndex = read.map((value) => {
      if (!value) return -1;
      let entry = byKey.get(value.key);
      if (!entry) {
        entry = { index: byKey.size, surfaces: new Map() };
        byKey.set(value.key, entry);
      }
      entry.surfaces.set(value.surface, (entry.surfaces.get(value.surface) ?? 0) + value.weight);
      return entry.index;
    });
    const values = [...byKey].map(([key, { surfaces }]): ReadValue => {
      const surface = [...surfaces].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compareStrings(a[0], b[0]))[0]![0];
      return { key, surface, weight: 1, parts: read.find((value) => value?.key === key)!.parts };
    });
    return { given: row, valueIndex, values, weights: read.map((value) => value?.weight ?? 0) };
  });
}

function sourceClaims(
  rows: readonly Row[],
  sources: ReadonlyMap<string, number>,
): { source: number; values: Map<number, string> }[] {
  const claims = [...sources.values()].map((source) => ({ source, values: new Map<number, string>() }));
  rows.forEach((row, object) => {
    row.given.claims.forEach(({ source }, i) => {
      const value = row.valueIndex[i]!;
      const own = claims[sources.get(source)!]!.values;
      if (value >= 0 && !own.has(object)) own.set(object, row.values[value]!.key);
    });
  });
  return claims;
}

function containmentPerProperty(rows: readonly Row[], options: FuseOptions): Map<string, Containment> {
  const perProperty = new Map<string, Row[]>();
  for (const row of rows) {
    const list = perProperty.get(row.given.property);
    if (list) list.push(row);
    else perProperty.set(row.given.property, [row]);
  }
  const keyOfLabel = (value: string): string =>
    fold(value)
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[.,;:!]+$/, "");
  return new Map(
    [...perProperty].map(([property, list]) => {
      const values = list.map((row): RowValues => {
        const support = row.values.map(() => 0);
        for (const value of row.valueIndex) if (value >= 0) support[value]! += 1;
        return { values: row.values, support };
      });
      return [property, containmentOf(values, options.hierarchy, keyOfLabel, kindOf(list.map(({ given }) => given)) === "label")];
    }),
  );
}

function modelRow(
  row: Row,
  sources: ReadonlyMap<string, number>,
  properties: ReadonlyMap<string, number>,
  copying: Copying,
  containment: Containment,
): ModelRow {
  const n = row.values.length;
  const broader = new Float32Array(n * n);
  const wide = new Uint8Array(n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      const holds = containment.broader(row.values[a]!.key, row.values[b]!.key);
      broader[a * n + b] = holds;
      if (holds > 0) wide[a] = 1;
    }
  const traits = new Uint8Array(n * TRAITS);
  const name = new Set(contentKeys(row.given.object));
  row.values.forEach(({ key }, v) => {
    traits[v * TRAITS] = repeatsName(key, name) ? 1 : 0;
    traits[v * TRAITS + 1] = containment.isScattered(key) ? 1 : 0;
  });
  // Copies of one feed speak once for each value.
  const claims = new Map<number, ModelClaim>();
  row.given.claims.forEach(({ source }, i) => {
    const value = row.valueIndex[i]!;
    if (value < 0) return;
    const group = copying.groupOf[sources.get(source)!]!;
    const key = group * n + value;
    const known = claims.get(key);
    const weight = row.weights[i]!;
    if (!known || known.weight < weight) claims.set(key, { group, value, weight });
  });
  return {
    property: properties.get(row.given.property)!,
    values: n,
    claims: [...claims.values()].sort((a, b) => a.group - b.group || a.value - b.value),
    broader,
    wide,
    traits,
  };
}

/** A word of the value, long enough to be a name, stands in the object's name too. */
function repeatsName(value: string, name: ReadonlySet<string>): boolean {
  return contentKeys(value).some((key) => key.length >= 4 && !/^\d/.test(key) && name.has(key));
}

function fused(
  row: Row,
  posterior: Float64Array,
  calibrated: Float64Array,
  model: ModelRow,
  copying: Copying,
  sources: ReadonlyMap<string, number>,
  names: readonly string[],
): Fused {
  const n = row.values.length;
  let best = -1;
  let bestWorth = -1;
  for (let v = 0; v < n; v++) {
    let atSomeLevel = posterior[v]!;
    for (let t = 0; t < n; t++) atSomeLevel += model.broader[v * n + t]! * posterior[t]!;
    const worth = posterior[v]! + BROAD_WORTH * (atSomeLevel - posterior[v]!);
    if (
      worth > bestWorth + 1e-12 ||
      (Math.abs(worth - bestWorth) <= 1e-12 && compareStrings(row.values[v]!.key, row.values[best]!.key) < 0)
    ) {
      best = v;
      bestWorth = worth;
    }
  }
  let confidence = best < 0 ? 0 : calibrated[best]!;
  for (let t = 0; t < n && best >= 0; t++) confidence += model.broader[best * n + t]! * calibrated[t]!;
  const copied: Record<string, string> = {};
  for (const { source } of row.given.claims) {
    const from = copying.copiedFrom.get(sources.get(source)!);
    if (from !== undefined) copied[source] = names[from]!;
  }
  return {
    object: row.given.object,
    property: row.given.property,
    value: best < 0 ? null : row.values[best]!.surface,
    confidence: best < 0 ? 0 : Math.min(1, Math.max(0, confidence)),
    sources: row.given.claims.map(({ source }, i) => ({ source, agrees: row.valueIndex[i] === best && best >= 0 })),
    ...(Object.keys(copied).length > 0 ? { copied_from: copied } : {}),
  };
}
