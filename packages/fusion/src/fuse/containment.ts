/**
 * Which values are broader than which: a broader value is less precise, not wrong (Jung, Kim and Shim, "Crowdsourced
 * truth discovery in the presence of hierarchies for knowledge fusion", EDBT 2019, whose hierarchy is given; here it is
 * read from the claims where it is not).
 *
 * Three readings, in order: a hierarchy handed in; parts ("Pierre, South Dakota" holds "South Dakota"; a list of three
 * authors holds a list of two); and company: a value that keeps company with many different values ("Germany") is
 * broader than one that is mostly seen beside it.
 */
import type { ReadValue } from "./values.ts";

export interface Containment {
  /** True where `broad` holds everything `narrow` says, less precisely. */
  isBroader(broad: string, narrow: string): boolean;
}

export interface RowValues {
  /** Distinct values of the row. */
  readonly values: readonly ReadValue[];
  /** Claims for each, in the same order. */
  readonly support: readonly number[];
}

/** A value needs this many different companions to be a candidate for a broader one. */
const BREADTH_MIN = 3;
/** Share of the narrow value's rows with any broad companion in which this broad one stands. */
const COMPANY_MIN = 0.5;

export function containmentOf(
  rows: readonly RowValues[],
  hierarchy: Readonly<Record<string, string | null>> | undefined,
  keyOfLabel: (value: string) => string,
  useCompany: boolean,
): Containment {
  if (hierarchy) return fromHierarchy(hierarchy, keyOfLabel);
  const parts = new Map<string, ReadonlySet<string>>();
  for (const { values } of rows)
    for (const { key, parts: own } of values) if (own.length > 0 && !parts.has(key)) parts.set(key, new Set(own));
  const company = useCompany ? companyOf(rows) : null;
  return {
    isBroader(broad, narrow) {
      if (broad === narrow) return false;
      const narrowParts = parts.get(narrow);
      if (narrowParts) {
        const broadParts = parts.get(broad);
        if (broadParts) {
          if (broadParts.size >= narrowParts.size) return false;
          for (const part of broadParts) if (!narrowParts.has(part)) return false;
          return true;
        }
        if (narrowParts.size > 1 && narrowParts.has(broad)) return true;
      }
      return company?.(broad, narrow) ?? false;
    },
  };
}

function fromHierarchy(hierarchy: Readonly<Record<string, string | null>>, keyOfLabel: (value: string) => string): Containment {
  const parents = new Map<string, string>();
  for (const [child, parent] of Object.entries(hierarchy))
    if (parent !== null) parents.set(keyOfLabel(child), keyOfLabel(parent));
  return {
    isBroader(broad, narrow) {
      // Hierarchies found in the wild hold rings; thirty steps outlast any true chain.
      let at = parents.get(narrow);
      for (let step = 0; at !== undefined && step < 30; step++) {
        if (at === broad) return broad !== narrow;
        at = parents.get(at);
      }
      return false;
    },
  };
}

function companyOf(rows: readonly RowValues[]): (broad: string, narrow: string) => boolean {
  const companions = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  for (const { values } of rows) {
    for (const { key } of values) seen.set(key, (seen.get(key) ?? 0) + 1);
    if (values.length < 2 || values.length > 40) continue;
    for (const a of values)
      for (const b of values) {
        if (a === b) continue;
        const own = companions.get(a.key) ?? new Map<string, number>();
        own.set(b.key, (own.get(b.key) ?? 0) + 1);
        companions.set(a.key, own);
      }
  }
  const breadth = (key: string): number => companions.get(key)?.size ?? 0;
  const memo = new Map<string, ReadonlySet<string>>();
  const broaderThan = (narrow: string): ReadonlySet<string> => {
    const known = memo.get(narrow);
    if (known) return known;
    const own = companions.get(narrow) ?? new Map<string, number>();
    const wide = [...own].filter(
      ([key]) =>
        breadth(key) >= BREADTH_MIN && breadth(key) > 2 * breadth(narrow) && (seen.get(key) ?? 0) > (seen.get(narrow) ?? 0),
    );
    const rowsWithWide = Math.max(...wide.map(([, count]) => count), 0);
    const total = Math.max(rowsWithWide, (seen.get(narrow) ?? 0) * 0.5);
    const result = new Set(wide.filter(([, count]) => count >= COMPANY_MIN * total).map(([key]) => key));
    memo.set(narrow, result);
    return result;
  };
  return (broad, narrow) => broaderThan(narrow).has(broad);
}
