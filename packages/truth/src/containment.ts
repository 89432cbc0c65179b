/**
 * Which values are broader than which: a broader value is less precise, not wrong (Jung, Kim and Shim, "Crowdsourced
 * truth discovery in the presence of hierarchies for knowledge fusion", EDBT 2019, whose hierarchy is given; here it is
 * read from the claims where it is not).
 *
 * Three readings, in order: a hierarchy handed in; parts ("Pierre, South Dakota" holds "South Dakota"; a list of three
 * authors holds a list of two); and company: a value that co-occurs with many different values ("Germany") is
 * broader than one that is mostly seen together with it. Which country a state or province lies in is known (ISO 3166-2), so
 * there a slip of one source says nothing.
 */
import { mustAt } from "@wirefold/core";
import { countryOf } from "@wirefold/text";
import { countriesOfRegion } from "@wirefold/text/regions";
import type { Narrower } from "./truth-model.ts";
import type { ReadValue } from "./values.ts";

export interface Containment {
  /** For each value of a row, the values of the row it is broader than: it holds everything they say, less precisely. */
  narrowerIn(values: readonly ReadValue[]): Narrower[][];
  /** True where a value co-occurs with so many that it fits none of them: more likely a slip than a place. */
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

/** How surely (0..1) each value is broader than `narrow`, by key. */
type BroaderThan = (narrow: string) => ReadonlyMap<string, number>;

const NONE: ReadonlyMap<string, number> = new Map();

export function containmentOf(
  rows: readonly RowValues[],
  hierarchy: Readonly<Record<string, string | null>> | undefined,
  keyOfLabel: (value: string) => string,
  useCompany: boolean,
): Containment {
  const company = useCompany ? companyOf(rows) : null;
  const broaderThan = hierarchy ? fromHierarchy(hierarchy, keyOfLabel, company) : (company?.broaderThan ?? (() => NONE));
  return {
    narrowerIn(values) {
      const narrower: Narrower[][] = values.map(() => []);
      if (values.length < 2) return narrower;
      const indexOf = new Map(values.map(({ key }, i) => [key, i]));
      const byParts = hierarchy ? null : partsIn(values);
      values.forEach(({ key }, narrow) => {
        const broader = new Map<number, number>();
        for (const [broad, holds] of broaderThan(key)) {
          const index = indexOf.get(broad);
          if (index === undefined || index === narrow) continue;
          // Of two values that both have parts the parts have spoken, for or against.
          if (byParts && hasParts(values, narrow) && hasParts(values, index)) continue;
          broader.set(index, holds);
        }
        for (const [broad, holds] of byParts?.(narrow) ?? []) broader.set(broad, holds);
        for (const [broad, holds] of broader) if (holds > 0) narrower[broad]?.push({ value: narrow, holds });
      });
      return narrower;
    },
    isScattered: (value) => company?.isScattered(value) ?? false,
  };
}

const hasParts = (values: readonly ReadValue[], i: number): boolean => (values[i]?.parts.length ?? 0) > 0;

/**
 * Broader values by their parts: one whose parts are some of the narrow one's, or that is one of them. A value is looked up
 * under the rarest of its parts, so a part that all values share pairs nobody.
 */
function partsIn(values: readonly ReadValue[]): ((narrow: number) => Iterable<[number, number]>) | null {
  if (values.every(({ parts }) => parts.length === 0)) return null;
  const count = new Map<string, number>();
  const sets = values.map(({ parts }) => new Set(parts));
  for (const set of sets) for (const part of set) count.set(part, (count.get(part) ?? 0) + 1);
  const byRarest = new Map<string, number[]>();
  const byKey = new Map(values.map(({ key }, i) => [key, i]));
  sets.forEach((set, i) => {
    let rarest: string | undefined;
    for (const part of set) if (rarest === undefined || (count.get(part) ?? 0) < (count.get(rarest) ?? 0)) rarest = part;
    if (rarest === undefined) return;
    const list = byRarest.get(rarest);
    if (list) list.push(i);
    else byRarest.set(rarest, [i]);
  });
  return function* (narrow) {
    const own = sets[narrow] ?? new Set();
    for (const part of own) {
      for (const broad of byRarest.get(part) ?? []) {
        const parts = sets[broad];
        if (parts && parts !== own && parts.size < own.size && [...parts].every((one) => own.has(one))) yield [broad, 1];
      }
      const named = byKey.get(part);
      if (named !== undefined && named !== narrow && own.size > 1 && sets[named]?.size === 0) yield [named, 1];
    }
  };
}

function fromHierarchy(
  hierarchy: Readonly<Record<string, string | null>>,
  keyOfLabel: (value: string) => string,
  company: Company | null,
): BroaderThan {
  const parents = new Map<string, string>();
  for (const [child, parent] of Object.entries(hierarchy))
    if (parent !== null) parents.set(keyOfLabel(child), keyOfLabel(parent));
  return (narrow) => {
    const broader = new Map<string, number>();
    // Of two values that the hierarchy places on different branches it has spoken; where it knows only one, company speaks.
    for (const [broad, holds] of company?.broaderThan(narrow) ?? NONE)
      if (!parents.has(narrow) || !parents.has(broad)) broader.set(broad, holds);
    // Hierarchies found in the wild hold rings; thirty steps outlast any true chain.
    let ancestor = parents.get(narrow);
    for (let step = 0; ancestor !== undefined && step < 30; step++) {
      if (ancestor !== narrow) broader.set(ancestor, 1);
      ancestor = parents.get(ancestor);
    }
    return broader;
  };
}

/** What co-occurrence of values tells. */
interface Company {
  readonly broaderThan: BroaderThan;
  isScattered(value: string): boolean;
}

function companyOf(rows: readonly RowValues[]): Company {
  const companions = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  const countries = new Map<string, string | null>();
  const codeOf = (key: string): string | null => {
    let code = countries.get(key);
    if (code === undefined) {
      code = countryOf(key);
      countries.set(key, code);
    }
    return code;
  };
  const isCountry = (key: string): boolean => codeOf(key) !== null;
  for (const { values, support } of rows) {
    for (const { key } of values) seen.set(key, (seen.get(key) ?? 0) + 1);
    if (values.length < 2 || values.length > 40) continue;
    for (const a of values) {
      const own = companions.get(a.key) ?? new Map<string, number>();
      companions.set(a.key, own);
      // Each row gives a value one companion's worth of credit among values of a kind, shared out by support.
      let countryClaims = 0;
      values.forEach((b, i) => {
        if (b !== a && isCountry(b.key)) countryClaims += mustAt(support, i);
      });
      values.forEach((b, i) => {
        if (b !== a) own.set(b.key, (own.get(b.key) ?? 0) + (isCountry(b.key) ? mustAt(support, i) / countryClaims : 1));
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
      const homes = countriesOfRegion(narrow);
      for (const [key] of homes === null ? [] : lands)
        if (homes?.has(codeOf(key) ?? "")) result.set(key, 1);
        else result.delete(key);
    }
    memo.set(narrow, result);
    return result;
  };
  return {
    broaderThan,
    isScattered(value) {
      if (isCountry(value)) return false;
      const lands = [...(companions.get(value) ?? [])].filter(([key]) => isCountry(key));
      const credit = lands.reduce((sum, [, count]) => sum + count, 0);
      return credit >= SCATTERED_ROWS && lands.every(([, count]) => count < COMPANY_MIN * credit);
    },
  };
}
