import { distance } from "fastest-levenshtein";
import { UsageError } from "./cli-error.ts";

/** The known word nearest to a mistyped one, or null when none is near enough to be what was meant. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  // Nobody mistypes a word into this many letters, and the distance is quadratic.
  if (typed.length > 64) return null;
  let best: string | null = null;
  // A slip per three letters and one more: "claen" finds clean, "xyz" finds nothing.
  let bestDistance = Math.floor(typed.length / 3) + 1.5;
  for (const word of known) {
    const steps = distance(typed.toLowerCase(), word.toLowerCase());
    if (steps < bestDistance) [best, bestDistance] = [word, steps];
  }
  return best;
}

/** `typed` if it is one of `known`; otherwise a usage error that names the nearest and lists the rest. */
export function chooseFrom<T extends string>(what: string, typed: string, known: readonly T[]): T {
  const found = known.find((word) => word === typed);
  if (found !== undefined) return found;
  const near = nearestWord(typed, known);
  throw new UsageError(
    `there is no ${what} '${typed}'${near === null ? "" : ` (did you mean '${near}'?)`}`,
    `choose from ${known.join(", ")}`,
  );
}
