import { hashStep, WordTable } from "./word-table.ts";

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** The names in lower case, every character at its place. */
export function lowerNames(names: string): string {
  const lower = names.toLowerCase();
  return lower.length === names.length ? lower : names.replace(/[^\0-\x7F]/g, "_").toLowerCase();
}

/**
 * The pieces of `class` and `id` values up to `end`: "postTags2 by-line" has "post", "tags", "by" and "line", "HTMLBody" has "html" and
 * "body". Latin letters alone; each is given by its place, with the hash of `word-table.ts` over `lower`, see {@link lowerNames}.
 */
export function eachNamePiece(
  names: string,
  lower: string,
  end: number,
  take: (from: number, to: number, hash: number) => void,
): void {
  let at = 0;
  while (at < end) {
    const from = at;
    const first = names.charCodeAt(at++);
    if (!isSmall(first) && !isCapital(first)) continue;
    if (isCapital(first) && at < end && isCapital(names.charCodeAt(at))) {
      // A run of capitals; the last one belongs to the small letters behind it.
      while (at < end && isCapital(names.charCodeAt(at))) at += 1;
      if (at < end && isSmall(names.charCodeAt(at))) at -= 1;
    } else while (at < end && isSmall(names.charCodeAt(at))) at += 1;
    let hash = WordTable.seed;
    for (let i = from; i < at; i++) hash = hashStep(hash, lower.charCodeAt(i));
    take(from, at, hash);
  }
}
