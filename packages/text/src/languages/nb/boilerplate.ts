import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Norwegian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["annonse"],
  },
  recirculation: {
    starts: ["les også", "les mer"],
  },
};
