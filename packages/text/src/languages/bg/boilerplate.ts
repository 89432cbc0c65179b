import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Bulgarian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["реклама"],
  },
  recirculation: {
    starts: ["прочетете още", "вижте още", "още по темата"],
  },
};
