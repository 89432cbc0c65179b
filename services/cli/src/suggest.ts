import { UsageError } from "./cli-error.ts";

/** The known word nearest to a mistyped one, or null when none is near enough to be what was meant. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let best: string | null = null;
  // A slip per three letters and one more: "claen" finds clean, "xyz" finds nothing.
  let bestDistance = Math.floor(typed.length / 3) + 1.5;
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
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

/** Optimal string alignment: insertions, deletions, substitutions and swapped neighbours each cost 1. */
function editDistance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
