/**
 * Which values are broader than which: a broader value is less precise, not wrong (Jung, Kim and Shim, "Crowdsourced
 * truth discovery in the presence of hierarchies for knowledge fusion", EDBT 2019, whose hierarchy is given; here it is
 * read from the claims where it is not).
 *
 * Three readings, in order: a hierarchy handed in; parts ("Pierre, South Dakota" holds "South Dakota"; a list of three
 * authors holds a list of two); and company: a value that keeps company with many different values ("Germany") is
 * broader than one that is mostly seen beside it.
 */
import { countryOf } from "@wirefold/text";
import type { ReadValue } from "./values.ts";

export interface Containment {
  /** How surely (0..1) `broad` holds everything `narrow` says, less precisely. */
  broader(broad: string, narrow: string): number;
  /** True where a value keeps company with so many that it fits none of them: more likely a slip than a place. */
  isScattered(value: string): boolean;
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
/** Of the two rows' worth of doubt, how much is given away: 0 is Laplace's rule, 2 no doubt at all. */
const LAPLACE_GIVEN = 0.7;
/** Rows with a country a value must have been seen in before its scatter is believed. */
const SCATTERED_ROWS = 3;

export function containmentOf(
  rows: readonly RowValues[],
  hierarchy: Readonly<Record<string, string | null>> | undefined,
  keyOfLabel: (value: string) => string,
  useCompany: boolean,
): Containment {
  const parts = new Map<string, ReadonlySet<string>>();
  for (const { values } of rows)
    for (const { key, parts: own } of values) if (own.length > 0 && !parts.has(key)) parts.set(key, new Set(own));
  const company = useCompany ? companyOf(rows) : null;
  if (hierarchy) return fromHierarchy(hierarchy, keyOfLabel, company);
  return {
    broader(broad, narrow) {
      if (broad === narrow) return 0;
      const narrowParts = parts.get(narrow);
      if (narrowParts) {
        const broadParts = parts.get(broad);
        if (broadParts) {
          if (broadParts.size >= narrowParts.size) return 0;
          for (const part of broadParts) if (!narrowParts.has(part)) return 0;
          return 1;
        }
        if (narrowParts.size > 1 && narrowParts.has(broad)) return 1;
      }
      return company?.broader(broad, narrow) ?? 0;
    },
    isScattered: (value) => company?.isScattered(value) ?? false,
  };
}

function fromHierarchy(
  hierarchy: Readonly<Record<string, string | null>>,
  keyOfLabel: (value: string) => string,
  company: Containment | null,
): Containment {
  const parents = new Map<string, string>();
  for (const [child, parent] of Object.entries(hierarchy))
    if (parent !== null) parents.set(keyOfLabel(child), keyOfLabel(parent));
  return {
    broader(broad, narrow) {
      // Hierarchies found in the wild hold rings; thirty steps outlast any true chain.
      let at = parents.get(narrow);
      for (let step = 0; at !== undefined && step < 30; step++) {
        if (at === broad) return broad === narrow ? 0 : 1;
        at = parents.get(at);
      }
      // Of two values that the hierarchy places on different branches it has spoken; where it knows only one, company speaks.
      return parents.has(narrow) && parents.has(broad) ? 0 : (company?.broader(broad, narrow) ?? 0);
    },
    isScattered: (value) => company?.isScattered(value) ?? false,
  };
}

function companyOf(rows: readonly RowValues[]): Containment {
  const companions = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  const countries = new Map<string, string | null>();
  const isCountry = (key: string): boolean => {
    let code = countries.get(key);
    if (code === undefined) {
      code = countryOf(key);
      countries.set(key, code);
    }
    return code !== null;
  };
  for (const { values, support } of rows) {
    for (const { key } of values) seen.set(key, (seen.get(key) ?? 0) + 1);
    if (values.length < 2 || values.length > 40) continue;
    for (const a of values) {
      const own = companions.get(a.key) ?? new Map<string, number>();
      companions.set(a.key, own);
      // Each row gives a value one companion's worth of credit among values of a kind, shared out by support.
      let countryClaims = 0;
      values.forEach((b, i) => {
        if (b !== a && isCountry(b.key)) countryClaims += support[i]!;
      });
      values.forEach((b, i) => {
        if (b !== a) own.set(b.key, (own.get(b.key) ?? 0) + (isCountry(b.key) ? support[i]! / countryClaims : 1));
      });
    }
  }
  const breadth = (key: string): number => companions.get(key)?.size ?? 0;
  const memo = new Map<string, ReadonlyMap<string, number>>();
  const broaderThan = (narrow: string): ReadonlyMap<string, number> => {
    const known = memo.get(narrow);
    if (known) return known;
    const own = [...(companions.get(narrow) ?? [])];
    const result = new Map<string, number>();
    // Seen together once may be a slip of either source; the more often and the more exclusively, the surer.
    const sureness = (count: number, total: number): number => (count + 1) / (Math.max(count, total) + 2 - LAPLACE_GIVEN);
    const wide = own.filter(
      ([key]) =>
        !isCountry(key) &&
        breadth(key) >= BREADTH_MIN &&
        breadth(key) > 2 * breadth(narrow) &&
        (seen.get(key) ?? 0) > (seen.get(narrow) ?? 0),
    );
    const total = Math.max(...wide.map(([, count]) => count), (seen.get(narrow) ?? 0) * 0.5);
    for (const [key, count] of wide) if (count >= COMPANY_MIN * total) result.set(key, Math.min(1, sureness(count, total)));
    if (!isCountry(narrow)) {
      const lands = own.filter(([key]) => isCountry(key));
      const credit = lands.reduce((sum, [, count]) => sum + count, 0);
      for (const [key, count] of lands)
        if (count >= COMPANY_MIN * credit && breadth(key) >= breadth(narrow))
          result.set(key, Math.min(1, sureness(count, credit)));
    }
    memo.set(narrow, result);
    return result;
  };
  return {
    broader: (broad, narrow) => broaderThan(narrow).get(broad) ?? 0,
    isScattered(value) {
      if (isCountry(value)) return false;
      const lands = [...(companions.get(value) ?? [])].filter(([key]) => isCountry(key));
      const credit = lands.reduce((sum, [, count]) => sum + count, 0);
      return credit >= SCATTERED_ROWS && lands.every(([, count]) => count < COMPANY_MIN * credit);
    },
  };
}
