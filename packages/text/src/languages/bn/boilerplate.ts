import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Bengali. */
export const boilerplate: BoilerplatePhrases = {
  recirculation: {
    starts: ["আরও পড়ুন"],
  },
};
