/** How one site is visited, where that is set by hand. */
export interface SiteRule {
  /** Visits at one time. */
  readonly places: number | null;
  /** Least time between the starts of two, in milliseconds. */
  readonly delayMs: number | null;
}

/** A rule for a site is not what a rule is. */
export class SiteRulesError extends Error {}

/**
 * Reads rules for single sites: `news.example=4@250ms, slow.example=@10s, 10.1.0.5:8080=8`. Before the `@` stand the visits at
 * one time, behind it the time between the starts of two; either may be left out.
 *
 * @throws SiteRulesError naming the entry that is none.
 */
export function readSiteRules(list: string): ReadonlyMap<string, SiteRule> {
  const rules = new Map<string, SiteRule>();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [, site = "", places, amount, unit] = /^([\w.:[\]-]+)=(\d{1,4})?(?:@(\d{1,7})(ms|s|m)?)?$/i.exec(entry) ?? [];
    if (site === "" || (places === undefined && amount === undefined) || places === "0")
      throw new SiteRulesError(
        `"${entry}" is no rule for a site; write it like news.example=4@250ms, slow.example=@10s or fast.example=8`,
      );
    rules.set(site.toLowerCase(), {
      places: places === undefined ? null : Number(places),
      delayMs: amount === undefined ? null : Number(amount) * ({ ms: 1, s: 1000, m: 60_000 }[(unit ?? "ms").toLowerCase()] ?? 1),
    });
  }
  return rules;
}
