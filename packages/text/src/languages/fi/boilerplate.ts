import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Finnish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["mainos"],
  },
  recirculation: {
    starts: ["lue myös", "luetuimmat"],
  },
};
