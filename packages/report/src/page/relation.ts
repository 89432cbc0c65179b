import type { ClaimVariant } from "@wirefold/core";

export interface RelationSign {
  readonly sign: string;
  readonly word: string;
  /** Class for the tint; the sign and the word carry the meaning. */
  readonly tone: "good" | "soft" | "bad";
  /** Worst first. */
  readonly rank: number;
}

const UPPER = /\b(?:under|less|fewer|below|up to|at most|nearly|almost|maximum)\b/i;

/** How a variant's relation to the canonical value is written: one sign, one word, one tone. */
export function relationSign({ relation, modifier }: Pick<ClaimVariant, "relation" | "modifier">): RelationSign {
  switch (relation) {
    case "contradicts":
      return { sign: "≠", word: "contradicts", tone: "bad", rank: 0 };
    case "loses-precision":
      return { sign: "∼", word: "less precise", tone: "soft", rank: 1 };
    case "rounds":
      return { sign: "≈", word: "rounded", tone: "soft", rank: 2 };
    case "bounds":
      return { sign: modifier && UPPER.test(modifier) ? "≤" : "≥", word: "bound", tone: "soft", rank: 3 };
    case "agrees":
      return { sign: "=", word: "agrees", tone: "good", rank: 4 };
  }
}
