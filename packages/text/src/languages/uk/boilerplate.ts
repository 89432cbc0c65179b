import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Ukrainian. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["реклама"],
  },
  recirculation: {
    starts: ["читайте також", "дивіться також", "новини за темою"],
  },
};
