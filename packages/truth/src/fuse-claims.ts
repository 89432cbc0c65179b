import type { ClaimRow, Fused } from "@wirefold/core";
import { compareStrings, groupBy } from "@wirefold/core";
import { contentKeys, fold } from "@wirefold/text";
import { type Containment, containmentOf, type RowValues } from "./containment.ts";
import { findMeetings, findPartners, type Partner, shareOfVoice, withSharedErrors } from "./copying.ts";
import { decide, explain } from "./explain.ts";
import { firstAccuracies } from "./first-accuracy.ts";
import { type Row, readRows } from "./rows.ts";
import { estimateTruth, type ModelClaim, type ModelRow, TRAITS } from "./truth-model.ts";
import { labelKey } from "./values.ts";

export interface FuseOptions {
  /** Parent of each value, where values form a hierarchy ("Lyon" -> "France"). Read from the claims themselves where absent. */
  readonly hierarchy?: Readonly<Record<string, string | null>>;
}

/**
 * Fuses what many sources say of each object's property into one value with a confidence. All rows given together are
 * one problem: sources are judged by all they say. One setting serves every kind of value.
 *
 * Accuracy-weighted voting that discounts likely copies (Dong, Berti-Equille, Srivastava 2009), hierarchies of values (Jung, Kim,
 * Shim 2019) and readings of times, numbers, dates and lists of names. Linear in the claims, but for pairs of sources.
 *
 * @example fuseClaims([{ object: "f1", property: "gate", claims: [{ source: "a", value: "B4" }, { source: "b", value: "B4" }] }])[0].value // "B4"
 */
export function fuseClaims(given: readonly ClaimRow[], options: FuseOptions = {}): Fused[] {
  const sources = indexOf(given.flatMap((row) => row.claims.map(({ source }) => source)));
  const properties = indexOf(given.map(({ property }) => property));
  const rows = readRows(given);
  const said = sourceClaims(rows, sources);
  const meetings = findMeetings(said);
  const oneFeed = findPartners(meetings, said.length);
  const containments = containmentPerProperty(rows, options);
  const withoutClaims = rows.map((row) => modelRow(row, properties, containments));
  const indices = rows.map((row) => new Map(row.values.map(({ key }, v) => [key, v])));
  let partners = oneFeed;
  /** The rows with what each claim counts, given what is believed of the truth so far. */
  const weigh = (posterior: readonly Float64Array[] | null): ModelRow[] => {
    if (posterior)
      partners = withSharedErrors(said, meetings, oneFeed, (object, value) =>
        trueShare(withoutClaims[object], posterior[object], indices[object]?.get(value) ?? -1),
      );
    return withoutClaims.map((row, i) => ({ ...row, claims: claimsOf(rows[i], sources, partners) }));
  };
  const { posterior, calibrated, weighed } = estimateTruth(weigh, firstAccuracies(meetings, oneFeed), properties.size);
  const copiedFrom = originals(oneFeed, [...sources.keys()]);
  return rows.map((row, i) => explain(row, decide(row, posterior[i], calibrated[i], weighed[i]), copiedFrom));
}

/** How much is believed that a value is right, exactly or at a broader level. */
function trueShare(row: Omit<ModelRow, "claims"> | undefined, posterior: Float64Array | undefined, value: number): number {
  const below = row?.narrower[value]?.reduce((sum, narrow) => sum + narrow.holds * (posterior?.[narrow.value] ?? 0), 0) ?? 0;
  return Math.min(1, (posterior?.[value] ?? 0) + below);
}

/** Numbers in the order of the names, so the order of rows cannot matter. */
function indexOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort(compareStrings).map((name, i) => [name, i]));
}

/** What each source says of each object; its first word counts where it contradicts itself. */
function sourceClaims(rows: readonly Row[], sources: ReadonlyMap<string, number>): { values: Map<number, string> }[] {
  const claims = [...sources.values()].map(() => ({ values: new Map<number, string>() }));
  rows.forEach((row, object) => {
    row.given.claims.forEach(({ source }, i) => {
      const key = row.values[row.valueIndex[i] ?? -1]?.key;
      const own = claims[sources.get(source) ?? -1]?.values;
      if (key !== undefined && own && !own.has(object)) own.set(object, key);
    });
  });
  return claims;
}

