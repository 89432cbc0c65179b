import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Slovene. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["oglas"],
  },
  recirculation: {
    starts: ["preberite tudi"],
  },
};
