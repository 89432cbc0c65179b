import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Hungarian. */
export const boilerplate: BoilerplatePhrases = {
  recirculation: {
    starts: ["olvasta már", "kapcsolódó"],
  },
};
