import type { NumberReading } from "../numbers/read-number.ts";
import type { WordScan } from "../word-scan.ts";
import type { Draft, Figure, Measured } from "./figure.ts";

export const draftOf = (from: number, { next, low, high, isVague, hasDigits }: NumberReading): Draft => ({
  from,
  next,
  low,
  high,
  isRange: false,
  isVague,
  hasDigits,
  currency: null,
});

/** The figure that a number and its unit make. */
export function figureOf(scan: WordScan, draft: Draft, { kind, unit, next, added = 0 }: Measured): Figure {
  const span = [scan.starts[draft.from] ?? 0, scan.ends[next - 1] ?? 0] as const;
  const isRange = draft.isRange || draft.isVague;
  return {
    span: [...span],
    text: scan.text.slice(...span),
    kind,
    value: isRange ? null : draft.low + added,
    range: isRange ? [draft.low + added, draft.high + added] : null,
    unit,
    isVague: draft.isVague,
    hasDigits: draft.hasDigits,
    tokens: [draft.from, next],
  };
}

/** The same figure with its sign. */
export const startingAt = (scan: WordScan, figure: Figure, from: number): Figure => {
  const span = [scan.starts[from] ?? 0, figure.span[1]] as const;
  return { ...figure, span: [...span], text: scan.text.slice(...span), tokens: [from, figure.tokens[1]] };
};
