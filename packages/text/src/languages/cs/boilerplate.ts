import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Czech. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["reklama"],
  },
  recirculation: {
    starts: ["přečtěte si", "čtěte také", "související", "nejčtenější", "viz také"],
  },
};
