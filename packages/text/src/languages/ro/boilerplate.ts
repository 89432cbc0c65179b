import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Romanian. */
export const boilerplate: BoilerplatePhrases = {
  recirculation: {
    starts: ["citește și", "citeşte şi", "vezi și", "articole similare"],
  },
};
