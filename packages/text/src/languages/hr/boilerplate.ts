import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Croatian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["oglas"],
  },
  recirculation: {
    starts: ["pročitajte", "povezane vijesti", "čitaj još"],
  },
};
