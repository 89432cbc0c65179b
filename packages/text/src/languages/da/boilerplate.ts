import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Danish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["annonce"],
  },
  recirculation: {
    starts: ["læs også", "læs mere", "mest læste"],
  },
  share: {
    starts: ["del"],
  },
};
