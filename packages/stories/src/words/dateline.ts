/** “SALTBY, Calif. (Agency) - ”: a stop in it is an abbreviation's. */
const DATELINE = /^\p{Lu}[^!?\n]{0,60}?\s[—–-]{1,2}\s/u;

/** Tags and accounts of a social network before the first word: “#BREAKING: ”, “@kestrelnews ”. */
const TAGS = /^(?:[#@][\p{L}\p{N}_]{1,60}[:,]?\s+)+/u;

/** What opens a first sentence and is no part of it, in characters: the dateline, then tags. */
export function openingLength(sentence: string, dateline: string | null): number {
  const length = datelineLength(sentence, dateline);
  return length + (TAGS.exec(sentence.slice(length))?.[0].length ?? 0);
}

/** Where and when it was written, with the agency's name in brackets and the dash, is no part of a first sentence: how many characters it takes. */
function datelineLength(sentence: string, dateline: string | null): number {
  const line = DATELINE.exec(sentence)?.[0];
  if (dateline === null || line === undefined) return 0;
  const place = dateline.split(/[,(—–]/)[0]?.trim() ?? dateline;
  return line.includes(place) ? line.length : 0;
}
