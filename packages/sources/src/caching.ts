/** What an answer's headers say of how long it keeps. */
export interface CachingHeaders {
  readonly cacheControl: string | null;
  readonly expires: string | null;
  readonly date: string | null;
  readonly age: string | null;
}

/**
 * How long an answer is fresh, in seconds from now (RFC 9111, sections 4.2.1 and 4.2.3); null where its server does not say,
 * 0 where it must be asked again. `s-maxage` is for caches that many share, and counts for us no more than for a browser.
 */
export function freshSeconds({ cacheControl, expires, date, age }: CachingHeaders): number | null {
  const said = (cacheControl ?? "").toLowerCase();
  if (/(^|[\s,])no-(cache|store)\b/.test(said)) return 0;
  const passed = /^\s*\d{1,9}\s*$/.test(age ?? "") ? Number(age) : 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(said)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - passed);
  if (expires === null) return null;
  // `Expires: 0` and other dates that are none mean "already over".
  const end = /\d{2}:\d{2}/.test(expires) ? Date.parse(expires) : Number.NaN;
  const start = Date.parse(date ?? "");
  if (Number.isNaN(end)) return 0;
  return Number.isNaN(start) ? null : Math.max(0, (end - start) / 1000 - passed);
}
