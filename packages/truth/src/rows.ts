import type { ClaimRow } from "@wirefold/core";
import { compareStrings, groupBy } from "@wirefold/core";
import { kindOf, type ReadValue, readerFor, type ValueKind } from "./values.ts";

/** One row of a table, its values read. */
export interface Row {
  readonly given: ClaimRow;
  /** How its property's values are read. */
  readonly kind: ValueKind;
  /** Value index of each given claim, or -1 where it says nothing. */
  readonly valueIndex: readonly number[];
  /** Distinct values; each shown in its commonest spelling. */
  readonly values: readonly ReadValue[];
  /** What each given claim counts by its own words; 0 where it says nothing. */
  readonly weights: readonly number[];
}

/** Reads every row; how the values of a property are read is decided over all its rows. */
export function readRows(given: readonly ClaimRow[]): Row[] {
  const perProperty = groupBy(given, ({ property }) => property);
  const readers = new Map(
    [...perProperty].map(([property, list]) => {
      const kind = kindOf(list);
      return [property, { kind, read: readerFor(kind, list) }];
    }),
  );
  return given.map((row) => {
    const reader = readers.get(row.property);
    const read = reader?.read(row) ?? [];
    const byKey = new Map<string, { index: number; parts: readonly string[]; surfaces: Map<string, number> }>();
    const valueIndex = read.map((value) => {
      if (!value) return -1;
      let entry = byKey.get(value.key);
      if (!entry) {
        entry = { index: byKey.size, parts: value.parts, surfaces: new Map() };
        byKey.set(value.key, entry);
      }
      entry.surfaces.set(value.surface, (entry.surfaces.get(value.surface) ?? 0) + value.weight);
      return entry.index;
    });
    const values = [...byKey].map(([key, { parts, surfaces }]): ReadValue => {
      const [commonest] = [...surfaces].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compareStrings(a[0], b[0]));
      return { key, surface: commonest?.[0] ?? key, weight: 1, parts };
    });
    return { given: row, kind: reader?.kind ?? "label", valueIndex, values, weights: read.map((value) => value?.weight ?? 0) };
  });
}
