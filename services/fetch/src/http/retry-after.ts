const waitMsDefault = 30_000;
const waitMsMin = 1000;
const waitMsMax = 3_600_000;

/**
 * How long a host asks us to wait, in milliseconds (RFC 9110, section 10.2.3: seconds or a date). Bounded, so no host can
 * park a document for a year.
 */
export function retryAfterMs(header: string | string[] | undefined, now: number = Date.now()): number {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (text === undefined || text === "") return waitMsDefault;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Math.min(waitMsMax, Math.max(waitMsMin, Number.isFinite(waitMs) ? waitMs : waitMsDefault));
}
