import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Slovak. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["reklama"],
  },
  recirculation: {
    starts: ["súvisiace"],
  },
};
