import { contextWords, plainInitials, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";

const or = readingWordSet("or");
const nameLink = contextWords("nameLink");

/** Longest name looked for, in tokens. */
const spelledMax = 14;

/**
 * Names that their initials behind them prove: “Deferred Action for Harbour Arrivals, or DAHA”, “Coastal Safety and Rescue Act (CSRA)”.
 * By the first token; past the last.
 */
export function findSpelledOut({ scan }: Document, isTitleCase: Uint8Array, out: Map<number, number>): void {
  for (let i = 4; i < scan.count; i++) {
    const mark = scan.mark(i - 1);
    const isBracketed = mark === 0x28 && scan.mark(i + 1) === 0x29;
    if (!isBracketed && !(mark === 0 && scan.mark(i - 2) === 0x2c && or.has(scan.lower(i - 1)))) continue;
    const letters = scan.raw(i);
    if (letters.length < 3 || letters.length > 8 || !/^\p{Lu}+$/u.test(letters) || plainInitials.has(letters)) continue;
    const to = isBracketed ? i - 1 : i - 2;
    let at = to;
    let left = letters.length;
    let hasLink = false;
    while (left > 0 && at > 0 && to - at < spelledMax) {
      at--;
      if (!scan.isWord(at) || scan.isNewline(at + 1)) break;
      if (scan.isCapital(at)) {
        if (scan.raw(at)[0] !== letters[left - 1] || isTitleCase[at]) break;
        left--;
      } else if (nameLink.has(scan.lower(at))) hasLink = true;
      else break;
    }
    // A row of capitals alone needs no proof.
    if (left === 0 && hasLink) out.set(at, to);
  }
}
