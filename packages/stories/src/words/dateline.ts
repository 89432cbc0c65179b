/** “SALTBY, Calif. (Agency) - ”: a stop in it is an abbreviation's. */
const DATELINE = /^\p{Lu}[^!?\n]{0,60}?\s[—–-]{1,2}\s/u;

/** Where and when it was written, with the agency's name in brackets and the dash, is no part of a first sentence: how many characters it takes. */
export function datelineLength(sentence: string, dateline: string | null): number {
  const line = DATELINE.exec(sentence)?.[0];
  if (dateline === null || line === undefined) return 0;
  const place = dateline.split(/[,(—–]/)[0]?.trim() ?? dateline;
  return line.includes(place) ? line.length : 0;
}
