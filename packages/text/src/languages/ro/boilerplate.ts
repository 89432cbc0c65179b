import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Romanian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["publicitate"],
  },
  recirculation: {
    starts: ["citește și", "citeşte şi", "vezi și", "articole similare"],
  },
};
