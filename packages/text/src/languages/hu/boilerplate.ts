import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Hungarian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["hirdetés"],
  },
  recirculation: {
    starts: ["olvasta már", "kapcsolódó"],
  },
};