function containmentPerProperty(rows: readonly Row[], options: FuseOptions): Map<string, Containment> {
  const perProperty = groupBy(rows, ({ given }) => given.property);
  return new Map(
    [...perProperty].map(([property, list]) => {
      const values = list.map((row): RowValues => {
        const support = row.values.map(() => 0);
        for (const value of row.valueIndex) if (value >= 0) support[value] = (support[value] ?? 0) + 1;
        return { values: row.values, support };
      });
      return [property, containmentOf(values, options.hierarchy, labelKey, list[0]?.kind === "label")];
    }),
  );
}

function modelRow(
  row: Row,
  properties: ReadonlyMap<string, number>,
  containments: ReadonlyMap<string, Containment>,
): Omit<ModelRow, "claims"> {
  const containment = containments.get(row.given.property);
  const narrower = containment?.narrowerIn(row.values) ?? row.values.map(() => []);
  const traits = new Uint8Array(row.values.length * TRAITS);
  const name = new Set(contentKeys(row.given.object));
  row.values.forEach(({ key }, v) => {
    traits[v * TRAITS] = repeatsName(key, name) ? 1 : 0;
    traits[v * TRAITS + 1] = containment?.isScattered(key) ? 1 : 0;
  });
  return {
    property: properties.get(row.given.property) ?? 0,
    values: row.values.length,
    narrower,
    wide: Uint8Array.from(narrower, (list) => (list.length > 0 ? 1 : 0)),
    traits,
  };
}

/** The claims that say something, each counting for the share of its voice that is its own. */
function claimsOf(
  row: Row | undefined,
  sources: ReadonlyMap<string, number>,
  partners: readonly (readonly Partner[])[],
): ModelClaim[] {
  if (!row) return [];
  const named = wordsOf(row.given.object);
  const byValue = row.values.map((): { source: number; weight: number }[] => []);
  row.given.claims.forEach(({ source }, i) => {
    const index = sources.get(source);
    const isFirstHand = named.has(nameOfSource(source));
    if (index !== undefined)
      byValue[row.valueIndex[i] ?? -1]?.push({ source: index, weight: (row.weights[i] ?? 0) * (isFirstHand ? FIRST_HAND : 1) });
  });
  return byValue.flatMap((said, value) => {
    said.sort((a, b) => a.source - b.source || b.weight - a.weight);
    const voices = shareOfVoice(
      said.map(({ source }) => source),
      partners,
    );
    return said.map(({ source, weight }, i) => ({ source, value, weight: weight * (voices[i] ?? 1) }));
  });
}

/**
 * Voices that a source counts for where the object is named after it: the airline of a flight, the town of an event speaks of its own
 * affairs first hand, while others may all have them from one place. How far it is believed is learnt as for any source.
 */
const FIRST_HAND = 4;
/** Longest name looked at. */
const NAME_MAX = 300;

const wordsOf = (object: string): ReadonlySet<string> => new Set(fold(object.slice(0, NAME_MAX)).match(/[\p{L}\p{N}]{2,}/gu));

/** What a source is called: “kestrel” of “www.kestrel.example” as of “Kestrel”. */
function nameOfSource(source: string): string {
  const host = fold(source.slice(0, NAME_MAX)).replace(/^(?:https?:\/\/)?(?:www\.)?/, "");
  return /^([\p{L}\p{N}-]{2,})(?:\.[\p{L}\p{N}.-]+)?$/u.exec(host)?.[1] ?? "";
}

/** A word of the value, long enough to be a name, stands in the object's name too. */
function repeatsName(value: string, name: ReadonlySet<string>): boolean {
  return contentKeys(value).some((key) => key.length >= 4 && !/^\d/.test(key) && name.has(key));
}

/** From this probability on a source is named a copy in the answer. */
const COPY_NAMED = 0.5;

/** The source each likely copy is named after: the first, by name, that it very likely shares its feed with. */
function originals(partners: readonly (readonly Partner[])[], names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  partners.forEach((list, source) => {
    const first = list.find((partner) => partner.probability >= COPY_NAMED && partner.source < source)?.source;
    const [copy, original] = [names[source], first === undefined ? undefined : names[first]];
    // Partners come in the order of the sources, so an original has been named before its copies.
    if (copy !== undefined && original !== undefined) found.set(copy, found.get(original) ?? original);
  });
  return found;
}
